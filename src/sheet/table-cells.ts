import type { FormCell } from "../form/compile.ts";
import type { LayoutBox } from "./layout-box.ts";
import type { TableLayout } from "./layout.ts";
import { area, type PlanArea, type PlanCell } from "./plan.ts";
import type { StyleName } from "./styles.ts";

/** What one figure's cell shows. */
export type FigureCell = Pick<PlanCell, "value" | "formula" | "numberFormat" | "link"> & { readonly style: StyleName };

const boxStyles: Readonly<Record<Exclude<LayoutBox["role"], "figure">, StyleName>> = { band: "band", header: "header", label: "label" };

/**
 * The cells and merges of a laid out table. Every cell under a merge bears the style too, so that borders are whole
 * in every program.
 */
export function cellsOfTable(layout: TableLayout, figure: (cell: FormCell) => FigureCell): { cells: PlanCell[]; merges: PlanArea[] } {
  const cells: PlanCell[] = [];
  const merges: PlanArea[] = [];
  for (const box of layout.boxes) {
    const look: FigureCell = box.cell === undefined ? { style: styleOfBox(box), value: box.text } : figure(layout.form.cell(box.cell)!);
    cells.push(...spread(box, look));
    if (box.rowSpan > 1 || box.columnSpan > 1) merges.push(areaOf(box));
  }
  return { cells, merges };
}

export const areaOf = (box: LayoutBox): PlanArea => area(box.row, box.column, box.row + box.rowSpan - 1, box.column + box.columnSpan - 1);

/** The first cell with its content, the rest of the box with the style alone. */
function spread(box: LayoutBox, look: FigureCell): PlanCell[] {
  const cells: PlanCell[] = [];
  for (let row = box.row; row < box.row + box.rowSpan; row++) {
    for (let column = box.column; column < box.column + box.columnSpan; column++) {
      const first = row === box.row && column === box.column;
      cells.push(first ? { row, column, ...look } : { row, column, style: look.style });
    }
  }
  return cells;
}

/** Labels of short columns and of headings that span rows are centred, as in print. */
function styleOfBox(box: LayoutBox): StyleName {
  if (box.role === "figure") return "figure";
  if (box.role === "header" && box.columnSpan === 1) return "headerNarrow";
  return box.role === "label" && (box.rowSpan > 1 || box.columnSpan <= 4) ? "labelCentred" : boxStyles[box.role];
}
