import { rowMeaning } from "./candidates.ts";
import { findForm } from "../form/forms.ts";
import type { Hit } from "./phrases.ts";
import { isNumber, isPrinted, type Segment, type Slot } from "./segments.ts";

const official = findForm("reviews", "2021")!;
const GROUPS = official.rows.map((row) => row.id);
const RESULTS = official.rows[0]!.band.columns.map((column) => column.id);
const [RECONSIDERATION, DIRECT, AFTER] = GROUPS as [string, string, string];
const SIZE = RESULTS.length;
/** Longest print of table 四 in pieces: a heading and a figure each. */
const MOST_PIECES = 24;

const indexOf = (group: string, result: string) => GROUPS.indexOf(group) * SIZE + RESULTS.indexOf(result);

const resultOf = (hit: Hit): string | undefined => {
  for (const meaning of hit.phrase.meanings) if (meaning.table === "reviews" && meaning.role === "column") return meaning.column;
  return undefined;
};

/** Where the headings begin: behind the section's title, which names 行政复议 and 行政诉讼 too. */
function headingsFrom(segment: Segment): number {
  const title = /复议[^数果]{0,12}诉讼[^数果]{0,24}?情况/.exec(segment.key);
  return title ? title.index + title[0].length : 0;
}

const isWhole = (results: readonly string[]) => results.length === SIZE && RESULTS.every((id) => results.includes(id));

/** How table 四's one row of figures is headed: the official place of each printed figure, where that is another. */
export interface HeadingOrder {
  /** Printed place → official place. */
  readonly places: readonly number[];
  /** 行政诉讼 stands before 行政复议, but not as in a table: which figures are whose cannot be told. */
  readonly unclear: boolean;
}

/** The order of a whole header of table 四; undefined where it is the official one or too torn to tell. */
export function headingOrder(segment: Segment): HeadingOrder | undefined {
  const from = headingsFrom(segment);
  const hits = segment.hits.filter((hit) => hit.start >= from);
  const results = hits.filter((hit) => resultOf(hit) !== undefined);
  const groupAt = (group: string) => hits.find((hit) => rowMeaning(hit, "reviews")?.row === group)?.start ?? -1;
  const [sued, direct, after] = [segment.key.indexOf("行政诉讼", from), groupAt(DIRECT), groupAt(AFTER)];
  const reviewed = segment.key.indexOf("行政复议", from);
  const groups = [...GROUPS];
  let unclear = false;
  if (direct >= 0 && after >= 0 && after < direct) [groups[1], groups[2]] = [AFTER, DIRECT];
  if (sued >= 0 && reviewed > sued) {
    unclear = !(direct >= 0 && results.length > 0 && direct < results[0]!.start && reviewed < direct);
    groups.push(groups.shift()!);
  }
  const full = results.length === SIZE * GROUPS.length && results.every((hit) => hit.phrase.key.length === 4 || resultOf(hit) === "total");
  const ids = results.map((hit) => resultOf(hit)!);
  // Print names the results of 行政复议 first, in the row above those of 行政诉讼.
  const printed = (group: string) => {
    const at = sued >= 0 && reviewed > sued && !unclear ? [RECONSIDERATION, ...groups.filter((other) => other !== RECONSIDERATION)].indexOf(group) : groups.indexOf(group);
    const own = ids.slice(at * SIZE, (at + 1) * SIZE);
    return full && isWhole(own) ? own : RESULTS;
  };
  const places = groups.flatMap((group) => printed(group).map((result) => indexOf(group, result)));
  return unclear || places.some((place, at) => place !== at) ? { places, unclear } : undefined;
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
  const placed: (Slot | undefined)[] = Array.from({ length: GROUPS.length * SIZE }, () => undefined);
  let groups: string[] = [];
  let results: string[] = [];
  let missing = placed.length;
  for (let at = from; at < segments.length && at - from < MOST_PIECES; at++) {
    const segment = segments[at]!;
    if (segment.prose) return undefined;
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
    const slots = segment.slots.filter(isPrinted);
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
  if (count === 0 || count !== groups.length * SIZE || count === GROUPS.length * SIZE) return undefined;
  const sets = groups.map((_, at) => (results.length === SIZE ? results : results.slice(at * SIZE, (at + 1) * SIZE)));
  return sets.every(isWhole) ? groups.flatMap((group, at) => sets[at]!.map((result) => indexOf(group, result))) : undefined;
}
