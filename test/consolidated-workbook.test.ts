import { checkReport } from "../src/checking/check.ts";
import type { Report } from "../src/report/model.ts";
import { consolidate } from "../src/consolidation/consolidate.ts";
import type { Member } from "../src/consolidation/model.ts";
import { planConsolidation } from "../src/sheet/consolidated.ts";
import { toAddress } from "../src/sheet/address.ts";
import { LEDGER_COLUMNS, LEDGER_FIRST_ROW } from "../src/sheet/ledger.ts";
import { readBack } from "../src/sheet/read-back.ts";
import { planUnitSheet } from "../src/sheet/unit-sheet.ts";
import { readXlsxGrid } from "../src/source/xlsx.ts";
import { writeXlsx } from "../src/writer/xlsx.ts";
import { randomReport } from "./support/generator.ts";
import { convert, describeWithLibreOffice } from "./support/libreoffice.ts";
import { compareResults, gridCell, patchCell, stripCachedResults } from "./support/workbook-file.ts";

const member = (unit: string, seed: number, edition: "2019" | "2021", size: "small" | "large" = "small"): Member => ({
  id: `m${seed}`,
  report: randomReport({ edition, seed, unit, year: 2020, size }),
  counted: true,
  kind: seed % 2 ? "county" : "municipal-department",
});

/** One blank, and an amount without a unit of measure, which is never added. */
const marred = (one: Member): Member => ({
  ...one,
  report: {
    ...one.report,
    tables: one.report.tables.map((table) => {
      if (table.table === "requests") return { ...table, cells: { ...table.cells, "granted/firms": { value: null, status: "blank" } } };
      return table.table === "disclosure" ? { ...table, cells: { ...table.cells, "procurement/purchase-amount": { value: 7_000_000, status: "read", raw: "7", measureUnknown: true } } } : table;
    }),
  } satisfies Report,
});

const given: readonly Member[] = [member("云岭县人民政府", 5, "2019"), member("示例市教育局", 2, "2021", "large"), marred(member("松河区人民政府", 3, "2019")), member("云岭县人民政府", 1, "2019")];
const input = consolidate({ unit: "示例市人民政府", year: 2020, members: given, roster: [{ name: "云岭县人民政府", aliases: [] }, { name: "示例市未报局", aliases: [] }] });
const { members } = input;
const findingsOf = (one: Member) => checkReport(one.report);
const plan = planConsolidation(input, { findingsOf });

