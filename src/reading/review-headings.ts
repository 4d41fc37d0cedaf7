import { rowMeaning } from "./candidates.ts";
import { findForm } from "../form/forms.ts";
import type { Hit } from "./phrases.ts";
import { isNumber, isPrinted, labelAt, type LabelWord, type Segment, type Slot } from "./segments.ts";
import type { Word } from "../source/word.ts";

const official = findForm("reviews", "2021")!;
const GROUPS = official.rows.map((row) => row.id);
const RESULTS = official.rows[0]!.band.columns.map((column) => column.id);
const [RECONSIDERATION, DIRECT, AFTER] = GROUPS as [string, string, string];
/** Results of a group, its total the last. */
export const SIZE = RESULTS.length;
/** Figures of the table, all in one row. */
export const WHOLE_ROW = GROUPS.length * SIZE;
/** Longest print of table 四 in pieces: a heading and a figure each. */
const MOST_PIECES = 24;

const indexOf = (group: string, result: string) => GROUPS.indexOf(group) * SIZE + RESULTS.indexOf(result);

const resultOf = (hit: Hit): string | undefined => {
  for (const meaning of hit.phrase.meanings) if (meaning.table === "reviews" && meaning.role === "column") return meaning.column;
  return undefined;
};

/** The two groups of suits in words that are not the form's (复议后提起诉讼, 未经复议). */
const OTHER_WORDS: Readonly<Record<string, RegExp>> = { [DIRECT]: /未经(?:行政)?复议|直接|直诉|未复议|不经复议/, [AFTER]: /复议后|已复议|不服复议|(?<![未不])经(?:行政)?复议/ };

function inOtherWords({ key }: Segment, from: number, group: string): number {
  const at = OTHER_WORDS[group] ? key.slice(from).search(OTHER_WORDS[group]) : -1;
  return at < 0 ? at : from + at;
}

/** Words of headings: a title and a note have others. */
const HEADING = /^[一二三四五六\d]{0,2}[行政复议诉讼结果维持纠正错其他尚未审总计经直接提起后再合小情况案件数量先]+$/;

/** Words by which a result is known in any words of its own (维持, 依法纠错, 未审); a heading bears those of one only. */
const MARKS: readonly (readonly [string, RegExp])[] = [["upheld", /维持/], ["corrected", /纠/], ["other-result", /其他/], ["pending", /未|尚/], ["total", /计/]];
const LONGEST_RESULT = 8;
/** 结果维持, 尚未审结. */
const WHOLE_HEADING = 4;

/** The results of all groups by their marks, each heading a word of its own; undefined where they are not as many or not told. */
function resultsByMark(segment: Segment, from: number): { readonly ids: readonly string[]; readonly words: readonly LabelWord[] } | undefined {
  const ids: string[] = [];
  const words: LabelWord[] = [];
  for (const label of segment.labels) {
    const key = segment.key.slice(label.start, label.end);
    if (label.start < from || key.length > LONGEST_RESULT || /诉/.test(key)) continue;
    const marked = MARKS.filter(([, mark]) => mark.test(key));
    if (marked.length > 1) return undefined;
    if (marked.length === 0) continue;
    ids.push(marked[0]![0]);
    words.push(label);
  }
  return ids.length === SIZE * GROUPS.length ? { ids, words } : undefined;
}

/** Results by the pieces with which their headings begin. */
const PIECES: readonly (readonly [string, RegExp])[] = [["upheld", /^(?:结果)?维/], ["corrected", /^(?:结果)?纠/], ["other-result", /^其他/], ["pending", /^(?:尚|未审)/], ["total", /^[总合]计?$/]];

/** What the lines of a header say of the results' order, though it is not whole. */
interface OrderInLines {
  /** The one order in which lines name the results of a group; undefined where they name them in none or in several. */
  readonly order?: readonly string[];
  /** Several groups are named so. */
  readonly isRepeated: boolean;
  /** Every group is, its headings printed whole. */
  readonly isSure: boolean;
}

/**
 * The order in which lines name results side by side, where some do otherwise than the form: headings in pieces, or
 * repeated in every row that they span. Undefined where no line does.
 */
