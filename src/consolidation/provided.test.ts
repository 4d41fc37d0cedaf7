import { cities, reportsOf } from "../../samples/making/city.ts";
import { policy2020 } from "../../samples/making/policy.ts";
import { hasExpected, reportFromExpected } from "../../test/support/expected.ts";
import { formOf } from "../form/forms.ts";
import { consolidate } from "./consolidate.ts";
import { writeFootnotes } from "./footnotes.ts";
import type { Member } from "./model.ts";
import { parsePolicy } from "./policy.ts";

const city = cities[0]!;
const members = reportsOf(city).map((report, index): Member => ({ id: `unit-${index + 1}`, report, counted: true, kind: city.units[index]!.kind }));
const sum = (sources: unknown[]) => consolidate({ unit: city.unit, year: 2020, members, policy: parsePolicy({ sources }).policy });
const cell = (result: ReturnType<typeof sum>, id: string) => result.tables[0]!.cells[id]!;

describe("provided figures", () => {
  const published = sum(policy2020.sources);

  (hasExpected ? it : it.skip)("give with the sums the whole published report of 驻马店 2020", () => {
    const expected = reportFromExpected("zhumadian-2020");
    for (const table of expected.tables) {
      const own = published.report.tables.find((one) => one.table === table.table)!;
      for (const { id } of formOf(table).cells) expect([table.table, id, own.cells[id]!.value]).toEqual([table.table, id, table.cells[id]!.value]);
    }
    expect(published.findings.filter((finding) => finding.code !== "provided-differs")).toEqual([]);
  });

  it("write the footnotes that its section 六 has", () => {
    const notes = writeFootnotes(published);
    expect(notes).toHaveLength(5);
    for (const [note, said] of [[0, "表三、表四"], [1, "由示例市司法局提供"], [1, "市县两级"], [1, "对外公开总数量，为2018年以来至2020年12月31日"], [2, "〔2020〕30号"], [2, "按事项主项计算"], [3, "互联网+监管"], [4, "行政事业性收费、政府集中采购，由示例市财政局提供"]] as const) expect(notes[note]).toContain(said);
  });

  it("come from the provider's own report where the policy has none, and keep the sum beside them", () => {
    const result = sum([{ table: "二", rows: ["规章"], from: "提供", provider: "示例市司法局" }]);
    const provider = members.find((member) => member.report.unit === "示例市司法局")!;
    const { value, contributors, provided } = cell(result, "rules/newly-made");
    const own = provider.report.tables[0]!.cells["rules/newly-made"]!.value!;
    expect([value, contributors, provided!.from, provided!.summed.of]).toEqual([own, [{ member: provider.id, value: own }], "report", 54]);
    expect(result.report.tables[0]!.cells["rules/newly-made"]!.origin).toEqual({ kind: "consolidated", provider: "示例市司法局" });
  });

  it("stay blank where the provider gave nothing, with a finding that names them", () => {
    const result = sum([{ table: "二", rows: ["规章"], from: "提供", provider: "示例市法制办" }]);
    expect(cell(result, "rules/newly-made").value).toBeNull();
    expect(result.findings.filter((finding) => finding.code === "provider-missing").map((finding) => finding.words)).toEqual([{ provider: "示例市法制办", names: "规章·本年新制作数量、规章·本年新公开数量、规章·对外公开总数量" }]);
  });

  it("sum over chosen kinds only", () => {
    const result = sum([{ table: "三", from: "汇总", kinds: ["县区"] }]);
    const received = result.tables[1]!.cells["newly-received/total"]!;
    expect([received.of, received.value! + result.tables[1]!.cells["carried-in/total"]!.value!]).toEqual([12, city.target.inCounties]);
  });
});
