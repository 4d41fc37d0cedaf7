/** @jest-environment node */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { directEngine } from "../worker/engine.ts";
import { PageWorkbook } from "../host/page-workbook.ts";
import { calculate, planOfBook } from "./book.ts";
import { parseFormula } from "./parse.ts";

const sample = (name: string) => readFileSync(join(__dirname, "../../samples/示例市2024", name), "utf8");

async function cityBook() {
  const reports = [];
  for (const name of ["市教育局.txt", "市财政局.txt", "市公安局.txt"]) {
    const { documents, source } = await directEngine.run("readPasted", { text: sample(name) });
    reports.push({ ...documents[0]!, text: source!.text });
  }
  const { plan } = await directEngine.run("planCity", { members: reports, city: { unit: "示例市", year: 2024 }, settled: { previous: reports.slice(0, 2).map(({ report }) => ({ ...report, year: 2023 })) }, language: "zh-CN" });
  const host = new PageWorkbook("页内工作簿");
  await host.write(plan, {});
  return { host, plan };
}

describe("the in-page workbook", () => {
  it("calculates every formula of a consolidated plan to its cached value", async () => {
    const { host, plan } = await cityBook();
    const calculation = calculate(host.getView().book);
    const wrong = plan.sheets.flatMap((sheet) =>
      sheet.cells.filter((cell) => cell.formula !== undefined).flatMap((cell) => {
        const value = calculation.valueAt(sheet.name, cell.row, cell.column);
        return Object.is(value, cell.value ?? null) ? [] : [{ sheet: sheet.name, cell, value }];
      }),
    );
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(plan.sheets.flatMap((sheet) => sheet.cells).filter((cell) => cell.formula !== undefined).length).toBeGreaterThan(1000);
  });

  it("lets an edited figure go through the ledger into the city's total, and takes it back", async () => {
    const { host } = await cityBook();
    const city = (address: [number, number]) => calculate(host.getView().book).valueAt("示例市", ...address);
    const unit = host.getView().book.sheets.find(({ plan }) => plan.name.includes("教育"))!;
    const figure = [...unit.cells.values()].find((cell) => cell.style === "figure" && cell.formula === undefined && typeof cell.value === "number")!;
    const before = city([figure.row, figure.column]) as number;
    const address = `${String.fromCharCode(65 + figure.column)}${figure.row + 1}`;
    host.edit(unit.plan.name, address, String((figure.value as number) + 1000));
    expect(city([figure.row, figure.column])).toBe(before + 1000);
    expect(await host.undo()).toBe(true);
    expect(city([figure.row, figure.column])).toBe(before);
  });

  it("does not overwrite what the user typed unless told", async () => {
    const { host, plan } = await cityBook();
    const unit = plan.sheets.find((sheet) => sheet.kind === "unit")!;
    const figure = unit.cells.find((cell) => cell.style === "figure" && cell.formula === undefined && typeof cell.value === "number")!;
    host.edit(unit.name, `${String.fromCharCode(65 + figure.column)}${figure.row + 1}`, "4321");
    expect((await host.preview(plan)).find(({ sheet }) => sheet === unit.name)).toMatchObject({ state: "changed-by-user", differences: [{ now: "4321" }] });
    expect(await host.write(plan, {})).toMatchObject({ ok: true, skipped: [unit.name] });
    expect(planOfBook(host.getView().book).sheets.find(({ name }) => name === unit.name)!.cells.find(({ value }) => value === 4321)).toBeDefined();
    expect(await host.write(plan, { overwrite: [unit.name] })).toMatchObject({ ok: true, skipped: [] });
    expect((await host.preview(plan)).every(({ state }) => state === "unchanged")).toBe(true);
  });

  it("never takes typed text for a formula", async () => {
    const { host, plan } = await cityBook();
    const unit = plan.sheets.find((sheet) => sheet.kind === "unit")!;
    host.edit(unit.name, "C2", "=1+1");
    const cell = planOfBook(host.getView().book).sheets.find(({ name }) => name === unit.name)!.cells.find(({ row, column }) => row === 1 && column === 2)!;
    expect(cell).toMatchObject({ value: "=1+1" });
    expect(cell.formula).toBeUndefined();
  });

  it("refuses by name what it does not know", () => {
    expect(() => parseFormula("A1 INTERSECT B2")).toThrow();
    expect(() => parseFormula("SUM(A1")).toThrow();
  });
});
