import type { Form } from "../form/compile.ts";
import type { ColumnDefinition } from "../form/definition.ts";
import type { Candidate } from "./candidates.ts";
import { readHeadings, type Header, type HeadingPlaces } from "./headings.ts";
import type { Hit, Meaning } from "./phrases.ts";
import { isPrinted, type LabelWord, type Segment, type Slot } from "./segments.ts";

/** A column as printed: an official one, or null for 小计, which is no figure of the form. */
export type PrintedColumn = ColumnDefinition | null;

/** The columns of a band as its header prints them. */
export interface PrintedColumns {
  readonly columns: readonly PrintedColumn[];
  /** Words among the headings that are no column's. */
  readonly unknown: readonly LabelWord[];
}

const OUTER = ["natural-persons", "total"];
/** Rows that have to agree before a header that names few columns is believed. */
const ENOUGH_ROWS = 3;

/**
 * Table 三 with its organisations in one column, or with 总计 alone: the header names no kind of organisation, and the
 * rows print as many figures as it names columns. Undefined where header and rows do not agree.
 */
function fewerColumns(places: HeadingPlaces, columns: readonly ColumnDefinition[], rows: readonly Candidate[]): PrintedColumn[] | undefined {
  const named = columns.filter((column) => places.columns.has(column.id));
  if (named.length === 0 || named.some((column) => !OUTER.includes(column.id))) return undefined;
  const printed = [...named.map((column) => ({ column: column as PrintedColumn, at: places.columns.get(column.id)! })), ...(places.organisations < 0 ? [] : [{ column: null, at: places.organisations }])];
  const counts = rows.filter((row) => row.valued).map((row) => row.segment.slots.filter(isPrinted).length);
  const agreeing = counts.filter((count) => count === printed.length).length;
  if (agreeing < ENOUGH_ROWS || agreeing < counts.length * 0.8) return undefined;
  return printed.sort((a, b) => a.at - b.at).map(({ column }) => column);
}

const meaningOf = (hit: Hit, form: Form) => hit.phrase.meanings.find((meaning) => meaning.table === form.id && (meaning.role === "column" || meaning.role === "subtotal" || meaning.role === "organisations"));

/**
 * The columns in the order in which the header prints them. Labels decide: a header whose columns all are there is
 * followed even where it is not in official order; otherwise the official order holds.
 *
 * Table 三's header prints 法人或其他组织 above its five kinds, so flattened text names 总计 before them.
 */
