import fc from "fast-check";
import { randomReport, reportArbitrary } from "../../test/support/generator.ts";
import { sayFinding } from "../finding/say.ts";
import type { Report } from "../report/model.ts";
import { consolidate } from "./consolidate.ts";
import type { Consolidation, Member } from "./model.ts";
import type { RosterEntry } from "./roster.ts";

const memberOf = (report: Report, index: number): Member => ({ report, counted: true, id: `unit-${index + 1}` });
const report = (unit: string, seed = 1, edition: "2019" | "2021" = "2021", year = 2022) => randomReport({ edition, seed, unit, year, size: "small" });
const sum = (reports: readonly Report[], roster?: readonly RosterEntry[], year = 2022) => consolidate({ unit: "示例市人民政府", year, members: reports.map(memberOf), roster });
const codes = (result: Consolidation) => result.findings.map(({ code, unit }) => `${code} ${unit}`);
const cell = (result: Consolidation, table: string, id: string) => result.tables.find((one) => one.table === table)!.cells[id]!;

const changed = (source: Report, table: string, id: string, change: object): Report => ({
  ...source,
  tables: source.tables.map((one) => (one.table === table ? { ...one, cells: { ...one.cells, [id]: { ...one.cells[id]!, ...change } } } : one)),
});

describe("consolidate", () => {
  it("adds up, lists contributors and counts the blank", () => {
    const [a, b] = [report("甲局", 1), changed(report("乙局", 2), "disclosure", "licensing/decisions", { value: null, status: "blank" })];
    const result = sum([a, b]);
    const value = a.tables[0]!.cells["licensing/decisions"]!.value!;
    expect(cell(result, "disclosure", "licensing/decisions")).toEqual({ value, contributors: [{ member: "unit-1", value }], blank: ["unit-2"], of: 2 });
    expect(result.report.tables[0]!.cells["licensing/decisions"]).toEqual({ value, status: "summed", origin: { kind: "consolidated" } });
    expect(result.findings).toEqual([]);
  });

  it("names the unit that makes the sum unbalanced", () => {
    const bad = report("乙局", 2);
    const total = bad.tables[2]!.cells["reconsideration/total"]!.value!;
    const [found] = sum([report("甲局", 1), changed(bad, "reviews", "reconsideration/total", { value: total + 3 })]).findings;
    expect(found).toMatchObject({ code: "review-total", unit: "示例市人民政府", words: { difference: "-3（乙局 -3）", members: "乙局 -3" } });
    expect(sayFinding(found!)).toContain("乙局");
  });

  it("does not add amounts without a unit of measure, and leaves a sum blank that is not exact", () => {
    const vague = changed(report("甲局", 1), "disclosure", "fees/fees-charged", { value: 5_000_000, measureUnknown: true, raw: "5" });
    const huge = (unit: string) => changed(report(unit, 3), "requests", "granted/firms", { value: Number.MAX_SAFE_INTEGER });
    const result = sum([vague, huge("乙局"), huge("丙局")]);
    expect(cell(result, "disclosure", "fees/fees-charged").blank).toEqual(["unit-1"]);
    expect(cell(result, "requests", "granted/firms").value).toBeNull();
    expect(codes(result)).toEqual(expect.arrayContaining(["amount-not-added 甲局", "sum-too-large 示例市人民政府"]));
  });

  it("maps tables of another edition cell by cell", () => {
    const [old, current] = [report("甲局", 4, "2019"), report("乙局", 5)];
    const result = sum([old, current]);
    const own = (source: Report, id: string) => source.tables[1]!.cells[id]!.value!;
    expect(result.edition).toBe("2021");
    expect(cell(result, "requests", "other-handling-rest/total").value).toBe(own(old, "other-handling/total") + own(current, "other-handling-rest/total"));
    expect(cell(result, "requests", "other-handling-fee-not-paid/total").blank).toEqual(["unit-1"]);
    expect(codes(result).filter((code) => code.endsWith("甲局"))).toEqual(["edition-mapped 甲局", "edition-mapped 甲局"]);
    expect(sayFinding(result.findings.find((finding) => finding.code === "edition-mapped" && finding.words?.table === "三")!)).toBe("甲局的表三为 2019 版，按对应关系并入：（六）其他处理→3.其他；无对应的格为空白");
    expect(sum([old]).tables.map((table) => table.edition)).toEqual(["2019", "2019", "2019"]);
  });

  it("keeps duplicates and reports of other years out of the sums, and compares with the roster", () => {
    const roster: RosterEntry[] = [
      { name: "云岭县人民政府", kind: "county", parent: "示例市人民政府", aliases: ["云岭县"] },
      { name: "石桥镇人民政府", kind: "township", parent: "云岭县", aliases: [] },
      { name: "梅林镇人民政府", kind: "township", parent: "云岭县", aliases: [] },
      { name: "市教育局", kind: "municipal-department", parent: "示例市人民政府", aliases: [] },
      { name: "市水利局", kind: "municipal-department", parent: "示例市人民政府", aliases: [] },
      { name: "示例市人民政府", kind: "municipal-government", aliases: [] },
    ];
    const result = sum([report("云岭县", 1), report("云岭县 人民政府", 2), report("石桥镇人民政府", 3), report("市教育局", 4, "2021", 2021), report("市林业局", 5)], roster);
    expect(result.members.map((member) => [member.counted, member.kind])).toEqual([[false, "county"], [true, "county"], [true, "township"], [false, "municipal-department"], [true, undefined]]);
    expect(codes(result)).toEqual(["wrong-year 市教育局", "unit-duplicate 云岭县", "unit-missing 市水利局", "unit-not-on-roster 市林业局", "nested-unit 石桥镇人民政府"]);
    for (const finding of result.findings) expect(sayFinding(finding)).not.toMatch(/[：]$|：，|“”/);
  });

  it("says what it is without any unit: blank tables, nothing invented", () => {
    const result = sum([]);
    expect(cell(result, "requests", "granted/total")).toEqual({ value: null, contributors: [], blank: [], of: 0 });
    expect(new Set(result.findings.map((finding) => finding.code))).toEqual(new Set(["cannot-judge"]));
  });

  it("adds up exactly, in any order; a report of zeros changes nothing but the count", () => {
    const reports = fc.array(reportArbitrary({ year: 2022 }), { minLength: 1, maxLength: 5 }).map((all) => all.map((one, at) => ({ ...one, unit: `单位${at + 1}` })));
    fc.assert(
      fc.property(reports, fc.infiniteStream(fc.nat()), (all, keys) => {
        const members = all.map(memberOf);
        const input = { unit: "示例市人民政府", year: 2022 };
        const result = consolidate({ ...input, members });
        const order = new Map(members.map((member) => [member, keys.next().value as number]));
        const shuffled = consolidate({ ...input, members: [...members].sort((a, b) => order.get(a)! - order.get(b)!) });
        expect(shuffled.report).toEqual(result.report);
        for (const table of result.tables) {
          for (const figure of Object.values(table.cells)) {
            expect(figure.value).toBe(figure.contributors.length === 0 ? null : figure.contributors.reduce((total, one) => total + one.value, 0));
            expect(figure.contributors.length + figure.blank.length).toBe(figure.of);
          }
        }
        const zeros = { ...randomReport({ edition: "2021", seed: 1, size: "zero", unit: "零局", year: 2022 }), tables: result.report.tables.map((table) => ({ ...table, cells: Object.fromEntries(Object.keys(table.cells).map((id) => [id, { value: 0, status: "read" as const }])) })) };
        const more = consolidate({ ...input, members: [...members, { report: zeros, counted: true, id: "zero" }] });
        for (const [at, table] of result.tables.entries()) {
          for (const [id, figure] of Object.entries(table.cells)) {
            expect([id, more.tables[at]!.cells[id]!.value]).toEqual([id, figure.value ?? 0]);
            expect(more.tables[at]!.cells[id]!.of).toBe(figure.of + 1);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
