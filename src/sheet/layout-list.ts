import { cellId } from "../form/compile.ts";
import type { RowDefinition } from "../form/definition.ts";
import { toOfficialWidth } from "../form/width.ts";
import { TABLE_COLUMNS, type LayoutBox, type LayoutRule } from "./layout-box.ts";

const FIGURE_SPAN = 3;

/** 统计表: one row a label, its figures at the right; headings are full-width bands. */
export const layoutList: LayoutRule = (bands) => {
  const boxes: LayoutBox[] = [];
  let row = 0;
  for (const band of bands) {
    const first = TABLE_COLUMNS - FIGURE_SPAN * band.columns.length;
    const columnAt = (index: number) => ({ column: first + FIGURE_SPAN * index, columnSpan: FIGURE_SPAN, rowSpan: 1 });
    boxes.push({ row, column: 0, rowSpan: 1, columnSpan: first, role: "header", text: toOfficialWidth(band.stub ?? band.label ?? "") });
    band.columns.forEach((column, index) => boxes.push({ row, ...columnAt(index), role: "header", text: toOfficialWidth(column.label) }));
    row += 1;
    const walk = (definition: RowDefinition, depth: number) => {
      const text = "　".repeat(depth) + toOfficialWidth(definition.label + (definition.note ?? ""));
      const span = definition.heading ? TABLE_COLUMNS : first;
      boxes.push({ row, column: 0, rowSpan: 1, columnSpan: span, role: definition.heading ? "band" : "label", text });
      if (!definition.heading) {
        band.columns.forEach((column, index) => boxes.push({ row, ...columnAt(index), role: "figure", text: "", cell: cellId(definition.id, column.id) }));
      }
      row += 1;
      definition.rows?.forEach((below) => walk(below, depth + 1));
    };
    band.rows.forEach((definition) => walk(definition, 0));
  }
  return boxes;
};
