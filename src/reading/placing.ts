import type { ColumnDefinition } from "../form/definition.ts";
import { changeWord } from "../source/word.ts";
import { slotsByMap, type GridMap, type PrintedColumn } from "./grid-map.ts";
import { isNumber, isPrinted, NO_SLOTS, type LabelWord, type Slot } from "./segments.ts";
import { toFigure, type MoneyUnit, type Value } from "./value.ts";

/** What a row's printed values came to. */
export interface RowPlacing {
  /** What stands in the columns of the row's band, in official order; undefined where nothing is printed. */
  readonly direct: readonly (Slot | undefined)[];
  /** Values in printed order whose columns are open; the equations decide. */
  readonly open: readonly Slot[];
  /** Values that are more than the row's cells: no cell is theirs. */
  readonly extra: readonly Slot[];
  /** Values of a column that the form does not have (小计). */
  readonly added?: readonly Slot[];
  /** The rest of the row is printed empty, so its values are filled in from the left if nothing else decides. */
  readonly emptyTail: boolean;
}

export interface RowPrint {
  readonly columns: readonly PrintedColumn[];
  /** Where each of them stands in the band, -1 for one that it does not have. */
  readonly places: readonly number[];
  /** Values behind the row's label, empty cells included. */
  readonly slots: readonly Slot[];
  /** Values behind other text before the next row: a torn total, a page number. */
  readonly strays: readonly Slot[];
  readonly map: GridMap;
  /** Line of the label's last word. */
  readonly label?: number;
  /** Lines between which the row's values stand, where the source gives every cell a line; see `byRuler`. */
  readonly ruler?: () => Ruler | undefined;
  /** Item number of the next row as printed without its dot, which may stand at the end of this row's values. */
  readonly nextItem?: string;
}

/** A row whose cells stand at even distances below its label, an empty cell being an empty line. */
export interface Ruler {
  /** Line of the label's last word. */
  readonly label: number;
  /** Line of the next row's label. */
  readonly next: number;
  /** Lines from one cell to the next, as in the table's complete rows. */
  readonly step: number;
  /** The last row of a table may have more lines below it. */
  readonly last: boolean;
}

export const NOTHING_PLACED: readonly undefined[] = [];

const NOTHING: RowPlacing = { direct: NOTHING_PLACED, open: NO_SLOTS, extra: NO_SLOTS, emptyTail: false };

/** A sign demands a change, a unit of money an amount: whatever else a value may be, it cannot stand elsewhere. */
const demands = (slot: Slot, column: PrintedColumn) => !isNumber(slot) || column === null || ((!slot.value.signed || column.measure.signed === true) && (!slot.value.unit || slot.value.unit === "万" || slot.value.unit === "亿" || column.measure.scale > 0));

/** True where a slot can stand in a column at all: as `demands`, and the figure can be held exactly. */
function fits(slot: Slot, column: PrintedColumn, unit?: MoneyUnit): boolean {
  if (!isNumber(slot) || column === null) return true;
  return demands(slot, column) && toFigure(slot.value, column.measure, unit) !== null;
}

/** Slots in the order of the printed columns, brought to the band's. */
function byOrder(places: readonly number[], slots: readonly (Slot | undefined)[], extra: readonly Slot[] = NO_SLOTS): RowPlacing {
  const direct: (Slot | undefined)[] = places.map(() => undefined);
  let added: Slot[] | undefined;
  for (let at = 0; at < places.length; at++) {
    const slot = slots[at];
    if (!slot || !isPrinted(slot)) continue;
    if (places[at]! >= 0) direct[places[at]!] = slot;
    else (added ??= []).push(slot);
  }
  return { direct, open: NO_SLOTS, extra, added, emptyTail: false };
}

/** Places values by the lines they stand on, where label, values and the next label lie exactly as those of full rows. */
function byRuler(slots: readonly Slot[], count: number, ruler: Ruler | undefined): (Slot | undefined)[] | undefined {
  if (!ruler || ruler.step < 1) return undefined;
  const length = ruler.step * (count + 1);
  const distance = ruler.next - ruler.label;
  if (ruler.last ? distance < length : distance !== length) return undefined;
  const placed: (Slot | undefined)[] = Array.from({ length: count }, () => undefined);
  for (const slot of slots) {
    const at = (slot.word.line - ruler.label) / ruler.step - 1;
    if (!Number.isInteger(at) || at < 0 || at >= count || placed[at]) return undefined;
    placed[at] = slot;
  }
  return placed;
}

