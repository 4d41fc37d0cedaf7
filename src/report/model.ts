import type { CellId } from "../form/compile.ts";
import type { EditionId, TableId } from "../form/definition.ts";

/**
 * Where something stood in its source.
 *
 * `start` and `end` are offsets in UTF-16 units into `Source.text` (after decoding), so the pane can highlight the place.
 */
export type Origin =
  | { readonly kind: "line"; readonly line: number; readonly start: number; readonly end: number }
  | { readonly kind: "page"; readonly page: number; readonly line: number }
  | { readonly kind: "sheet"; readonly sheet: string; readonly address: string }
  | { readonly kind: "table"; readonly table: number; readonly row: number; readonly column: number }
  /** A figure of a consolidation: summed from units, or provided by one. */
  | { readonly kind: "consolidated"; readonly provider?: string };

/** 出处 as the tidy csv writes it: `line:12`, `page:3 line:7`, `表1!E12`, `table:2 row:4 col:3`, `汇总`, `提供:市财政局`. */
export function formatOrigin(origin: Origin | undefined): string {
  if (!origin) return "";
  switch (origin.kind) {
    case "line":
      return `line:${origin.line}`;
    case "page":
      return `page:${origin.page} line:${origin.line}`;
    case "sheet":
      return `${origin.sheet}!${origin.address}`;
    case "table":
      return `table:${origin.table} row:${origin.row} col:${origin.column}`;
    case "consolidated":
      return origin.provider ? `提供:${origin.provider}` : "汇总";
  }
}

/**
 * How a figure came to be: read 原值 (printed), derived 推算 (forced by the equations), blank 空白, edited 手改,
 * summed 汇总, provided 提供.
 */
export type CellStatus = "read" | "derived" | "blank" | "edited" | "summed" | "provided";

/**
 * One official cell of a report.
 *
 * `value` is a whole number of 10^-scale of the form cell's measure (万元: scale 6), null when blank. `raw` keeps what
 * was printed, to the letter. `measureUnknown` marks an amount printed without any unit: the bare number is kept.
 */
export interface Cell {
  readonly value: number | null;
  readonly status: CellStatus;
  readonly raw?: string;
  readonly origin?: Origin;
  readonly measureUnknown?: true;
  /** A conversion that was made, as shown to the user: `251000元 = 25.1万元`. */
  readonly conversion?: string;
}

/** One official table of a report. Every official cell has an entry, blank or not. */
export interface ReportTable {
  readonly table: TableId;
  readonly edition: EditionId;
  readonly cells: Readonly<Record<CellId, Cell>>;
  /** Where the table begins in its source. */
  readonly origin?: Origin;
  /** Totals that hold a printed part for which the form has no row (其他申请): their parts only must not exceed them. */
  readonly beyond?: readonly CellId[];
}

/** Kinds of units of a roster (类别). */
export type UnitKind = "municipal-government" | "municipal-department" | "county" | "development-zone" | "township";

/** One unit's report of one year. Plain JSON: what is written into a workbook's metadata and read back. */
export interface Report {
  /** Name of the unit (单位), empty when it could not be found. */
  readonly unit: string;
  readonly unitOrigin?: Origin;
  /** Report year (年度), null when it could not be found. */
  readonly year: number | null;
  readonly yearOrigin?: Origin;
  /** File or other source the report came from (文件), empty for pasted text. */
  readonly file: string;
  readonly tables: readonly ReportTable[];
}

/** A figure of some report's table: the address that findings, drill-down and edits use. */
export interface CellRef {
  readonly table: TableId;
  readonly edition: EditionId;
  readonly row?: string;
  readonly column?: string;
}

export const BLANK: Cell = { value: null, status: "blank" };
