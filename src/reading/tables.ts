import type { TableId } from "../form/definition.ts";
import { exactCandidates, interleavedCandidates, isTornRest, looseCandidates, rowMeaning, type Candidate } from "./candidates.ts";
import { heaviestChain } from "./chain.ts";
import { headingOrder, piecesOf, WHOLE_ROW, type HeadingOrder } from "./review-headings.ts";
import { candidatesThrough } from "./read-through.ts";
import { isPrinted, labelAt, type Segment, type Slot } from "./segments.ts";
import { mayBePage } from "./unread.ts";

/** A table found in a source, not yet placed into cells. */
export type FoundTable = FoundRows | FoundStrip;

export interface FoundRows {
  readonly table: "disclosure" | "requests";
  /** First and last segment (both included). */
  readonly from: number;
  readonly to: number;
  readonly chain: readonly Candidate[];
  /** Values between the table's rows that stand under no official label. */
  readonly strays: readonly Stray[];
}

/** Table 四: one printed row of values under its headings. */
export interface FoundStrip {
  readonly table: "reviews";
  readonly from: number;
  readonly to: number;
  readonly slots: readonly Slot[];
  /** Where its headings stand in another order than the official one. */
  readonly order?: HeadingOrder;
}

/** Values behind a row that are not under an official label of their own. */
export interface Stray {
  readonly segment: Segment;
  /** The chain's row they follow. */
  readonly after: Candidate | undefined;
}

interface Event {
  readonly segment: number;
  readonly order: number;
  /** Where the row's label stands in the segment's key. */
  readonly start: number;
}

interface Span {
  readonly table: TableId;
  readonly from: number;
  readonly to: number;
}

/** Characters of table 四's headings: however its columns tear them, its header is made of these alone. */
const STRIP_ALPHABET = /^[行政复议诉讼结果维持纠正其他尚未审总计未经直接起后合小件]+$/;
const STRIP_WORDS = ["维持", "纠正", "尚未", "审结", "结果", "总计", "复议后", "直接起诉"];

/** Of each result's heading a character that stands nowhere else in the header: narrow columns print headings downwards. */
const STRIP_MARKS = ["维", "纠", "尚", "总"];
const SHORTEST_HEADER = 10;
/** A label beside all of table 四's figures. */
const LONGEST_ROW_LABEL = 6;
/** Groups whose results are there; a row of text torn into columns names no result twice. */
const LEAST_GROUPS = 2;

/** True for headings that print runs together line by line (结结其尚 | 果果他未 | 维纠结审), each result named for several groups. */
const standsDownwards = (key: string) => STRIP_MARKS.every((mark) => key.split(mark).length - 1 >= LEAST_GROUPS);

function isStripHeader(segment: Segment): boolean {
  if (segment.key.length < SHORTEST_HEADER || (!STRIP_ALPHABET.test(segment.key[segment.key.length - 1]!) && !segment.hasSlots)) return false;
  let key = "";
  let beside = 0;
  for (let at = segment.labels.length - 1; at >= 0 && key.length < 90; at--) {
    const { start, end } = segment.labels[at]!;
    const word = segment.key.slice(start, end);
    // The row of figures may have a label of its own, in pieces too: 件数, 2020年, 数量 (件).
    if (key === "" && beside + word.length <= LONGEST_ROW_LABEL && segment.slots.length >= WHOLE_ROW && (word === "件" || !STRIP_ALPHABET.test(word))) {
      beside += word.length;
      continue;
    }
    if (!STRIP_ALPHABET.test(word)) break;
    key = word + key;
  }
  return key.length >= SHORTEST_HEADER && (STRIP_WORDS.filter((word) => key.includes(word)).length >= 3 || standsDownwards(key));
}

/** A piece of table 四 with figures: a group's name among its labels. */
const namesReviews = (segment: Segment) => segment.hasSlots && segment.hits.length > 0 && segment.hits.some((hit) => rowMeaning(hit, "reviews"));

/** Groups and headings of results of table 四, so many at the least where it has no value. */
const [EMPTY_GROUPS, EMPTY_HEADINGS] = [2, 8];

