import type { EditionId, TableForm, TableId } from "../form/definition.ts";
import type { Form } from "../form/compile.ts";
import { forms } from "../form/forms.ts";
import { labelKey } from "./script.ts";

/** What a printed phrase can mean. A phrase (其他, 总计) may mean several things; its place decides. */
export type Meaning =
  | { readonly role: "row"; readonly table: TableId; readonly row: string; readonly order: number; readonly item: string }
  | { readonly role: "heading"; readonly table: TableId }
  | { readonly role: "column"; readonly table: TableId; readonly column: string; readonly editions: ReadonlySet<string> }
  /** 小计 of 法人或其他组织: a column that some add. */
  | { readonly role: "subtotal"; readonly table: TableId }
  | { readonly role: "organisations"; readonly table: TableId };

type RowMeaning = Extract<Meaning, { role: "row" }>;

export interface Phrase {
  readonly key: string;
  readonly meanings: readonly Meaning[];
  /** The tables in which it means something. */
  readonly tables: ReadonlySet<TableId>;
  /** What it means as a row of each table that has it as one. */
  readonly rows: Readonly<Record<TableId, RowMeaning | undefined>>;
  /** The table of which it is a heading or a column's, and nothing else anywhere. */
  readonly heads?: TableId;
  /** The table and the only edition that has this column heading; absent for all other phrases. */
  readonly telling?: { readonly table: TableId; readonly edition: EditionId };
}

export interface Hit {
  readonly phrase: Phrase;
  /** Range in the segment's key. */
  readonly start: number;
  readonly end: number;
}

/** A data row in reading: rows of all editions of a table in one official order. */
export interface ReadingRow {
  readonly id: string;
  readonly order: number;
  /** Item number as its key: 一, 1, … or empty. */
  readonly item: string;
  /** Keys of the label without its item number, the official one first. */
  readonly keys: readonly string[];
  /** Key of the official remark behind the label. */
  readonly note: string;
  /** How many cells the row has, in any edition. */
  readonly columns: readonly number[];
  /** It counts money, in any edition. */
  readonly isMoney: boolean;
}

const ITEM = /^(?:\d+\.|\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、)/;

export const withoutItem = (label: string) => label.replace(ITEM, "");

const itemOf = (label: string) => labelKey(ITEM.exec(label)?.[0] ?? "");

/** Phrases of forms that are no label of a cell: 申请人情况 and the like. */
const FURNITURE: Readonly<Partial<Record<TableId, readonly string[]>>> = {
  requests: ["申请人情况", "本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和"],
  disclosure: ["单位万元", "单位元"],
};

/** 法人或其他组织 in the words of those who do not copy it: no kind of applicant, though 其他 stands in it. */
const ORGANISATIONS = ["法人或其他组织", "法人或者其他组织", "法人和其他组织", "法人及其他组织", "法人与其他组织", "法人其他组织", "企业法人或其他组织", "企业法人和其他组织", "企业法人及其他组织", "其他组织"];

function tellingOf(meanings: readonly Meaning[]): Phrase["telling"] {
  const [first] = meanings;
  if (first?.role !== "column" || meanings.some((meaning) => meaning.table !== first.table)) return undefined;
  const editions = new Set(meanings.flatMap((meaning) => (meaning.role === "column" ? [...meaning.editions] : [])));
  return editions.size === 1 ? { table: first.table, edition: [...editions][0] as EditionId } : undefined;
}

/** What reading asks of every phrase that it meets, worked out once. */
function phraseOf(key: string, meanings: readonly Meaning[]): Phrase {
  // All of one shape: every phrase is asked for its row.
  const rows: Record<TableId, RowMeaning | undefined> = { disclosure: undefined, requests: undefined, reviews: undefined, statistics: undefined };
  for (const meaning of meanings) if (meaning.role === "row") rows[meaning.table] ??= meaning;
  const { table } = meanings[0]!;
  const heads = meanings.every((meaning) => meaning.table === table && meaning.role !== "row") ? table : undefined;
  return { key, meanings, tables: new Set(meanings.map((meaning) => meaning.table)), rows, heads, telling: tellingOf(meanings) };
}

const NO_MARKS: ReadonlySet<string> = new Set();
const NO_HITS: readonly Hit[] = [];

class Lexicon {
  readonly rows = new Map<TableId, ReadingRow[]>();
  private readonly phrases = new Map<string, Meaning[]>();
  private readonly marks = new Map<TableId, Set<string>>();
  /** Of every label of a row, with and without its item's number and the form's remark, how many cells the row has. */
  private readonly cells = new Map<string, readonly number[]>();
  /** By their first two characters (`startOf`), the longest first. */
  private readonly byStart = new Map<number, Phrase[]>();
  /** A small number of its own for every code with which a phrase begins, else 0. */
  private readonly begins = new Uint16Array(0x10000);

  constructor(all: readonly Form[]) {
    for (const table of new Set(all.map((form) => form.id))) this.addTable(table, all.filter((form) => form.id === table));
    let different = 0;
    for (const [key, meanings] of this.phrases) {
      this.begins[key.charCodeAt(0)] ||= ++different;
      const start = this.startOf(key, 0);
      this.byStart.set(start, [...(this.byStart.get(start) ?? []), phraseOf(key, meanings)]);
    }
    for (const list of this.byStart.values()) list.sort((a, b) => b.key.length - a.key.length);
  }

