import { createRosterLookup, parseRoster } from "./roster.ts";

describe("parseRoster", () => {
  it("reads names, kinds, parents, aliases and short names, in any order of columns", () => {
    const { entries, findings } = parseRoster([["类别", "单位", "别名", "上级", "简称"], ["县区", "云岭县人民政府", "云岭县政府；云岭县", "示例市人民政府", "云岭"]]);
    expect(entries).toEqual([{ name: "云岭县人民政府", kind: "county", parent: "示例市人民政府", aliases: ["云岭县政府", "云岭县"], sheetName: "云岭" }]);
    expect(findings).toEqual([]);
    expect(createRosterLookup(entries)(" 云岭　县")?.name).toBe("云岭县人民政府");
  });

  it("says which lines are bad, and uses the rest", () => {
    const { entries, findings } = parseRoster([["单位", "类别"], ["", "县区"], ["市教育局", "局"], ["市 教育局", ""], [""], ["市水利局"]]);
    expect(entries.map((entry) => entry.name)).toEqual(["市教育局", "市水利局"]);
    expect(findings.map(({ code, words }) => [code, words!.line])).toEqual([["roster-unit-empty", "2"], ["roster-kind-unknown", "3"], ["roster-unit-twice", "4"]]);
    expect(parseRoster([["名称"], ["市教育局"]]).findings.map((finding) => finding.code)).toEqual(["roster-columns"]);
  });
});
