import type { TableId } from "../form/definition.ts";
import { lexicon, type Hit, type ReadingRow } from "./phrases.ts";
import { labelAt, type Segment } from "./segments.ts";
import { labelKey } from "./script.ts";

/** A row that a segment may name, at a place in its key. */
export interface Candidate {
  readonly row: ReadingRow;
  readonly segment: Segment;
  /** Where the label stands in the segment's key: later candidates stand behind its end. */
  readonly start: number;
  readonly end: number;
  /** The segment's values would be this row's. */
  readonly valued: boolean;
  readonly score: number;
  /** The whole label of this row and of no other. */
  readonly exact?: boolean;
}

const NUMERALS = /^[\d一二三四五六七八九十]{1,3}$/;

export const rowsOf = (table: TableId) => lexicon.rows.get(table) ?? [];

export const rowMeaning = (hit: Hit, table: TableId) => hit.phrase.rows[table];

/** Headings glued before a label; more than this is running text. */
const LONGEST_BEFORE = 200;

/**
 * True where the hit is a label and not a part of another word: what stands before it in its own word is an item
 * number, a heading, or the torn end of a row's label (规范性文件 in 其他规范性文件 is no row of the form).
 */
function beginsLabel(segment: Segment, index: number, table: TableId): boolean {
  const hit = segment.hits[index]!;
  const word = labelAt(segment, hit.start);
  if (!word || word.start === hit.start) return true;
  const before = segment.key.slice(word.start, hit.start);
  if (before.length > LONGEST_BEFORE) return false;
  if (NUMERALS.test(before)) return true;
  let known = 0;
  let other = false;
  for (let at = index - 1; at >= 0 && segment.hits[at]!.start >= word.start; at--) {
    const { phrase, start, end } = segment.hits[at]!;
    if (phrase.meanings.some((meaning) => meaning.table === table)) known += end - start;
    if (phrase.key === "其他") other = true;
  }
  if (known > 0 && before.length - known <= 3 && !other) return true;
  return rowsOf(table).some((row) => row.keys[0]!.endsWith(before) && before.length >= 2);
}

/** What a column 计量单位 prints behind a label of its kind; 件 behind 收费 counts something else than the form. */
const MEASURE_OF_COUNTS = /^(?:件|项|条|宗|次|个|份|部|人次|件次)$/;
const MEASURE_OF_MONEY = /^万?元$/;

/**
 * How well the label ends: 0 it is followed by nothing or by what belongs to it, undefined it is part of something
 * else. An annotation in brackets (规章(县级无此项)) and the torn rest of the official wording belong to it.
 */
