import { writeFindingsCsv } from "./findings-csv.ts";

describe("writeFindingsCsv", () => {
  it("puts errors first, names the place, and says 正文 of a finding about prose", () => {
    const text = writeFindingsCsv([
      { code: "numbering", at: { part: "prose" }, unit: "示例市教育局", year: 2020, words: { found: "一、三" } },
      { code: "flow", at: { table: "requests", edition: "2019", row: "outcome-total", column: "natural-persons" }, file: "a.txt", unit: "示例市教育局", year: null, expected: "5", received: "4", words: { left: "5", right: "4", difference: "1" } },
    ]);
    const lines = text.slice(1).trimEnd().split("\r\n");
    expect(lines[0]).toBe("文件,单位,年度,级别,代码,表,行,列,应为,实为,说明");
    expect(lines[1]).toMatch(/^a\.txt,示例市教育局,,错误,flow,三,.*\(七\)总计,自然人,5,4,/);
    expect(lines[2]).toMatch(/^,示例市教育局,2020,提示,numbering,,,,,,正文：/);
  });
});