function orderInLines(segment: Segment, from: number): OrderInLines | undefined {
  const runs: string[][] = [];
  let run: string[] = [];
  let line = -1;
  let areWhole = true;
  for (const { word, start, end } of segment.labels) {
    const key = start < from ? "" : segment.key.slice(start, end);
    const result = key === "" || key.length > LONGEST_RESULT ? undefined : PIECES.find(([, begins]) => begins.test(key))?.[0];
    if (result === undefined) continue;
    if (result !== "total" && key.length < WHOLE_HEADING) areWhole = false;
    if (word.line !== line || run.includes(result) || run[run.length - 1] === "total") runs.push((run = []));
    run.push(result);
    line = word.line;
  }
  const isOfficial = (ids: readonly string[]) => ids.every((id, at) => at === 0 || RESULTS.indexOf(ids[at - 1]!) < RESULTS.indexOf(id));
  if (runs.every(isOfficial)) return undefined;
  const long = runs.filter((ids) => ids.filter((id) => id !== "total").length === SIZE - 1);
  const order = long[0] && (long[0].includes("total") ? long[0] : [...long[0], "total"]);
  const agrees = order && runs.every((ids) => ids.every((id, at) => at === 0 || order.indexOf(ids[at - 1]!) < order.indexOf(id)));
  return agrees ? { order, isRepeated: long.length > 1, isSure: areWhole && long.length >= GROUPS.length } : { isRepeated: false, isSure: false };
}

/** Where the headings begin: behind the section's title and notes, which name 行政复议 and 行政诉讼 too. */
function headingsFrom(segment: Segment): number {
  const title = /复议[^数果]{0,12}?诉讼[^数果]{0,24}?情况/.exec(segment.key);
  let from = 0;
  for (let at = segment.labels.length - 1; at >= 0 && from === 0; at--) {
    const { start, end } = segment.labels[at]!;
    if (start < end && !HEADING.test(segment.key.slice(start, end))) from = end;
  }
  const behindTitle = title ? title.index + title[0].length : 0;
  return from < segment.key.length ? Math.max(from, behindTitle) : behindTitle;
}

const HEADED = { 诉讼: /^(?:行政)?诉讼(?:情况|案件)?$/, 复议: /^(?:行政)?复议(?:情况|案件)?$/ } as const;

/** Where a group's own heading stands, in whatever words, or -1. */
function headedAt(segment: Segment, from: number, name: keyof typeof HEADED): number {
  const label = segment.labels.find(({ start, end }) => start >= from && HEADED[name].test(segment.key.slice(start, end)));
  return label ? label.start : segment.key.indexOf(`行政${name}`, from);
}

/** True where print gives every heading of the results its place: all on one line, each on its own, each group on one, or in a grid. */
function standInLine(words: readonly (Word | undefined)[]): boolean {
  const lines = words.map((word) => word?.line);
  const groups = GROUPS.map((_, group) => new Set(lines.slice(group * SIZE, (group + 1) * SIZE)).size);
  return words.every((word) => word?.place) || new Set(lines).size === lines.length || groups.every((count) => count === 1);
}

/** True where the results of all groups stand in one order: in a table that somebody turned about they do, where print has moved a heading they do not. */
const isOneOrder = (places: readonly number[]) => places.every((place, at) => place % SIZE === places[at % SIZE]! % SIZE);

/** True for a heading that is printed whole: four characters, or a word of its own. */
function isWholeHeading(segment: Segment, hit: Hit): boolean {
  const label = labelAt(segment, hit.start);
  return hit.phrase.key.length === WHOLE_HEADING || resultOf(hit) === "total" || (label?.start === hit.start && label.end === hit.end);
}

/** 结果 and 审结 as words of their own: the headings are torn, but for those that a cell holds together. A table drawn with characters has a cell for each of their lines. */
const isTorn = ({ labels, key }: Segment) => labels.some(({ word, start, end }, at) => /^(?:结果|审结|结)$/.test(key.slice(start, end)) && (!word.place || (labels[at - 1]?.word.cell !== word.cell && labels[at + 1]?.word.cell !== word.cell)));

