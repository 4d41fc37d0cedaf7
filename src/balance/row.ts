import type { Token } from "./puzzle.ts";

/** What a strip leaves open for each of its cells: the token values it may hold, and whether it may hold none. */
export interface RowChoices {
  readonly values: readonly (readonly number[])[];
  readonly free: readonly boolean[];
  /** Least and greatest of `values`; 0 where there are none. */
  readonly least: readonly number[];
  readonly most: readonly number[];
}

/**
 * Which tokens each cell of a strip may hold, given the cells' bounds, or null where the tokens do not fit at all.
 *
 * Exact for the strip by itself: a cell may always be left free, so the tokens before one fit wherever the greedy
 * placement from the left has room, and those after it likewise from the right. O(cells × tokens).
 */
export function chooseRow(cells: readonly number[], tokens: readonly Token[], low: Float64Array, high: Float64Array): RowChoices | null {
  const n = cells.length;
  const m = tokens.length;
  const fits = (token: number, at: number) => tokens[token]!.value >= low[cells[at]!]! && tokens[token]!.value <= high[cells[at]!]!;
  // first[i]: fewest leading cells that take tokens before i; last[i]: the latest cell from which tokens i… still fit.
  const first = [0];
  const last = [n];
  for (let i = 0; i < m; i += 1) {
    let j = first[i]!;
    while (j < n && !fits(i, j)) j += 1;
    first[i + 1] = tokens[i]!.optional ? first[i]! : j + 1;
    if (first[i + 1]! > n) return null;
  }
  for (let i = m - 1; i >= 0; i -= 1) {
    let j = last[0]! - 1;
    while (j >= 0 && !fits(i, j)) j -= 1;
    last.unshift(tokens[i]!.optional ? last[0]! : j);
  }
  const values: number[][] = [];
  const free: boolean[] = [];
  const least: number[] = [];
  const most: number[] = [];
  for (let j = 0; j < n; j += 1) {
    const held: number[] = [];
    let empty = false;
    for (let i = 0; i <= m; i += 1) {
      if (first[i]! > j) break;
      if (last[i]! > j) empty = true;
      if (i < m && last[i + 1]! > j && fits(i, j) && !held.includes(tokens[i]!.value)) held.push(tokens[i]!.value);
    }
    let [smallest, largest] = [held[0] ?? 0, held[0] ?? 0];
    for (const value of held) {
      if (value < smallest) smallest = value;
      if (value > largest) largest = value;
    }
    values.push(held);
    free.push(empty);
    least.push(smallest);
    most.push(largest);
  }
  return { values, free, least, most };
}
