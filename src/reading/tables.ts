import type { TableId } from "../form/definition.ts";
import { exactCandidates, isTornRest, looseCandidates, rowMeaning, type Candidate } from "./candidates.ts";
import { heaviestChain } from "./chain.ts";
import { isPrinted, labelAt, type Segment, type Slot } from "./segments.ts";

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
}

interface Span {
  readonly table: TableId;
  readonly from: number;
  readonly to: number;
}

/** Characters of table 四's headings: however its columns tear them, its header is made of these alone. */
const STRIP_ALPHABET = /^[行政复议诉讼结果维持纠正其他尚未审总计未经直接起后合]+$/;
const STRIP_WORDS = ["维持", "纠正", "尚未", "审结", "结果", "总计", "复议后", "直接起诉"];

function isStripHeader(segment: Segment): boolean {
  let key = "";
  for (let at = segment.labels.length - 1; at >= 0 && key.length < 90; at--) {
    const { start, end } = segment.labels[at]!;
    const word = segment.key.slice(start, end);
    if (!STRIP_ALPHABET.test(word)) break;
    key = word + key;
  }
  return key.length >= 10 && STRIP_WORDS.filter((word) => key.includes(word)).length >= 3;
}

/** Table 四 without any value: its whole header stands there, and other text follows. */
function isEmptyStrip(segment: Segment): boolean {
  const named = segment.hits.filter((hit) => rowMeaning(hit, "reviews") && hit.phrase.key.length >= 5);
  const headings = segment.hits.filter((hit) => hit.phrase.key.length === 4 && hit.phrase.meanings.some((meaning) => meaning.table === "reviews" && meaning.role === "column"));
  return named.length >= 2 && headings.length >= 8;
}

const GROUPS = ["reconsideration", "litigation-direct", "litigation-after-reconsideration"];
const RESULTS = 5;

/** Table 四 with its three groups one below the other, five values each; undefined where it is not printed so. */
function stackedSlots(segments: readonly Segment[], from: number): readonly Slot[] | undefined {
  const groups = GROUPS.map((_, at) => segments[from + at]);
  const isGroup = (segment: Segment | undefined, at: number) => {
    const last = segment?.hits.map((hit) => rowMeaning(hit, "reviews")).filter((meaning) => meaning !== undefined).pop();
    return segment !== undefined && last?.row === GROUPS[at] && segment.slots.filter(isPrinted).length === RESULTS;
  };
  return groups.every(isGroup) ? groups.flatMap((segment) => segment!.slots.filter(isPrinted)) : undefined;
}

/** Rows of a table named in a segment that count as evidence of the table. */
function eventsOf(segments: readonly Segment[], segment: Segment, table: TableId): Event[] {
  const rows = segment.hits.map((hit) => rowMeaning(hit, table)).filter((meaning) => meaning !== undefined);
  if (rows.length === 0) return [];
  if (segment.slots.length > 0) {
    const valued = exactCandidates(segment, table).filter((candidate) => candidate.valued).pop();
    // 其他 and 总计 are headings as often as rows: no evidence.
    const shortest = table === "disclosure" ? 2 : 3;
    if (valued && isTornRest(valued, segments[segment.index - 1])) return [];
    if (valued && valued.row.keys[0]!.length >= shortest) return [{ segment: segment.index, order: valued.row.order }];
  }
  // A form without figures: its labels alone, each a word of its own, several in official order.
  if (rows.length < 4) return [];
  const alone = heaviestChain(exactCandidates(segment, table).filter((candidate) => standsAlone(segment, candidate)));
  return alone.length >= 4 ? alone.map((candidate) => ({ segment: segment.index, order: candidate.row.order })) : [];
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
    strength += segment.hits.filter((hit) => hit.phrase.key.length >= 4 && hit.phrase.meanings.every((meaning) => meaning.table === table && meaning.role !== "row")).length;
  }
  return strength;
}

interface CountedSpan extends Span {
  /** Different rows of the form that it names. */
  readonly rows: number;
}

/** The most rows of a list in running text. */
const LIST_ROWS = 5;

/**
 * True for figures told in a list (行政许可 300 件, 行政处罚 40 件, each on a line): a few rows without any heading,
 * next to a table of the same kind that has its headings and more rows.
 */
function isList(span: CountedSpan, before: CountedSpan | undefined, behind: CountedSpan | undefined, segments: readonly Segment[]): boolean {
  const headed = (other: CountedSpan | undefined, above: number) => other !== undefined && headerStrength(segments, other.from, other.table, above) >= 2;
  if (span.rows > LIST_ROWS || headerStrength(segments, span.from, span.table, before ? before.to + 1 : 0) > 0) return false;
  return [before, behind].some((other) => other !== undefined && other.rows > span.rows && headed(other, other === behind ? span.to + 1 : 0));
}

/** Spans of segments in which the rows of a table go forward once; a row that comes again begins another table. */
function spansOf(segments: readonly Segment[], table: "disclosure" | "requests"): CountedSpan[] {
  const spans: CountedSpan[] = [];
  let seen = new Set<number>();
  let top = -1;
  let from = -1;
  let to = -1;
  const close = () => {
    if (from >= 0 && (seen.size >= 3 || headerStrength(segments, from, table) >= 2)) spans.push({ table, from, to, rows: seen.size });
    seen = new Set();
    top = from = to = -1;
  };
  for (const segment of segments) {
    for (const event of eventsOf(segments, segment, table)) {
      if (from >= 0 && (seen.has(event.order) || event.order < top - 3)) close();
      if (from < 0) from = event.segment;
      seen.add(event.order);
      top = Math.max(top, event.order);
      to = event.segment;
    }
  }
  close();
  return spans;
}

