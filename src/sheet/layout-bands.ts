import { cellId } from "../form/compile.ts";
import { toOfficialWidth } from "../form/width.ts";
import type { LayoutBox, LayoutRule } from "./layout-box.ts";

/** The four equal columns of table 二: A:D, E:H, I:L, M:O. */
const SLOTS = [0, 4, 8, 12, 15] as const;

/** Table 二: a full-width band an article, its header row, its rows; the last figure column spans what is left over. */
export const layoutBands: LayoutRule = (bands) => {
  const boxes: LayoutBox[] = [];
  let row = 0;
  for (const band of bands) {
    const last = band.columns.length;
    const span = (slot: number) => ({ column: SLOTS[slot]!, columnSpan: (slot === last ? 15 : SLOTS[slot + 1]!) - SLOTS[slot]!, rowSpan: 1 });
    boxes.push({ row, column: 0, rowSpan: 1, columnSpan: 15, role: "band", text: toOfficialWidth(band.label ?? "") });
    row += 1;
    boxes.push({ row, ...span(0), role: "header", text: toOfficialWidth(band.stub ?? "") });
    band.columns.forEach((column, index) => boxes.push({ row, ...span(index + 1), role: "header", text: toOfficialWidth(column.label) }));
    row += 1;
    for (const definition of band.rows) {
      boxes.push({ row, ...span(0), role: "label", text: toOfficialWidth(definition.label + (definition.note ?? "")) });
      band.columns.forEach((column, index) => boxes.push({ row, ...span(index + 1), role: "figure", text: "", cell: cellId(definition.id, column.id) }));
      row += 1;
    }
  }
  return boxes;
};
