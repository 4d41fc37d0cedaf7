import type { CellId, Form } from "../form/compile.ts";

/** A printed figure, in units of 10^-scale of its cell's measure. `optional`: may be no figure of the row (a page number). */
export interface Token {
  readonly value: number;
  readonly optional?: boolean;
}

/** Figures printed in order for cells in official order, some of them lost: which figure belongs to which cell is open. */
export interface Strip {
  readonly cells: readonly CellId[];
  readonly tokens: readonly Token[];
}

/** One table with lost cells. A cell that is neither known nor printed in a strip is unknown (≥ 0 unless signed). */
export interface Puzzle {
  readonly form: Form;
  /** Figures of the cells outside of the strips, by their places in official order, undefined where there is none. */
  readonly known: readonly (number | undefined)[];
  readonly strips: readonly Strip[];
  /** Search nodes at most (default 4,000); small tables need a few dozen. */
  readonly budget?: number;
}

export interface Solution {
  /**
   * Cells whose value is the same in every assignment that fits: cells of strips and forced blanks. What was `known`
   * is not repeated.
   */
  readonly values: ReadonlyMap<CellId, number>;
  /** For each strip, token index → cell, or null where the token is not used; null for a strip that is not settled. */
  readonly placed: readonly (readonly (CellId | null)[] | null)[];
  /** For each value that was not printed: the rules whose equations contain and force it. */
  readonly forcedBy: ReadonlyMap<CellId, readonly string[]>;
  /** `exhausted`: the budget ended before every cell was decided; what is in `values` is proved all the same. */
  readonly state: "unique" | "ambiguous" | "contradiction" | "exhausted";
}
