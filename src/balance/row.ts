import type { Token } from "./puzzle.ts";

/** What a strip leaves open for each of its cells: the token values it may hold, and whether it may hold none. */
export interface RowChoices {
  readonly values: readonly (readonly number[])[];
  readonly free: readonly boolean[];
}

/** `first[i]`: fewest leading cells that take tokens before i; `last[i]`: the cell from which tokens i… still fit, at the latest. */
interface Reach {
  readonly first: readonly number[];
  readonly last: readonly number[];
}

const fits = ({ value }: Token, cell: number, low: Float64Array, high: Float64Array) => value >= low[cell]! && value <= high[cell]!;

/**
 * How far the tokens of a strip reach, or null where they do not fit at all.
 *
 * Exact for the strip by itself: a cell may always be left free, so the tokens before one fit wherever the greedy
 * placement from the left has room, and those after it likewise from the right. O(cells + tokens).
 */
function reachOf(cells: readonly number[], tokens: readonly Token[], low: Float64Array, high: Float64Array): Reach | null {
  const n = cells.length;
  const m = tokens.length;
  const first: number[] = [0];
  for (let i = 0; i < m; i += 1) {
    let j = first[i]!;
    while (j < n && !fits(tokens[i]!, cells[j]!, low, high)) j += 1;
    const next = tokens[i]!.optional ? first[i]! : j + 1;
    if (next > n) return null;
    first.push(next);
  }
  const last = first.slice();
  last[m] = n;
  for (let i = m - 1; i >= 0; i -= 1) {
    let j = last[i + 1]! - 1;
    while (j >= 0 && !fits(tokens[i]!, cells[j]!, low, high)) j -= 1;
    last[i] = tokens[i]!.optional ? last[i + 1]! : j;
  }
  return { first, last };
}

/**
 * Narrows each cell of a strip that must hold a token to the least and the greatest that it may hold. False where the
 * tokens do not fit, or `narrow` says so.
 */
export function boundRow(cells: readonly number[], tokens: readonly Token[], low: Float64Array, high: Float64Array, narrow: (variable: number, least: number, most: number) => boolean): boolean {
  const reach = reachOf(cells, tokens, low, high);
  if (!reach) return false;
  const { first, last } = reach;
  const m = tokens.length;
  for (let j = 0; j < cells.length; j += 1) {
    let least = Infinity;
    let most = -Infinity;
    let free = false;
    for (let i = 0; i <= m && first[i]! <= j && !free; i += 1) {
      if (last[i]! > j) free = true;
      else if (i < m && last[i + 1]! > j && fits(tokens[i]!, cells[j]!, low, high)) {
        const { value } = tokens[i]!;
        if (value < least) least = value;
        if (value > most) most = value;
      }
    }
    // A cell that nothing can stand in and that cannot be free has no value at all.
    if (!free && !narrow(cells[j]!, least, most)) return false;
  }
  return true;
}

/** Which tokens each cell of a strip may hold, given the cells' bounds, or null where the tokens do not fit at all. O(cells × tokens). */
export function chooseRow(cells: readonly number[], tokens: readonly Token[], low: Float64Array, high: Float64Array): RowChoices | null {
  const reach = reachOf(cells, tokens, low, high);
  if (!reach) return null;
  const { first, last } = reach;
  const m = tokens.length;
  const values: number[][] = [];
  const free: boolean[] = [];
  for (let j = 0; j < cells.length; j += 1) {
    const held: number[] = [];
    let empty = false;
    for (let i = 0; i <= m && first[i]! <= j; i += 1) {
      if (last[i]! > j) empty = true;
      if (i < m && last[i + 1]! > j && fits(tokens[i]!, cells[j]!, low, high) && !held.includes(tokens[i]!.value)) held.push(tokens[i]!.value);
    }
    values.push(held);
    free.push(empty);
  }
  return { values, free };
}
