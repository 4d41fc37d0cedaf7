import type { TableId } from "../form/definition.ts";
import { forms } from "../form/forms.ts";
import type { Finding } from "../finding/model.ts";
import type { Form } from "../form/compile.ts";
import type { BandLayout } from "./bands.ts";
import type { Candidate } from "./candidates.ts";
import type { Header } from "./headings.ts";
import { lexicon } from "./phrases.ts";
import { labelKey } from "./script.ts";
import type { LabelWord, Segment } from "./segments.ts";

/** What the forms of a table print above its columns, and all that they print, as keys: other wordings and remarks too. */
interface Vocabulary {
  readonly headings: Wording;
  readonly all: Wording;
}

interface Wording {
  /** One a line. */
  readonly text: string;
  readonly known: Map<string, boolean>;
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
  const keys = (words: readonly string[]): Wording => ({ text: `\n${[...new Set(words.map(labelKey))].join("\n")}\n`, known: new Map() });
  const vocabulary = { headings: keys(headings), all: keys([...headings, ...rows]) };
  vocabularies.set(table, vocabulary);
  return vocabulary;
}

/** Words that say nothing: above the part of a table that goes on over the page, above its labels, what is counted. */
const PLAIN = ["续表", "项目", "类别", "事项", "单位件", "合计", "序号", "备注", "件数", "计量单位", "行次", "栏次"];
/** Titles of the sections behind the tables. */
const BEHIND = /^[五六]、/;
/** Numbers of items, sections and articles: they part words, and are none. */
const NUMBERS = /[\d〇零一二三四五六七八九十第项]+/;

/** A lone character is a piece of a wording where it begins or ends one. */
const isEdge = (mark: string, vocabulary: string) => vocabulary.includes(`\n${mark}`) || vocabulary.includes(`${mark}\n`);

/** Pieces whose answer is kept: what reports print between phrases (items' numbers, remarks, torn ends) is the same in nearly all. */
const MOST_KEPT = 1000;

function isKnown(piece: string, { text, known }: Wording): boolean {
  const before = known.get(piece);
  if (before !== undefined) return before;
  const found = text.includes(piece) || piece.split(NUMBERS).every((words) => words === "" || (words.length === 1 ? isEdge(words, text) : text.includes(words)));
  if (known.size < MOST_KEPT && piece.length <= LONGEST_KEPT) known.set(piece, found);
  return found;
}

const LONGEST_KEPT = 40;

const NONE: readonly LabelWord[] = [];

/**
 * The labels of a segment that print what no form of a table has: neither a phrase of it nor a piece of its wording,
 * torn or cut short anywhere. 不予, 上半年, 县级无此项 change what the figures count; nobody but a reader can tell how.
 * `from`: where in the segment's key to begin. Linear.
 */
function strangeIn({ key, hits, labels }: Segment, table: TableId, where: keyof Vocabulary, from = 0): readonly LabelWord[] {
  const vocabulary = vocabularyOf(table)[where];
  let strange: LabelWord[] | undefined;
  let first = 0;
  for (let index = 0; index < labels.length; index++) {
    const label = labels[index]!;
    if (label.end <= from) continue;
    while (first < hits.length && hits[first]!.end <= label.start) first++;
    let at = label.start;
    let known = true;
    for (let next = first; known && next < hits.length && hits[next]!.start < label.end; next++) {
      const { phrase, start, end } = hits[next]!;
      if (!phrase.tables.has(table)) continue;
      if (start > at) known = isKnown(key.slice(at, start), vocabulary);
      at = Math.max(at, end);
    }
    if (!known || (at < label.end && !isKnown(key.slice(at, label.end), vocabulary))) (strange ??= []).push(label);
  }
  return strange ?? NONE;
}

/** True for a line that prints nothing but wording of a table's forms. */
export const isWording = (text: string, table: TableId): boolean => vocabularyOf(table).all.text.includes(labelKey(text));

/** The same of table 四, from its first heading to its last figure. */
export function strangeHeads(segments: readonly Segment[], from: number, to: number): LabelWord[] {
  const strange: LabelWord[] = [];
  let begun = false;
  for (let at = from; at <= to; at++) {
    const segment = segments[at]!;
    const first = begun ? 0 : segment.hits.find(({ phrase }) => phrase.tables.has("reviews"))?.start;
    if (first === undefined) continue;
    begun = true;
    const behind = segment.labels.find(({ word }) => BEHIND.test(word.text));
    for (const label of strangeIn(segment, "reviews", "all", first)) {
      if (behind && label.start >= behind.start) break;
      if (!PAGE_FURNITURE.test(segment.key.slice(label.start, label.end))) strange.push(label);
    }
    if (behind) break;
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
export const PAGE_FURNITURE = /年度报告|政府信息公开工作|第\d+页|共\d+页/;

/**
 * Labels and headings of a table 二 or 三 that print something the forms do not have, in order: its figures may be of
 * something else than the form asks for.
 */
export function strangeLabels(chain: readonly Candidate[], form: Form, bands: ReadonlyMap<string, BandLayout>, segments: readonly Segment[], to: number, isRepeated: (key: string) => boolean): LabelWord[] {
  const [first] = chain;
  if (!first) return [];
  const strange: LabelWord[] = [];
  const add = (segment: Segment, label: LabelWord, isHeading: boolean) => {
    const key = segment.key.slice(label.start, label.end);
    if (!PAGE_FURNITURE.test(key) && (isHeading || !isRepeated(key))) strange.push(label);
  };
  /** Segments that begin a band: its heading stands before the row's label. */
  const begins = new Map<number, Header>();
  for (const { header } of bands.values()) {
    if (!begins.has(header.last.index)) begins.set(header.last.index, header);
  }
  for (let at = first.segment.index; at <= to; at++) {
    const segment = segments[at]!;
    const header = begins.get(at);
    if (header) {
      for (const part of header.segments) {
        // What stands above the headings may print anything.
        for (const label of strangeIn(part, form.id, "headings")) if (header.heads.includes(label)) add(part, label, true);
      }
    }
    // Of a form that was not filled in all labels stand together, and no figure can be misread.
    if (segment.hasSlots) for (const label of strangeIn(segment, form.id, "all", header?.end ?? 0)) add(segment, label, false);
  }
  return strange;
}
