import { readBack } from "../../src/sheet/read-back.ts";
import { planReports } from "../../src/sheet/workbook.ts";
import type { WorkbookPlan } from "../../src/sheet/plan.ts";
import { planUnits, readSampleCity } from "../support/sample-city.ts";
import { planWrite } from "../../src/writer/excel/plan-write.ts";
import { bytesOf } from "../../src/writer/excel/step.ts";
import { randomReport } from "../support/generator.ts";
import { calculateBook } from "../excel-host/calculate-book.ts";
import { reopen, useBenches, withoutCheckpoint, type Bench } from "./support.ts";
import { WorkbookState } from "../excel-host/workbook-state.ts";

let plan: WorkbookPlan;
let two: WorkbookPlan;
let unit = "";
const { open, keep } = useBenches();

beforeAll(async () => {
  const units = await readSampleCity("示例市2020", 2);
  plan = planUnits(units.slice(0, 1));
  two = planUnits(units);
  unit = plan.sheets[1]!.name;
});

const statesOf = async ({ host }: Bench, of: WorkbookPlan) => Object.fromEntries((await host.preview(of)).map(({ sheet, state }) => [sheet, state]));

describe("a unit written through the real office.js", () => {
  it("stands with contents, looks, id and hidden metadata, after two round trips", async () => {
    const { host, excel, book } = open();
    expect(await host.write(plan, {})).toEqual({ ok: true, written: plan.sheets.slice(0, -1).map((sheet) => sheet.name), skipped: [] });
    expect(excel.trips).toHaveLength(2);
    const sheet = book.sheet(unit);
    const planned = plan.sheets[1]!;
    for (const { row, column, formula, value } of planned.cells) {
      const now = book.read(sheet, row, column);
      expect(typeof now === "string" && now.startsWith("=") ? now.replace(/'/g, "") : now).toEqual(formula === undefined ? (value ?? "") : `=${formula}`.replace(/'/g, ""));
    }
    expect(sheet).toMatchObject({ showGridlines: false, frozen: "rows 2", visibility: "Visible" });
    expect([sheet.merges.length, sheet.conditional.length, sheet.names.get("GDR_SHEET_ID")]).toEqual([planned.merges.length, planned.conditionalFormats.length, `="${planned.id}"`]);
    expect(sheet.cells.get("0,0")!.format).toMatchObject({ name: "SimHei", size: 15, horizontalAlignment: "Center" });
    expect(book.sheet("_gdr").visibility).toBe("VeryHidden");
  });

  it("sends no more bytes than were estimated", async () => {
    const { host, excel } = open(undefined, 15);
    await host.write(plan, {});
    const seen = { sheets: [{ name: "Sheet1", visible: true }], inspected: new Map(), readOnly: false, structureProtected: false };
    const estimated = planWrite(plan, seen, []).steps.reduce((sum, step) => sum + bytesOf(step), 0);
    expect(excel.trips[1]!.bytes).toBeLessThan(estimated);
    expect(excel.trips[1]!.bytes).toBeGreaterThan(estimated / 2);
  });

  it("is read back as the same reports", async () => {
    const { host, book } = open();
    const reports = [{ report: randomReport({ edition: "2021", seed: 4, unit: "示例市教育局", year: 2024, size: "small" }), findings: [] }];
    await host.write(planReports(reports), {});
    await calculateBook(book);
    expect(readBack(await host.readGrid())!.reports.map(({ report }) => report)).toEqual(reports.map(({ report }) => report));
  });

  it("is left as it is when written again, and updated, not doubled, with another unit beside it", async () => {
    const bench = open();
    await bench.host.write(plan, {});
    const before = bench.book.snapshot();
    expect(await bench.host.write(plan, {})).toEqual({ ok: true, written: [], skipped: [] });
    expect(bench.book.snapshot()).toEqual(before);
    expect(await statesOf(bench, two)).toMatchObject({ [unit]: "unchanged", [two.sheets[2]!.name]: "new", 目录: "update" });
    await bench.host.write(two, {});
    expect(bench.book.sheets.map((sheet) => sheet.name).sort()).toEqual(["Sheet1", ...two.sheets.map((sheet) => sheet.name)].sort());
    expect(new Set(Object.values(await statesOf(bench, two)))).toEqual(new Set(["unchanged"]));
  });

  it("never lets a text become a formula, a number or a date", async () => {
    const { host, book } = open();
    const texts = ["=1+1", "+A1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'quoted", "007", "1-2", "2020年5月", "TRUE", "#REF!", "50%", "-", "=HYPERLINK(\"http://x\")"];
    const cells = texts.map((value, row) => ({ row: row + 2, column: 30, value }));
    const odd = { ...plan, sheets: plan.sheets.map((sheet) => (sheet.name === unit ? { ...sheet, cells: [...sheet.cells, ...cells] } : sheet)) };
    expect(await host.write(odd, {})).toMatchObject({ ok: true });
    expect(texts.map((_, row) => book.sheet(unit).cells.get(`${row + 2},30`))).toEqual(texts.map((value) => expect.objectContaining({ value })));
    expect(await host.write(odd, {})).toMatchObject({ ok: true, written: [] });
  });

  it("is not overwritten where the user changed it, unless asked to", async () => {
    const bench = open();
    await bench.host.write(plan, {});
    bench.book.type(unit, "M6", 987654);
    const preview = (await bench.host.preview(plan)).find((one) => one.sheet === unit)!;
    expect(preview).toMatchObject({ state: "changed-by-user", differences: [{ address: "M6", now: "987654" }] });
    const before = bench.book.snapshot();
    expect(await bench.host.write(plan, {})).toEqual({ ok: true, written: [], skipped: [unit] });
    expect(bench.book.snapshot()).toEqual(before);
    expect(await bench.host.write(plan, { overwrite: [unit] })).toMatchObject({ ok: true, written: [unit] });
    expect(await statesOf(bench, plan)).toMatchObject({ [unit]: "unchanged" });
    expect(await bench.host.undo()).toBe(true);
    expect(bench.book.read(bench.book.sheet(unit), 5, 12)).toBe(987654);
  });

  it("keeps what the user wrote beside it and how the user painted it", async () => {
    const bench = open();
    await bench.host.write(plan, {});
    bench.book.type(unit, "AC3", "已核对");
    bench.book.sheet(unit).columnWidths.set(0, 99);
    await bench.host.write(two, {});
    expect(bench.book.sheet(unit).cells.get("2,28")!.value).toBe("已核对");
    expect(bench.book.sheet(unit).columnWidths.get(0)).toBe(99);
  });

  it("follows a sheet that the user renamed", async () => {
    const bench = open();
    await bench.host.write(plan, {});
    bench.book.sheet(unit).name = "云岭 (定稿)";
    expect((await bench.host.preview(two)).find((one) => one.sheet === unit)).toMatchObject({ target: "云岭 (定稿)", state: "unchanged" });
    expect(await bench.host.write(two, {})).toMatchObject({ ok: true });
    expect(bench.book.find(unit)).toBeUndefined();
    const directory = bench.book.sheet("目录");
    expect([...directory.cells.values()].some((cell) => cell.formula?.includes(bench.book.sheet("云岭 (定稿)").id))).toBe(true);
  });

  it("stands beside a foreign sheet of its name, which is not touched", async () => {
    const bench = open(new WorkbookState("Sheet1", unit, "目录"));
    bench.book.type(unit, "A1", "别人的表");
    expect(await statesOf(bench, plan)).toMatchObject({ [unit]: "foreign", 目录: "foreign", 校验: "new" });
    expect(await bench.host.write(plan, {})).toMatchObject({ ok: true, written: ["目录(2)", `${unit}(2)`, "校验", "来源"] });
    expect(bench.book.sheet(unit).cells.size).toBe(1);
    expect(bench.book.read(bench.book.sheet("目录(2)"), 3, 1) || bench.book.sheet("目录(2)").cells.size).toBeTruthy();
  });

  it("can be taken back, also after the pane was closed", async () => {
    const bench = open();
    const empty = bench.book.snapshot();
    expect(await bench.host.canUndo()).toBe(false);
    expect(await bench.host.undo()).toBe(false);
    await bench.host.write(plan, {});
    const one = bench.book.snapshot();
    await bench.host.write(two, {});
    const later = keep(reopen(bench));
    expect(await later.host.canUndo()).toBe(true);
    expect(await later.host.undo()).toBe(true);
    expect(withoutCheckpoint(bench.book.snapshot())).toEqual(withoutCheckpoint(one));
    expect(await later.host.undo()).toBe(false);
    const fresh = open();
    await fresh.host.write(plan, {});
    expect(await reopen(fresh).host.undo()).toBe(true);
    expect(fresh.book.snapshot()).toEqual(empty);
  });

  it("leaves what the user typed since, when it is taken back", async () => {
    const bench = open();
    await bench.host.write(plan, {});
    bench.book.type(unit, "M6", 5);
    expect(await bench.host.undo()).toBe(true);
    expect(bench.book.find(unit)).toBeDefined();
    expect(bench.book.find("目录")).toBeUndefined();
    expect(bench.book.read(bench.book.sheet(unit), 5, 12)).toBe(5);
  });

  it.each([
    ["a very long name", "示例市".repeat(20)],
    ["forbidden characters", "A[1]:*?/\\'B'"],
    ["a reserved name", "History"],
  ])("is written for a unit with %s", async (_, name) => {
    const { host } = open();
    const report = randomReport({ edition: "2019", seed: 1, unit: name, year: 2020, size: "small" });
    const outcome = await host.write(planReports([{ report, findings: [] }]), {});
    expect(outcome).toMatchObject({ ok: true });
    expect(readBack(await host.readGrid())!.reports[0]!.report.unit).toBe(name);
  });
});
