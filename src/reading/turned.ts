import { changeWord, type Word } from "../source/word.ts";
import { lexicon } from "./phrases.ts";
import { labelKey } from "./script.ts";

/** Kinds of applicants that name no row and nothing else. */
const APPLICANTS = new Set(["商业企业", "科研机构", "社会公益组织", "法律服务机构", "科研单位", "公益组织", "法律服务"]);
/** As many of them below each other, and as many rows' labels beside each other, make a turned table. */
const LEAST_APPLICANTS = 3;
const LEAST_LABELS = 8;

interface Grid {
  readonly words: Word[];
  readonly from: number;
  to: number;
}

/** Grids whose first columns name applicants: rows of a table 三 that stands on its side. */
function turnedGrids(words: readonly Word[]): ReadonlyMap<number, Grid> {
  const named = new Map<number, Map<number, number>>();
  for (let at = 0; at < words.length; at++) {
    const { text, place } = words[at]!;
    if (!place || place.column > 2 || !APPLICANTS.has(labelKey(text))) continue;
    const columns = named.get(place.grid) ?? new Map<number, number>();
    columns.set(place.column, (columns.get(place.column) ?? 0) + 1);
    named.set(place.grid, columns);
  }
  const grids = new Map<number, Grid>();
  for (const [id, columns] of named) {
    if (Math.max(...columns.values()) < LEAST_APPLICANTS) continue;
    const from = words.findIndex((word) => word.place?.grid === id);
    const grid: Grid = { words: [], from, to: from };
    for (let at = from; at < words.length && words[at]!.place?.grid === id; at++) {
      grid.words.push(words[at]!);
      grid.to = at;
    }
    const labels = new Set(grid.words.flatMap(({ text, place }) => (place!.column > 0 && lexicon.scan(labelKey(text)).some((hit) => hit.phrase.meanings.some((meaning) => meaning.role === "row" && meaning.table === "requests")) ? [place!.column] : [])));
    if (labels.size >= LEAST_LABELS) grids.set(from, grid);
  }
  return grids;
}

/** The words of a grid, its columns as rows. Lines and cells are parts of one, so that they stay between their neighbours. */
function turn({ words }: Grid): Word[] {
  const { line, cell } = words[0]!;
  const sorted = words.map((word, at) => ({ word, at })).sort((a, b) => a.word.place!.column - b.word.place!.column || a.word.place!.row - b.word.place!.row || a.at - b.at);
  let number = 0;
  return sorted.map(({ word }, at) => {
    if (at > 0 && sorted[at - 1]!.word.cell !== word.cell) number++;
    const place = { grid: word.place!.grid, row: word.place!.column, column: word.place!.row };
    return changeWord(word, { place, line: line + place.row / 1000, cell: cell + number / 10_000 });
  });
}

/** The words of a source with each table 三 that is turned by 90 degrees (applicants as rows) turned back. */
export function turnBack(words: readonly Word[]): readonly Word[] {
  const grids = turnedGrids(words);
  if (grids.size === 0) return words;
  const turned: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    const grid = grids.get(at);
    if (grid) {
      for (const word of turn(grid)) turned.push(word);
      at = grid.to;
    } else turned.push(words[at]!);
  }
  return turned;
}