  private addTable(table: TableId, editions: readonly Form[]): void {
    const rows = unionRows(editions).map((row, order): ReadingRow => ({
      id: row.id,
      order,
      item: itemOf(row.label),
      keys: [...new Set([withoutItem(row.label), ...row.aliases].map(labelKey))],
      note: labelKey(row.note ?? ""),
      columns: editions.flatMap((form) => form.row(row.id)?.band.columns.length ?? []),
      isMoney: editions.some((form) => form.row(row.id)?.band.columns.some(({ measure }) => measure.scale > 0)),
    }));
    this.rows.set(table, rows);
    for (const { item, keys, note, columns } of rows) {
      for (const key of keys) for (const label of new Set([key, item + key, key + note, item + key + note])) this.cells.set(label, [...(this.cells.get(label) ?? []), ...columns]);
    }
    for (const row of rows) for (const key of row.keys) this.add(key, { role: "row", table, row: row.id, order: row.order, item: row.item });
    const heading = (label: string | undefined) => label && this.add(labelKey(label), { role: "heading", table });
    for (const form of editions) this.addHeadings(form.definition, table, heading);
    for (const label of FURNITURE[table] ?? []) heading(label);
    if (table === "requests") {
      this.add("法人或其他组织小计", { role: "subtotal", table });
      this.add("小计", { role: "subtotal", table });
      for (const label of ORGANISATIONS) this.add(label, { role: "organisations", table });
    }
  }

  private addHeadings(definition: TableForm, table: TableId, heading: (label: string | undefined) => void): void {
    heading(definition.corner);
    for (const band of definition.bands) {
      for (const label of [band.label, band.stub, ...(band.aliases ?? [])]) heading(label);
      for (const column of band.columns) {
        for (const label of [column.label, ...(column.aliases ?? [])]) this.add(labelKey(label), { role: "column", table, column: column.id, editions: new Set([definition.edition]) });
      }
      const walk = (rows: TableForm["bands"][number]["rows"]) => {
        for (const row of rows) {
          if (row.heading) {
            for (const label of [withoutItem(row.label), ...(row.aliases ?? [])]) heading(label);
            for (const mark of labelKey(row.label)) this.marks.set(table, (this.marks.get(table) ?? new Set()).add(mark));
          }
          heading(row.note);
          walk(row.rows ?? []);
        }
      };
      walk(band.rows);
    }
  }

  private add(key: string, meaning: Meaning): void {
    const known = this.phrases.get(key) ?? [];
    if (meaning.role === "column") {
      const same = known.find((entry) => entry.role === "column" && entry.table === meaning.table && entry.column === meaning.column);
      if (same?.role === "column") {
        (same.editions as Set<string>).add([...meaning.editions][0]!);
        return;
      }
    }
    if (!known.some((entry) => JSON.stringify(entry) === JSON.stringify(meaning))) this.phrases.set(key, [...known, meaning]);
  }

  /** Phrases around a table's labels that are no label of a cell. */
  furniture(table: TableId): readonly string[] {
    return [...(FURNITURE[table] ?? []), ...(table === "requests" ? [...ORGANISATIONS, "法人或其他组织小计"] : [])];
  }

  /** The characters of the headings above rows, their numbers too. */
  headingMarks(table: TableId): ReadonlySet<string> {
    return this.marks.get(table) ?? NO_MARKS;
  }

  /**
   * True for a whole label of a row that is nothing else (总计 is a column too); `with-note` also where it is, and where
   * the form's remark stands behind it.
   */
  isRow(key: string, how?: "with-note"): boolean {
    const meanings = this.phrases.get(key);
    if (how) return [...this.rows.values()].some((rows) => rows.some((row) => row.keys.some((own) => key === own || (row.note !== "" && key === own + row.note))));
    return meanings !== undefined && meanings.some((meaning) => meaning.role === "row") && meanings.every((meaning) => meaning.role === "row" || meaning.role === "heading");
  }

  /** How many cells the rows of a label have, in any table and edition; undefined for what is no whole label of a row. */
  columnsOf(key: string): readonly number[] | undefined {
    return this.cells.get(key);
  }

  /** All phrases of a key, leftmost and longest first, none inside another. Linear in the key's length. */
  scan(key: string): readonly Hit[] {
    let hits: Hit[] | undefined;
    for (let at = 0; at + 1 < key.length; ) {
      const found = this.begins[key.charCodeAt(at)]! > 0 ? this.phraseAt(key, at) : undefined;
      if (found) {
        const hit = { phrase: found, start: at, end: at + found.key.length };
        // An array that begins with what it holds is far smaller than one that grows: most keys hold one phrase.
        if (hits) hits.push(hit);
        else hits = [hit];
        at += found.key.length;
      } else at++;
    }
    return hits ?? NO_HITS;
  }

  /** A whole number that is small enough to cost nothing. */
  private startOf(key: string, at: number): number {
    return this.begins[key.charCodeAt(at)]! * 0x10000 + key.charCodeAt(at + 1);
  }

  private phraseAt(key: string, at: number): Phrase | undefined {
    const list = this.byStart.get(this.startOf(key, at));
    if (list) for (const phrase of list) if (key.startsWith(phrase.key, at)) return phrase;
    return undefined;
  }
}

/** Rows of all editions of a table, merged in official order: a row new in an edition stands where that edition puts it. */
function unionRows(editions: readonly Form[]): Form["rows"][number][] {
  const union: Form["rows"][number][] = [];
  for (const form of editions) {
    let at = 0;
    for (const row of form.rows) {
      const known = union.findIndex((entry) => entry.id === row.id);
      if (known >= 0) {
        union[known] = { ...union[known]!, aliases: [...new Set([...union[known]!.aliases, withoutItem(row.label), ...row.aliases])] };
        at = known + 1;
      } else union.splice(at++, 0, row);
    }
  }
  return union;
}

/** 统计表 is read by rules of its own (statistics-table.ts): its labels would hide those of tables 二 三 四. */
export const lexicon = new Lexicon(forms.filter((form) => form.id !== "statistics"));
