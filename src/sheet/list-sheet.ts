import type { Language } from "../finding/catalogue.ts";
import { area, emptySheet, type PlanCell, type SheetKind, type SheetPlan } from "./plan.ts";
import type { StyleName } from "./styles.ts";
import { heightOf, linesOf } from "./text-fit.ts";
import { say } from "./texts.ts";

/** Points of one character of column width. */
const CHARACTER_POINTS = 5.25;

export type ListCell = Omit<PlanCell, "row" | "column">;

export interface ListColumn {
  readonly label: string;
  readonly width: number;
  readonly style: StyleName;
}

export interface ListOptions {
  readonly id: string;
  readonly name: string;
  readonly kind: SheetKind;
  readonly language: Language;
  readonly title: string;
  readonly columns: readonly ListColumn[];
  readonly rows: readonly (readonly ListCell[])[];
  /** Row of the column headings; rows between title and headings are the caller's (`above`). */
  readonly headerRow: number;
  readonly above?: readonly PlanCell[];
  readonly orientation: "portrait" | "landscape";
  /** Columns that stay in view. */
  readonly frozenColumns?: number;
}

/** A printed list: title, headings repeated on every page and kept in view, one bordered row an entry, a filter. */
export function planList(options: ListOptions): SheetPlan {
  const { columns, rows, headerRow } = options;
  const last = columns.length - 1;
  const bottom = headerRow + Math.max(1, rows.length);
  const heights: Record<number, number> = { 0: 26 };
  rows.forEach((row, index) => {
    const lines = Math.max(1, ...row.map((cell, column) => (typeof cell.value === "string" ? linesOf(cell.value, (columns[column]?.width ?? 10) * CHARACTER_POINTS) : 1)));
    if (lines > 1) heights[headerRow + 1 + index] = heightOf(lines);
  });
  return {
    ...emptySheet(options.id, options.name, options.kind),
    cells: [
      { row: 0, column: 0, value: options.title, style: "title" },
      ...(options.above ?? []),
      ...columns.map((column, index): PlanCell => ({ row: headerRow, column: index, value: column.label, style: "listHeader" })),
      ...rows.flatMap((row, index) => row.map((cell, column): PlanCell => ({ style: columns[column]?.style ?? "list", ...cell, row: headerRow + 1 + index, column }))),
    ],
    merges: [area(0, 0, 0, last)],
    columnWidths: columns.map((column) => column.width),
    rowHeights: heights,
    freeze: { rows: headerRow + 1, columns: options.frozenColumns ?? 0 },
    filter: area(headerRow, 0, bottom, last),
    print: {
      area: area(0, 0, bottom, last),
      orientation: options.orientation,
      pagesHigh: 0,
      repeatRows: { from: headerRow, to: headerRow },
      margins: { top: 1.5, right: 1.3, bottom: 1.5, left: 1.3 },
      footer: `&C&8${say("page", options.language)}`,
    },
  };
}
