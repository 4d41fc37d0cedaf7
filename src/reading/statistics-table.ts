import { cellId, type CellId } from "../form/compile.ts";
import { findForm } from "../form/forms.ts";
import type { Finding } from "../finding/model.ts";
import { changeWord } from "../source/word.ts";
import type { Candidate } from "./candidates.ts";
import { fillCells, notPlaced } from "./cells.ts";
import { heaviestChain } from "./chain.ts";
import { findEmptyForms } from "./empty-statistics.ts";
import { withoutItem, type ReadingRow } from "./phrases.ts";
import type { ReadTable } from "./rows.ts";
import { labelKey } from "./script.ts";
import { isNumber, isPrinted, labelAt, type Segment, type Slot } from "./segments.ts";
import { parseValue, type MoneyUnit } from "./value.ts";

/** 统计表 found in a source, not yet placed into cells. */
export interface FoundStatistics {
  readonly table: "statistics";
  /** First and last segment (both included). */
  readonly from: number;
  readonly to: number;
  readonly chain: readonly Candidate[];
}

const form = findForm("statistics", "2014")!;

/** 收到申请数 is printed as 收到申请 as well. */
const wordings = (label: string) => [labelKey(label), labelKey(label).replace(/数量?$/, "")].filter((key) => key.length >= 4);

const rows: readonly ReadingRow[] = form.rows.map((row, order) => ({
  id: row.id,
  order,
  item: "",
  keys: [...new Set([withoutItem(row.label), withoutItem(row.label).replace(/^其中:/, ""), ...row.aliases].flatMap(wordings))],
  note: "",
  columns: [1, form.definition.bands[0]!.columns.length],
  isMoney: form.cells[row.firstCell]!.measure.scale > 0,
}));

/** Rows that two chapters name alike (其他情形数): no evidence of where a table goes on. */
const ambiguous = new Set(rows.filter((row) => rows.some((other) => other !== row && other.keys.some((key) => row.keys.includes(key)))).map((row) => row.id));

const MEASURE = /^(?:单位)?(?:条|件|次|篇|个|人次|人|万元|元|亿元|千元)?$/;
const LEAST_ROWS = 6;
/** Segments without a row of the form that a table may run on over: headings, page furniture. */
const PATIENCE = 8;

