import { readXlsxGrid } from "../src/source/xlsx.ts";
import { planTemplate } from "../src/sheet/template.ts";
import { planReports } from "../src/sheet/workbook.ts";
import { planUnitSheet } from "../src/sheet/unit-sheet.ts";
import type { WorkbookPlan } from "../src/sheet/plan.ts";
import { writeXlsx } from "../src/writer/xlsx.ts";
import type { Report } from "../src/report/model.ts";
import { checkReport } from "../src/checking/check.ts";
import { expectedReports, hasExpected, reportFromExpected, type ExpectedName } from "./support/expected.ts";
import { randomReport } from "./support/generator.ts";
import { convert, describeWithLibreOffice } from "./support/libreoffice.ts";
import { compareResults, gridCell, patchCell, stripCachedResults } from "./support/workbook-file.ts";

const withFindings = (report: Report) => ({ report, findings: checkReport(report) });

async function recalculate(plan: WorkbookPlan) {
  const bytes = await writeXlsx(plan);
  return compareResults(await readXlsxGrid(bytes), await readXlsxGrid(await convert(stripCachedResults(bytes), "xlsx")));
}

const broken = (report: Report): Report => {
  const [second, third, fourth] = report.tables as [Report["tables"][0], Report["tables"][0], Report["tables"][0]];
  const cells = { ...third.cells, "granted/natural-persons": { value: 977, status: "read" as const, raw: "977" }, "refused-state-secret/firms": { value: null, status: "blank" as const } };
  return { ...report, tables: [second, { ...third, cells }, fourth] };
};

if (!hasExpected) console.error("SKIPPED: the real reports; ../shared/reports is not on this machine");

describeWithLibreOffice("recalculation by LibreOffice", () => {
  const balanced = randomReport({ edition: "2019", seed: 1, unit: "云岭县人民政府", size: "small" });
  const hybrid = randomReport({ edition: "hybrid", seed: 2, unit: "示例市[交通]运输局", size: "large" });

  it("gives every cached result, of balanced and of faulty reports, and no error", async () => {
    const result = await recalculate(planReports([balanced, hybrid, broken(balanced)].map(withFindings)));
    expect(result.differences).toEqual([]);
    expect(result.formulas).toBeGreaterThan(300);
  }, 120_000);

  (hasExpected ? it : it.skip)("gives every cached result of the real reports (../shared)", async () => {
    const reports = (Object.keys(expectedReports) as ExpectedName[]).map(reportFromExpected);
    const result = await recalculate(planReports(reports.map((report) => ({ report, findings: checkReport(report) }))));
    expect(result.differences).toEqual([]);
  }, 120_000);

  it("gives the cached results of a blank template", async () => {
    const result = await recalculate(planTemplate("2021", "示例市教育局", 2024));
    expect(result.differences).toEqual([]);
  }, 120_000);

  it("catches a poisoned cached result", async () => {
    const plan = planReports([withFindings(balanced)]);
    const victim = plan.sheets.find((sheet) => sheet.id === "u1")!.cells.find((cell) => cell.formula !== undefined && cell.value === "✓");
    const poisoned = { ...plan, sheets: plan.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map((cell) => (cell === victim ? { ...cell, value: "✗ poisoned" } : cell)) })) };
    expect((await recalculate(poisoned)).differences).toEqual([expect.stringContaining("✓ ≠ ✗ poisoned")]);
  }, 120_000);

  it("turns the checks when one figure of a unit's sheet is changed", async () => {
    const plan = planReports([withFindings(balanced)]);
    const { layouts, block } = planUnitSheet(balanced, { id: "u1", name: "x", language: "zh-CN", findings: [] });
    const sheet = plan.sheets.find((one) => one.id === "u1")!.name;
    const address = layouts[1]!.addressOf.get("granted/natural-persons")!;
    const changed = patchCell(await writeXlsx(plan), sheet, address, 4000);
    const now = await readXlsxGrid(await convert(stripCachedResults(changed), "xlsx"));
    const flow = block.checks.find((check) => check.equation.id === "flow:natural-persons")!;
    expect(String(gridCell(now, sheet, flow.address)?.value)).toMatch(/^✗ 左\d+ 右4\d{3} 差-\d+$/);
    expect(gridCell(now, "目录", "F3")?.value).toBe("有误");
  }, 120_000);
});
