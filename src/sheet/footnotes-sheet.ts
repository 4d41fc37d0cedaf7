import type { Language } from "../finding/catalogue.ts";
import type { GridSheet } from "../source/xlsx.ts";
import { planList } from "./list-sheet.ts";
import type { SheetPlan } from "./plan.ts";
import { say } from "./texts.ts";

const HEADER_ROW = 2;

export interface FootnotesOptions {
  readonly name: string;
  readonly language: Language;
  readonly unit: string;
  readonly year: number;
}

/** 附注: the numbered footnotes as section 六 prints them. A person may edit them here; `readFootnotes` keeps that. */
export function planFootnotes(footnotes: readonly string[], options: FootnotesOptions): SheetPlan {
  const { language } = options;
  const sheet = planList({
    id: "footnotes",
    name: options.name,
    kind: "footnotes",
    language,
    title: say("footnotesTitle", language, { unit: options.unit, year: String(options.year) }),
    headerRow: HEADER_ROW,
    above: [{ row: 1, column: 0, value: say("footnotesNote", language), style: "note" }],
    orientation: "portrait",
    columns: [
      { label: say("number", language), width: 6, style: "listCentred" },
      { label: say("footnote", language), width: 86, style: "list" },
    ],
    rows: footnotes.map((text, index) => [{ value: index + 1 }, { value: text }]),
  });
  return { ...sheet, filter: undefined, tabColour: "7F7F7F" };
}

/** The footnotes as they stand on the sheet now, empty rows left out; undefined where the sheet is gone. */
export function readFootnotes(sheets: readonly GridSheet[], language: Language): readonly string[] | undefined {
  const wanted = [say("number", language), say("footnote", language)];
  for (const { rows } of sheets) {
    const header = rows.findIndex((row) => wanted.every((text, column) => row[column]?.value === text) && row.length <= wanted.length);
    if (header >= 0) return rows.slice(header + 1).map((row) => String(row[1]?.value ?? "").trim()).filter(Boolean);
  }
  return undefined;
}
