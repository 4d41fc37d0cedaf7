import { cellId } from "../form/compile.ts";
import type { BandDefinition, ColumnDefinition, RowDefinition } from "../form/definition.ts";
import { toOfficialWidth } from "../form/width.ts";
import type { LayoutBox, LayoutRule } from "./layout-box.ts";

/** Label columns A | B | C:H, then one column a figure. A label at depth 1 begins in B. */
const LABEL_SLOTS = [0, 1, 2] as const;
const FIRST_FIGURE = 8;
const HEADER_ROWS = 3;

/** Table 三: labels nest to the right, headings span their rows down, every number has a column of its own. */
export const layoutGrid: LayoutRule = (bands, corner) => bands.flatMap((band) => [...headerOf(band, corner), ...rowsOf(band)]);

function headerOf(band: BandDefinition, corner = ""): LayoutBox[] {
  const box = (row: number, column: number, rowSpan: number, columnSpan: number, text: string): LayoutBox => ({ row, column, rowSpan, columnSpan, role: "header", text: toOfficialWidth(text) });
  return [
    box(0, 0, HEADER_ROWS, FIRST_FIGURE, corner),
    box(0, FIRST_FIGURE, 1, band.columns.length, band.columnsHeading ?? ""),
    ...band.columns.flatMap((column, index) => {
      if (!column.group) return [box(1, FIRST_FIGURE + index, 2, 1, column.label)];
      const own = box(2, FIRST_FIGURE + index, 1, 1, column.label);
      return band.columns[index - 1]?.group === column.group ? [own] : [box(1, FIRST_FIGURE + index, 1, groupSize(band.columns, index), column.group), own];
    }),
  ];
}

function groupSize(columns: readonly ColumnDefinition[], from: number): number {
  const end = columns.findIndex((column, index) => index > from && column.group !== columns[from]?.group);
  return (end < 0 ? columns.length : end) - from;
}

const leavesOf = (row: RowDefinition): number => (row.heading ? (row.rows ?? []).reduce((sum, below) => sum + leavesOf(below), 0) : 1);

function rowsOf(band: BandDefinition): LayoutBox[] {
  const boxes: LayoutBox[] = [];
  let row = HEADER_ROWS;
  const walk = (definition: RowDefinition, depth: number) => {
    const column = LABEL_SLOTS[Math.min(depth, LABEL_SLOTS.length - 1)]!;
    const text = toOfficialWidth(definition.label + (definition.note ?? ""));
    const end = definition.heading ? (LABEL_SLOTS[depth + 1] ?? FIRST_FIGURE) : FIRST_FIGURE;
    boxes.push({ row, column, rowSpan: leavesOf(definition), columnSpan: end - column, role: "label", text });
    if (!definition.heading) {
      band.columns.forEach((figure, index) => boxes.push({ row, column: FIRST_FIGURE + index, rowSpan: 1, columnSpan: 1, role: "figure", text: "", cell: cellId(definition.id, figure.id) }));
      row += 1;
    }
    definition.rows?.forEach((below) => walk(below, depth + 1));
  };
  band.rows.forEach((definition) => walk(definition, 0));
  return boxes;
}