/** Segments that a span may run on without naming a row: page furniture, torn labels. */
const PATIENCE = 6;

/**
 * Widens a span to rows whose labels are torn or cut at its ends: on while rows may follow, up to prose or another
 * table.
 */
function widen(segments: readonly Segment[], span: Span, owners: ReadonlyMap<number, Span>): Span {
  const free = (at: number) => at >= 0 && at < segments.length && !segments[at]!.prose && (owners.get(at) ?? span) === span;
  let { from, to } = span;
  for (let step = 0; step < PATIENCE && free(from - 1); step++) from--;
  for (let at = to + 1; at - to <= PATIENCE && free(at); at++) {
    if (exactCandidates(segments[at]!, span.table).some((candidate) => candidate.valued) || looseCandidates(segments[at]!, span.table).length > 0) to = at;
  }
  return { ...span, from, to };
}

/** A label of fewer characters (其他, 总计) says too little out of its place. */
const TELLING_LABEL = 4;

/**
 * The chain with the rows that a source prints out of official order: their labels are whole and no other row's, and
 * the chain lacks the row and leaves its figures to nobody.
 */
function withMovedRows(chain: readonly Candidate[], candidates: readonly Candidate[]): readonly Candidate[] {
  const rows = new Set(chain.map((candidate) => candidate.row));
  const taken = new Set(chain.filter((candidate) => candidate.valued).map((candidate) => candidate.segment));
  const [first, last] = [chain[0]?.segment.index ?? 0, chain[chain.length - 1]?.segment.index ?? -1];
  const moved = candidates.filter(({ row, segment, valued, start, end, exact }) =>
    valued && exact && !rows.has(row) && !taken.has(segment) && segment.index >= first - 1 && segment.index <= last + 1 && end - start >= TELLING_LABEL && segment.slots.some(isPrinted));
  const alone = moved.filter((candidate) => moved.filter((other) => other.row === candidate.row || other.segment === candidate.segment).length === 1);
  return alone.length === 0 ? chain : [...chain, ...alone].sort((a, b) => a.segment.index - b.segment.index || a.end - b.end);
}

function readRows(segments: readonly Segment[], span: Span): FoundRows {
  const table = span.table as "disclosure" | "requests";
  const candidates: Candidate[] = [];
  for (let at = span.from; at <= span.to; at++) {
    const segment = segments[at]!;
    const exact = exactCandidates(segment, table).filter((candidate) => !isTornRest(candidate, segments[at - 1]));
    candidates.push(...exact);
    if (!exact.some((candidate) => candidate.valued)) candidates.push(...looseCandidates(segment, table));
  }
  const chain = withMovedRows(heaviestChain(candidates), candidates);
  const valued = new Set(chain.filter((candidate) => candidate.valued).map((candidate) => candidate.segment.index));
  const first = chain[0]?.segment.index ?? span.from;
  const last = chain[chain.length - 1]?.segment.index ?? span.to;
  const strays: Stray[] = [];
  let after: Candidate | undefined;
  // Figures right under the table's header belong to a row whose label is lost.
  const headed = (segment: Segment) => segment.hits.some((hit) => hit.phrase.meanings.some((meaning) => meaning.table === table && meaning.role !== "row"));
  for (let at = span.from; at < first; at++) if (segments[at]!.slots.some(isPrinted) && headed(segments[at]!)) strays.push({ segment: segments[at]!, after });
  for (let at = first; at <= last; at++) {
    const named = chain.filter((candidate) => candidate.segment.index === at);
    if (named.length) after = named[named.length - 1];
    if (!valued.has(at) && segments[at]!.slots.some(isPrinted)) strays.push({ segment: segments[at]!, after });
  }
  const below = segments[last + 1];
  const foreign = (segment: Segment) => segment.hits.some((hit) => hit.phrase.meanings.every((meaning) => meaning.table !== table));
  const torn = below && after && below.key !== "" && after.row.keys.some((key) => key.endsWith(below.key));
  if (below && !below.prose && below.slots.some(isPrinted) && (torn || (headed(below) && !foreign(below)))) strays.push({ segment: below, after });
  return { table, from: Math.min(first, span.from), to: last, chain, strays };
}

/** Every table 二, 三 and 四 of a source in reading order. A source without tables has none: no error. */
export function findTables(segments: readonly Segment[]): FoundTable[] {
  const strips: FoundStrip[] = [];
  for (const segment of segments) {
    const header = isStripHeader(segment);
    if (!header && !isEmptyStrip(segment)) continue;
    const slots = header ? segment.slots : [];
    const before = strips[strips.length - 1];
    // A page number between two lines of the header is no row of values.
    if (before && before.to === segment.index - 1 && before.slots.filter(isPrinted).length <= 1) strips.pop();
    const stacked = header ? stackedSlots(segments, segment.index) : undefined;
    strips.push({ table: "reviews", from: segment.index, to: segment.index + (stacked ? GROUPS.length - 1 : 0), slots: stacked ?? slots });
  }
  const all = [...spansOf(segments, "disclosure"), ...spansOf(segments, "requests")];
  const spans = all.filter((span, at) => {
    const [before, behind] = [all[at - 1], all[at + 1]].map((other) => (other?.table === span.table ? other : undefined));
    return !isList(span, before, behind, segments);
  });
  const owners = new Map<number, Span>();
  for (const span of [...all, ...strips]) for (let at = span.from; at <= span.to; at++) owners.set(at, span);
  const rows = spans.map((span) => readRows(segments, widen(segments, span, owners)));
  return [...rows, ...strips].sort((a, b) => a.from - b.from || a.to - b.to);
}
