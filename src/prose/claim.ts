import type { Origin } from "../report/model.ts";

/**
 * A number that running text tells, as plain data: what is kept of the prose beside a report's tables.
 *
 * `subject` names the official figure it speaks of; without one it counts something that no table holds. Whether it
 * agrees with a table is no property of it: tables can be edited.
 */
export interface Claim {
  /** The sentence as printed. */
  readonly sentence: string;
  /** The number with its unit as printed (`8.22万条`); the clause itself where it says that there was none. */
  readonly raw: string;
  /** Plain decimal in `unit`: 8.22万条 is 82200. */
  readonly decimal: string;
  /** Power of ten of the last digit printed: 48.57 −2, 8.22万 2. */
  readonly precision: number;
  /** Unit of measure as printed: 件, 条, %, 元 … */
  readonly unit: string;
  /** 余, 多, 约: not exact. */
  readonly approximate?: true;
  /** The words that say what it counts. */
  readonly counts: string;
  readonly origin: Origin;
  readonly subject?: Subject;
  /** Wording that fits several figures: agreement is shown, a difference proves nothing. */
  readonly vague?: true;
  /** Told of some of the units only (县政府本级, 各乡镇), where the table may cover them all. */
  readonly own?: true;
  /** A year that the sentence names for it. */
  readonly year?: number;
  /** Index of the claim that it is a part of, and whether the parts told are all there are. */
  readonly part?: { readonly of: number; readonly complete: boolean };
  /** A percentage: the share of the claim `of` (an index) or of the figure `subject`, in `base` where the sentence names it. */
  readonly share?: { readonly of?: number; readonly subject?: Subject; readonly base?: Subject };
}

/** What the tables 二, 三 and 四 (and 统计表) count, as sentences name it: `kind` or `kind:which`. */
export type Subject =
  | "received" | "newly-received" | "carried-in" | "carried-out" | "closed" | "answered"
  | `outcome:${string}` | `applicant:${string}` | `review:${string}` | `disclosure:${string}` | `statistics:${string}`;
