import type { CellId } from "../form/compile.ts";
import type { EditionId, TableId } from "../form/definition.ts";
import type { Finding } from "../finding/model.ts";
import type { Report, UnitKind } from "../report/model.ts";
import type { SourcePolicy } from "./policy.ts";

/** One report handed in for a consolidation. What is not `counted` is kept and shown, but adds nothing. */
export interface Member {
  readonly report: Report;
  readonly counted: boolean;
  readonly kind?: UnitKind;
  /** Stable within the consolidation: `unit-1`. */
  readonly id: string;
  /** Of a report that is itself a consolidation (a county's): what it was made of, to any depth. */
  readonly parts?: readonly Member[];
}

/** A sum and everyone who stands behind it. */
export interface Summed {
  /** Sum of the contributors, in units of 10^-scale; null when nobody has a figure, or the sum is not exact. */
  readonly value: number | null;
  readonly contributors: readonly { readonly member: string; readonly value: number }[];
  /** Counted members that have no figure here. */
  readonly blank: readonly string[];
  /** Counted members (of the kinds that the policy chooses): contributors and blanks together. */
  readonly of: number;
}

/** A figure that one unit gives for the whole city. */
export interface Provided {
  readonly provider: string;
  /** Taken from the provider's own report (`member`), or entered in the policy. */
  readonly from: "report" | "policy";
  readonly member?: string;
  /** The sum it stands in place of. */
  readonly summed: Summed;
}

/**
 * One official figure of the consolidation. Where it is provided, `value` is the provider's; its contributor is the
 * provider's report, and there is none where the figure was entered in the policy.
 */
export interface ConsolidatedCell extends Summed {
  readonly provided?: Provided;
}

export interface ConsolidatedTable {
  readonly table: TableId;
  readonly edition: EditionId;
  readonly cells: Readonly<Record<CellId, ConsolidatedCell>>;
}

export interface Consolidation {
  readonly unit: string;
  readonly year: number;
  /** Edition of table 三; that of another table may differ (see `tables`). */
  readonly edition: EditionId;
  /** In the order given; `counted` and `kind` as decided here. */
  readonly members: readonly Member[];
  readonly tables: readonly ConsolidatedTable[];
  /** The figures as a report of their own: status 汇总 or 提供, origin consolidated. */
  readonly report: Report;
  readonly findings: readonly Finding[];
  readonly policy: SourcePolicy;
}