/** The cells of a row without the empty ones right of the last heading: a column of remarks, what Word puts at the ends of rows. */
export function withoutBeyond(slots: readonly Slot[], heads: readonly LabelWord[]): readonly Slot[] {
  if (slots.length === 0 || isPrinted(slots[slots.length - 1]!)) return slots;
  let last = -1;
  for (const { word } of heads) if (word.place && word.place.column > last) last = word.place.column;
  return last < 0 ? slots : slots.filter((slot) => isPrinted(slot) || (slot.word.place?.column ?? 0) <= last);
}

/** Slots by the lines they stand on, in order. */
export function byLine(slots: readonly Slot[]): readonly Slot[][] {
  const lines = new Map<number, Slot[]>();
  for (const slot of slots) {
    const line = lines.get(slot.word.line);
    if (line) line.push(slot);
    else lines.set(slot.word.line, [slot]);
  }
  return [...lines.values()];
}

/**
 * The slots that share one line, when those are exactly as many as the columns. Of several such lines the label's own
 * is taken: the others are rows whose labels are lost.
 */
function onOneLine(slots: readonly Slot[], count: number, label: number | undefined): { line: Slot[]; rest: Slot[] } | undefined {
  if (count < 2) return undefined;
  const full = byLine(slots).filter((line) => line.length === count);
  const line = full.length === 1 ? full[0] : full.find((entry) => entry[0]!.word.line === label);
  if (!line) return undefined;
  return { line, rest: slots.filter((slot) => !line.includes(slot)) };
}

/** A figure never begins with 0 before other digits: `098` is the rest of one. */
const isGroup = (slot: Slot) => isNumber(slot) && /^\d{3}(?:\.\d+)?$/.test(slot.value.decimal) && !slot.value.signed;

/**
 * `2 120 471` printed with spaces: joined where that, and only that, gives the row as many values as it has cells.
 *
 * Only what cannot be figures of their own is joined: groups that fill a cell or line alone, or one that begins with
 * 0. `23 93 807` on a line of several figures stays three.
 */
export function joinThousands(slots: readonly Slot[], count: number): Slot[] | undefined {
  const ways: Slot[][] = [];
  const walk = (at: number, done: Slot[]) => {
    if (ways.length > 1 || done.length > count) return;
    if (at === slots.length) {
      if (done.length === count) ways.push(done);
      return;
    }
    const first = slots[at]!;
    walk(at + 1, [...done, first]);
    if (!isNumber(first) || !/^[1-9]\d{0,2}$/.test(first.value.decimal)) return;
    const group = [first];
    for (let next = at + 1; next < slots.length && next <= at + 3 && isGroup(slots[next]!) && slots[next]!.word.cell === first.word.cell; next++) {
      group.push(slots[next] as typeof first);
      const fills = slots.filter((slot) => slot.word.cell === first.word.cell).length === group.length;
      // `200 200` is rather one figure twice.
      const twice = group.every((slot) => slot.value.decimal === first.value.decimal);
      if ((fills && !twice) || group.slice(1).some((slot) => slot.value.decimal.startsWith("0"))) walk(next + 1, [...done, joined(group, "apart")]);
    }
  };
  if (slots.length - count <= 8) walk(0, []);
  return ways.length === 1 ? ways[0] : undefined;
}

/** Digits of more figures than this in a cell are a list, not a number. */
const MOST_DIGITS = 7;

/**
 * Figures printed in pieces (`5 3` for 53) where every cell of a grid holds one figure of the row: a scan, or a narrow
 * cell that breaks its line. What is joined is said, since it is not what stands there.
 */
