import type { TableId } from "../form/definition.ts";
import { forms } from "../form/forms.ts";
import type { Finding } from "../finding/model.ts";
import type { Form } from "../form/compile.ts";
import type { BandLayout } from "./bands.ts";
import type { Candidate } from "./candidates.ts";
import { headsOf } from "./headings.ts";
import { lexicon } from "./phrases.ts";
import { labelKey } from "./script.ts";
import type { LabelWord, Segment } from "./segments.ts";

/** What the forms of a table print above its columns, and all that they print, as keys: other wordings and remarks too. */
interface Vocabulary {
  readonly headings: string;
  readonly all: string;
}

const vocabularies = new Map<TableId, Vocabulary>();

function vocabularyOf(table: TableId): Vocabulary {
  const known = vocabularies.get(table);
  if (known) return known;
  const headings: string[] = [...lexicon.furniture(table), ...PLAIN];
  const rows: string[] = [];
  for (const form of forms.filter(({ id }) => id === table)) {
    const { title, corner, bands } = form.definition;
    headings.push(title, corner ?? "");
    for (const band of bands) {
      headings.push(band.label ?? "", ...(band.aliases ?? []), band.stub ?? "", band.columnsHeading ?? "");
      for (const column of band.columns) headings.push(column.label, column.group ?? "", ...(column.aliases ?? []));
    }
    for (const row of form.rows) for (const { label, note, aliases } of [row, ...row.headings]) rows.push(label, note ?? "", label + (note ?? ""), ...(aliases ?? []));
  }
  const keys = (words: readonly string[]) => `\n${[...new Set(words.map(labelKey))].join("\n")}\n`;
  const vocabulary = { headings: keys(headings), all: keys([...headings, ...rows]) };
  vocabularies.set(table, vocabulary);
  return vocabulary;
}

/** Words that say nothing: above the part of a table that goes on over the page, above its labels, what is counted. */
const PLAIN = ["续表", "项目", "类别", "事项", "单位件", "合计", "序号", "备注"];
/** Titles of the sections behind the tables. */
const BEHIND = /^[五六]、/;
/** Numbers of items, sections and articles: they part words, and are none. */
const NUMBERS = /[\d〇零一二三四五六七八九十第项]+/;
const NUMBER = /[\d一二三四五六七八九十]/;

/** A lone character is a piece of a wording where it begins or ends one. */
const isEdge = (mark: string, vocabulary: string) => vocabulary.includes(`\n${mark}`) || vocabulary.includes(`${mark}\n`);

const isKnown = (piece: string, vocabulary: string) =>
  vocabulary.includes(piece) || piece.split(NUMBERS).every((words) => words === "" || (words.length === 1 ? isEdge(words, vocabulary) : vocabulary.includes(words)));

/**
 * What a label prints that no form of its table has: neither a phrase of it nor a piece of its wording, torn or cut
 * short anywhere. Empty for the official wording. 不予, 上半年, 县级无此项 change what the figures count; nobody but a
 * reader can tell how.
 */
export function strangeIn(segment: Segment, label: LabelWord, table: TableId, where: keyof Vocabulary): string {
  // Most labels are one phrase, most of the others an item's number before one.
  const [only] = segment.hits;
  if (only && only.start <= label.start + 1 && only.end >= label.end && only.phrase.tables.has(table) && (only.start <= label.start || NUMBER.test(segment.key[label.start]!))) return "";
  const vocabulary = vocabularyOf(table)[where];
  let strange = "";
  let at = label.start;
  const take = (end: number) => {
    const piece = segment.key.slice(at, end);
    if (!isKnown(piece, vocabulary)) strange += piece;
  };
  for (const { phrase, start, end } of segment.hits) {
    if (end <= at || start >= label.end || !phrase.tables.has(table)) continue;
    if (start > at) take(start);
    at = Math.max(at, end);
  }
  if (at < label.end) take(label.end);
  return strange;
}

/** True for a line that prints nothing but wording of a table's forms. */
export const isWording = (text: string, table: TableId): boolean => vocabularyOf(table).all.includes(labelKey(text));

/** The same of table 四, from its first heading to its last figure. */
export function strangeHeads(segments: readonly Segment[], from: number, to: number): LabelWord[] {
  const strange: LabelWord[] = [];
  let begun = false;
  for (let at = from; at <= to; at++) {
    const segment = segments[at]!;
    const first = begun ? 0 : segment.hits.find(({ phrase }) => phrase.meanings.some(({ table }) => table === "reviews"))?.start;
    if (first === undefined) continue;
    begun = true;
    for (const label of segment.labels) {
      if (BEHIND.test(label.word.text)) return strange;
      if (label.end > first && strangeIn(segment, label, "reviews", "all") !== "" && !FURNITURE.test(segment.key.slice(label.start, label.end))) strange.push(label);
    }
  }
  return strange;
}

/** What is said of them. */
export function wordingFinding(form: Form, strange: readonly LabelWord[]): Finding {
  const [first] = strange;
  return { code: "wording", at: { table: form.id, edition: form.edition }, origin: first!.word.origin, received: first!.word.raw, words: { raw: [...new Set(strange.slice(0, MOST_WORDS).map(({ word }) => word.raw.trim()))].join("、") } };
}

/** So many strange words of a table are named. */
const MOST_WORDS = 6;

/** What a printed page repeats around a table. */
export const FURNITURE = /年度报告|政府信息公开工作|第\d+页|共\d+页/;

/**
 * Labels and headings of a table 二 or 三 that print something the forms do not have, in order: its figures may be of
 * something else than the form asks for.
 */
export function strangeLabels(chain: readonly Candidate[], form: Form, bands: ReadonlyMap<string, BandLayout>, segments: readonly Segment[], to: number, isRepeated: (key: string) => boolean): LabelWord[] {
  const [first] = chain;
  if (!first) return [];
  const strange: LabelWord[] = [];
  const look = (segment: Segment, label: LabelWord, where: keyof Vocabulary, isMeant?: () => boolean) => {
    if (strangeIn(segment, label, form.id, where) === "" || isMeant?.() === false) return;
    const key = segment.key.slice(label.start, label.end);
    if (!FURNITURE.test(key) && (where === "headings" || !isRepeated(key))) strange.push(label);
  };
  /** Segments that begin a band: its heading stands before the row's label. */
  const begins = new Map<Segment, { readonly header: readonly Segment[]; readonly start: number }>();
  for (const { segment, row, start } of chain) {
    const { band } = form.row(row.id)!;
    const { header } = bands.get(band.id)!;
    if (header[header.length - 1]!.index === segment.index && !begins.has(segment)) begins.set(segment, { header, start });
  }
  for (let at = first.segment.index; at <= to; at++) {
    const segment = segments[at]!;
    const band = begins.get(segment);
    if (band) {
      let heads: ReadonlySet<LabelWord> | undefined;
      // What stands above the headings may print anything.
      for (const part of band.header) for (const label of part.labels) look(part, label, "headings", () => (heads ??= new Set(headsOf({ segments: band.header, end: band.start }, form))).has(label));
    }
    for (const label of segment.labels) if (!band || label.end > band.start) look(segment, label, "all");
  }
  return strange;
}
