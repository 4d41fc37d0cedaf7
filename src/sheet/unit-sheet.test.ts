import type { Report } from "../report/model.ts";
import { withCells } from "../report/table.ts";
import { randomReport } from "../../test/support/generator.ts";
import { parseAddress } from "./address.ts";
import { regionsOf } from "./regions.ts";
import { planUnitSheet } from "./unit-sheet.ts";
import { planReports } from "./workbook.ts";

const report = randomReport({ edition: "2019", seed: 4, unit: "云岭县水利局", size: "large" });
const plan = (one: Report) => planUnitSheet(one, { id: "u1", name: "云岭县水利局", language: "zh-CN", findings: [] });
const changed = (cells: Parameters<typeof withCells>[1]): Report => ({ ...report, tables: report.tables.map((table) => (table.table === "requests" ? withCells(table, cells) : table)) });

function cellAt(unit: ReturnType<typeof plan>, id: string) {
  const place = parseAddress(unit.layouts[1]!.addressOf.get(id)!)!;
  return unit.sheet.cells.find((cell) => cell.row === place.row && cell.column === place.column)!;
}

describe("a unit's sheet", () => {
  it("writes a total that agrees as a live sum with its cached value", () => {
    const value = report.tables[1]!.cells["granted/total"]!.value;
    expect(cellAt(plan(report), "granted/total")).toMatchObject({ value, formula: expect.stringMatching(/^IF\(COUNT\(I\d+:N\d+\)=6,SUM\(I\d+:N\d+\),""\)$/) });
  });

  it("keeps a printed total that does not agree, and turns its check red", () => {
    const unit = plan(changed({ "granted/total": { value: 99_999, status: "read", raw: "99999" }, "outcome-total/total": { value: 77_777, status: "read" } }));
    expect(cellAt(unit, "granted/total")).toMatchObject({ value: 99_999, formula: undefined });
    expect(unit.block.checks.filter((check) => check.state === "fails").map((check) => check.equation.id)).toContain("applicant-total:granted");
    expect(unit.sheet.conditionalFormats.some((format) => format.look === "bad" && format.formula.includes("✗"))).toBe(true);
  });

  it("leaves a blank empty and says why", () => {
    const unit = plan(changed({ "granted/firms": { value: null, status: "blank", raw: "/" } }));
    expect(cellAt(unit, "granted/firms")).toMatchObject({ value: null, style: "figureBlank" });
    expect(cellAt(unit, "granted/total").formula).toBeUndefined();
    expect(unit.sheet.inputMessages).toMatchObject([{ title: "空白", text: expect.stringContaining("原文：“/”") }]);
  });

  it("shows amounts in 万元 with the places printed", () => {
    const table = report.tables[0]!;
    const disclosure = (raw: string, value: number): Report => ({ ...report, tables: [withCells(table, { "procurement/purchase-amount": { value, status: "read", raw } }), ...report.tables.slice(1)] });
    const shown = (one: Report) => plan(one).sheet.cells.find((cell) => cell.numberFormat?.startsWith("0.") || (cell.value === 100 && cell.row < 25));
    expect(shown(disclosure("6125.81442", 6_125_814_420))).toMatchObject({ value: 6125.81442, numberFormat: "0.00000" });
    expect(shown(disclosure("100.00", 100_000_000))).toMatchObject({ value: 100, numberFormat: "0.00" });
  });

  it("keeps prompts within Excel's 255 characters", () => {
    const unit = plan(changed({ "granted/firms": { value: null, status: "blank", raw: "长".repeat(400) } }));
    expect(unit.sheet.inputMessages.every((message) => message.text.length <= 255 && message.title.length <= 32)).toBe(true);
  });

  it("is written in few regions, and texts never become formulas there", () => {
    const sheets = planReports([{ report: { ...report, unit: "=cmd()" }, findings: [] }]).sheets;
    for (const sheet of sheets) expect(regionsOf(sheet).length).toBeLessThanOrEqual(5);
    const written = sheets.flatMap((sheet) => regionsOf(sheet).flatMap((region) => region.formulas.flat()));
    expect(written).toContain("'=cmd()");
    expect(written).not.toContain("=cmd()");
  });
});
