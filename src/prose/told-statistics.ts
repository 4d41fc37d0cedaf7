import { numbersOf, type ProseNumber } from "./numbers.ts";
import { sentencesOf, type Passage, type Stretch } from "./passage.ts";
import { COUNTY_SHARE, statisticsWordings, trimLabel, type RowWording } from "./statistics-wording.ts";

/** A figure of the statistics form as a sentence tells it. `number` is absent where the sentence says that there was none. */
export interface ToldFigure {
  readonly row: string;
  readonly column: "total" | "counties";
  readonly passage: Passage;
  readonly at: Stretch;
  readonly number?: ProseNumber;
}

/** What is said of a year, or of part of a place, is no figure of the report. */
const ELSEWHERE = /(?:同比|较上年|较去年|比上年|比去年|上年|去年|上半年|下半年|季度|增加|减少|增长|下降)[^,;]{0,12}$/;

const isUnder = (wording: RowWording, above: string | undefined) => wording.under === undefined || (above !== undefined && wording.under.some((row) => (row.endsWith("-") ? above.startsWith(row) : above === row)));

/** The wordings that a number of a unit may have, in their order. */
const byUnit: ReadonlyMap<string, readonly RowWording[]> = new Map([...new Set(statisticsWordings.flatMap(({ units }) => units))].map((unit) => [unit, statisticsWordings.filter(({ units }) => units.includes(unit))]));

function rowOf(number: ProseNumber, above: string | undefined): string | undefined {
  const label = trimLabel(number.label);
  if (ELSEWHERE.test(label)) return undefined;
  return byUnit.get(number.unit)?.find((wording) => wording.says.test(label) && isUnder(wording, above))?.row;
}

const NONE = /(?:未|没有|无)(?!法|正当|故|偿|关|障碍|需|论)[^,。;!?\d]{0,60}/g;
const NONE_OF: readonly { readonly rows: readonly string[]; readonly says: RegExp }[] = [
  { rows: ["reconsiderations"], says: /行政复议/ },
  { rows: ["suits"], says: /诉讼/ },
  { rows: ["request-fees"], says: /(?:收费|收取[^,]{0,20}费|费用)/ },
  { rows: ["complaints"], says: /举报|投诉/ },
  { rows: ["received"], says: /(?:收到|接到|受理)[^,]{0,20}(?:公开申请|信息公开的申请|申请公开)/ },
];

/** Rows of which a sentence says that there were none: 没有发生行政复议 is 0, explicitly. */
function noneTold(passage: Passage, sentence: Stretch): ToldFigure[] {
  const said = passage.text.slice(sentence.start, sentence.end);
  const figures: ToldFigure[] = [];
  for (const match of said.matchAll(NONE)) {
    const at = { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length };
    const followed = /\d/.test(passage.text[at.end] ?? "");
    for (const { rows, says } of NONE_OF) if (says.test(match[0]) && !followed) for (const row of rows) figures.push({ row, column: "total", passage, at });
  }
  return figures;
}

/** Everything of the form that one paragraph tells, in order. */
function toldIn(passage: Passage): ToldFigure[] {
  const sentences = sentencesOf(passage);
  const told: ToldFigure[] = [];
  let above: string | undefined;
  let group: string | undefined;
  let end = -1;
  for (const number of numbersOf(passage, sentences)) {
    const at = { start: number.start, end: number.end };
    const between = end < 0 ? "" : passage.text.slice(end, number.start);
    if (above !== undefined && COUNTY_SHARE.test(trimCounty(number.label)) && between.length <= 16) {
      told.push({ row: above, column: "counties", passage, at, number });
    } else {
      const row = rowOf(number, group);
      if (row !== undefined) {
        told.push({ row, column: "total", passage, at, number });
        group = row;
      }
      above = row;
    }
    end = number.end;
  }
  for (const sentence of sentences) told.push(...noneTold(passage, sentence));
  return told;
}

const trimCounty = (label: string) => label.replace(/(?:共|为|有|:)+$/, "");

/** Rows that make a paragraph one of statistics rather than of narrative. */
const DENSE = 3;
/** Fewer rows than this are no statistics form. */
const LEAST_ROWS = 4;

const rowsIn = (told: readonly ToldFigure[]) => new Set(told.filter((figure) => figure.number).map((figure) => figure.row)).size;

/**
 * The statistics form as prose tells it: one figure a cell, nothing added up, nothing filled in.
 *
 * A report mentions briefings and postings in its narrative too; what counts are the paragraphs that tell many rows,
 * from the first of them on. Empty where fewer than four rows are told. A cell told twice keeps the figure of the
 * paragraph that tells more rows, of equals the first.
 */
export function tellStatistics(passages: readonly Passage[]): ToldFigure[] {
  const paragraphs = passages.map(toldIn);
  const first = paragraphs.findIndex((told) => rowsIn(told) >= DENSE);
  if (first < 0) return [];
  const best = new Map<string, { figure: ToldFigure; weight: number }>();
  for (const told of paragraphs.slice(first)) {
    const weight = rowsIn(told);
    for (const figure of told) {
      const key = `${figure.row}/${figure.column}`;
      const known = best.get(key);
      if (!known || known.weight < weight || (figure.number && !known.figure.number)) best.set(key, { figure, weight });
    }
  }
  const figures = [...best.values()].map(({ figure }) => figure);
  return rowsIn(figures) < LEAST_ROWS ? [] : figures;
}
