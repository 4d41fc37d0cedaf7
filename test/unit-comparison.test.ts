/** 单位同比 in a workbook that was only recalculated: this year's figures by name, changes, and last year's figures kept for the next time. */
import { consolidate } from "../src/consolidation/consolidate.ts";
import type { Member } from "../src/consolidation/model.ts";
import { sumPrevious } from "../src/consolidation/previous.ts";
import { sayFinding } from "../src/finding/say.ts";
import { BLANK, type Report } from "../src/report/model.ts";
import { withCells } from "../src/report/table.ts";
import { planConsolidation } from "../src/sheet/consolidated.ts";
import { readBack } from "../src/sheet/read-back.ts";
import { readXlsxGrid } from "../src/source/xlsx.ts";
import { writeXlsx } from "../src/writer/xlsx.ts";
import { convert, describeWithLibreOffice } from "./support/libreoffice.ts";
import { randomReport } from "./support/generator.ts";
import { stripCachedResults } from "./support/workbook-file.ts";

const CELL = "newly-received/total";
const withTotal = (report: Report, value: number | null): Report => ({ ...report, tables: report.tables.map((table) => (table.table === "requests" ? withCells(table, { [CELL]: value === null ? BLANK : { value, status: "read" } }) : table)) });
const units = [1, 2, 3, 4].map((seed) => randomReport({ edition: "2021", seed, unit: `甲市第${seed}局`, year: 2024, size: "small" }));
/** 700 times as much; blank; ordinary; not there last year. */
const now = [withTotal(units[0]!, 700), withTotal(units[1]!, 12), withTotal(units[2]!, 12), units[3]!];
const previous = [withTotal(units[0]!, 1), withTotal(units[1]!, null), withTotal(units[2]!, 10)].map((report) => ({ ...report, year: 2023 }));
const members = now.map((report, index): Member => ({ id: `m${index}`, report, counted: true }));
const city = consolidate({ unit: "甲市", year: 2024, members });
const plan = planConsolidation(city, { previous: sumPrevious(city, previous), previousReports: previous });
const sheet = plan.sheets.find(({ id }) => id === "unit-comparison")!;

/** Column of 上年 of table 三's 一·总计. */
const column = sheet.cells.find(({ row, value }) => row === 2 && String(value).startsWith("表三 一"))!.column;

describe("last year in the workbook", () => {
  it("is read back in figures: what compares the same way is the same", async () => {
    const back = readBack(await readXlsxGrid(await writeXlsx(plan)))!;
    expect(back.previous!.map(({ unit, year }) => [unit, year])).toEqual(previous.map(({ unit, year }) => [unit, year]));
    const again = planConsolidation(city, { previous: sumPrevious(city, back.previous!), previousReports: back.previous });
    expect(again).toEqual(plan);
  });

  it("names a unit's outlier, and who has no report to compare with", () => {
    const hint = (row: number) => String(sheet.cells.filter((cell) => cell.row === row).pop()!.value);
    expect(hint(4)).toMatch(/总计：.*上年 1，本年 700/);
    expect(hint(7)).toBe(sayFinding({ code: "previous-missing", at: { part: "report" } }));
  });
});

describeWithLibreOffice("单位同比 recalculated", () => {
  it("finds this year's figures by name; blanks stay blank", async () => {
    const file = await convert(stripCachedResults(await writeXlsx(plan)), "xlsx");
    const rows = (await readXlsxGrid(file)).sheets.find(({ name }) => name === sheet.name)!.rows;
    const shown = [4, 5, 6, 7].map((row) => [0, column, column + 1, column + 2].map((at) => rows[row]?.[at]?.value ?? ""));
    expect(shown.map((row) => row.slice(0, 4))).toEqual([
      ["甲市第1局", 1, 700, 699],
      ["甲市第2局", "", 12, ""],
      ["甲市第3局", 10, 12, 2],
      ["甲市第4局", "", units[3]!.tables.find(({ table }) => table === "requests")!.cells[CELL]!.value, ""],
    ]);
  }, 120_000);
});