/** Table 四 without any value: its whole header stands there, and other text follows. */
function isEmptyStrip(segment: Segment): boolean {
  if (segment.hits.length < EMPTY_GROUPS + EMPTY_HEADINGS) return false;
  const named = segment.hits.filter((hit) => rowMeaning(hit, "reviews") && hit.phrase.key.length >= 5);
  const headings = segment.hits.filter((hit) => hit.phrase.key.length === 4 && hit.phrase.meanings.some((meaning) => meaning.table === "reviews" && meaning.role === "column"));
  return named.length >= EMPTY_GROUPS && headings.length >= EMPTY_HEADINGS;
}

const NO_EVENTS: readonly Event[] = [];

/** Rows of a table named in a segment that count as evidence of the table. */
function eventsOf(segments: readonly Segment[], segment: Segment, table: TableId): readonly Event[] {
  let rows = 0;
  for (let at = 0; at < segment.hits.length; at++) if (rowMeaning(segment.hits[at]!, table)) rows++;
  if (rows === 0) return NO_EVENTS;
  if (segment.hasSlots) {
    const valued = exactCandidates(segment, table).findLast((candidate) => candidate.valued);
    // 其他 and 总计 are headings as often as rows: no evidence.
    const shortest = table === "disclosure" ? 2 : 3;
    if (valued && isTornRest(valued, segments[segment.index - 1])) return NO_EVENTS;
    if (valued && valued.row.keys[0]!.length >= shortest) return [{ segment: segment.index, order: valued.row.order, start: valued.start }];
  }
  // A form without figures: its labels alone, each a word of its own, several in official order.
  if (rows < 4) return NO_EVENTS;
  const alone = heaviestChain(exactCandidates(segment, table).filter((candidate) => standsAlone(segment, candidate)));
  return alone.length >= 4 ? alone.map((candidate) => ({ segment: segment.index, order: candidate.row.order, start: candidate.start })) : [];
}

