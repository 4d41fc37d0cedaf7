import fc from "fast-check";
import { gatherMembers } from "../src/intake/gather-members.ts";
import { readReports } from "../src/cli/read-reports.ts";
import { checkReport } from "../src/checking/check.ts";
import { consolidate } from "../src/consolidation/consolidate.ts";
import { flattenMembers, toMember } from "../src/consolidation/nested.ts";
import type { Member } from "../src/consolidation/model.ts";
import { rankContributors } from "../src/consolidation/drill-down.ts";
import { planConsolidation } from "../src/sheet/consolidated.ts";
import { writeXlsx } from "../src/writer/xlsx.ts";
import { Desk } from "./cli/run-cli.ts";
import { randomReport, reportArbitrary } from "./support/generator.ts";

const YEAR = 2022;
const report = (unit: string, seed: number) => randomReport({ edition: "2021", seed, unit, year: YEAR, size: "small" });
const members = (units: readonly string[], from: number): Member[] => units.map((unit, index) => ({ id: `u${from + index}`, report: report(unit, from + index), counted: true }));
const quiet = { folder: "/", print: () => undefined, warn: () => undefined, progress: () => undefined };

describe("levels", () => {
  const desk = new Desk();
  afterAll(() => desk.clear());

  const county = consolidate({ unit: "云岭县人民政府", year: YEAR, members: members(["石桥镇人民政府", "梅林镇人民政府", "云岭县水利局"], 1) });
  const departments = members(["示例市教育局", "示例市司法局"], 11);
  const read = async (...names: string[]) => (await readReports(names.map((name) => ({ path: `${desk.folder}/${name}`, name, named: true })), quiet)).reports;

  it("takes a county's workbook as one unit of the city, the city's as one of the province, everyone reachable", async () => {
    desk.put("county.xlsx", await writeXlsx(planConsolidation(county)));
    const gathered = gatherMembers(await read("county.xlsx"), "示例市人民政府", YEAR);
    expect(gathered.members.map((member) => [member.report.unit, member.parts?.map((part) => part.report.unit)])).toEqual([["云岭县人民政府", ["石桥镇人民政府", "梅林镇人民政府", "云岭县水利局"]]]);
    expect(gathered.reports.flatMap((one) => one.findings)).toEqual([]);
    const city = consolidate({ unit: "示例市人民政府", year: YEAR, members: [...gathered.members, ...departments] });

    desk.put("city.xlsx", await writeXlsx(planConsolidation(city, { findingsOf: (member) => checkReport(member.report) })));
    const province = gatherMembers(await read("city.xlsx"), "示例省人民政府", YEAR).members;
    expect(flattenMembers(province).map((member) => member.report.unit)).toEqual(["石桥镇人民政府", "梅林镇人民政府", "云岭县水利局", "示例市教育局", "示例市司法局"]);
    const top = consolidate({ unit: "示例省人民政府", year: YEAR, members: province });
    const [first] = rankContributors(top, { table: "requests", row: "outcome-total", column: "total" }).contributors;
    expect(first!.parts!.map((one) => one.parts?.length ?? 0).sort()).toEqual([0, 0, 3]);
    expect(first!.parts!.reduce((sum, one) => sum + one.value, 0)).toBe(first!.value);

    // The city's own workbook, handed in to the city again, comes apart into its units as they were.
    const again = gatherMembers(await read("city.xlsx"), "示例市人民政府", YEAR);
    expect(consolidate({ unit: "示例市人民政府", year: YEAR, members: again.members }).report).toEqual(city.report);
  }, 60_000);

  it("names a unit that is inside of another's report, and leaves the city's own old report out", () => {
    const lower = toMember({ unit: county.unit, year: YEAR, members: county.members }, { id: "c" });
    const own = { id: "own", report: { ...report("示例市人民政府", 40), file: "去年底稿.txt" }, counted: true };
    const result = consolidate({ unit: "示例市人民政府", year: YEAR, members: [lower, ...members(["石桥镇人民政府"], 1), own] });
    expect(result.findings.map(({ code, unit, words }) => [code, unit, words?.parent])).toEqual([["own-report", "示例市人民政府", undefined], ["nested-unit", "石桥镇人民政府", "云岭县人民政府"]]);
    expect(result.members.map((member) => member.counted)).toEqual([true, true, false]);
  });

  it("gives the same figures in one step or in several, in any order", () => {
    const all = fc.array(reportArbitrary({ edition: "2021", year: YEAR }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(all, fc.array(fc.nat(3), { minLength: 8, maxLength: 8 }), (reports, groups) => {
        const everyone = reports.map((one, index): Member => ({ id: `u${index}`, report: { ...one, unit: `单位${index}` }, counted: true }));
        const once = consolidate({ unit: "示例市人民政府", year: YEAR, members: everyone });
        const lower = [0, 1, 2].flatMap((group) => {
          const own = everyone.filter((_, index) => groups[index] === group);
          return own.length > 0 ? [toMember({ unit: `县${group}`, year: YEAR, members: own }, { id: `g${group}` })] : [];
        });
        const twice = consolidate({ unit: "示例市人民政府", year: YEAR, members: [...lower, ...everyone.filter((_, index) => groups[index] === 3)].reverse() });
        expect(twice.report).toEqual(once.report);
        for (const [at, table] of twice.tables.entries()) {
          for (const [id, cell] of Object.entries(table.cells)) {
            expect(cell.value).toBe(cell.contributors.length === 0 ? null : cell.contributors.reduce((sum, one) => sum + one.value, 0));
            expect(cell.value).toBe(once.tables[at]!.cells[id]!.value);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});
