import type { Run } from "./runs.ts";

/** From left to right edge, in points. */
export interface Interval {
  readonly left: number;
  readonly right: number;
}

/** Print that fills its cell reaches over the border by as much. */
const OVERHANG = 0.8;

export const overlap = (a: Interval, b: Interval): boolean => a.left < b.right - OVERHANG && b.left < a.right - OVERHANG;
export const around = (a: Interval, b: Interval): Interval => ({ left: Math.min(a.left, b.left), right: Math.max(a.right, b.right) });
const middle = ({ left, right }: Interval) => (left + right) / 2;

/** Figures of one column share an edge or a middle, so their intervals meet; those of two columns never do. */
export function figureColumns(rows: readonly (readonly Run[])[]): Interval[] {
  const columns: Interval[] = [];
  for (const { left, right } of rows.flat().sort((a, b) => a.left - b.left)) {
    const last = columns[columns.length - 1];
    if (last && left < last.right - OVERHANG) columns[columns.length - 1] = around(last, { left, right });
    else columns.push({ left, right });
  }
  return columns;
}

/** -1: figures stand at the left of their cells; 1: at the right; 0: in the middle; undefined: print does not tell. */
function alignmentOf(rows: readonly (readonly Run[])[], columns: readonly Interval[]): -1 | 0 | 1 | undefined {
  const spread = [0, 0, 0];
  for (const column of columns) {
    const own = rows.flat().filter((run) => overlap(run, column));
    const range = (edge: (run: Run) => number) => Math.max(...own.map(edge)) - Math.min(...own.map(edge));
    if (own.length < 2 || range((run) => run.right - run.left) < 2) continue;
    [(run: Run) => run.left, middle, (run: Run) => run.right].forEach((edge, at) => (spread[at]! += range(edge)));
  }
  if (Math.max(...spread) === 0) return undefined;
  return (spread.indexOf(Math.min(...spread)) - 1) as -1 | 0 | 1;
}

/**
 * The heading of each column of figures, as an index of `headings`; undefined where print does not tell.
 *
 * A figure and its heading stand in one cell's width, so overlapping proves that they belong together. A column
 * that meets no heading belongs to the one on its left where figures stand at the right of their cells, and the other
 * way round.
 */
export function matchHeadings(headings: readonly Interval[], columns: readonly Interval[], rows: readonly (readonly Run[])[]): number[] | undefined {
  const met = columns.map((column) => headings.flatMap((heading, at) => (overlap(heading, column) ? [at] : [])));
  if (met.some((own) => own.length > 1)) return undefined;
  const isOrdered = (places: readonly number[]) => places.every((place, at) => place >= 0 && place < headings.length && (at === 0 || place > places[at - 1]!));
  if (headings.length === columns.length) return met.every((own, at) => own.length === 0 || own[0] === at) ? columns.map((_, at) => at) : undefined;
  const told = alignmentOf(rows, columns);
  const lean = columns.reduce((sum, column, at) => sum + (met[at]!.length ? Math.sign(Math.round(middle(column) - middle(headings[met[at]![0]!]!))) : 0), 0);
  const side = told || Math.sign(lean);
  const places = columns.map((column, at) => {
    if (met[at]!.length > 0) return met[at]![0]!;
    const next = headings.findIndex((heading) => heading.left >= column.right);
    if (side === 0) return -1;
    return side > 0 ? (next < 0 ? headings.length : next) - 1 : next;
  });
  return isOrdered(places) ? places : undefined;
}
