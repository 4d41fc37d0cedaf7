import type { Word } from "../source/word.ts";
import { lexicon, type Hit } from "./phrases.ts";
import { labelKey } from "./script.ts";
import { parseValue, type Value } from "./value.ts";
import { readableWords } from "./words.ts";

/** A printed value (or an explicit empty cell, `value` undefined) with its word. */
export interface Slot {
  readonly word: Word;
  readonly value?: Value;
}

/** A label word with its range in the segment's key. */
export interface LabelWord {
  readonly word: Word;
  readonly start: number;
  readonly end: number;
}

/**
 * A stretch of print: label words first, then the values that follow them. Empty cells between label words are
 * fillers of merged cells and belong to nobody; those right before or after values count as slots.
 */
export interface Segment {
  readonly index: number;
  /** `labelKey` of all label words together. */
  readonly key: string;
  readonly labels: readonly LabelWord[];
  readonly slots: readonly Slot[];
  readonly hits: readonly Hit[];
  /** A paragraph of prose ends here: nothing before it belongs to a table that goes on after it. */
  readonly prose?: Word;
}

const ITEM_TAIL = /^[.、．)]/;

/** True where a numeral is the number of an item (`1` + `.属于…`, `(` + `三` + `)`), not a value. */
function isItemNumber(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  const before = words[at - 1];
  // A column of serial numbers: the first cell of a grid's row, its label in the next.
  const { place } = words[at]!;
  if (place && next?.place && next.place.grid === place.grid && next.place.row === place.row && next.place.column === place.column + 1 && before?.place?.row !== place.row && /^\d{1,2}$/.test(words[at]!.text) && lexicon.isRow(labelKey(next.text))) return true;
  if (next && ITEM_TAIL.test(next.text) && next.line - words[at]!.line <= 3) return true;
  return before !== undefined && before.text.endsWith("(") && words[at]!.line - before.line <= 3;
}

const NO_LABELS: LabelWord[] = [];
const NO_SLOTS: Slot[] = [];

/** A list with one more. One that begins with what it holds is far smaller than one that grows: most hold one, and none is never changed. */
function withOne<T>(list: T[], one: T): T[] {
  if (list.length === 0) return [one];
  list.push(one);
  return list;
}

/** A printed word longer than this is running text without a full stop, and no label. */
const LONGEST_LABEL = 1000;
/** A label run longer than this (an empty report of all forms has some 300 words) goes on in a segment of its own. */
const MOST_LABELS = 600;

/** Cuts the words of a source into segments. Linear; any list of words has one reading. */
export function cutSegments(source: readonly Word[]): Segment[] {
  const words = readableWords(source);
  const segments: Segment[] = [];
  let labels: LabelWord[] = NO_LABELS;
  let slots: Slot[] = NO_SLOTS;
  let blanks: Slot[] = NO_SLOTS;
  let key = "";
  let open = false;

  const close = (prose?: Word) => {
    if (open || prose) segments.push({ index: segments.length, key, labels, slots: blanks.length === 0 ? slots : [...slots, ...blanks], hits: lexicon.scan(key), prose });
    labels = NO_LABELS;
    slots = NO_SLOTS;
    blanks = NO_SLOTS;
    key = "";
    open = false;
  };

  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (word.prose || word.text.length > LONGEST_LABEL) {
      close();
      close(word);
      continue;
    }
    if (word.text === "") {
      if (open) blanks = withOne(blanks, { word });
      continue;
    }
    const value = parseValue(word.text);
    if (value && !isItemNumber(words, at)) {
      for (const blank of blanks) slots = withOne(slots, blank);
      blanks = NO_SLOTS;
      slots = withOne(slots, { word, value: word.patched && value.kind === "number" ? { ...value, doubt: value.doubt ?? "pieces" } : value });
      open = true;
      continue;
    }
    if (slots.length > 0) close();
    else blanks = NO_SLOTS;
    if (labels.length >= MOST_LABELS) close();
    open = true;
    const start = key.length;
    key += labelKey(word.text);
    labels = withOne(labels, { word, start, end: key.length });
  }
  close();
  return segments;
}

/** The label word in which a position of the key stands. */
export function labelAt(segment: Segment, position: number): LabelWord | undefined {
  let low = 0;
  let high = segment.labels.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const label = segment.labels[middle]!;
    if (position < label.start) high = middle - 1;
    else if (position >= label.end) low = middle + 1;
    else return label;
  }
  return undefined;
}

export const isNumber = (slot: Slot): slot is Slot & { value: Extract<Value, { kind: "number" }> } => slot.value?.kind === "number";

/** Figures and printed "none" marks; not empty cells. */
export const isPrinted = (slot: Slot) => slot.value !== undefined;
