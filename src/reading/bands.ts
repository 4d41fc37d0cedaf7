import type { Form } from "../form/compile.ts";
import type { Finding } from "../finding/model.ts";
import { toOfficialWidth } from "../form/width.ts";
import type { Word } from "../source/word.ts";
import type { Candidate } from "./candidates.ts";
import { printedColumns } from "./columns.ts";
import { Header } from "./headings.ts";
import { mapGrids, type GridMap, type PrintedColumn } from "./grid-map.ts";
import type { LabelWord, Segment } from "./segments.ts";
import type { FoundRows } from "./tables.ts";
import type { MoneyUnit } from "./value.ts";

/** Headings of a table 二 that prints 本年增/减 as two columns. */
const BOTH_CHANGES = /本年(?:新?增加?)(?:项目)?(?:数量?)?本年(?:减少?)/;

const UNIT_BEHIND = /^(?:单位)?(?:人民币)?(百万元|千元|万元|亿元|元)/;

/** Unit of money printed in a heading (采购总金额(单位:元)) or behind the row's label. */
function printedUnit(segment: Segment, candidate: Candidate, columns: readonly PrintedColumn[]): MoneyUnit | undefined {
  const amount = columns.find((column) => column && column.measure.scale > 0);
  if (!amount) return undefined;
  for (const hit of segment.hits) {
    if (hit.end > candidate.end) break;
    if (!hit.phrase.meanings.some((meaning) => meaning.role === "column" && meaning.column === amount.id)) continue;
    const own = /单位(百万元|千元|万元|亿元|元)$/.exec(hit.phrase.key);
    const behind = own ?? UNIT_BEHIND.exec(segment.key.slice(hit.end, hit.end + 10));
    if (behind) return behind[1] as MoneyUnit;
  }
  const row = UNIT_BEHIND.exec(segment.key.slice(candidate.end, candidate.end + 10));
  if (row) return row[1] as MoneyUnit;
  const anywhere = /单位(百万元|千元|万元|亿元|元)/.exec(segment.key);
  return anywhere ? (anywhere[1] as MoneyUnit) : undefined;
}

/** The part of a segment that stands before a row's label: its header. */
const before = (segment: Segment, candidate: Candidate): Segment => segment.withHits(segment.hits.filter((hit) => hit.end < candidate.end));

/** Segments that print the header above a row: its own and, for the first row, those before it. */
function headerOf(found: FoundRows, segments: readonly Segment[], candidate: Candidate): Segment[] {
  const header: Segment[] = [];
  if (candidate === found.chain[0]) for (let at = found.from; at < candidate.segment.index; at++) header.push(segments[at]!);
  return [...header, before(candidate.segment, candidate)];
}

/** The first heading whose column cannot be told from its place. */
function unclearIn(header: readonly Segment[]): LabelWord | undefined {
  for (const { labels } of header) for (const label of labels) if (label.word.unclear) return label;
  return undefined;
}

/** How a source prints the rows of one band (an article of table 二, all of table 三). */
export interface BandLayout {
  /** The words before the first row's label included. */
  readonly header: Header;
  readonly columns: readonly PrintedColumn[];
  /** Where each of them stands in the band, -1 for one that the form does not have. */
  readonly places: readonly number[];
  readonly map: GridMap;
  readonly unit: MoneyUnit | undefined;
  /** 本年增 and 本年减 stand in columns of their own. */
  readonly bothChanges: boolean;
}

/** True where official places do not stand in their order; 小计 (-1) has none. */
const isTurned = (places: readonly number[]) => {
  const own = places.filter((place) => place >= 0);
  return own.some((place, at) => at > 0 && place < own[at - 1]!);
};

/** What is said of a table whose columns stand in another order: headings that print moved would say the same. */
export const turnedFinding = (form: Form, columns: readonly { readonly label: string }[], word: Word | undefined): Finding => ({ code: "columns-turned", at: { table: form.id, edition: form.edition }, origin: word?.origin, words: { raw: columns.map(({ label }) => toOfficialWidth(label)).join("、") } });

/** Lays out every band of a found table by what stands above its first row, with what is to be said of its headings. */
export function layOutBands(found: FoundRows, chain: readonly Candidate[], form: Form, segments: readonly Segment[], year: number | null): { readonly bands: ReadonlyMap<string, BandLayout>; readonly findings: readonly Finding[] } {
  const bands = new Map<string, BandLayout>();
  const findings: Finding[] = [];
  const say = (code: "headings-torn" | "columns-unclear", { word }: LabelWord) => findings.push({ code, at: { table: form.id, edition: form.edition }, origin: word.origin, received: word.raw, words: { raw: word.raw } });
  for (const candidate of chain) {
    const { band } = form.row(candidate.row.id)!;
    if (bands.has(band.id)) continue;
    const header = new Header(headerOf(found, segments, candidate), candidate.start, form);
    const torn = band.columns.length > 1 ? unclearIn(header.segments) : undefined;
    if (torn) say("headings-torn", torn);
    const rows = chain.filter((other) => form.row(other.row.id)!.band === band);
    const { columns, unknown: [unknown] } = printedColumns(header, band.columns, form, rows, year);
    const places = columns.map((column) => (column ? band.columns.indexOf(column) : -1));
    if (unknown) say("columns-unclear", unknown);
    else if (isTurned(places)) findings.push(turnedFinding(form, columns.flatMap((column) => column ?? []), header.heads[0]?.word));
    bands.set(band.id, { header, columns, places, map: mapGrids(header.segments, rows, columns, form), unit: printedUnit(candidate.segment, candidate, columns), bothChanges: BOTH_CHANGES.test(candidate.segment.key.slice(0, candidate.start)) });
  }
  return { bands, findings };
}