function residueCost(segment: Segment, hit: Hit, row: ReadingRow): number | undefined {
  const residue = segment.key.slice(hit.end);
  if (residue === "") return 0;
  const official = row.keys[0]! + row.note;
  const key = segment.key.slice(hit.start, hit.end);
  if (official.includes(key + residue)) return 0;
  const word = labelAt(segment, hit.end);
  if (!word) return 0;
  if (word.start === hit.end && (row.isMoney ? MEASURE_OF_MONEY : MEASURE_OF_COUNTS).test(residue)) return 1;
  const tail = segment.labels.filter((label) => label.start >= hit.end || label === word);
  const printed = tail.map((label) => label.word.text).join("");
  if (word.start < hit.end) {
    // Glued to the label's own word.
    const inWord = segment.key.slice(hit.end, word.end);
    if (/[(〔[]/.test(word.word.text) && inWord.length <= 30) return 1;
    return inWord === residue && residue.length <= key.length / 2 && key.length >= 4 ? 2 : undefined;
  }
  const opens = /^[(〔[]/.test(printed) || /[(〔[]$/.test(labelAt(segment, hit.end - 1)?.word.text ?? "");
  if (opens && residue.length <= 40) return 1;
  if (row.note && row.note.startsWith(residue.slice(0, 4))) return 1;
  return undefined;
}

/**
 * True where the words at the start of a segment are the torn rest of a label whose beginning ends the segment before
 * (`5.属于三类 0 0 0` over `内部事务信息 0`): they name no row, the values above already have it.
 */
export function isTornRest(candidate: Candidate, before: Segment | undefined): boolean {
  if (!before || before.prose || candidate.start > 0) return false;
  const official = candidate.row.keys[0]!;
  const rest = candidate.segment.key.slice(0, candidate.end);
  return rest.length < official.length && official.endsWith(rest) && before.key.endsWith(official.slice(0, official.length - rest.length));
}

const NONE: readonly Candidate[] = [];

/** Rows whose exact label (or a known other wording) stands in the segment. */
export function exactCandidates(segment: Segment, table: TableId): readonly Candidate[] {
  let last = segment.hits.length - 1;
  while (last >= 0 && !rowMeaning(segment.hits[last]!, table)) last--;
  if (last < 0) return NONE;
  const rows = rowsOf(table);
  const found: Candidate[] = [];
  for (let index = 0; index <= last; index++) {
    const hit = segment.hits[index]!;
    const meaning = rowMeaning(hit, table);
    if (!meaning || !beginsLabel(segment, index, table)) continue;
    const row = rows[meaning.order]!;
    const length = hit.end - hit.start;
    const itemBonus = row.item !== "" && hit.start >= row.item.length && segment.key.startsWith(row.item, hit.start - row.item.length) ? 3 : 0;
    const cost = index === last ? residueCost(segment, hit, row) : undefined;
    if (cost !== undefined && segment.hasSlots) found.push({ row, segment, start: hit.start, end: hit.end, valued: true, score: 10 + 2 * Math.min(length, 10) + itemBonus - cost, exact: hit.phrase.meanings.length === 1 });
    else found.push({ row, segment, start: hit.start, end: hit.end, valued: false, score: Math.min(length, 6) / 2 + itemBonus });
  }
  return found;
}

const isSubsequence = (part: string, whole: string) => {
  let at = 0;
  for (const mark of part) {
    at = whole.indexOf(mark, at) + 1;
    if (at === 0) return false;
  }
  return true;
};

/** Characters of headings between those of a label, at most. */
const MOST_BETWEEN = 12;
/** A shorter label could be found in any words. */
const LEAST_LABEL = 6;

/** Where a label begins that ends a key but for characters of headings between its own, or -1. */
function interleavedAt(key: string, label: string, headings: ReadonlySet<string>): number {
  let at = key.length - 1;
  let left = label.length - 1;
  let between = 0;
  for (; at >= 0 && left >= 0; at--) {
    if (key[at] === label[left]) left--;
    else if (++between > MOST_BETWEEN || !headings.has(key[at]!)) return -1;
  }
  return left < 0 && between > 0 ? at + 1 : -1;
}

/** How many characters of a label stand before its figures where the others begin the next segment: all, or enough to know it. */
function brokenAt(label: string, behind: Segment | undefined): number {
  if (behind) for (let at = LEAST_LABEL; at < label.length; at++) if (behind.key.startsWith(label.slice(at))) return at;
  return label.length;
}

/**
 * Rows whose label stands at the end of the segment, but for characters of the headings beside it, and perhaps its own
 * end behind the figures: print that wraps the columns of labels mixes their lines (`(三)不 8.属于行政查询事` over
 * `予公开 项 30`).
 */
export function interleavedCandidates(segment: Segment, table: TableId, behind: Segment | undefined): Candidate[] {
  if (!segment.hasSlots) return [];
  const { key } = segment;
  const headings = lexicon.headingMarks(table);
  const found: Candidate[] = [];
  for (const row of rowsOf(table)) {
    const label = row.keys[0]!;
    if (label.length < LEAST_LABEL) continue;
    const length = brokenAt(label, behind);
    const start = interleavedAt(key, label.slice(0, length), headings);
    if (start >= 0) found.push({ row, segment, start, end: key.length, valued: true, score: 2 + Math.min(length, 10) });
  }
  return found;
}

/** Rows that the end of the segment's label abbreviates, cuts short, or begins (the rest follows the values). */
export function looseCandidates(segment: Segment, table: TableId): Candidate[] {
  if (!segment.hasSlots || segment.labels.length === 0) return [];
  const best = new Map<string, Candidate>();
  let tail = "";
  for (let at = segment.labels.length - 1; at >= 0 && segment.labels.length - at <= 5; at--) {
    const text = segment.labels[at]!.word.text;
    tail = labelKey(text) + tail;
    const match = /^(?:\(?([\d一二三四五六七八九十]{1,3})\)?[.、．)]?)/.exec(text);
    const item = match && /[.、．)]/.test(text.slice(0, match[0].length + 1)) ? match[1]! : "";
    const core = item && tail.startsWith(item) ? tail.slice(item.length) : tail;
    if (core.length < 2 || core.length > 40) continue;
    for (const row of rowsOf(table)) {
      if (item !== "" && row.item !== item) continue;
      const bonus = item !== "" && row.item === item ? 4 : 0;
      let score = 0;
      for (const key of row.keys) {
        if (key.startsWith(core) && core.length >= 2) score = Math.max(score, 4 + Math.min(core.length, 10) + bonus);
        else if ((core.length >= 4 || (core.length >= 2 && bonus > 0)) && isSubsequence(core, key) && core.length * 4 >= key.length) score = Math.max(score, 2 + Math.min(core.length, 10) + bonus);
      }
      const known = best.get(row.id);
      if (score > 0 && (!known || known.score < score)) best.set(row.id, { row, segment, start: segment.key.length - core.length, end: segment.key.length, valued: true, score });
    }
  }
  return [...best.values()];
}
