import { cities, reportsOf } from "../samples/making/city.ts";
import { policy2020 } from "../samples/making/policy.ts";
import { checkReport } from "../src/checking/check.ts";
import { consolidate } from "../src/consolidation/consolidate.ts";
import { countHandIns, listHandIns } from "../src/consolidation/hand-in.ts";
import type { Member } from "../src/consolidation/model.ts";
import { sayReminder, sayReturnNote } from "../src/consolidation/notes.ts";
import { parsePolicy } from "../src/consolidation/policy.ts";
import type { RosterEntry } from "../src/consolidation/roster.ts";
import type { Finding } from "../src/finding/model.ts";
import { sayFinding } from "../src/finding/say.ts";
import type { Report } from "../src/report/model.ts";
import { randomReport } from "./support/generator.ts";

const city = cities[0]!;
const reports = reportsOf(city);
const TOWNSHIP = "石桥镇人民政府";
const roster: readonly RosterEntry[] = [
  ...city.units.map(({ name, kind, short, alias }): RosterEntry => ({ name, kind, parent: city.unit, aliases: [alias], sheetName: short, contact: name === "示例市体育局" ? "办公室 0000-1234" : undefined })),
  { name: TOWNSHIP, kind: "township", parent: "云岭县人民政府", aliases: [] },
];

const changed = (report: Report, table: string, id: string, step: number): Report => ({
  ...report,
  tables: report.tables.map((one) => (one.table === table ? { ...one, cells: { ...one.cells, [id]: { ...one.cells[id]!, value: one.cells[id]!.value! + step } } } : one)),
});

const of = (unit: string) => reports.find((report) => report.unit === unit)!;
const faulted: readonly Report[] = [
  ...reports.flatMap((report): Report[] => {
    if (report.unit === "示例市自然资源局") return [changed(report, "reviews", "reconsideration/total", 3)];
    if (report.unit === "示例市体育局") return [];
    if (report.unit === "示例市统计局") return [{ ...report, year: 2019 }];
    if (report.unit === "示例市商务局") return [randomReport({ edition: "2021", seed: 7, unit: report.unit, year: 2020, size: "small" })];
    return [report];
  }),
  ["newly-received", "granted", "outcome-total"].flatMap((row) => [`${row}/natural-persons`, `${row}/total`]).reduce((report, id) => changed(report, "requests", id, 2), of("示例市教育局")),
  { ...of("示例市林业局"), unit: TOWNSHIP },
];
const members = faulted.map((report, index): Member => ({ id: `unit-${index + 1}`, report, counted: true }));
const input = { unit: city.unit, year: 2020, roster, policy: parsePolicy(policy2020).policy };
const brief = (findings: readonly Finding[]) => findings.filter((finding) => finding.code !== "provided-differs").map((finding) => `${finding.code} ${finding.unit}`);

describe("a faulted copy of 示例市2020", () => {
  const result = consolidate({ ...input, members });

  it("names each fault and nothing else", () => {
    expect(brief(consolidate({ ...input, members: reports.map((report, index) => ({ id: `u${index}`, report, counted: true })) }).findings)).toEqual([]);
    expect(brief(result.findings)).toEqual([
      "wrong-year 示例市统计局",
      "unit-duplicate 示例市教育局",
      "unit-missing 示例市体育局",
      `nested-unit ${TOWNSHIP}`,
      "edition-mapped 示例市商务局",
      "edition-mapped 示例市商务局",
      // The city's own table shows what the unbalanced unit does to it, and names it.
      "review-total 示例市人民政府",
    ]);
    const blamed = result.findings.filter((finding) => finding.unit === city.unit && finding.words?.members);
    expect(new Set(blamed.map((finding) => finding.words!.members!.split(" ")[0]))).toEqual(new Set(["示例市自然资源局"]));
    const units = faulted.flatMap((report) => checkReport(report).map((finding) => `${finding.code} ${report.unit}`));
    expect(new Set(units)).toEqual(new Set(["review-total 示例市自然资源局", "edition-unexpected 示例市商务局"]));
  });

  it("says what the second hand-in moves, and keeps the first with 计入 0", () => {
    expect(result.members.filter((member) => member.report.unit === "示例市教育局").map((member) => member.counted)).toEqual([false, true]);
    const found = result.findings.find((finding) => finding.code === "unit-duplicate")!;
    expect(sayFinding(found)).toMatch(/^单位重复报送：示例市教育局；计入后一份，两份有 6 个数不同：表三 一·总计 \d+→\d+（\+2），表三 （一）予以公开·总计 \d+→\d+（\+2），.* …$/);
  });

  it("lists the states, asks for the missing, and writes a note to return a report with", () => {
    const handIns = listHandIns(result, { roster, findingsOf: (member) => checkReport(member.report) });
    expect(handIns.filter((one) => one.state !== "handed-in").map((one) => [one.unit, one.state])).toEqual([
      ["示例市教育局", "faulty"],
      ["示例市自然资源局", "faulty"],
      ["示例市统计局", "faulty"],
      ["示例市教育局", "faulty"],
      [TOWNSHIP, "faulty"],
      ["示例市体育局", "missing"],
    ]);
    expect(countHandIns(handIns)).toMatchObject({ expected: 55, missing: 1, faulty: 4 });
    expect(sayReminder(city, handIns)).toBe("示例市人民政府2020年度年报：应报55个单位，已报54个（有误4个、退回0个、已核0个），未报1个。\n未报·市直部门1个：示例市体育局（办公室 0000-1234）");
    const bad = faulted.find((report) => report.unit === "示例市自然资源局")!;
    expect(sayReturnNote(bad, checkReport(bad)).split("\n")).toEqual([
      "示例市自然资源局：你单位报送的2020年度政府信息公开工作年度报告有1处需要核实，请更正后重新报送。",
      expect.stringMatching(/^1\. 表四 · 行政复议 · 总计：维持＋纠正＋其他＋尚未审结应等于总计：.*相差 -3。核对该组五个数。$/),
    ]);
  });

  it("asks about a name that comes close and takes no guess", () => {
    const renamed = reports.map((report, index): Member => ({ id: `u${index}`, counted: true, report: report.unit === "示例市卫生健康委员会" ? { ...report, unit: "示例市卫生和健康委" } : report }));
    const findings = consolidate({ ...input, members: renamed }).findings;
    expect(brief(findings)).toEqual(["unit-missing 示例市卫生健康委员会", "unit-name-close 示例市卫生和健康委"]);
    expect(findings.find((finding) => finding.code === "unit-name-close")!.words!.candidates).toBe("示例市卫生健康委员会");
  });
});
