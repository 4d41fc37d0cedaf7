import { checkReport } from "../src/checking/check.ts";
import { consolidate } from "../src/consolidation/consolidate.ts";
import { acceptFinding } from "../src/finding/acceptance.ts";
import { planConsolidation } from "../src/sheet/consolidated.ts";
import { planReports } from "../src/sheet/workbook.ts";
import type { Report } from "../src/report/model.ts";
import { writeXlsx } from "../src/writer/xlsx.ts";
import { Desk } from "./cli/run-cli.ts";
import { planUnitSheet } from "../src/sheet/unit-sheet.ts";
import { randomReport } from "./support/generator.ts";
import { patchCell } from "./support/workbook-file.ts";

const good = randomReport({ edition: "2021", seed: 8, unit: "示例市水利局", year: 2022, size: "small" });
const base = randomReport({ edition: "2021", seed: 4, unit: "示例市教育局", year: 2022, size: "small" });
const total = base.tables[1]!.cells["carried-out/total"]!.value!;
const faulty: Report = {
  ...base,
  tables: base.tables.map((table) => (table.table === "requests" ? { ...table, cells: { ...table.cells, "carried-out/total": { value: total + 2, status: "read" } } } : table)),
};
const owned = (report: Report) => checkReport(report).map((finding) => ({ unit: report.unit, year: report.year, ...finding }));

/** The city's workbook in which every finding was accepted. */
async function workbook(): Promise<Uint8Array> {
  const city = consolidate({ unit: "示例市人民政府", year: 2022, members: [faulty, good].map((one, index) => ({ id: `u${index}`, report: one, counted: true })) });
  const accepted = [...owned(faulty), ...city.findings].map((finding) => acceptFinding(finding, { why: "已电话核实", who: "张三", when: "2023-01-20" }));
  return writeXlsx(planConsolidation(city, { findingsOf: (member) => owned(member.report), accepted }));
}

describe("accepted findings from the command line", () => {
  const desk = new Desk();
  afterAll(() => desk.clear());
  const run = () => desk.run("consolidate", "city.xlsx", "--unit", "示例市人民政府", "--year", "2022", "--out", "again.xlsx");

  it("no longer fail the run while their values stand, and lapse when one changes", async () => {
    const addresses = planUnitSheet(faulty, { id: "x", name: "x", language: "zh-CN", findings: [] }).layouts[1]!.addressOf;
    const bytes = await workbook();
    desk.put("city.xlsx", bytes);
    const kept = await run();
    expect([kept.code, kept.err]).toEqual([0, ""]);
    expect(kept.out).toContain("已认可");
    desk.put("city.xlsx", patchCell(bytes, "示例市教育局", addresses.get("carried-out/total")!, total + 3));
    const lapsed = await run();
    expect(lapsed.code).toBe(1);
    expect(lapsed.out).toContain("认可失效（理由：已电话核实（张三，2023-01-20））");
  }, 60_000);

  it("hold for a report's own workbook in check and extract too, stay in what is extracted, and lapse when a value changes", async () => {
    const accepted = owned(faulty).map((finding) => acceptFinding(finding, { why: "已电话核实", who: "张三", when: "2023-01-20" }));
    const bytes = await writeXlsx(planReports([faulty, good].map((report) => ({ report, findings: owned(report) })), { accepted }));
    desk.put("reports.xlsx", bytes);
    const kept = await desk.run("check", "reports.xlsx", "--findings", "kept.csv");
    expect([kept.code, kept.err]).toEqual([0, ""]);
    expect(kept.out).toContain("已电话核实（张三，2023-01-20）");
    expect(desk.lines("kept.csv")).toHaveLength(1 + accepted.length);
    expect((await desk.run("extract", "reports.xlsx", "--out", "extracted.xlsx")).code).toBe(0);
    expect((await desk.run("check", "extracted.xlsx")).code).toBe(0);
    const addresses = planUnitSheet(faulty, { id: "x", name: "x", language: "zh-CN", findings: [] }).layouts[1]!.addressOf;
    desk.put("reports.xlsx", patchCell(bytes, "示例市教育局", addresses.get("carried-out/total")!, total + 3));
    const lapsed = await desk.run("check", "reports.xlsx");
    expect(lapsed.code).toBe(1);
    expect(lapsed.out).toContain("认可失效（理由：已电话核实（张三，2023-01-20））");
  }, 60_000);
});
