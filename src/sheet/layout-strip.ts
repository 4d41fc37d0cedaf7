import { cellId } from "../form/compile.ts";
import type { RowDefinition } from "../form/definition.ts";
import { toOfficialWidth } from "../form/width.ts";
import type { LayoutBox, LayoutRule } from "./layout-box.ts";

const GROUP_ROWS = 2;
const DATA_ROW = 3;

/** Table 四: one printed data row, the form's rows side by side under their headings, one column a figure. */
export const layoutStrip: LayoutRule = (bands) => {
  const boxes: LayoutBox[] = [];
  let column = 0;
  for (const band of bands) {
    const widthOf = (row: RowDefinition): number => (row.heading ? (row.rows ?? []).reduce((sum, below) => sum + widthOf(below), 0) : band.columns.length);
    const walk = (row: RowDefinition, depth: number) => {
      boxes.push({ row: depth, column, rowSpan: 1, columnSpan: widthOf(row), role: "header", text: toOfficialWidth(row.label) });
      if (row.heading) {
        row.rows?.forEach((below) => walk(below, Math.min(depth + 1, GROUP_ROWS - 1)));
        return;
      }
      for (const figure of band.columns) {
        boxes.push({ row: depth + 1, column, rowSpan: GROUP_ROWS - depth, columnSpan: 1, role: "header", text: toOfficialWidth(figure.label) });
        boxes.push({ row: DATA_ROW, column, rowSpan: 1, columnSpan: 1, role: "figure", text: "", cell: cellId(row.id, figure.id) });
        column += 1;
      }
    };
    band.rows.forEach((row) => walk(row, 0));
  }
  return boxes;
};
