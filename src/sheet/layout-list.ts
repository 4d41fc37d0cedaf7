import { cellId } from "../form/compile.ts";
import type { RowDefinition } from "../form/definition.ts";
import { toOfficialWidth } from "../form/width.ts";
import { TABLE_COLUMNS, type LayoutBox, type LayoutRule } from "./layout-box.ts";

const FIGURE_SPAN = 3;
const MEASURE_SPAN = 1;

/** 统计表: a row a label, its unit of measure, its figures at the right; headings are full-width bands. */
export const layoutList: LayoutRule = (bands) => {
  const boxes: LayoutBox[] = [];
  let row = 0;
  for (const band of bands) {
    const first = TABLE_COLUMNS - FIGURE_SPAN * band.columns.length;
    const columnAt = (index: number) => ({ column: first + FIGURE_SPAN * index, columnSpan: FIGURE_SPAN, rowSpan: 1 });
    const labels = first - MEASURE_SPAN;
    boxes.push({ row, column: 0, rowSpan: 1, columnSpan: labels, role: "header", text: toOfficialWidth(band.stub ?? band.label ?? "") });
    boxes.push({ row, column: labels, rowSpan: 1, columnSpan: MEASURE_SPAN, role: "header", text: "单位" });
    band.columns.forEach((column, index) => boxes.push({ row, ...columnAt(index), role: "header", text: toOfficialWidth(column.label) }));
    row += 1;
    const walk = (definition: RowDefinition, depth: number) => {
      const text = "　".repeat(depth) + toOfficialWidth(definition.label + (definition.note ?? ""));
      const span = definition.heading ? TABLE_COLUMNS : labels;
      boxes.push({ row, column: 0, rowSpan: 1, columnSpan: span, role: definition.heading ? "band" : "label", text });
      if (!definition.heading) {
        boxes.push({ row, column: labels, rowSpan: 1, columnSpan: MEASURE_SPAN, role: "label", text: (definition.measure ?? band.columns[0]!.measure).label });
        band.columns.forEach((column, index) => boxes.push({ row, ...columnAt(index), role: "figure", text: "", cell: cellId(definition.id, column.id) }));
      }
      row += 1;
      definition.rows?.forEach((below) => walk(below, depth + 1));
    };
    band.rows.forEach((definition) => walk(definition, 0));
  }
  return boxes;
};