export function printedColumns(header: Header, columns: readonly ColumnDefinition[], form: Form, rows: readonly Candidate[]): PrintedColumns {
  const { segments } = header;
  const official: PrintedColumn[] = [...columns];
  const subtotalAt = (order: readonly PrintedColumn[], meanings: readonly Meaning[]): PrintedColumn[] => {
    const at = meanings.findIndex((meaning) => meaning.role === "subtotal");
    if (at < 0) return [...order];
    // 小计 stands before or after the kinds it sums.
    const next = meanings.slice(at + 1).find((meaning) => meaning.role === "column" && meaning.column !== "total" && meaning.column !== "natural-persons");
    const kinds = order.map((column, index) => ({ column, index })).filter(({ column }) => column && column.id !== "total" && column.id !== "natural-persons");
    const where = next ? kinds[0]!.index : kinds[kinds.length - 1]!.index + 1;
    return [...order.slice(0, where), null, ...order.slice(where)];
  };
  const meanings = segments.flatMap((segment) => segment.hits.map((hit) => meaningOf(hit, form)).filter((meaning) => meaning !== undefined));
  const seen: string[] = [];
  for (const meaning of meanings) if (meaning.role === "column" && !seen.includes(meaning.column)) seen.push(meaning.column);
  const complete = columns.every((column) => seen.includes(column.id)) && seen.filter((id) => columns.some((column) => column.id === id)).length === columns.length;
  const marked = complete ? undefined : readHeadings(header, columns, form);
  const unknown = marked?.unknown ?? [];
  if (marked && marked.columns.size < columns.length) {
    const moved = outOfOrder(marked, columns) ? header.segments.flatMap((segment) => segment.labels).filter((label) => label.start < header.end).pop() : undefined;
    if (moved && unknown.length === 0) return { columns: form.id === "requests" ? subtotalAt(official, meanings) : official, unknown: [moved] };
    if (form.id !== "requests") return { columns: official, unknown };
    return { columns: fewerColumns(marked, columns, rows) ?? subtotalAt(official, meanings), unknown };
  }
  const rank = (id: string) => marked?.columns.get(id) ?? meanings.findIndex((meaning) => meaning.role === "column" && meaning.column === id);
  const organisations = marked?.organisations ?? meanings.findIndex((meaning) => meaning.role === "organisations");
  let order = [...columns].sort((a, b) => rank(a.id) - rank(b.id));
  if (organisations >= 0 && form.id === "requests") {
    const kinds = order.filter((column) => column.id !== "natural-persons" && column.id !== "total");
    const outer = order.filter((column) => column.id === "natural-persons" || column.id === "total").map((column) => ({ column, at: rank(column.id) }));
    const above = outer.every(({ at }) => at < rank(kinds[0]!.id));
    // Two header rows: the kinds stand where 法人或其他组织 stands in the upper one.
    if (above) order = [...outer.filter(({ at }) => at < organisations).map(({ column }) => column), ...kinds, ...outer.filter(({ at }) => at > organisations).map(({ column }) => column)];
  }
  if (order.some((column, at) => column !== columns[at])) {
    const ranked = orderInGrid(segments, columns, rows, form);
    if (ranked) order = ranked;
    // The heading above the kinds cannot stand behind them: the header's lines are out of order, and no column is sure.
    else if (form.id === "requests" && organisations > Math.min(...order.filter((column) => !OUTER.includes(column.id)).map((column) => rank(column.id)))) {
      const above = header.segments.flatMap((segment) => segment.labels).find((label) => /法人/.test(label.word.text));
      return { columns: subtotalAt(official, meanings), unknown: above ? [above] : unknown };
    }
  }
  return { columns: form.id === "requests" ? subtotalAt(order, meanings) : order, unknown };
}

/** Columns whose headings are known by more than 其他 or 总计, and stand in one line of the header. */
const OUTSTANDING = new Set(["natural-persons", "total", "other-bodies"]);

/** True where the headings that are left of a torn header stand in another order than the official one. */
function outOfOrder(places: HeadingPlaces, columns: readonly ColumnDefinition[]): boolean {
  const found = columns.filter((column) => !OUTSTANDING.has(column.id) && places.columns.has(column.id)).map((column) => places.columns.get(column.id)!);
  return found.some((place, at) => at > 0 && place < found[at - 1]!);
}

/** The columns as the header's cells stand in a grid, where the figures of most rows stand below just these cells. */
function orderInGrid(segments: readonly Segment[], columns: readonly ColumnDefinition[], rows: readonly Candidate[], form: Form): ColumnDefinition[] | undefined {
  const places = new Map<string, number>();
  for (const segment of segments) {
    for (const hit of segment.hits) {
      const meaning = meaningOf(hit, form);
      const cell = meaning?.role === "column" ? fillsCell(segment, hit) : undefined;
      if (cell && meaning?.role === "column" && !places.has(meaning.column)) places.set(meaning.column, cell.word.place!.column);
    }
  }
  if (!columns.every((column) => places.has(column.id))) return undefined;
  const order = [...columns].sort((a, b) => places.get(a.id)! - places.get(b.id)!);
  const expected = order.map((column) => places.get(column.id)).join();
  const full = rows.filter((row) => row.valued).map((row) => row.segment.slots.filter(isPrinted)).filter((slots) => slots.length === columns.length);
  const below = full.filter((slots) => slots.map((slot) => slot.word.place?.column).join() === expected).length;
  return below > 0 && below >= full.length * 0.8 ? order : undefined;
}