const isWhole = (results: readonly string[]) => results.length === SIZE && RESULTS.every((id) => results.includes(id));

/**
 * How two groups stand, the first before the other in the form: so, the other way round, or in print that says nothing
 * of it: a scan a little askew, or a heading in pieces, prints either on the line above.
 */
function orderOfGroups(segment: Segment, first: number, second: number): "official" | "turned" | "torn" {
  if (first < 0 || second < 0) return "official";
  const [one, other] = [labelAt(segment, first)?.word, labelAt(segment, second)?.word];
  const [from, to] = [one?.place, other?.place];
  const isTurned = from && to && from.grid === to.grid && from.column !== to.column ? to.column < from.column : second < first;
  if (!isTurned) return "official";
  return one?.line === other?.line || isOneALine(segment) ? "turned" : "torn";
}

/** A cell a line: there nothing stands askew. */
const isOneALine = ({ labels }: Segment) => labels.every(({ word }, at) => at === 0 || word.line !== labels[at - 1]!.word.line);

/** How table 四's one row of figures is headed: the official place of each printed figure, where that is another. */
export interface HeadingOrder {
  /** Printed place → official place. */
  readonly places: readonly number[];
  /** 行政诉讼 stands before 行政复议, but not as in a table: which figures are whose cannot be told. */
  readonly unclear: boolean;
  /** Headings in pieces, of which several lines name the same order: it is followed, and said to be unclear. */
  readonly followed?: boolean;
}

/** The order of a whole header of table 四; undefined where it is the official one or too torn to tell. */
export function headingOrder(segment: Segment): HeadingOrder | undefined {
  const from = headingsFrom(segment);
  const hits = segment.hits.filter((hit) => hit.start >= from);
  const results = hits.filter((hit) => resultOf(hit) !== undefined);
  // A caption may name a group too: the heading is the last that does.
  const groupAt = (group: string) => hits.findLast((hit) => rowMeaning(hit, "reviews")?.row === group)?.start ?? inOtherWords(segment, from, group);
  const firstAt = (group: string) => hits.find((hit) => rowMeaning(hit, "reviews")?.row === group)?.start ?? -1;
  const [sued, direct, after] = [headedAt(segment, from, "诉讼"), groupAt(DIRECT), groupAt(AFTER)];
  const suits = orderOfGroups(segment, direct, after);
  const reviewed = headedAt(segment, from, "复议");
  const groups = [...GROUPS];
  let unclear = false;
  // One row of headings that name their groups too: 未经复议直接起诉结果维持 and the like.
  const isFlat = GROUPS.every((group) => hits.filter((hit) => rowMeaning(hit, "reviews")?.row === group).length >= SIZE);
  if (isFlat) groups.sort((a, b) => firstAt(a) - firstAt(b));
  else if (suits === "turned") [groups[1], groups[2]] = [AFTER, DIRECT];
  else if (suits === "torn") unclear = true;
  // Three groups side by side, without 行政诉讼 above two of them.
  if (!isFlat && sued < 0 && reviewed >= 0 && direct >= 0 && after >= 0) {
    const places = new Map([[RECONSIDERATION, reviewed], [DIRECT, direct], [AFTER, after]]);
    groups.sort((a, b) => places.get(a)! - places.get(b)!);
    const heads = new Set([...places.values()].map((place) => labelAt(segment, place)?.word.line));
    if (heads.size > 1 && groups[0] !== RECONSIDERATION) unclear = true;
  }
  if (!isFlat && sued >= 0 && reviewed > sued) {
    unclear = orderOfGroups(segment, reviewed, sued) === "torn" || !(direct >= 0 && results.length > 0 && direct < results[0]!.start && reviewed < direct);
    groups.push(groups.shift()!);
  }
  const named = results.length === SIZE * GROUPS.length && results.every((hit) => isWholeHeading(segment, hit)) && (!isTorn(segment) || results.every((hit) => hit.phrase.key.length === WHOLE_HEADING || resultOf(hit) === "total"));
  const marked = named || isTorn(segment) ? undefined : resultsByMark(segment, from);
  const full = named || marked !== undefined;
  const inLines = full ? undefined : orderInLines(segment, from);
  if (inLines && !inLines.isSure) unclear = true;
  const ids = marked?.ids ?? results.map((hit) => resultOf(hit)!);
  const words = marked?.words.map(({ word }) => word) ?? results.map((hit) => labelAt(segment, hit.start)?.word);
  // Print names the results of 行政复议 first, in the row above those of 行政诉讼.
  const printed = (group: string) => {
    const at = sued >= 0 && reviewed > sued && !unclear ? [RECONSIDERATION, ...groups.filter((other) => other !== RECONSIDERATION)].indexOf(group) : groups.indexOf(group);
    const own = ids.slice(at * SIZE, (at + 1) * SIZE);
    return inLines?.order ?? (full && isWhole(own) ? own : RESULTS);
  };
  const places = groups.flatMap((group) => printed(group).map((result) => indexOf(group, result)));
  if (full && places.some((place, at) => place !== at) && (!standInLine(words) || !isOneOrder(places))) unclear = true;
  return unclear || places.some((place, at) => place !== at) ? { places, unclear, followed: inLines?.isRepeated === true && suits !== "torn" } : undefined;
}

