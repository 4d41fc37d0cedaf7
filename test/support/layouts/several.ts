import type { Report } from "../../../src/report/model.ts";
import { madeUpUnits, randomReport } from "../generator.ts";
import { htmlLayout } from "./html.ts";
import type { Grid, Layout, RenderOptions } from "./model.ts";
import { textLayout } from "./text.ts";

const cellLines = (grid: Grid) => grid.rows.flatMap((row) => row.cells.map((cell) => cell.text));
const trailing = (grid: Grid) => grid.rows.flatMap((row) => row.cells.map((cell) => `${cell.text} |`));

/** Another unit's report of the same edition and year. */
function otherReport(report: Report, options: RenderOptions): Report {
  if (options.second) return options.second;
  const unit = madeUpUnits.find((name) => name !== report.unit);
  return randomReport({ edition: report.tables[0]?.edition === "2021" ? "2021" : "2019", seed: (options.seed ?? 1) + 31, unit, year: report.year ?? undefined, size: "small" });
}

const two = (report: Report, options: RenderOptions) => [
  { report, options: { ...options, surroundings: false } },
  { report: otherReport(report, options), options: { ...options, seed: (options.seed ?? 1) + 1, surroundings: false } },
];
const twice = (report: Report, options: RenderOptions) => [{ report, options }, { report, options }];

export const severalLayouts: readonly Layout[] = [
  textLayout({ id: "two-reports-lines", description: "reports of two units in one text, one cell a line", reports: two, grid: cellLines }),
  htmlLayout({ id: "two-reports-html", description: "reports of two units in one page", reports: two, style: {} }),
  textLayout({ id: "doubled-lines", description: "the same report twice, one cell a line", reports: twice, distinct: false, grid: cellLines }),
  textLayout({ id: "doubled-pipes", description: "the same report twice, ` |` after each cell, no title", reports: twice, distinct: false, defaults: { title: "none", surroundings: false }, grid: trailing }),
  htmlLayout({ id: "doubled-html", description: "the same report twice in one page", reports: twice, distinct: false, style: {} }),
];
