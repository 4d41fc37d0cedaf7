import { placesOf, textsOf } from "./matrix.ts";
import type { Grid, GridCell, Layout } from "./model.ts";
import { textLayout } from "./text.ts";

const cellTabs = (grid: Grid) => grid.rows.map((row) => row.cells.map((cell) => cell.text).join("\t"));

/** Labels of five to eight characters with a line break within the cell, quoted; a space behind figures. */
function wpsText({ text, role }: GridCell): string {
  if (role === "figure") return /\d$/.test(text) ? `${text} ` : text;
  return /^[\u4e00-\u9fff]{5,8}$/.test(text) ? `"${text.slice(0, 3)}\n${text.slice(3)}"` : text;
}

export const tabLayouts: readonly Layout[] = [
  textLayout({ id: "tabs-excel", description: "tab-separated as Excel copies: merged cells leave empty cells", grid: (grid) => textsOf(grid).map((row) => row.join("\t")) }),
  textLayout({
    id: "tabs-wps",
    description: "as WPS copies: empty cells, line breaks within cells quoted, spaces behind figures",
    grid: (grid) => placesOf(grid).map((row) => row.map((place) => (place?.begins ? wpsText(place.cell) : "")).join("\t")),
  }),
  textLayout({ id: "tabs-word", description: "tab-separated as Word copies: merged cells leave nothing", grid: cellTabs }),
  textLayout({ id: "tabs-web", description: "as a browser copies a page: tabs, blank lines around paragraphs within cells", spaced: false, grid: (grid) => cellTabs(grid).flatMap((line) => [line, ""]) }),
];
