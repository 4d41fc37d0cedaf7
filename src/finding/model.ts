import type { CellId } from "../form/compile.ts";
import type { FindingLevel } from "../form/definition.ts";
import type { CellRef, Origin } from "../report/model.ts";
import type { FindingCode } from "./catalogue.ts";

/** What a finding is about when it is not a table: the whole report, its prose, or a file. */
export interface DocumentRef {
  readonly part: "report" | "prose" | "file" | "consolidation";
}

/**
 * One thing a person should know about a report. A value, never an exception.
 *
 * `expected` and `received` are the two sides as printed figures (应为, 实为). `terms` names the cells an equation
 * compares, so that a reader of the finding can walk from it to every figure and its place in the source.
 */
export interface Finding {
  readonly code: FindingCode;
  /** Where one code has several levels (carry-over: 错误 for the total, 提示 per column); else the catalogue's. */
  readonly level?: FindingLevel;
  readonly at: CellRef | DocumentRef;
  readonly unit?: string;
  readonly year?: number | null;
  readonly file?: string;
  readonly origin?: Origin;
  readonly expected?: string;
  readonly received?: string;
  readonly terms?: { readonly left: readonly CellId[]; readonly right: readonly CellId[] };
  /** Words that the code's text needs: `{ names: "自然人", count: "3" }`. Plain strings, no sentences. */
  readonly words?: Readonly<Record<string, string>>;
}

export const isTableRef = (at: Finding["at"]): at is CellRef => "table" in at;
