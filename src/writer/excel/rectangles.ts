import type { PlanArea } from "../../sheet/plan.ts";

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
export function coverRectangles<T>(cells: Iterable<ValuedCell<T>>): ValuedArea<T>[] {
  const rows = new Map<number, ValuedCell<T>[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  const done: ValuedArea<T>[] = [];
  let open = new Map<string, { left: number; right: number; top: number; bottom: number; value: T }>();
  for (const row of [...rows.keys()].sort((a, b) => a - b)) {
    const next: typeof open = new Map();
    for (const run of runsOf(rows.get(row)!)) {
      const key = `${run.left}:${run.right}`;
      const above = open.get(key);
      if (above && above.bottom === row - 1 && above.value === run.value) {
        above.bottom = row;
        next.set(key, above);
        open.delete(key);
      } else next.set(key, { ...run, top: row, bottom: row });
    }
    for (const rest of open.values()) done.push(close(rest));
    open = next;
  }
  return [...done, ...[...open.values()].map(close)];
}

const close = <T>({ value, ...area }: PlanArea & { value: T }): ValuedArea<T> => ({ area: { top: area.top, left: area.left, bottom: area.bottom, right: area.right }, value });

function runsOf<T>(row: readonly ValuedCell<T>[]): { left: number; right: number; value: T }[] {
  const runs: { left: number; right: number; value: T }[] = [];
  for (const { column, value } of [...row].sort((a, b) => a.column - b.column)) {
    const last = runs[runs.length - 1];
    if (last && last.right === column - 1 && last.value === value) last.right = column;
    else runs.push({ left: column, right: column, value });
  }
  return runs;
}

/** Runs of equal neighbours in a list: `[0, 2, "a"]` says that items 0 to 2 are "a". Undefined items are left out. */
export function runsOfEqual<T>(items: readonly (T | undefined)[]): (readonly [from: number, to: number, value: T])[] {
  return runsOf(items.flatMap((value, column) => (value === undefined ? [] : [{ row: 0, column, value }]))).map((run) => [run.left, run.right, run.value] as const);
}
