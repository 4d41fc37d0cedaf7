import type { CellId } from "../form/compile.ts";
import type { Strip } from "./puzzle.ts";

/**
 * Puts a strip's tokens into cells that hold their values, or null where they do not all fit.
 *
 * Of several placements with the same values one is chosen by convention: as many tokens as possible are used, the
 * last stands in the last cell if that fits, the others as far left as possible; so a zero lost among equal zeros is
 * the last applicant column. Optional tokens may stay unused (null).
 */
export function placeTokens(strip: Strip, valueOf: (id: CellId) => number | undefined): readonly (CellId | null)[] | null {
  const { cells, tokens } = strip;
  if (!tokens.some((token) => token.optional)) return placeAll(strip, valueOf);
  const [n, m] = [cells.length, tokens.length];
  const matches = (token: number, cell: number) => valueOf(cells[cell]!) === tokens[token]!.value;
  const most = (lastCell: boolean): number[][] => {
    const best = Array.from({ length: m + 1 }, () => new Array<number>(n + 1).fill(-Infinity));
    best[m]!.fill(0);
    for (let i = m - 1; i >= 0; i -= 1) {
      for (let j = n; j >= 0; j -= 1) {
        const last = i === m - 1 && lastCell;
        const use = j < n && matches(i, j) && (!last || j === n - 1) ? 1 + best[i + 1]![j + 1]! : -Infinity;
        const drop = tokens[i]!.optional && !last ? best[i + 1]![j]! : -Infinity;
        best[i]![j] = Math.max(use, drop, j < n ? best[i]![j + 1]! : -Infinity);
      }
    }
    return best;
  };
  const anywhere = most(false);
  if (anywhere[0]![0] === -Infinity) return null;
  const atEnd = most(true);
  const useEnd = m > 0 && atEnd[0]![0] === anywhere[0]![0];
  const best = useEnd ? atEnd : anywhere;
  const placed: (CellId | null)[] = [];
  for (let i = 0, j = 0; i < m; ) {
    const fits = j < n && matches(i, j) && (!(useEnd && i === m - 1) || j === n - 1);
    if (fits && 1 + best[i + 1]![j + 1]! === best[i]![j]) {
      placed.push(cells[j]!);
      i += 1;
      j += 1;
    } else if (j < n && best[i]![j + 1] === best[i]![j]) {
      j += 1;
    } else {
      placed.push(null);
      i += 1;
    }
  }
  return placed;
}

/** `placeTokens` where every token has to stand: each as far left as it can, but for the last in the last cell. */
function placeAll({ cells, tokens }: Strip, valueOf: (id: CellId) => number | undefined): readonly CellId[] | null {
  const placed: CellId[] = [];
  const last = tokens.length - 1;
  const atEnd = last >= 0 && cells.length > 0 && valueOf(cells[cells.length - 1]!) === tokens[last]!.value;
  let from = 0;
  for (let at = 0; at <= last; at += 1) {
    if (at === last && atEnd && from < cells.length) from = cells.length - 1;
    while (from < cells.length && valueOf(cells[from]!) !== tokens[at]!.value) from += 1;
    if (from === cells.length) return null;
    placed.push(cells[from]!);
    from += 1;
  }
  return placed;
}
