import type { Paint } from "../../src/writer/excel/step.ts";
import { supportsExcel, type OfficeParts } from "./excel-office.ts";

const HORIZONTAL = { general: "General", left: "Left", center: "Center", right: "Right" } as const;
const VERTICAL = { bottom: "Bottom", center: "Center", top: "Top" } as const;
const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

/** Paints an area: one call a property, whatever the number of cells. */
export function paintRange(office: OfficeParts, range: Excel.Range, paint: Paint, size: { readonly rows: number; readonly columns: number }): void {
  const { format } = range;
  if (paint.numberFormat !== undefined) range.numberFormat = paint.numberFormat as unknown as string[][];
  if (paint.fontName !== undefined) format.font.name = paint.fontName;
  if (paint.size !== undefined) format.font.size = paint.size;
  if (paint.bold !== undefined) format.font.bold = paint.bold;
  if (paint.underline !== undefined) format.font.underline = paint.underline ? "Single" : "None";
  if (paint.colour !== undefined) format.font.color = `#${paint.colour}`;
  if (paint.fill !== undefined) {
    if (paint.fill === null) format.fill.clear();
    else format.fill.color = `#${paint.fill}`;
  }
  if (paint.horizontal !== undefined) format.horizontalAlignment = HORIZONTAL[paint.horizontal];
  if (paint.vertical !== undefined) format.verticalAlignment = VERTICAL[paint.vertical];
  if (paint.wrap !== undefined) format.wrapText = paint.wrap;
  if (paint.shrink !== undefined && supportsExcel(office, "1.9")) format.shrinkToFit = paint.shrink;
  if (paint.border !== undefined) {
    const inside = [...(size.rows > 1 ? (["InsideHorizontal"] as const) : []), ...(size.columns > 1 ? (["InsideVertical"] as const) : [])];
    for (const edge of [...EDGES, ...inside]) format.borders.getItem(edge).style = paint.border ? "Continuous" : "None";
  }
}
