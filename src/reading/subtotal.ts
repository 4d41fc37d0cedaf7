import type { Candidate } from "./candidates.ts";
import { OUTER } from "./column-order.ts";
import type { PrintedColumn } from "./grid-map.ts";
import type { Meaning } from "./phrases.ts";
import { labelKey } from "./script.ts";
import { isNumber, isPrinted, type LabelWord } from "./segments.ts";

/** Where 小计 of the organisations stands, a column that some offices add to table 三. */
export interface Subtotal {
  /** The columns with 小计 as null among them. */
  readonly columns: readonly PrintedColumn[];
  /** Its heading, where neither a grid nor the rows tell whether it stands before the kinds or behind them. */
  readonly doubtful?: LabelWord;
}

const isSubtotal = (label: LabelWord) => labelKey(label.word.text).endsWith("小计");

/** Rows that add up, and are not all zero, with 小计 at a place. */
function votesFor(place: number, order: readonly PrintedColumn[], rows: readonly Candidate[]): number {
  const columns = [...order.slice(0, place), null, ...order.slice(place)];
  let votes = 0;
  for (const { valued, segment } of rows) {
    const slots = valued ? segment.slots.filter(isPrinted) : [];
    if (slots.length !== columns.length) continue;
    const values = slots.map((slot) => (isNumber(slot) ? Number(slot.value.decimal) : 0));
    const sum = (isOf: (column: PrintedColumn) => boolean) => values.reduce((all, value, at) => (isOf(columns[at]!) ? all + value : all), 0);
    const subtotal = values[place]!;
    const total = sum((column) => column?.id === "total");
    if (total !== 0 && sum((column) => column !== null && !OUTER.includes(column.id)) === subtotal && sum((column) => column?.id === "natural-persons") + subtotal === total) votes++;
  }
  return votes;
}

/** By the grid: whether the heading of 小计 stands left of all kinds. */
function isLeftInGrid(labels: readonly LabelWord[], kinds: readonly string[]): boolean | undefined {
  const own = labels.findLast(isSubtotal)?.word.place;
  const others = labels.filter(({ word }) => word.place && word.place.grid === own?.grid && word.place.row >= own.row && kinds.some((kind) => labelKey(word.text) === kind)).map(({ word }) => word.place!.column);
  return own && others.length >= 2 ? others.every((column) => column > own.column) : undefined;
}

/**
 * The columns with 小计 in its place: before the kinds or behind them, as the rows add up; as the grid has it where both
 * fit (one kind alone has figures); else as the headings follow each other, and that is doubtful.
 */
export function withSubtotal(order: readonly PrintedColumn[], meanings: readonly Meaning[], labels: readonly LabelWord[], rows: readonly Candidate[]): Subtotal {
  const at = meanings.findIndex((meaning) => meaning.role === "subtotal");
  if (at < 0) return { columns: order };
  const kinds = order.map((column, index) => ({ column, index })).filter(({ column }) => column !== null && !OUTER.includes(column.id));
  const [before, behind] = [kinds[0]!.index, kinds[kinds.length - 1]!.index + 1];
  const put = (place: number) => [...order.slice(0, place), null, ...order.slice(place)];
  const votes = votesFor(before, order, rows) - votesFor(behind, order, rows);
  if (votes !== 0) return { columns: put(votes > 0 ? before : behind) };
  const isLeft = isLeftInGrid(labels, kinds.map(({ column }) => labelKey(column!.label)));
  if (isLeft !== undefined) return { columns: put(isLeft ? before : behind) };
  const next = meanings.slice(at + 1).some((meaning) => meaning.role === "column" && !OUTER.includes(meaning.column));
  const both = votesFor(before, order, rows) > 0;
  return { columns: put(next ? before : behind), ...(both && { doubtful: labels.findLast(isSubtotal) }) };
}
