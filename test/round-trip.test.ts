import fc from "fast-check";
import type { Finding } from "../src/finding/model.ts";
import type { Cell, Report } from "../src/report/model.ts";
import { readBack } from "../src/sheet/read-back.ts";
import { planTemplate } from "../src/sheet/template.ts";
import { planUnitSheet, SHEET_ID_NAME } from "../src/sheet/unit-sheet.ts";
import { planReports } from "../src/sheet/workbook.ts";
import type { WorkbookPlan } from "../src/sheet/plan.ts";
import { readXlsxGrid, type GridSheet, type GridWorkbook } from "../src/source/xlsx.ts";
import { writeXlsx } from "../src/writer/xlsx.ts";
import { randomReport, reportArbitrary } from "./support/generator.ts";
import { convert, describeWithLibreOffice } from "./support/libreoffice.ts";
import { patchCell, stripCachedResults } from "./support/workbook-file.ts";

const write = async (plan: WorkbookPlan) => readXlsxGrid(await writeXlsx(plan));
const finding: Finding = { code: "recovered", at: { table: "requests", edition: "2019", row: "granted", column: "firms" }, words: { count: "1", names: "商业企业", rules: "flow" } };

/** The same report with some cells lost, derived, converted, oddly printed. */
function marred(report: Report, seed: number): Report {
  const looks: readonly ((cell: Cell) => Cell)[] = [
    () => ({ value: null, status: "blank", raw: "=1+1 _x000D_ 无\r\n\u0001", origin: { kind: "line", line: 3, start: 1, end: 2 } }),
    (cell) => ({ ...cell, status: "derived", raw: "-" }),
    (cell) => ({ ...cell, raw: "#REF!", conversion: "251000元 = 25.1万元" }),
    (cell) => ({ ...cell, measureUnknown: true, origin: { kind: "sheet", sheet: "表1", address: "E12" } }),
    () => ({ value: null, status: "blank" }),
  ];
  let count = seed;
  return { ...report, tables: report.tables.map((table) => ({ ...table, cells: Object.fromEntries(Object.entries(table.cells).map(([id, cell]) => [id, (count = (count * 31 + 7) % 1009) % 5 === 0 ? looks[count % looks.length]!(cell) : cell])) })) };
}

