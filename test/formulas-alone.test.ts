import { cities, reportsOf } from "../samples/making/city.ts";
import { checkReport } from "../src/checking/check.ts";
import { consolidate } from "../src/consolidation/consolidate.ts";
import type { Member } from "../src/consolidation/model.ts";
import { parsePolicy } from "../src/consolidation/policy.ts";
import type { Report } from "../src/report/model.ts";
import { toAddress } from "../src/sheet/address.ts";
import { planConsolidation } from "../src/sheet/consolidated.ts";
import { LEDGER_COLUMNS, LEDGER_FIRST_ROW } from "../src/sheet/ledger.ts";
import type { SheetPlan, WorkbookPlan } from "../src/sheet/plan.ts";
import { planUnitSheet } from "../src/sheet/unit-sheet.ts";
import { readXlsxGrid } from "../src/source/xlsx.ts";
import { writeXlsx } from "../src/writer/xlsx.ts";
import { convert, describeWithLibreOffice } from "./support/libreoffice.ts";
import { gridCell, patchCell, stripCachedResults } from "./support/workbook-file.ts";

const city = cities[0]!;
const wanted = ["云岭县人民政府", "松河区人民政府", "示例市司法局", "示例市财政局", "示例市民政局"];
const units = reportsOf(city).filter((report) => wanted.includes(report.unit));
const kindOf = (unit: string) => city.units.find((one) => one.name === unit)!.kind;
const policy = parsePolicy({
  sources: [
    { table: "二", rows: ["规范性文件"], from: "提供", provider: "示例市司法局", scope: "市县两级" },
    { table: "二", rows: ["政府集中采购"], from: "提供", provider: "示例市财政局", values: { "政府集中采购/采购项目数量": 708 } },
    { table: "四", from: "汇总", kinds: ["县区"] },
  ],
}).policy;
const roster = [...wanted, "杏川县人民政府"].map((name) => ({ name, kind: kindOf(name), aliases: [] }));

function planOf(reports: readonly Report[], counted: (unit: string) => boolean): WorkbookPlan {
  const members = reports.map((report, index): Member => ({ id: `m${index}`, report, counted: counted(report.unit), kind: kindOf(report.unit) }));
  return planConsolidation(consolidate({ unit: city.unit, year: 2020, members, policy, roster }), { roster, findingsOf: (member) => checkReport(member.report) });
}

const sheetOf = (plan: WorkbookPlan, kind: SheetPlan["kind"]) => plan.sheets.find((sheet) => sheet.kind === kind)!;
const changed = (report: Report, table: string, id: string, value: number): Report => ({ ...report, tables: report.tables.map((one) => (one.table === table ? { ...one, cells: { ...one.cells, [id]: { ...one.cells[id]!, value } } } : one)) });

describeWithLibreOffice("formulas alone, without the add-in", () => {
  it("carry a changed, an added and an uncounted unit into the city, 差额表, 校验 and 目录", async () => {
    const before = planOf(units, () => true);
    const ledger = sheetOf(before, "ledger");
    const [yunling] = units as [Report];
    const own = yunling.tables[1]!.cells;
    // The row's total is live in the unit's sheet and goes along.
    const total = own["newly-received/total"]!.value! - own["newly-received/firms"]!.value! + 777;
    // A county hands in late: its row is typed into the ledger, values only.
    const late = reportsOf(city).find((report) => report.unit === "杏川县人民政府")!;
    const lateRow = LEDGER_FIRST_ROW + units.length;
    const after = planOf([changed(changed(yunling, "requests", "newly-received/firms", 777), "requests", "newly-received/total", total), ...units.slice(1), late], (unit) => unit !== "松河区人民政府");
    const source = sheetOf(planOf([...units, late], () => true), "ledger").cells.filter((cell) => cell.row === lateRow && cell.column !== LEDGER_COLUMNS.state);
    const typed = source.map(({ row, column, value }) => ({ row, column, value }));
    const longer: WorkbookPlan = { ...before, sheets: before.sheets.map((sheet) => (sheet === ledger ? { ...ledger, cells: [...ledger.cells, ...typed] } : sheet)) };
    const addresses = planUnitSheet(yunling, { id: "x", name: "x", language: "zh-CN", findings: [] }).layouts[1]!.addressOf;
    let bytes = patchCell(await writeXlsx(longer), "云岭县人民政府", addresses.get("newly-received/firms")!, 777);
    bytes = patchCell(bytes, "台账", toAddress(LEDGER_FIRST_ROW + 1, LEDGER_COLUMNS.counted), 0);
    const now = await readXlsxGrid(await convert(stripCachedResults(bytes), "xlsx"));

    for (const kind of ["city", "differences"] as const) {
      const sheet = sheetOf(after, kind);
      const formulas = sheet.cells.filter((cell) => cell.formula !== undefined);
      expect(formulas.length).toBeGreaterThan(kind === "city" ? 190 : 8);
      for (const { row, column, value } of formulas) {
        const address = toAddress(row, column);
        expect([sheet.name, address, gridCell(now, sheet.name, address)?.value ?? ""]).toEqual([sheet.name, address, value ?? ""]);
      }
    }
    const directory = (row: number, column: number) => gridCell(now, "目录", toAddress(row, column))?.value;
    // 应报 已报 未报 有误 退回 已核 计入
    expect([2, 3, 4, 5, 6, 7, 8].map((column) => directory(2, column))).toEqual([6, 6, 0, 1, 0, 0, 5]);
    expect([5, 6, 7, 11].map((row) => [directory(row, 1), directory(row, 5), directory(row, 6) ?? null])).toEqual([
      [city.unit, "有误", null],
      ["云岭县人民政府", "有误", 1],
      ["松河区人民政府", "已报", 0],
      ["杏川县人民政府", "已报", null],
    ]);
    const checks = (column: number) => gridCell(now, "校验", toAddress(2, column))?.value;
    // 一＋二＝（七）＋四 fails in a column and in the totals of the unit and, through it, of the city.
    expect(checks(2)).toBe(Number(sheetOf(before, "checks").cells.find((cell) => cell.row === 2 && cell.column === 2)!.value) + 4);
  }, 180_000);
});
