import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isTableRef } from "../../src/finding/model.ts";
import { readSource } from "../../src/reading/read.ts";
import { readText } from "../../src/source/text.ts";
import { cellsOf, expectedCells } from "./expected.ts";

const shared = join(__dirname, "../../../shared/reports");
const fixtures = join(__dirname, "../fixtures/real-layouts");

const real = [
  { name: "yuan-2019", unit: "六安市裕安区人民政府", year: 2019, edition: "2019", doubled: false, findings: ["short-row"] },
  { name: "qianjiang-chengguan-2020", unit: "重庆市黔江区城市管理局", year: 2020, edition: "2019", doubled: false, findings: [] },
  { name: "zhumadian-2020", unit: "驻马店市人民政府", year: 2020, edition: "2019", doubled: false, findings: ["recovered", "recovered", "recovered", "recovered"] },
  { name: "weiyuan-2021", unit: "威远县人民政府", year: 2021, edition: "2021", doubled: true, findings: ["report-doubled"] },
];

const read = (file: string) => {
  const { reports } = readSource(readText(readFileSync(file, "utf8"), "report.txt"));
  expect(reports).toHaveLength(1);
  return reports[0]!;
};

describe("the published reports", () => {
  if (!existsSync(shared)) {
    console.warn("\n*** ../shared/reports is not there: the four published reports are NOT tested here; the project's own fixtures are. ***\n");
  }
  const each = existsSync(shared) ? it.each(real) : it.skip.each(real);
  each("$name is read cell for cell", ({ name, unit, year, edition, findings }) => {
    const { report, findings: said } = read(join(shared, `${name}.txt`));
    expect(report.unit).toBe(unit);
    expect(report.year).toBe(year);
    expect(report.tables.map((table) => [table.table, table.edition])).toEqual([["disclosure", edition], ["requests", edition], ["reviews", edition]]);
    expect(cellsOf(report)).toEqual(expectedCells(join(shared, `${name}.expected.csv`)));
    expect(said.map((finding) => finding.code)).toEqual(findings);
  });
});

describe("the project's own fixtures of the same layouts", () => {
  const names = ["district-2019", "department-2020", "city-2020", "county-2021"].flatMap((name) => [[name, "half"], [name, "full"]]);

  it.each(names)("%s, %s width, is read cell for cell", (name, width) => {
    const identity = JSON.parse(readFileSync(join(fixtures, `${name}.expected.json`), "utf8"));
    const { report, findings } = read(join(fixtures, `${name}.${width}.txt`));
    expect({ unit: report.unit, year: report.year }).toEqual({ unit: identity.unit, year: identity.year });
    expect(cellsOf(report)).toEqual(expectedCells(join(fixtures, `${name}.expected.csv`)));
    expect(findings.some((finding) => finding.code === "report-doubled")).toBe(identity.doubled === true);
    // Every 推算 has a finding on its row.
    for (const table of report.tables) {
      for (const [id, cell] of Object.entries(table.cells)) {
        if (cell.status !== "derived") continue;
        expect(findings.some((finding) => finding.code === "recovered" && isTableRef(finding.at) && finding.at.table === table.table && finding.at.row === id.split("/")[0])).toBe(true);
      }
    }
  });
});
