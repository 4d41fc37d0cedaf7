import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cities, filesOf, reportsOf } from "../../samples/making/city.ts";
import { applicantColumns, resultColumns } from "../../samples/making/targets.ts";
import type { TableId } from "../../src/form/definition.ts";
import { formOf } from "../../src/form/forms.ts";
import type { Report } from "../../src/report/model.ts";
import { brokenRules } from "../support/truth.ts";

const samples = join(process.cwd(), "samples");
const published = join(process.cwd(), "../shared/reports/zhumadian-2020.expected.csv");

/** Sum of one cell over reports; every unit must have printed it. */
function total(reports: readonly Report[], table: TableId, id: string): number {
  return reports.reduce((sum, report) => sum + report.tables.find((entry) => entry.table === table)!.cells[id]!.value!, 0);
}

describe.each(cities.map((city) => [city.folder, city] as const))("%s", (folder, city) => {
  const reports = reportsOf(city);

  it("balances in every unit", () => {
    for (const report of reports) expect([report.unit, ...brokenRules(report)]).toEqual([report.unit]);
  });

  it("adds up to its target cell by cell", () => {
    const { target } = city;
    const rows = { "newly-received": target.newlyReceived, "carried-in": target.carriedIn, "carried-out": target.carriedOut, ...target.outcomes };
    const form = formOf(reports[0]!.tables[1]!);
    for (const row of form.rows.filter((entry) => entry.id !== "outcome-total")) {
      const wanted = (rows as Record<string, readonly number[]>)[row.id] ?? applicantColumns.map(() => 0);
      expect([row.id, ...applicantColumns.map((column) => total(reports, "requests", `${row.id}/${column}`))]).toEqual([row.id, ...wanted]);
    }
    for (const [row, counts] of Object.entries(target.reviews)) {
      expect(resultColumns.map((column) => total(reports, "reviews", `${row}/${column}`))).toEqual(counts);
    }
  });

  it("has its applications where the city says", () => {
    const counties = reports.filter((_report, i) => city.units[i]!.kind !== "municipal-department");
    const taken = ["newly-received/total", "carried-in/total"].reduce((sum, id) => sum + total(counties, "requests", id), 0);
    expect(taken).toBe(city.target.inCounties);
  });

  it("stands in the folder as the script writes it (else run: npx tsx samples/make.ts)", () => {
    const files = filesOf(city);
    expect(readdirSync(join(samples, folder)).sort()).toEqual([...files.keys()].sort());
    for (const [name, text] of files) expect([name, readFileSync(join(samples, folder, name), "utf8")]).toEqual([name, text]);
  });
});

it("示例市2020 has 54 units, 204 applications in counties and 174 in departments", () => {
  const [city] = cities;
  const reports = reportsOf(city!);
  expect(city!.units.filter((unit) => unit.kind === "county")).toHaveLength(12);
  expect(city!.units.filter((unit) => unit.kind === "municipal-department")).toHaveLength(42);
  expect(total(reports, "requests", "newly-received/total") + total(reports, "requests", "carried-in/total")).toBe(204 + 174);
  expect(total(reports, "requests", "outcome-total/total")).toBe(374);
  expect(["reconsideration", "litigation-direct", "litigation-after-reconsideration"].map((row) => total(reports, "reviews", `${row}/total`))).toEqual([27, 36, 7]);
});

it("示例市2020 adds up to the published tables of ../shared, where they are at hand", () => {
  let lines: string[];
  try {
    lines = readFileSync(published, "utf8").trim().split("\n").slice(1);
  } catch {
    console.error(`NOT CHECKED: ${published} is not there`);
    return;
  }
  const reports = reportsOf(cities[0]!);
  for (const [table, number] of [["requests", "三"], ["reviews", "四"]] as const) {
    const form = formOf(reports[0]!.tables.find((entry) => entry.table === table)!);
    const values = form.cells.map((cell) => total(reports, table, cell.id));
    const wanted = lines.map((line) => line.split(",")).filter((fields) => fields[0] === number);
    expect(form.cells.map((cell, i) => `${cell.row.path},${cell.column.label},${values[i]}`)).toEqual(wanted.map((fields) => fields.slice(1, -1).join(",")));
  }
});
