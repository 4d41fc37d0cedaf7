import type { Origin } from "../report/model.ts";
import { normalise } from "../source/characters.ts";
import type { Source, Word } from "../source/word.ts";
import { lexicon } from "./phrases.ts";
import { labelKey } from "./script.ts";
import { parseValue } from "./value.ts";

/** Headings of columns that offices add beside the official ones. */
const HEADINGS = new Set("备注 说明 备注说明 同比 环比 同比增减 同比增长 增长率 增幅 增减率 增减幅度 增减情况 变化 变化率 占比 比例 比重 百分比 上年 上年数 上年数据 上年同期 上年同期数 上年度 上年度数 上年度数据 去年 去年数 去年数据 去年同期 去年同期数 去年同期数据 较上年 较上年增减 与上年相比 填报人 填报单位 填报科室 核对 核对人 审核 审核人 责任科室 责任单位 责任人 数据来源 来源 联系人 联系电话".split(" "));

/** Last year's figures beside this year's; 上年项目数量 is a column of the form of 2019. */
const LAST_YEAR = /^(?:(?:上年|去年|往年)(?!.*项目).{0,10}|20\d\d年?度?(?:同期|数|数据|数量)+)$/;
/** A year alone heads an added column where the form's own heading stands beside it. */
const YEAR_ALONE = /^20\d\d年度?$/;

const isHeading = (key: string) => HEADINGS.has(key) || LAST_YEAR.test(key);

const keyOf = (text: string) => normalise(text).replace(/[\s:：()（）%％]/g, "");

/** A column that was left out, by its heading. */
export interface ExtraColumn {
  readonly heading: Word;
  /** Cells below the heading that had print. */
  cells: number;
  /** The rows from which it was left out (`rowOf` their print), and those of them whose cell is unlike the others. */
  readonly rows: Set<string>;
  readonly uneven: Set<string>;
}

/** The row of a source in which something stands, comparable with other origins of the same source. */
export function rowOf(origin: Origin): string {
  switch (origin.kind) {
    case "line":
      return `line ${origin.line}`;
    case "page":
      return `page ${origin.page} ${origin.line}`;
    case "sheet":
      return `sheet ${origin.sheet} ${origin.address.replace(/\D/g, "")}`;
    case "table":
      return `table ${origin.table} ${origin.row}`;
    case "consolidated":
      return "";
  }
}

type Kind = "blank" | "figure" | "words";

const kindOf = (text: string | undefined): Kind => (text === undefined || parseValue(normalise(text))?.kind === "none" ? "blank" : /^[-+]?[\d.,]+$/.test(normalise(text)) ? "figure" : "words");
/** A column in which fewer cells are of one kind says nothing by it. */
const USUAL = 0.8;

/** Rows in which a column holds something of another kind than in most: a cell was lost or came twice, and the row has moved. */
function unevenRows(kinds: ReadonlyMap<string, Kind>): string[] {
  const counts = { blank: 0, figure: 0, words: 0 };
  for (const kind of kinds.values()) counts[kind]++;
  const usual = counts.figure >= counts.words ? "figure" : "words";
  const strange: Kind = usual === "figure" ? "words" : "figure";
  if (counts[usual] < (counts.figure + counts.words) * USUAL) return [];
  // Cells are left blank freely, unless hardly any is.
  const full = counts.blank <= kinds.size / 5;
  return [...kinds].filter(([, kind]) => kind === strange || (full && kind === "blank")).map(([row]) => row);
}

/** Rows of a grid with their cells that have print: the first words of each. */
type Rows = readonly { readonly row: number; readonly cells: readonly { readonly column: number; readonly text: string; readonly word: Word }[] }[];

function rowsOf(words: readonly Word[]): Map<number, Rows> {
  const grids = new Map<number, Map<number, { column: number; text: string; word: Word }[]>>();
  let last: { column: number; text: string; word: Word } | undefined;
  for (const word of words) {
    if (!word.place || word.text === "") continue;
    const { grid, row, column } = word.place;
    if (last && last.word.cell === word.cell) {
      last.text += word.text;
      continue;
    }
    const rows = grids.get(grid) ?? new Map<number, { column: number; text: string; word: Word }[]>();
    last = { column, text: word.text, word };
    const cells = rows.get(row);
    if (cells) cells.push(last);
    else rows.set(row, [last]);
    grids.set(grid, rows);
  }
  return new Map([...grids].map(([grid, rows]) => [grid, [...rows].map(([row, cells]) => ({ row, cells }))]));
}

const isLabel = (text: string) => /[\u4e00-\u9fff]{2}/.test(text);

/** The cell of a row in a column: cells stand in the order of their columns. */
function cellAt({ cells }: Rows[number], column: number) {
  let [low, high] = [0, cells.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const cell = cells[middle]!;
    if (cell.column === column) return cell;
    if (cell.column < column) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** True where another table begins, on a sheet that holds several: after a line of text alone, or an empty row. */
function beginsAnother(rows: Rows, at: number): boolean {
  const { row, cells } = rows[at]!;
  const [only] = cells;
  const isTitle = cells.length === 1 && only !== undefined && isLabel(only.text) && !/^第二十条/.test(only.text);
  return isTitle || row - rows[at - 1]!.row > 1;
}

/** A heading of the form: below it the column is the form's again (another article of table 二 uses its place). */
const isOfficial = (text: string) => lexicon.scan(labelKey(text)).some((hit) => hit.start === 0 && hit.phrase.meanings.some((meaning) => meaning.role === "column"));

/**
 * The source without the columns of grids whose heading says that they are none of the form's (备注, 同比, 上年数 …):
 * every cell from the heading down to the end of its table. A heading in a row's first cell is a label, no heading.
 */
export function leaveOutExtraColumns(source: Source): { readonly source: Source; readonly extra: readonly ExtraColumn[] } {
  const extra: ExtraColumn[] = [];
  /** Places that are left out: `grid row column`. */
  const left = new Set<string>();
  for (const [grid, rows] of rowsOf(source.words)) {
    rows.forEach(({ row, cells }, from) => {
      const official = cells.some((cell) => isOfficial(cell.text));
      for (const { column, text, word } of cells.slice(1)) {
        if (!(isHeading(keyOf(text)) || (official && YEAR_ALONE.test(keyOf(text)))) || left.has(`${grid} ${row} ${column}`)) continue;
        const found: ExtraColumn = { heading: word, cells: 0, rows: new Set(), uneven: new Set() };
        const kinds = new Map<string, Kind>();
        extra.push(found);
        for (let at = from; at < rows.length && (at === from || !beginsAnother(rows, at)); at++) {
          const below = at === from ? undefined : cellAt(rows[at]!, column);
          if (below && isOfficial(below.text) && !isHeading(keyOf(below.text))) break;
          left.add(`${grid} ${rows[at]!.row} ${column}`);
          if (at === from) continue;
          if (below) found.cells++;
          const first = rows[at]!.cells[0]!.word;
          found.rows.add(rowOf(first.origin));
          // Articles and headings of table 二 stand between the rows of figures.
          if (rows[at]!.cells.some((cell) => cell.column !== column && parseValue(normalise(cell.text)) !== undefined)) kinds.set(rowOf(first.origin), kindOf(below?.text));
        }
        for (const key of unevenRows(kinds)) found.uneven.add(key);
      }
    });
  }
  if (extra.length === 0) return { source, extra };
  const isLeft = ({ place }: Word) => place !== undefined && left.has(`${place.grid} ${place.row} ${place.column}`);
  return { source: { ...source, words: source.words.filter((word) => !isLeft(word)) }, extra };
}
