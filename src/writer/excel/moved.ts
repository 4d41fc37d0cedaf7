import type { PlanValue } from "../../sheet/plan.ts";
import { canonical, hashText } from "./content.ts";
import { eachPlace } from "./look.ts";
import type { WrittenSheet } from "./record.ts";

/** Where the rows and columns of a sheet as it was written stand now that a person has inserted others between them. */
export interface Moved {
  readonly row: (written: number) => number;
  readonly column: (written: number) => number;
  /** Backwards; undefined for what was inserted. */
  readonly rowBack: (now: number) => number | undefined;
  readonly columnBack: (now: number) => number | undefined;
}

type Cells = readonly (readonly PlanValue[])[];
type Marked = readonly [column: number, mark: number];
/** By how many places each row or column was moved; undefined where it cannot be told by itself. */
type Offsets = (number | undefined)[];

/** Share of a row's cells that have to be found again, so that it is taken for the same row. */
const ENOUGH = 0.49;
/** Share of rows that may be lost: where more are, nobody can say what happened. */
const MOST_LOST = 0.3;
/** Rows inserted at one place; more are looked at as a change like any other. */
const FURTHEST = 200;
/** Rows at the lower edge, and cells at the right one, that tell whether anything moved at all. */
const [EDGES, SAMPLES] = [3, 12];

/**
 * Finds what a person inserted, from the marks of what was written; undefined where nothing was, and where nobody can say.
 *
 * Rows that were deleted or sorted are not followed: such a sheet is a changed one, and is asked about.
 */
export function findMoved(written: WrittenSheet, cells: Cells): Moved | undefined {
  const rows = markedRows(written);
  const lists = written.grain === "row" ? columnsOf(written) : undefined;
  const score = (row: number, at: number): number => {
    const marks = rows[row]!;
    if (lists) return Number(hashText((lists[row] ?? []).map((column) => canonical(cells[at]?.[column])).join("\u0001")) === marks[0]![1]);
    // As many cells as there were, where nothing else tells rows apart.
    const filled = (cells[at] ?? []).filter((cell) => cell !== "" && cell !== null).length;
    return likeness(marks, cells[at] ?? []) - Math.abs(filled - marks.length) * 1e-6;
  };
  if (!isAway(rows, cells, lists && score)) return undefined;
  const offsets = rowOffsets(rows, score);
  const columns = offsets && (lists ? [] : columnOffsets(rows, offsets, cells));
  if (!offsets || !columns || ![...offsets, ...columns].some((offset) => offset)) return undefined;
  const [row, rowBack] = bothWays(offsets);
  const [column, columnBack] = bothWays(columns);
  return { row, rowBack, column, columnBack };
}

const markOf = (value: PlanValue | undefined): number => {
  const text = canonical(value);
  return text === "" ? 0 : hashText(text);
};

/** By row, the cells that hold something, in the order of columns; of long lists each row as one. */
function markedRows(written: WrittenSheet): (Marked[] | undefined)[] {
  if (written.grain === "row") return written.marks.map((mark) => (mark === 0 ? undefined : [[0, mark]]));
  const rows: Marked[][] = [];
  let index = 0;
  eachPlace(written.look, (row, column) => {
    const mark = written.marks[index++] ?? 0;
    if (mark !== 0) (rows[row] ??= []).push([column, mark]);
  });
  return Array.from(rows, (row) => row?.sort(([a], [b]) => a - b));
}

/** Columns of each row in the order in which its mark was made. */
function columnsOf(written: WrittenSheet): number[][] {
  const columns: number[][] = [];
  eachPlace(written.look, (row, column) => (columns[row] ??= [])[column] = column);
  return columns.map((row) => Array.from(row, (column) => column ?? -1));
}

/** What is inserted pushes the edges away: where every cell of these stands as it was written, nothing was. */
function isAway(rows: ReturnType<typeof markedRows>, cells: Cells, score: ((row: number, at: number) => number) | undefined): boolean {
  const lowest = rows.flatMap((row, at) => (row && at >= rows.length - EDGES ? [at] : []));
  if (score) return !lowest.every((row) => score(row, row) >= ENOUGH);
  const isHere = (row: number, [column, mark]: Marked) => markOf(cells[row]?.[column]) === mark;
  // Of an edge that is all formulas, written anew by Excel, nobody can say.
  const isLost = (places: readonly (readonly [row: number, marked: Marked])[]) => {
    const telling = places.filter(([row, marked]) => isHere(row, marked) || !isFormula(cells[row]?.[marked[0]]));
    return telling.length === 0 || !telling.every(([row, marked]) => isHere(row, marked));
  };
  const edge = rows.reduce((most, row) => Math.max(most, row?.[row.length - 1]?.[0] ?? 0), 0);
  const beside = rows.flatMap((row, at) => (row?.[row.length - 1]?.[0] === edge ? [[at, row[row.length - 1]!] as const] : []));
  return lowest.some((at) => isLost(rows[at]!.map((marked) => [at, marked]))) || isLost(beside.slice(-SAMPLES));
}