describe("the consolidated workbook", () => {
  it("has its sheets in order and keeps the duplicate with 计入 0", () => {
    expect(plan.sheets.map((sheet) => sheet.name)).toEqual(["目录", "示例市人民政府", "台账", "附注", "校验", "来源", "云岭县人民政府", "示例市教育局", "松河区人民政府", "云岭县人民政府(2)", "_gdr"]);
    const ledger = plan.sheets[2]!;
    expect([0, 1, 2, 3].map((index) => ledger.cells.find((cell) => cell.row === LEDGER_FIRST_ROW + index && cell.column === LEDGER_COLUMNS.counted)?.value)).toEqual([0, 1, 1, 1]);
  });

  it("says beside a figure that some units lack how many have it", () => {
    const message = plan.sheets[1]!.inputMessages.find((one) => one.text.includes("空白的不按零计"))!;
    expect(message.text).toMatch(/^由各单位汇总，见“台账”；已报该数的单位数见本表右侧。\n3 个单位中有 \d 个报了这个数，空白的不按零计：/);
  });

  it("is read back as its members and its city", async () => {
    const read = readBack(await readXlsxGrid(await writeXlsx(plan)))!;
    expect(read.reports.map(({ report, findings, counted, unitKind }) => ({ report, findings, counted, unitKind }))).toEqual(members.map((one) => ({ report: one.report, findings: [], counted: one.counted, unitKind: one.kind })));
    expect(read).toMatchObject({ kind: "consolidation", city: { unit: "示例市人民政府", year: 2020 }, findings: [] });
  });

  it("reads 计入 as a person left it in the ledger, sorted or not", async () => {
    const ledger = plan.sheets[2]!;
    const changed = { ...plan, sheets: plan.sheets.map((sheet) => (sheet === ledger ? { ...ledger, cells: ledger.cells.map((cell) => (cell.row === LEDGER_FIRST_ROW + 1 && cell.column === LEDGER_COLUMNS.counted ? { ...cell, value: 0 } : cell)) } : sheet)) };
    const read = readBack(await readXlsxGrid(await writeXlsx(changed)))!;
    expect(read.reports.map((one) => one.counted)).toEqual([false, false, true, true]);
  });

  it("reads a unit that a person added in the ledger, and a figure changed there where there are no unit sheets", async () => {
    const many = Array.from({ length: 201 }, (_, index) => member(`单位${index}`, index, "2019"));
    const large = planConsolidation(consolidate({ unit: "示例市人民政府", year: 2020, members: many }));
    const ledger = large.sheets[2]!;
    const first = LEDGER_COLUMNS.firstFigure;
    const cells = ledger.cells.map((cell) => (cell.row === LEDGER_FIRST_ROW && cell.column === first ? { ...cell, value: 4321 } : cell));
    const row = LEDGER_FIRST_ROW + 201;
    const added = [{ row, column: LEDGER_COLUMNS.unit, value: "新单位" }, { row, column: LEDGER_COLUMNS.counted, value: 1 }, { row, column: first, value: 7 }];
    const read = readBack(await readXlsxGrid(await writeXlsx({ ...large, sheets: large.sheets.map((sheet) => (sheet === ledger ? { ...sheet, cells: [...cells, ...added] } : sheet)) })))!;
    expect(read.reports).toHaveLength(202);
    expect(read.reports[0]!.report.tables[0]!.cells["rules/newly-made"]).toMatchObject({ value: 4321, status: "edited" });
    expect(read.reports[1]!.report).toEqual(many[1]!.report);
    expect([read.reports[201]!.report.unit, read.reports[201]!.counted, read.reports[201]!.report.tables[0]!.cells["rules/newly-made"]]).toEqual(["新单位", true, { value: 7, status: "edited" }]);
  }, 60_000);

  it("holds values and no unit sheets beyond 200 units", () => {
    const many = Array.from({ length: 201 }, (_, index) => member(`单位${index}`, index, "2019"));
    const large = planConsolidation(consolidate({ unit: "示例市人民政府", year: 2020, members: many }));
    expect(large.sheets.map((sheet) => sheet.kind)).toEqual(["directory", "city", "ledger", "footnotes", "checks", "provenance", "metadata"]);
    expect(large.sheets[2]!.cells.some((cell) => cell.formula !== undefined)).toBe(false);
  }, 60_000);

  describeWithLibreOffice("recalculated by LibreOffice", () => {
    it("gives every cached result and no error", async () => {
      const bytes = await writeXlsx(plan);
      const result = compareResults(await readXlsxGrid(bytes), await readXlsxGrid(await convert(stripCachedResults(bytes), "xlsx")));
      expect(result.differences).toEqual([]);
      expect(result.formulas).toBeGreaterThan(1500);
    }, 120_000);

    it("lets a figure changed in a unit's sheet go through 台账 into the city's totals and checks", async () => {
      const changedSheet = "云岭县人民政府(2)";
      const unit = planUnitSheet(members[3]!.report, { id: "x", name: "x", language: "zh-CN", findings: [] });
      const address = unit.layouts[1]!.addressOf.get("granted/firms")!;
      const city = planUnitSheet(input.report, { id: "x", name: "x", language: "zh-CN", findings: [] });
      const before = await readXlsxGrid(await writeXlsx(plan));
      const was = Number(gridCell(before, changedSheet, address)?.value);
      const now = await readXlsxGrid(await convert(stripCachedResults(patchCell(await writeXlsx(plan), changedSheet, address, was + 100)), "xlsx"));
      const cityAddress = city.layouts[1]!.addressOf.get("granted/firms")!;
      expect(gridCell(now, "示例市人民政府", cityAddress)?.value).toBe(Number(gridCell(before, "示例市人民政府", cityAddress)?.value) + 100);
      const flow = unit.block.checks.find((check) => check.equation.id === "flow:firms")!;
      expect(String(gridCell(now, changedSheet, flow.address)?.value)).toMatch(/^✗ .*差-100$/);
      expect(String(gridCell(now, "示例市人民政府", flow.address)?.value)).toMatch(/差-100$/);
      expect(gridCell(now, "台账", toAddress(LEDGER_FIRST_ROW + 3, LEDGER_COLUMNS.state))?.value).toBe("有误");
    }, 120_000);

    it("counts a unit appended in the ledger's next free row", async () => {
      const ledger = plan.sheets[2]!;
      const row = LEDGER_FIRST_ROW + members.length;
      const figure = LEDGER_COLUMNS.firstFigure;
      const added = [{ row, column: LEDGER_COLUMNS.unit, value: "新单位" }, { row, column: LEDGER_COLUMNS.counted, value: 1 }, { row, column: figure, value: 1000 }];
      const longer = { ...plan, sheets: plan.sheets.map((sheet) => (sheet === ledger ? { ...ledger, cells: [...ledger.cells, ...added] } : sheet)) };
      const now = await readXlsxGrid(await convert(stripCachedResults(await writeXlsx(longer)), "xlsx"));
      const first = input.report.tables[0]!;
      const city = planUnitSheet(input.report, { id: "x", name: "x", language: "zh-CN", findings: [] });
      const [id, address] = [...city.layouts[0]!.addressOf][0]!;
      expect(gridCell(now, "示例市人民政府", address)?.value).toBe(first.cells[id]!.value! + 1000);
    }, 120_000);
  });
});