/** True where a label ends its printed word (a remark in brackets aside): 行政许可 in 行政许可、行政处罚项目 is prose. */
function standsAlone(segment: Segment, candidate: Candidate): boolean {
  const last = labelAt(segment, candidate.end - 1);
  const first = labelAt(segment, candidate.start);
  if (!last || !first) return false;
  const before = segment.key.slice(first.start, candidate.start);
  return before.length <= 3 && (last.end === candidate.end || /[(〔[]/.test(last.word.text));
}

function headerStrength(segments: readonly Segment[], from: number, table: TableId, above = 0): number {
  let strength = 0;
  for (let at = from; at >= above && at >= from - 4; at--) {
    const segment = segments[at]!;
    if (segment.prose) break;
    for (const { phrase } of segment.hits) if (phrase.key.length >= 4 && phrase.heads === table) strength++;
  }
  return strength;
}

/** Rows of a table before one that comes twice: a list may name one kind twice. */
const LEAST_BEFORE_AGAIN = 2;

interface CountedSpan extends Span {
  /** Different rows of the form that it names. */
  readonly rows: number;
}

/** The most rows of a list in running text. */
const LIST_ROWS = 8;

/**
 * True for figures told in a list (行政许可 300 件, 行政处罚 40 件, each on a line): a few rows without any heading,
 * next to a table of the same kind that has its headings and as many rows.
 */
function isList(span: CountedSpan, before: CountedSpan | undefined, behind: CountedSpan | undefined, segments: readonly Segment[]): boolean {
  const headed = (other: CountedSpan | undefined, above: number) => other !== undefined && headerStrength(segments, other.from, other.table, above) >= 2;
  if (span.rows > LIST_ROWS || headerStrength(segments, span.from, span.table, before ? before.to + 1 : 0) > 0) return false;
  return [before, behind].some((other) => other !== undefined && other.rows >= span.rows && headed(other, other === behind ? span.to + 1 : 0));
}

/** Characters before a label that are no word of the form: item numbers and the like. */
const FEW = 6;

/** True where a row that belongs before the last ones follows them closely, with nothing between but the form's own words. */
function goesOn(segments: readonly Segment[], to: number, event: Event, table: TableId): boolean {
  if (event.segment - to > 2) return false;
  for (let at = to + 1; at <= event.segment; at++) {
    const segment = segments[at]!;
    const end = at === event.segment ? event.start : segment.key.length;
    let known = 0;
    for (const hit of segment.hits) if (hit.end <= end && hit.phrase.meanings.some((meaning) => meaning.table === table)) known += hit.end - hit.start;
    if (segment.prose || end - known > FEW) return false;
  }
  return true;
}

/**
 * Spans of segments in which the rows of a table stand once; a row that comes again begins another table.
 *
 * Loops over everything that a source holds go by index, here and elsewhere: `for … of` makes an object at every step
 * until it is compiled, and a megabyte of print is read before that.
 */
function spansOf(segments: readonly Segment[], table: "disclosure" | "requests"): CountedSpan[] {
  const spans: CountedSpan[] = [];
  let seen = new Set<number>();
  let top = -1;
  let last = -1;
  let from = -1;
  let to = -1;
  const close = () => {
    if (from >= 0 && (seen.size >= 3 || headerStrength(segments, from, table) >= 2)) spans.push({ table, from, to, rows: seen.size });
    seen = new Set();
    top = last = from = to = -1;
  };
  // The last row once more right below, with nothing between (行政许可(县级), a row copied twice), begins no other table.
  const isAgain = (event: Event) => event.order === last && seen.size >= LEAST_BEFORE_AGAIN && event.segment === to + 1 && goesOn(segments, to, event, table);
  for (let at = 0; at < segments.length; at++) {
    const events = eventsOf(segments, segments[at]!, table);
    if (events === NO_EVENTS) continue;
    for (const event of events) {
      if (from >= 0 && isAgain(event)) {
        to = event.segment;
        continue;
      }
      if (from >= 0 && (seen.has(event.order) || (event.order < top - 3 && !goesOn(segments, to, event, table)))) close();
      if (from < 0) from = event.segment;
      seen.add(event.order);
      top = Math.max(top, event.order);
      last = event.order;
      to = event.segment;
    }
  }
  close();
  return spans;
}

/** Rows of a table of torn labels that make it one. */
const TORN_ROWS = 6;
/** Headers without such rows below them, after which no more are looked at: noise may consist of nothing else. */
const MOST_FAILURES = 60;
/** Headings of its columns, at the least. */
const TORN_HEADINGS = 3;
const MOST_ROWS = 60;

/** Tables 三 whose labels are all torn (`一、本年新 3 0 …` over `收政府信息公开`): below their headings, rows by their beginnings. */
function tornSpans(segments: readonly Segment[], known: readonly Span[]): CountedSpan[] {
  const spans: CountedSpan[] = [];
  let failed = 0;
  let free = 0;
  for (let index = free; index < segments.length && failed < MOST_FAILURES; index++) {
    const segment = segments[index]!;
    const headed = segment.index >= free && segment.hasSlots && segment.hits.length >= TORN_HEADINGS && segment.hits.filter((hit) => hit.phrase.key.length >= 3 && hit.phrase.heads === "requests").length >= TORN_HEADINGS;
    if (!headed || known.some((span) => span.table === "requests" && Math.abs(span.from - segment.index) <= MOST_ROWS)) continue;
    const candidates: Candidate[] = [];
    for (let at = segment.index; at < segments.length && at < segment.index + MOST_ROWS; at++) {
      const other = segments[at]!;
      if (other.prose || known.some((span) => at >= span.from && at <= span.to)) break;
      candidates.push(...exactCandidates(other, "requests"), ...looseCandidates(other, "requests"));
    }
    const chain = heaviestChain(candidates).filter((candidate) => candidate.valued);
    if (chain.length < TORN_ROWS) {
      failed++;
      continue;
    }
    const to = chain[chain.length - 1]!.segment.index;
    spans.push({ table: "requests", from: chain[0]!.segment.index, to, rows: chain.length });
    free = to + 1;
  }
  return spans;
}

/** Segments that a span may run on without naming a row: page furniture, torn labels. */
const PATIENCE = 6;

/**
 * Widens a span to rows whose labels are torn or cut at its ends: on while rows may follow, up to prose or another
 * table.
 */
function widen(segments: readonly Segment[], span: Span, owners: readonly (Span | undefined)[]): Span {
  const free = (at: number) => at >= 0 && at < segments.length && !segments[at]!.prose && (owners[at] ?? span) === span;
  let { from, to } = span;
  for (let step = 0; step < PATIENCE && free(from - 1); step++) from--;
  for (let at = to + 1; at - to <= PATIENCE && free(at); at++) {
    const segment = segments[at]!;
    if (exactCandidates(segment, span.table).some((candidate) => candidate.valued) || looseCandidates(segment, span.table).length > 0 || interleavedCandidates(segment, span.table, segments[at + 1]).length > 0) to = at;
  }
  return { ...span, from, to };
}

/** A label of fewer characters (其他, 总计; not 规章) says too little out of its place. */
const TELLING_LABEL = 4;
const isTelling = ({ row, segment, start, end }: Candidate) => end - start >= TELLING_LABEL || (row.id === "rules" && end === segment.key.length);

/**
 * The chain with the rows that a source prints out of official order: their labels are whole and no other row's, and
 * the chain lacks the row and leaves its figures to nobody.
 */
function withMovedRows(chain: readonly Candidate[], candidates: readonly Candidate[]): readonly Candidate[] {
  const rows = new Set(chain.map((candidate) => candidate.row));
  const taken = new Set(chain.filter((candidate) => candidate.valued).map((candidate) => candidate.segment));
  const [first, last] = [chain[0]?.segment.index ?? 0, chain[chain.length - 1]?.segment.index ?? -1];
  const isMoved = (candidate: Candidate) => {
    const { row, segment, start, end } = candidate;
    if (!candidate.valued || !candidate.exact || rows.has(row) || taken.has(segment)) return false;
    const printed = segment.slots.filter(isPrinted).length;
    // Outside of the chain prose tells of rows too: there a row has all of its figures.
    if (segment.index < first - 1 || segment.index > last + 1) return end === segment.key.length && end - start >= TELLING_LABEL && row.columns.includes(printed);
    return isTelling(candidate) && printed > 0;
  };
  const moved = candidates.filter(isMoved);
  const named = new Map<Candidate["row"] | Segment, number>();
  for (const candidate of moved) for (const key of [candidate.row, candidate.segment]) named.set(key, (named.get(key) ?? 0) + 1);
  const alone = moved.filter((candidate) => named.get(candidate.row) === 1 && named.get(candidate.segment) === 1);
  return alone.length === 0 ? chain : [...chain, ...alone].sort((a, b) => a.segment.index - b.segment.index || a.end - b.end);
}

/** Rows that the segments of a span may name, each by its own words or, where print wraps labels around figures, read through. */
function candidatesOf(segments: readonly Segment[], span: Span, table: "disclosure" | "requests"): Candidate[] {
  const candidates: Candidate[] = [];
  const torn: Segment[] = [];
  for (let at = span.from; at <= span.to; at++) {
    const segment = segments[at]!;
    const exact = exactCandidates(segment, table).filter((candidate) => !isTornRest(candidate, segments[at - 1]));
    candidates.push(...exact);
    if (!exact.some((candidate) => candidate.valued) && segment.slots.some(isPrinted)) torn.push(segment);
  }
  const through = torn.length > 0 ? candidatesThrough(segments, span.from, span.to, table) : undefined;
  if (through && through.length > candidates.filter((candidate) => candidate.valued).length) return through;
  for (const segment of torn) candidates.push(...looseCandidates(segment, table), ...interleavedCandidates(segment, table, segments[segment.index + 1]));
  return candidates;
}

/** True for a line without a word of the forms and a lone figure below it, right below a lone figure. */
function isBetweenPages(above: Segment, below: Segment): boolean {
  const [figure, other] = below.slots.filter(isPrinted);
  const [first, last] = [below.labels[0]?.word, above.slots.findLast(isPrinted)?.word];
  if (below.prose || !figure || other || !first || !last || below.hits.length > 0) return false;
  return below.labels.every(({ word }) => word.line === first.line) && first.line - last.line <= 2 && figure.word.line > first.line && figure.word.line - first.line <= 2;
}

function readRows(segments: readonly Segment[], span: Span, isFree: (at: number) => boolean): FoundRows {
  const table = span.table as "disclosure" | "requests";
  const candidates = candidatesOf(segments, span, table);
  const chain = withMovedRows(heaviestChain(candidates), candidates);
  const valued = new Set(chain.filter((candidate) => candidate.valued).map((candidate) => candidate.segment.index));
  const first = chain[0]?.segment.index ?? span.from;
  const last = chain[chain.length - 1]?.segment.index ?? span.to;
  const strays: Stray[] = [];
  let after: Candidate | undefined;
  // Figures right under the table's header belong to a row whose label is lost.
  const headed = (segment: Segment) => segment.hits.some((hit) => hit.phrase.meanings.some((meaning) => meaning.table === table && meaning.role !== "row"));
  // A page's number between two lines of the header is no row of seven.
  const isPage = ({ slots }: Segment) => table === "requests" && slots.filter(isPrinted).every((slot, at) => at === 0 && slot.word.alone && mayBePage(slot));
  for (let at = span.from; at < first; at++) if (segments[at]!.slots.some(isPrinted) && headed(segments[at]!) && !isPage(segments[at]!)) strays.push({ segment: segments[at]!, after });
  for (let at = first, next = 0; at <= last; at++) {
    for (; next < chain.length && chain[next]!.segment.index <= at; next++) after = chain[next]!;
    if (!valued.has(at) && segments[at]!.slots.some(isPrinted)) strays.push({ segment: segments[at]!, after });
  }
  const below = segments[last + 1];
  const foreign = (segment: Segment) => segment.hits.some((hit) => hit.phrase.meanings.every((meaning) => meaning.table !== table));
  const torn = below && after && below.key !== "" && after.row.keys.some((key) => key.endsWith(below.key));
  if (below && !below.prose && below.slots.some(isPrinted) && (torn || (headed(below) && !foreign(below)))) strays.push({ segment: below, after });
  // One line of no meaning below the last figure, and a figure below that: a page's header perhaps, and the row's own figure.
  else if (below && isBetweenPages(segments[last]!, below)) strays.push({ segment: below, after: undefined });
  // A row that comes again right below (收费 of the centre, of the province) is no other table: its figures have no cell.
  const comesAgain = (segment: Segment) => exactCandidates(segment, table).some((candidate) => candidate.valued && chain.some(({ row }) => row === candidate.row));
  for (let at = last + 1; at < segments.length && (at <= span.to || isFree(at)) && !segments[at]!.prose && comesAgain(segments[at]!); at++) strays.push({ segment: segments[at]!, after: undefined });
  return { table, from: Math.min(first, span.from), to: last, chain, strays };
}

/** The tables of a source, and how many there are: no more than were asked for are looked into. */
export interface FoundTables {
  readonly tables: readonly FoundTable[];
  readonly count: number;
}

/** The first `most` tables 二, 三 and 四 of a source in reading order. A source without tables has none: no error. */
export function findTables(segments: readonly Segment[], most: number): FoundTables {
  const strips: FoundStrip[] = [];
  for (let at = 0; at < segments.length; at++) {
    const segment = segments[at]!;
    const before = strips[strips.length - 1];
    if (before && segment.index <= before.to) continue;
    const pieces = namesReviews(segment) ? piecesOf(segments, segment.index) : undefined;
    const header = pieces !== undefined || isStripHeader(segment);
    if (!header && !isEmptyStrip(segment)) continue;
    // A page number between two lines of the header is no row of values.
    if (before && before.to === segment.index - 1 && before.slots.filter(isPrinted).length <= 1) strips.pop();
    if (pieces) strips.push({ table: "reviews", from: segment.index, ...pieces });
    else strips.push({ table: "reviews", from: segment.index, to: segment.index, slots: header ? segment.slots : [], order: header ? headingOrder(segment) : undefined });
  }
  const exact = [...spansOf(segments, "disclosure"), ...spansOf(segments, "requests")];
  const all = [...exact, ...tornSpans(segments, [...exact, ...strips])];
  const spans = all.filter((span, at) => {
    const [before, behind] = [all[at - 1], all[at + 1]].map((other) => (other?.table === span.table ? other : undefined));
    return !isList(span, before, behind, segments);
  });
  const owners: (Span | undefined)[] = segments.map(() => undefined);
  for (const span of [...all, ...strips]) owners.fill(span, span.from, span.to + 1);
  const kept = new Set<Span | undefined>([...spans, ...strips]);
  const isFree = (at: number) => !kept.has(owners[at]);
  const inOrder = [...spans, ...strips].sort((a, b) => a.from - b.from || a.to - b.to);
  const tables = inOrder.slice(0, most).map((found) => ("slots" in found ? found : readRows(segments, widen(segments, found, owners), isFree)));
  return { tables: tables.sort((a, b) => a.from - b.from || a.to - b.to), count: inOrder.length };
}