/** For each grid of the source: the grid column of every printed column. */
export type GridMap = ReadonlyMap<number, readonly number[]>;

/** Text of the cell a hit stands in, as a range of the key; the hit must fill it (an item unit in brackets aside). */
function fillsCell(segment: Segment, hit: Hit): LabelWord | undefined {
  const words = segment.labels.filter((label) => label.end > hit.start && label.start < hit.end);
  const first = words[0];
  if (!first?.word.place) return undefined;
  const cell = segment.labels.filter((label) => label.word.cell === first.word.cell);
  return cell[0]!.start === hit.start && words.every((label) => label.word.cell === first.word.cell) ? first : undefined;
}

/**
 * Where the printed columns stand in each grid, from the header's cells or, where those are torn or not spanned, from
 * the rows that are complete. A grid in which the two disagree, or complete rows do not agree, has no map.
 */
export function mapGrids(segments: readonly Segment[], rows: readonly Candidate[], columns: readonly PrintedColumn[], form: Form): GridMap {
  const maps = new Map<number, readonly number[]>();
  const votes = new Map<number, Map<string, number>>();
  const width = new Map<number, number>();
  for (const row of rows) {
    if (!row.valued) continue;
    const slots = row.segment.slots.filter(isPrinted);
    const grid = slots[0]?.word.place?.grid;
    if (grid === undefined || slots.length !== columns.length || slots.some((slot) => slot.word.place?.grid !== grid)) continue;
    const tuple = slots.map((slot) => slot.word.place!.column).join(",");
    const counts = votes.get(grid) ?? new Map<string, number>();
    counts.set(tuple, (counts.get(tuple) ?? 0) + 1);
    votes.set(grid, counts);
    width.set(grid, (width.get(grid) ?? 0) + 1);
  }
  for (const [grid, counts] of votes) {
    const [tuple, count] = [...counts].sort((a, b) => b[1] - a[1])[0]!;
    if (count / width.get(grid)! >= 0.8 && count >= 2) maps.set(grid, tuple.split(",").map(Number));
    else maps.set(grid, []);
  }
  const header = new Map<number, Map<string, number>>();
  for (const segment of segments) {
    for (const hit of segment.hits) {
      const meaning = meaningOf(hit, form);
      if (!meaning || meaning.role === "organisations") continue;
      const label = fillsCell(segment, hit);
      if (!label) continue;
      const { grid, column } = label.word.place!;
      const found = header.get(grid) ?? new Map<string, number>();
      const id = meaning.role === "column" ? meaning.column : "subtotal";
      if (!found.has(id)) found.set(id, column);
      header.set(grid, found);
    }
  }
  for (const [grid, found] of header) {
    const places = columns.map((column) => found.get(column?.id ?? "subtotal"));
    const ordered = places.every((place, index) => place !== undefined && (index === 0 || place > (places[index - 1] ?? -1)));
    const known = maps.get(grid);
    if (known === undefined && ordered) maps.set(grid, places as number[]);
  }
  for (const [grid, map] of maps) if (map.length === 0) maps.delete(grid);
  return maps;
}

/** The slots by printed column where the map tells every figure's column; undefined where any figure stands elsewhere. */
export function slotsByMap(slots: readonly Slot[], map: GridMap): (Slot | undefined)[] | undefined {
  const grid = slots.find(isPrinted)?.word.place?.grid ?? slots[0]?.word.place?.grid;
  const columns = grid === undefined ? undefined : map.get(grid);
  if (!columns) return undefined;
  const line = slots.find(isPrinted)?.word.line ?? slots[0]!.word.line;
  const placed = columns.map((): Slot | undefined => undefined);
  for (const slot of slots) {
    const at = slot.word.place?.grid === grid && slot.word.line === line ? columns.indexOf(slot.word.place!.column) : -1;
    if (at >= 0) placed[at] = slot;
    else if (isPrinted(slot)) return undefined;
  }
  return placed;
}