describe("a workbook of ours, read back", () => {
  it("gives the same reports and findings", async () => {
    await fc.assert(
      fc.asyncProperty(reportArbitrary(), fc.constantFrom("市教育局", "=cmd|' /C'!A0", "a/b:c*?[d]\\", "'", "", "名".repeat(60)), fc.nat(1000), fc.constantFrom("zh-CN" as const, "en-US" as const), async (report, unit, seed, language) => {
        const reports = [{ report: marred({ ...report, unit }, seed), findings: [finding] }, { report: { ...report, unit }, findings: [] }];
        const read = readBack(await write(planReports(reports, { language })));
        expect(read?.reports.map(({ report, findings }) => ({ report, findings }))).toEqual(reports);
        expect(read?.findings).toEqual([]);
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  const report = randomReport({ edition: "2019", seed: 5, unit: "云岭县水利局", year: 2020 });
  const plan = planReports([{ report, findings: [] }]);
  const sheetName = "云岭县水利局";
  const change = (workbook: GridWorkbook, edit: (sheet: GridSheet) => GridSheet[]): GridWorkbook => ({ sheets: workbook.sheets.flatMap((sheet) => (sheet.name === sheetName ? edit(sheet) : [sheet])) });

  it("knows a renamed sheet, and names a copied one", async () => {
    const read = readBack(change(await write(plan), (sheet) => [{ ...sheet, name: "改名" }, { ...sheet, name: "改名 (2)" }]))!;
    expect(read.reports.map((one) => one.report)).toEqual([report]);
    expect(read.findings).toMatchObject([{ code: "sheet-copied", words: { sheet: "改名 (2)" } }]);
  });

  it("says that a unit's sheet was deleted", async () => {
    const read = readBack(change(await write(plan), () => []))!;
    expect(read).toMatchObject({ reports: [], findings: [{ code: "sheet-missing" }] });
  });

  it("follows inserted rows and columns", async () => {
    const insert = (sheet: GridSheet): GridSheet[] => {
      const wider = sheet.rows.map((row) => [...row.slice(0, 9), undefined, ...row.slice(9)]);
      return [{ ...sheet, rows: [...wider.slice(0, 4), [], ...wider.slice(4, 30), [], [], ...wider.slice(30)] }];
    };
    const read = readBack(change(await write(plan), insert))!;
    expect(read.reports.map((one) => one.report)).toEqual([report]);
    expect(read.findings).toEqual([]);
  });

  it("does not guess where a label is gone: keeps the stored figures and says so", async () => {
    const erase = (sheet: GridSheet): GridSheet[] => [{ ...sheet, rows: sheet.rows.map((row) => row.map((cell) => (cell?.value === "（一）予以公开" ? { value: "别的" } : cell))) }];
    const read = readBack(change(await write(plan), erase))!;
    expect(read.reports.map((one) => one.report)).toEqual([report]);
    expect(read.findings).toMatchObject([{ code: "sheet-altered" }]);
  });

  it("takes a figure typed over another for 手改 and keeps what was printed", async () => {
    const withRaw: Report = { ...report, tables: report.tables.map((table) => (table.table === "disclosure" ? { ...table, cells: { ...table.cells, "rules/newly-made": { value: 3, status: "read", raw: "3件" } } } : table)) };
    const unit = planUnitSheet(withRaw, { id: "u1", name: "x", language: "zh-CN", findings: [] });
    const bytes = patchCell(await writeXlsx(planReports([{ report: withRaw, findings: [] }])), sheetName, unit.layouts[0]!.addressOf.get("rules/newly-made")!, 8);
    const read = readBack(await readXlsxGrid(bytes))!;
    expect(read.reports[0]!.report.tables[0]!.cells["rules/newly-made"]).toEqual({ value: 8, status: "edited", raw: "3件" });
  });

  it("is not ours without its metadata", async () => {
    const workbook = await write(plan);
    expect(readBack({ sheets: workbook.sheets.filter((sheet) => sheet.visible) })).toBeUndefined();
    expect(plan.sheets.find((sheet) => sheet.id === "u1")!.names).toEqual([{ name: SHEET_ID_NAME, refersTo: '"u1"' }]);
  });

  it("reads a filled in template as the unit's report", async () => {
    const blank = planTemplate("2021", "示例市教育局", 2024);
    const filled = randomReport({ edition: "2021", seed: 9, unit: "示例市教育局", year: 2024 });
    const { layouts } = planUnitSheet(filled, { id: "u1", name: "x", language: "zh-CN", findings: [] });
    const workbook = await write(blank);
    const typed = new Map(layouts.flatMap((layout) => layout.form.cells.map((cell) => [layout.addressOf.get(cell.id)!, (filled.tables.find((table) => table.table === layout.form.id)!.cells[cell.id]!.value ?? 0) / 10 ** cell.measure.scale] as const)));
    const rows = workbook.sheets[0]!.rows.map((row) => [...row, ...Array<undefined>(15)]);
    for (const [address, value] of typed) {
      const [, letters = "A", digits = "1"] = /^([A-Z]+)(\d+)$/.exec(address)!;
      const at = rows[Number(digits) - 1]!;
      const column = letters.charCodeAt(0) - 65;
      at[column] = at[column]?.formula === undefined ? { value } : { ...at[column]!, value: null };
    }
    const read = readBack({ sheets: [{ ...workbook.sheets[0]!, rows }, ...workbook.sheets.slice(1)] })!;
    const figures = (one: Report) => one.tables.map((table) => Object.fromEntries(Object.entries(table.cells).map(([id, cell]) => [id, [cell.value, cell.status]])));
    expect(figures(read.reports[0]!.report)).toEqual(figures(filled));
    expect(read.findings).toEqual([]);
  });

  describeWithLibreOffice("saved by LibreOffice", () => {
    it("gives the same reports", async () => {
      const bytes = await convert(stripCachedResults(await writeXlsx(plan)), "xlsx");
      const read = readBack(await readXlsxGrid(bytes));
      expect(read?.reports.map((one) => one.report)).toEqual([report]);
      expect(read?.findings).toEqual([]);
    }, 120_000);
  });
});