/** Which of a row's cells are found, in order, in a row as it is now. */
function found(row: readonly Marked[], cells: readonly PlanValue[]): (readonly [written: number, now: number])[] {
  const marks = cells.map(markOf);
  const pairs: (readonly [number, number])[] = [];
  let next = 0;
  for (const [column, mark] of row) {
    const at = marks.indexOf(mark, next);
    if (at < 0) continue;
    pairs.push([column, at]);
    next = at + 1;
  }
  return pairs;
}

const isFormula = (value: PlanValue | undefined): boolean => typeof value === "string" && value.startsWith("=");

/** Share of a row's cells that are found; formulas say nothing, for Excel writes them anew where what they look at has moved. */
function likeness(row: readonly Marked[], cells: readonly PlanValue[]): number {
  const pairs = found(row, cells);
  const same = new Set(pairs.map(([, now]) => now));
  const silent = cells.filter((cell, at) => isFormula(cell) && !same.has(at)).length;
  return pairs.length === 0 ? 0 : pairs.length / Math.max(pairs.length, row.length - silent);
}

function rowOffsets(rows: ReturnType<typeof markedRows>, score: (row: number, at: number) => number): Offsets | undefined {
  const known = rows.flatMap((row, at) => (row ? [at] : []));
  const offsets: Offsets = [];
  let offset = 0;
  let lost = 0;
  for (const [index, row] of known.entries()) {
    const further = score(row, row + offset) >= ENOUGH ? 0 : jump(row, known[index + 1], offset, score);
    if (further === undefined) lost += 1;
    else offsets[row] = offset += further;
  }
  if (lost > known.length * MOST_LOST) return undefined;
  // Rows that say nothing, or changed in themselves: where they are like themselves most, between their neighbours.
  let above = 0;
  for (const [index, row] of known.entries()) {
    const below = offsets[row] ?? offsets[known.slice(index + 1).find((one) => offsets[one] !== undefined) ?? -1] ?? above;
    let best = offsets[row] ?? above;
    if (offsets[row] === undefined) for (let one = above + 1; one <= below; one++) if (score(row, row + one) > score(row, row + best)) best = one;
    offsets[row] = above = best;
  }
  return offsets;
}

/** How many rows were inserted before a row; the row after it has to have come along, so that none is taken for another like it. */
function jump(row: number, next: number | undefined, offset: number, score: (row: number, at: number) => number): number | undefined {
  for (let further = 1; further <= FURTHEST; further++) {
    const by = offset + further;
    if (score(row, row + by) < ENOUGH) continue;
    if (next === undefined || [0, 1, 2].some((more) => score(next, next + by + more) >= ENOUGH)) return further;
  }
  return undefined;
}

/** Columns that cells of most rows were found in; undefined where they are not in their order. */
function columnOffsets(rows: ReturnType<typeof markedRows>, offsets: Offsets, cells: Cells): Offsets | undefined {
  const votes: Map<number, number>[] = [];
  rows.forEach((row, at) => {
    for (const [column, now] of row && offsets[at] !== undefined ? found(row, cells[at + offsets[at]] ?? []) : []) {
      const of = (votes[column] ??= new Map<number, number>());
      of.set(now - column, (of.get(now - column) ?? 0) + 1);
    }
  });
  const columns = Array.from(votes, (of) => (of ? [...of].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]![0] : undefined));
  const sure = columns.filter((offset) => offset !== undefined);
  return sure.every((offset, index) => offset >= (sure[index - 1] ?? 0)) ? columns : undefined;
}

/** Places by offsets: between known ones as the one before, after them as the last. */
function bothWays(offsets: Offsets): readonly [to: (written: number) => number, back: (now: number) => number | undefined] {
  const filled: number[] = [];
  for (let at = 0; at < offsets.length; at++) filled[at] = offsets[at] ?? filled[at - 1] ?? 0;
  const last = filled[filled.length - 1] ?? 0;
  const to = (written: number) => written + (filled[written] ?? last);
  const backs = new Map(filled.map((offset, at) => [at + offset, at]));
  const end = filled.length + last;
  return [to, (now) => (now >= end ? now - last : backs.get(now))];
}
