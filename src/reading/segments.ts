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
  /** `slots` has any, without making them. */
  readonly hasSlots: boolean;
  readonly hits: readonly Hit[];
  /** The same print, as if it named only these phrases. */
  readonly withHits: (hits: readonly Hit[]) => Segment;
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
export const NO_SLOTS: readonly Slot[] = [];
const NO_HITS: readonly Hit[] = [];

/** A list with one more. One that begins with what it holds is far smaller than one that grows: most hold one, and none is never changed. */
function withOne<T>(list: T[], one: T): T[] {
  if (list.length === 0) return [one];
  list.push(one);
  return list;
}

/** A printed value as its word bears it: one whose digits differ among themselves, or that stands for several rows, is doubtful. */
const slotOf = (word: Word, value: Value | undefined): Slot => ({ word, value: (word.patched || word.merged) && value?.kind === "number" ? { ...value, doubt: value.doubt ?? (word.patched ? "pieces" : "merged") } : value });

/**
 * A segment as ranges of its source's words. Its lists are made when somebody asks for them: most of what a source
 * prints is no table, and a megabyte of figures has half a million of them.
 */
class Stretch implements Segment {
  constructor(
    readonly index: number,
    readonly key: string,
    private readonly words: readonly Word[],
    /** The label words stand from here, empty cells among them. */
    private readonly from: number,
    /** The slots from here: every word, to the end. */
    private readonly middle: number,
    private readonly end: number,
    readonly prose: Word | undefined,
    readonly hits: readonly Hit[],
    private madeLabels?: readonly LabelWord[],
    private madeSlots?: readonly Slot[],
  ) {}

  get hasSlots(): boolean {
    return this.middle < this.end;
  }

  get labels(): readonly LabelWord[] {
    return (this.madeLabels ??= this.makeLabels());
  }

  get slots(): readonly Slot[] {
    return (this.madeSlots ??= this.makeSlots());
  }

  private makeSlots(): readonly Slot[] {
    return this.middle === this.end ? NO_SLOTS : this.words.slice(this.middle, this.end).map((word) => slotOf(word, parseValue(word.text)));
  }

  private makeLabels(): readonly LabelWord[] {
    const labels: LabelWord[] = [];
    let end = 0;
    for (let at = this.from; at < this.middle; at++) {
      const word = this.words[at]!;
      if (word.text === "") continue;
      const start = end;
      end += labelKey(word.text).length;
      labels.push({ word, start, end });
    }
    return labels;
  }

  withHits(hits: readonly Hit[]): Segment {
    return new Stretch(this.index, this.key, this.words, this.from, this.middle, this.end, this.prose, hits, this.madeLabels, this.madeSlots);
  }
}

/** A printed word longer than this is running text without a full stop, and no label. */
const LONGEST_LABEL = 1000;
/** A label run longer than this (an empty report of all forms has some 300 words) goes on in a segment of its own. */
const MOST_LABELS = 600;

/** Segments whose lists are made at once: some forty reports. */
const MOST_MADE = 4000;

/** Cuts the words of a source into segments. Linear; any list of words has one reading. */
export function cutSegments(source: readonly Word[]): Segment[] {
  const words = readableWords(source);
  const segments: Segment[] = [];
  let key = "";
  let labels: LabelWord[] = NO_LABELS;
  /** Where the segment begins, -1 while none is open. */
  let from = -1;
  /** Behind its last label. */
  let middle = 0;
  /** What the words from `middle` print, so many of them up to the last value: one list for all segments. */
  const values: (Value | undefined)[] = [];
  let printed = 0;

  const slotsTo = (end: number): readonly Slot[] => {
    if (middle === end) return NO_SLOTS;
    const slots = [slotOf(words[middle]!, printed > 0 ? values[0] : undefined)];
    for (let at = middle + 1; at < end; at++) slots.push(slotOf(words[at]!, at - middle < printed ? values[at - middle] : undefined));
    return slots;
  };
  const close = (end: number, prose?: Word) => {
    if (from >= 0) {
      const hits = lexicon.scan(key);
      // Print that names nothing is hardly ever asked for, nor is most of a source that has very many segments.
      if (hits.length > 0 && segments.length < MOST_MADE) segments.push(new Stretch(segments.length, key, words, from, middle, end, undefined, hits, labels, slotsTo(end)));
      else segments.push(new Stretch(segments.length, key, words, from, middle, end, undefined, hits));
    }
    if (prose) segments.push(new Stretch(segments.length, "", words, end, end, end, prose, NO_HITS, NO_LABELS, NO_SLOTS));
    key = "";
    from = -1;
    labels = NO_LABELS;
    printed = 0;
  };

  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (word.prose || word.text.length > LONGEST_LABEL) {
      close(at, word);
      continue;
    }
    if (word.text === "") continue;
    const value = parseValue(word.text);
    if (value && !isItemNumber(words, at)) {
      if (from < 0) from = middle = at;
      while (printed < at - middle) values[printed++] = undefined;
      values[printed++] = value;
      continue;
    }
    if (printed > 0) close(at);
    else if (labels.length >= MOST_LABELS) close(middle);
    if (from < 0) from = at;
    const start = key.length;
    key += labelKey(word.text);
    labels = withOne(labels, { word, start, end: key.length });
    middle = at + 1;
  }
  close(words.length);
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