/** What may stand between a label and its figure: the measure, an official remark in brackets. */
function endsLabel(segment: Segment, end: number): boolean {
  const residue = segment.key.slice(end);
  if (MEASURE.test(residue)) return true;
  const from = labelAt(segment, end - 1);
  const tail = segment.labels.filter((label) => from && label.start >= from.start).map((label) => label.word.text).join("");
  return residue.length <= 60 && /[(〔[]/.test(tail);
}

/** Rows by the first two characters of their labels: a segment names few of the form's, and most of them none. */
const byStart = new Map<string, ReadingRow[]>();
for (const row of rows) for (const start of new Set(row.keys.map((key) => key.slice(0, 2)))) byStart.set(start, [...(byStart.get(start) ?? []), row]);

/** Rows, in official order, of which a label may begin somewhere in a key. */
function rowsBeginningIn(key: string): readonly ReadingRow[] {
  const begun = new Set<ReadingRow>();
  for (let at = 0; at + 1 < key.length; at++) for (const row of byStart.get(key.slice(at, at + 2)) ?? []) begun.add(row);
  return [...begun].sort((a, b) => a.order - b.order);
}

/** The rows that the end of a segment's label can name; several where chapters share a wording. */
function candidatesIn(segment: Segment): Candidate[] {
  if (segment.prose || !segment.hasSlots) return [];
  const found = rowsBeginningIn(segment.key).flatMap((row): Candidate[] => {
    const best = row.keys
      .map((key) => ({ key, start: segment.key.lastIndexOf(key) }))
      .filter(({ key, start }) => start >= 0 && endsLabel(segment, start + key.length))
      .sort((a, b) => b.key.length - a.key.length)[0];
    if (!best) return [];
    return [{ row, segment, start: best.start, end: best.start + best.key.length, valued: true, score: 10 + best.key.length }];
  });
  // A label inside a longer one (公开政府信息 in 政府公报公开政府信息) is not the row.
  return found.filter((one) => !found.some((other) => other !== one && other.end >= one.end && other.start <= one.start && other.end - other.start > one.end - one.start));
}

/** Labels that every such form prints and no other: without one of them nothing needs to be looked for. */
const MARK = /收到申请数|办结数|答复数|政府信息数|专门机构数|查阅点数|培训班|投诉数/;

/** Every 统计表 of a source: many of its rows, each with a value behind its label. */
export function findStatistics(segments: readonly Segment[]): FoundStatistics[] {
  if (!segments.some((segment) => MARK.test(segment.key))) return [];
  const found: FoundStatistics[] = [];
  let run: Candidate[] = [];
  let seen = new Set<string>();
  let last = -1;
  const close = () => {
    const chain = heaviestChain(run);
    if (seen.size >= LEAST_ROWS) found.push({ table: "statistics", from: chain[0]!.segment.index, to: chain[chain.length - 1]!.segment.index, chain });
    run = [];
    seen = new Set();
    last = -1;
  };
  for (let at = 0; at < segments.length; at++) {
    const segment = segments[at]!;
    const candidates = candidatesIn(segment);
    if (run.length > 0 && (segment.prose || segment.index - last > PATIENCE)) close();
    if (candidates.length === 0) continue;
    const sure = candidates.filter((candidate) => !ambiguous.has(candidate.row.id));
    if (sure.some((candidate) => seen.has(candidate.row.id))) close();
    run.push(...candidates);
    for (const candidate of sure) seen.add(candidate.row.id);
    last = segment.index;
  }
  close();
  return found.length > 0 ? found : findUnfilled(segments);
}

/** True where no figure of the form is filled in. */
export const isUnfilled = ({ chain }: FoundStatistics): boolean => chain.every(({ valued }) => !valued);

/** A form of which nothing or next to nothing was filled in: what is filled in stands behind its label as ever. */
function findUnfilled(segments: readonly Segment[]): FoundStatistics[] {
  return findEmptyForms(segments, rows, MARK).map((named) => {
    const [from, to] = [named[0]!.segment.index, named[named.length - 1]!.segment.index];
    const filled = heaviestChain(segments.slice(from, to + 1).flatMap(candidatesIn).filter(({ segment }) => segment.slots.some(isPrinted)));
    return { table: "statistics", from, to, chain: filled.length > 0 ? filled : named.slice(0, 1) };
  });
}

const COUNTIES = /县区|区县|县市区|市县区|县级/;
const SHARE = /(?:县区|区县|县\(?市?[、,]?区?\)?|县级)[^\d]{0,4}([\d,]+)/;

/** The counties' share that a figure prints in brackets behind it: `55121条(含县区35840条)`. */
function shareIn(slot: Slot): Slot | undefined {
  const remark = isNumber(slot) ? slot.value.remark : undefined;
  const digits = remark && SHARE.exec(remark)?.[1];
  const value = digits ? parseValue(digits) : undefined;
  return value && { word: changeWord(slot.word, { raw: digits!, text: digits! }), value };
}

/** Values on the label's own grid row, behind it: a number before the label is the row's ordinal. */
function valuesOf({ segment, end }: Candidate): { own: Slot[]; other: Slot[] } {
  const place = labelAt(segment, end - 1)?.word.place;
  if (!place) return { own: [...segment.slots], other: [] };
  const sameRow = segment.slots.filter((slot) => slot.word.place?.grid === place.grid && slot.word.place.row === place.row);
  const ordinal = (slot: Slot) => slot.word.place?.grid === place.grid && slot.word.place.row !== place.row && slot.word.place.column < place.column;
  return { own: sameRow, other: segment.slots.filter((slot) => !sameRow.includes(slot) && isPrinted(slot) && !ordinal(slot)) };
}

/** Places the values of one row: 合计 first, 其中县区 second where the header has it. */
function placeRow(slots: readonly Slot[], twoColumns: boolean): { direct: Map<string, Slot>; rest: Slot[]; short: boolean } {
  const direct = new Map<string, Slot>();
  const printed = slots.filter(isPrinted);
  const [first, second] = slots.length === 2 && printed.length === 1 ? slots : printed;
  if (first && isPrinted(first)) direct.set("total", first);
  if (second && isPrinted(second) && twoColumns) direct.set("counties", second);
  const share = first && shareIn(first);
  if (share && !direct.has("counties")) direct.set("counties", share);
  const used = new Set([...direct.values()].map((slot) => slot.word));
  return { direct, rest: printed.filter((slot) => !used.has(slot.word)), short: twoColumns && slots.length === 1 && printed.length === 1 && !share };
}

/**
 * Reads a found 统计表 into cells: one figure a row, or two where a header names the counties.
 *
 * A second figure under no such header belongs to no official column and is reported, not guessed. A single figure of
 * a table with two columns is 合计; where many rows have two, it is said (`short-row`).
 */
export function readStatisticsTable(found: FoundStatistics, segments: readonly Segment[]): ReadTable {
  const direct: (Slot | undefined)[] = form.cells.map(() => undefined);
  const columnUnits = new Map<CellId, MoneyUnit>();
  const findings: Finding[] = [];
  const first = found.chain[0]!;
  const header = segments.slice(Math.max(0, first.segment.index - 4), first.segment.index).filter((segment) => !segment.prose).map((segment) => segment.key).join(" ") + first.segment.key.slice(0, first.start);
  const twoColumns = COUNTIES.test(header);
  const named = new Set(found.chain.map((candidate) => candidate.segment.index));
  for (const candidate of found.chain) {
    const { own, other } = valuesOf(candidate);
    const { direct: placed, rest, short } = placeRow(own, twoColumns);
    for (const [column, slot] of placed) direct[form.cellAt(candidate.row.id, column)!.index] = slot;
    for (const slot of [...rest, ...other]) if (isNumber(slot)) findings.push(notPlaced(form, slot, candidate.row.id));
    if (short) findings.push({ code: "short-row", at: { table: form.id, edition: form.edition, row: candidate.row.id }, origin: own[0]?.word.origin, words: { count: "1" } });
    const unit = /(亿元|千元|万元|元)/.exec(candidate.segment.key.slice(candidate.start))?.[1] as MoneyUnit | undefined;
    for (const column of ["total", "counties"]) if (unit) columnUnits.set(cellId(candidate.row.id, column), unit);
  }
  for (let at = found.from; at <= found.to; at++) {
    if (named.has(at)) continue;
    for (const slot of segments[at]!.slots) if (isNumber(slot)) findings.push(notPlaced(form, slot));
  }
  const filled = fillCells({ form, direct, open: [], columnUnits });
  return { table: { ...filled.table, origin: first.segment.labels[0]?.word.origin }, findings: [...findings, ...filled.findings] };
}