export function joinPieces(slots: readonly Slot[], count: number): Slot[] | undefined {
  const cells = new Map<number, (Slot & { value: Extract<Value, { kind: "number" }> })[]>();
  for (const slot of slots) {
    if (!isNumber(slot) || !slot.word.place || slot.value.signed || slot.value.unit || !/^\d+$/.test(slot.value.decimal)) return undefined;
    const { cell } = slot.word;
    if (cells.has(cell)) cells.get(cell)!.push(slot);
    else cells.set(cell, [slot]);
  }
  if (cells.size !== count || cells.size === slots.length) return undefined;
  const pieces = [...cells.values()];
  if (pieces.some((group) => group.length > 1 && (group[0]!.value.decimal === "0" || group.reduce((length, slot) => length + slot.value.decimal.length, 0) > MOST_DIGITS))) return undefined;
  return pieces.map((group): Slot => {
    if (group.length === 1) return group[0]!;
    return joined(group, "pieces");
  });
}

type Doubt = Extract<Value, { kind: "number" }>["doubt"];

/** Figures as the one number that they make; without `doubt` it is as sure as they are. */
function joined(group: readonly (Slot & { value: Extract<Value, { kind: "number" }> })[], doubt?: Doubt): Slot {
  const [first] = group;
  const last = group[group.length - 1]!;
  const raw = group.map((slot) => slot.word.raw).join(" ");
  return { word: changeWord(first!.word, { raw, text: raw.replaceAll(" ", "") }), value: { ...last.value, decimal: group.map((slot) => slot.value.decimal).join(""), negative: first!.value.negative, signed: first!.value.signed, ...(doubt && { doubt }) } };
}

/**
 * Brings a row's printed values to its columns as far as print alone tells.
 *
 * As many values as cells: in order. Fewer: by the grid's columns, by the empty cells printed between them, else open.
 * More: those on one line, those under the grid's columns, thousands printed with spaces; else all are open.
 */
export function placeRow(print: RowPrint): RowPlacing {
  const { columns, places, map } = print;
  const count = columns.length;
  const own = print.slots.filter(isPrinted);
  if (own.length === 0 && print.strays.length === 0) return NOTHING;
  if (own.length === count && own.every((slot, at) => demands(slot, columns[at]!))) return byOrder(places, own, print.strays);
  const mapped = own.length > 0 ? slotsByMap(print.slots, map) : undefined;
  if (own.length <= count) {
    if (mapped) return byOrder(places, mapped, print.strays);
    if (own.length + print.strays.length === count) return byOrder(places, [...own, ...print.strays]);
    const last = print.slots.reduce((found, slot, at) => (isPrinted(slot) ? at : found), -1);
    const first = print.slots.findIndex(isPrinted);
    if (print.slots.length === count) return byOrder(places, print.slots, print.strays);
    const ruled = byRuler(own, count, print.ruler?.());
    if (ruled) return byOrder(places, ruled, print.strays);
    const emptyTail = first === 0 && last === own.length - 1 && print.slots.length > own.length;
    return { direct: NOTHING_PLACED, open: own, extra: print.strays, emptyTail };
  }
  const line = onOneLine(own, count, print.label);
  if (line) return byOrder(places, line.line, [...line.rest, ...print.strays]);
  const joined = joinThousands(own, count);
  if (joined) return byOrder(places, joined, print.strays);
  const whole = joinPieces(own, count);
  if (whole) return byOrder(places, whole, print.strays);
  const withoutItem = print.nextItem !== undefined && own.length === count + 1 && own[count]!.word.text === print.nextItem;
  if (withoutItem) return byOrder(places, own.slice(0, count), print.strays);
  return { direct: NOTHING_PLACED, open: own, extra: print.strays, emptyTail: false };
}

/**
 * Columns for values without equations to help: the one order-preserving placing in which every value can stand in
 * its column at all. Undefined where there are several, or none.
 */
export function placeByKind(slots: readonly Slot[], columns: readonly ColumnDefinition[], unitOf: (column: ColumnDefinition) => MoneyUnit | undefined): readonly (Slot | undefined)[] | undefined {
  const ways: (Slot | undefined)[][] = [];
  const walk = (at: number, from: number, done: readonly (Slot | undefined)[]) => {
    if (ways.length > 1) return;
    if (at === slots.length) {
      ways.push([...done]);
      return;
    }
    for (let column = from; column < columns.length; column++) {
      if (fits(slots[at]!, columns[column]!, unitOf(columns[column]!))) walk(at + 1, column + 1, done.with(column, slots[at]!));
    }
  };
  if (slots.length <= columns.length) walk(0, 0, columns.map(() => undefined));
  return ways.length === 1 ? ways[0] : undefined;
}
