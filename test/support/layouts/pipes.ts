import { placesOf, textsOf } from "./matrix.ts";
import type { Grid, Layout } from "./model.ts";
import { textLayout } from "./text.ts";

/** Places of each row that merged cells reach over. */
const fillersOf = (grid: Grid) => grid.rows.map((row) => grid.columns - row.cells.length);

const markdownRow = (texts: readonly string[]) => `| ${texts.map((text) => text.replace(/\|/g, "\\|")).join(" | ")} |`;

export const pipeLayouts: readonly Layout[] = [
  textLayout({
    id: "pipes-trailing",
    description: "` |` after each cell, one cell a line; merged cells leave `||` behind the last cell of the row",
    grid: (grid) => {
      const fillers = fillersOf(grid);
      return grid.rows.flatMap((row, r) => row.cells.map((cell, c) => `${cell.text} |${c === row.cells.length - 1 && fillers[r]! > 0 ? ` ${"|".repeat(fillers[r]!)}` : ""}`));
    },
  }),
  textLayout({
    id: "pipes-trailing-fillers-apart",
    description: "` |` after each cell, `||` fillers on lines of their own",
    grid: (grid) => {
      const fillers = fillersOf(grid);
      return grid.rows.flatMap((row, r) => [...row.cells.map((cell) => `${cell.text} |`), ...(fillers[r]! > 0 ? ["|".repeat(fillers[r]!)] : [])]);
    },
  }),
  textLayout({
    id: "pipes-apart",
    description: "each `|` alone on a line between the cells",
    grid: (grid) => grid.rows.flatMap((row) => row.cells.flatMap((cell) => [cell.text, "|"])),
  }),
  textLayout({
    id: "pipes-leading",
    description: "`| ` before each cell, one cell a line",
    grid: (grid) => grid.rows.flatMap((row) => row.cells.map((cell) => `| ${cell.text}`)),
  }),
  textLayout({
    id: "pipe-rows",
    description: "one table row a line between pipes, merged cells once, no separator row",
    grid: (grid) => grid.rows.map((row) => markdownRow(row.cells.map((cell) => cell.text))),
  }),
  textLayout({
    id: "markdown",
    description: "markdown rows with a separator row; merged cells leave empty cells",
    grid: (grid) => textsOf(grid).flatMap((row, r) => (r === 0 ? ["", markdownRow(row), `|${" --- |".repeat(row.length)}`] : [markdownRow(row)])),
  }),
  textLayout({
    id: "markdown-without-separator",
    description: "markdown rows, no separator row; merged cells leave empty cells",
    grid: (grid) => textsOf(grid).map(markdownRow),
  }),
  textLayout({
    id: "markdown-repeated",
    description: "markdown rows in which the text of a merged cell stands in each of its places",
    grid: (grid) => repeatedTexts(grid).flatMap((row, r) => (r === 0 ? [markdownRow(row), `|${":---:|".repeat(row.length)}`] : [markdownRow(row)])),
  }),
];

/** A merged label in each of its places; a merged figure only once (it would be counted twice). */
function repeatedTexts(grid: Grid): string[][] {
  return placesOf(grid).map((row) => row.map((place) => (place && (place.begins || place.cell.role !== "figure") ? place.cell.text : "")));
}
