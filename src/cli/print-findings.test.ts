import type { Finding } from "../finding/model.ts";
import { formOf } from "../form/forms.ts";
import type { Report } from "../report/model.ts";
import { blankTable, withCells } from "../report/table.ts";
import { placesInSource, sayReports } from "./print-findings.ts";

const at = { table: "requests", edition: "2019", row: "outcome-total", column: "natural-persons" } as const;
const line = (number: number) => ({ value: 1, status: "read", origin: { kind: "line", line: number, start: 0, end: 1 } }) as const;
const table = withCells(blankTable(formOf(at)), { "newly-received/natural-persons": line(12), "carried-in/natural-persons": line(30) });
const report = (unit: string): Report => ({ unit, year: 2020, file: `${unit}.txt`, tables: [table] });
const flow: Finding = { code: "flow", at, terms: { left: ["newly-received/natural-persons", "carried-in/natural-persons"], right: ["outcome-total/natural-persons"] }, words: { left: "2", right: "3", difference: "-1" } };
const numbering: Finding = { code: "numbering", at: { part: "prose" }, origin: { kind: "line", line: 3, start: 0, end: 1 }, words: { found: "一、三" } };

describe("sayReports", () => {
  it("puts files first, then reports with errors, and each report's errors before its warnings", () => {
    const texts = sayReports({
      findings: [{ code: "no-report", at: { part: "file" }, file: "空.txt" }],
      reports: [
        { report: report("甲局"), findings: [numbering] },
        { report: report("乙局"), findings: [numbering, flow] },
        { report: report("丙局"), findings: [] },
      ],
    });
    expect(texts.map((text) => text.split("\n")[0])).toEqual(["空.txt：1 个错误", "乙局 2020 年度（乙局.txt）：1 个错误，1 个提示", "甲局 2020 年度（甲局.txt）：1 个提示", "没有发现问题的报告 1 份：丙局 2020 年度（丙局.txt）"]);
    expect(texts[1]!.split("\n").map((text) => text.trim().slice(0, 4))).toEqual(["乙局 2", "[错误]", "出处 l", "[提示]", "出处 l"]);
  });

  it("leads from a finding without a place to every figure that it compares", () => {
    expect(placesInSource(flow, report("甲局"))).toEqual(["line:12", "line:30"]);
    expect(placesInSource(numbering, report("甲局"))).toEqual(["line:3"]);
    expect(placesInSource({ code: "table-missing", at: { table: "reviews", edition: "2019" } }, report("甲局"))).toEqual([]);
  });
});