/** True where the parts of each group, in an order of figures, add up to its total. */
export function addsUp(slots: readonly Slot[], places: readonly number[]): boolean {
  const values = new Map(slots.map((slot, at) => [places[at]!, isNumber(slot) ? Number(slot.value.decimal) : 0]));
  const total = RESULTS.indexOf("total");
  return GROUPS.every((_, group) => {
    const own = RESULTS.map((_result, at) => values.get(group * SIZE + at) ?? 0);
    return own.reduce((sum, value, at) => (at === total ? sum : sum + value), 0) === own[total];
  });
}

/**
 * Table 四 in pieces: its groups one below the other, in tables of their own, turned (a result a row), or a heading
 * beside each figure. The figures in official order; undefined where the headings do not give every figure one cell.
 */
export function piecesOf(segments: readonly Segment[], from: number): { readonly to: number; readonly slots: readonly Slot[] } | undefined {
  const placed = new Array<Slot | undefined>(WHOLE_ROW).fill(undefined);
  let groups: string[] = [];
  let results: string[] = [];
  let missing = placed.length;
  for (let at = from; at < segments.length && at - from < MOST_PIECES; at++) {
    const segment = segments[at]!;
    const slots = segment.slots.filter(isPrinted);
    // Most tables are whole: all figures in one row.
    if (segment.prose || slots.length === placed.length) return undefined;
    const begin = headingsFrom(segment);
    const named: string[] = [];
    const heads: string[] = [];
    for (const hit of segment.hits) {
      if (hit.start < begin) continue;
      const group = rowMeaning(hit, "reviews")?.row;
      const result = resultOf(hit);
      if (group !== undefined && named[named.length - 1] !== group) named.push(group);
      else if (result !== undefined) heads.push(result);
    }
    if (named.length > 0) groups = named;
    if (heads.length > 0) results = heads;
    const cells = cellsOf(slots.length, groups, results, heads.length);
    if (!cells) return undefined;
    for (const [index, cell] of cells.entries()) {
      if (placed[cell]) return undefined;
      placed[cell] = slots[index];
      missing--;
    }
    if (missing === 0) return { to: at, slots: placed as Slot[] };
  }
  return undefined;
}

/** Official places of a piece's figures under its headings. */
function cellsOf(count: number, groups: readonly string[], results: readonly string[], own: number): number[] | undefined {
  if (own <= 1 && count === groups.length && count === GROUPS.length && results.length === 1) return groups.map((group) => indexOf(group, results[0]!));
  if (own === 1 && count === 1 && groups.length > 0) return [indexOf(groups[groups.length - 1]!, results[0]!)];
  if (count === 0 || count !== groups.length * SIZE || count === WHOLE_ROW) return undefined;
  const sets = groups.map((_, at) => (results.length === SIZE ? results : results.slice(at * SIZE, (at + 1) * SIZE)));
  return sets.every(isWhole) ? groups.flatMap((group, at) => sets[at]!.map((result) => indexOf(group, result))) : undefined;
}
