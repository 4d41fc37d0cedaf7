import type { Form } from "../form/compile.ts";
import type { ColumnDefinition } from "../form/definition.ts";
import type { Candidate } from "./candidates.ts";
import type { Hit, Meaning } from "./phrases.ts";
import { isPrinted, labelAt, type LabelWord, type Segment, type Slot } from "./segments.ts";

/** A column as printed: an official one, or null for 小计, which is no figure of the form. */
export type PrintedColumn = ColumnDefinition | null;

type Heading = Extract<Meaning, { readonly role: "column" | "subtotal" | "organisations" }>;

/** What a hit means as a heading of a form's columns. */
export const headingOf = (hit: Hit, form: Form): Heading | undefined =>
  hit.phrase.meanings.find((meaning): meaning is Heading => meaning.table === form.id && (meaning.role === "column" || meaning.role === "subtotal" || meaning.role === "organisations"));

/** The columns as the header's cells stand in a grid, where the figures of most rows stand below just these cells. */
export function orderInGrid(segments: readonly Segment[], columns: readonly ColumnDefinition[], rows: readonly Candidate[], form: Form): ColumnDefinition[] | undefined {
  const places = new Map<string, number>();
  for (const segment of segments) {
    for (const hit of segment.hits) {
      const meaning = headingOf(hit, form);
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
  const first = labelAt(segment, hit.start);
  if (!first?.word.place) return undefined;
  const words = segment.labels.filter((label) => label.end > hit.start && label.start < hit.end);
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
    const grid = row.segment.slots.find(isPrinted)?.word.place?.grid;
    if (grid === undefined) continue;
    const slots = row.segment.slots.filter(isPrinted);
    if (slots.length !== columns.length || slots.some((slot) => slot.word.place?.grid !== grid)) continue;
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
      const meaning = headingOf(hit, form);
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
