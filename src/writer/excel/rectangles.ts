import type { PlanArea } from "../../sheet/plan.ts";
import { atOnce, CELLS_A_PART, type InParts } from "./in-parts.ts";

export interface ValuedCell<T> {
  readonly row: number;
  readonly column: number;
  readonly value: T;
}

export interface ValuedArea<T> {
  readonly area: PlanArea;
  readonly value: T;
}

/**
 * Covers cells with few rectangles of one value each, none overlapping: runs along rows, joined downwards.
 *
 * Values are compared as map keys, so objects must be the same object. Order of the result: by bottom row, then column.
 */
export const coverRectangles = <T>(cells: Iterable<ValuedCell<T>>): ValuedArea<T>[] => coverCells(cells, ({ value }) => value);

interface Placed {
  readonly row: number;
  readonly column: number;
}

/** `coverRectangles` of cells whose value is said by `valueOf`. */
export const coverCells = <C extends Placed, T>(cells: Iterable<C>, valueOf: (cell: C) => T): ValuedArea<T>[] => atOnce(coverInParts(cells, valueOf));

/** `coverCells`, in parts where there are many. */
export function* coverInParts<C extends Placed, T>(cells: Iterable<C>, valueOf: (cell: C) => T): InParts<ValuedArea<T>[]> {
  const rows = new Map<number, C[]>();
  let count = 0;
  for (const cell of cells) {
    if (++count % CELLS_A_PART === 0) yield;
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  const done: ValuedArea<T>[] = [];
  let open = new Map<number, { left: number; right: number; top: number; bottom: number; value: T }>();
  for (const row of [...rows.keys()].sort((a, b) => a - b)) {
    const next: typeof open = new Map();
    count += rows.get(row)!.length;
    if (count > CELLS_A_PART) yield void (count = 0);
    // Runs of one row begin in different columns.
    for (const run of runsOf(rows.get(row)!, valueOf)) {
      const above = open.get(run.left);
      if (above && above.right === run.right && above.bottom === row - 1 && above.value === run.value) {
        above.bottom = row;
        next.set(run.left, above);
        open.delete(run.left);
      } else next.set(run.left, { ...run, top: row, bottom: row });
    }
    for (const rest of open.values()) done.push(close(rest));
    open = next;
  }
  yield;
  return [...done, ...[...open.values()].map(close)];
}

const close = <T>({ value, ...area }: PlanArea & { value: T }): ValuedArea<T> => ({ area: { top: area.top, left: area.left, bottom: area.bottom, right: area.right }, value });

function runsOf<C extends Placed, T>(row: readonly C[], valueOf: (cell: C) => T): { left: number; right: number; value: T }[] {
  const runs: { left: number; right: number; value: T }[] = [];
  const isSorted = row.every(({ column }, at) => at === 0 || row[at - 1]!.column <= column);
  for (const cell of isSorted ? row : [...row].sort((a, b) => a.column - b.column)) {
    const { column } = cell;
    const value = valueOf(cell);
    const last = runs[runs.length - 1];
    if (last && last.right === column - 1 && last.value === value) last.right = column;
    else runs.push({ left: column, right: column, value });
  }
  return runs;
}

/** Runs of equal neighbours in a list: `[0, 2, "a"]` says that items 0 to 2 are "a". Undefined items are left out. */
export function runsOfEqual<T>(items: readonly (T | undefined)[]): (readonly [from: number, to: number, value: T])[] {
  return runsOf(items.flatMap((value, column) => (value === undefined ? [] : [{ row: 0, column, value }])), ({ value }) => value).map((run) => [run.left, run.right, run.value] as const);
}
