import type { Token } from "./puzzle.ts";

/** What a strip leaves open for each of its cells: the token values it may hold, and whether it may hold none. */
export interface RowChoices {
  readonly values: readonly (readonly number[])[];
  readonly free: readonly boolean[];
}

/**
 * Which tokens each cell of a strip may hold, given the cells' bounds, or null where the tokens do not fit at all.
 *
 * Exact for the strip by itself (reachability from both ends), O(cells × tokens).
 */
export function chooseRow(tokens: readonly Token[], low: readonly number[], high: readonly number[]): RowChoices | null {
  const [n, m] = [low.length, tokens.length];
  const fits = (token: number, cell: number) => tokens[token]!.value >= low[cell]! && tokens[token]!.value <= high[cell]!;
  const width = n + 1;
  const before = new Uint8Array((m + 1) * width);
  const after = new Uint8Array((m + 1) * width);
  before[0] = 1;
  for (let i = 0; i <= m; i += 1) {
    for (let j = 0; j <= n; j += 1) {
      if (!before[i * width + j]) continue;
      if (j < n) before[i * width + j + 1] = 1;
      if (i < m && tokens[i]!.optional) before[(i + 1) * width + j] = 1;
      if (i < m && j < n && fits(i, j)) before[(i + 1) * width + j + 1] = 1;
    }
  }
  if (!before[m * width + n]) return null;
  after[m * width + n] = 1;
  for (let i = m; i >= 0; i -= 1) {
    for (let j = n; j >= 0; j -= 1) {
      if (j < n && after[i * width + j + 1]) after[i * width + j] = 1;
      if (i < m && tokens[i]!.optional && after[(i + 1) * width + j]) after[i * width + j] = 1;
      if (i < m && j < n && after[(i + 1) * width + j + 1] && fits(i, j)) after[i * width + j] = 1;
    }
  }
  const values: number[][] = [];
  const free: boolean[] = [];
  for (let j = 0; j < n; j += 1) {
    const held: number[] = [];
    let empty = false;
    for (let i = 0; i <= m; i += 1) {
      if (!before[i * width + j]) continue;
      if (after[i * width + j + 1]) empty = true;
      if (i < m && after[(i + 1) * width + j + 1] && fits(i, j) && !held.includes(tokens[i]!.value)) held.push(tokens[i]!.value);
    }
    values.push(held);
    free.push(empty);
  }
  return { values, free };
}
