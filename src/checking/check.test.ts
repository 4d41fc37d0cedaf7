import fc from "fast-check";
import { reportArbitrary, randomReport } from "../../test/support/generator.ts";
import { hasExpected, reportFromExpected } from "../../test/support/expected.ts";
import { catalogue, type FindingCode } from "../finding/catalogue.ts";
import type { Finding } from "../finding/model.ts";
import { sayFinding, wordsOf } from "../finding/say.ts";
import { findForm } from "../form/forms.ts";
import { BLANK, type Report } from "../report/model.ts";
import { blankTable } from "../report/table.ts";
import { checkReport } from "./check.ts";

const balanced = randomReport({ edition: "2021", seed: 5, size: "small" });

/** The report with some cells replaced, null for a blank. */
const altered = (report: Report, cells: Record<string, number | null>): Report => ({
  ...report,
  tables: report.tables.map((table) => ({
    ...table,
    cells: Object.fromEntries(Object.entries(table.cells).map(([id, cell]) => [id, `${table.table}:${id}` in cells ? (cells[`${table.table}:${id}`] === null ? BLANK : { ...cell, value: cells[`${table.table}:${id}`]! }) : cell])),
  })),
});
const valueOf = (report: Report, key: string) => report.tables.find((table) => key.startsWith(`${table.table}:`))!.cells[key.slice(key.indexOf(":") + 1)]!.value!;
const brief = (finding: Finding) => [finding.code, "row" in finding.at ? `${finding.at.row}/${finding.at.column}` : "", finding.expected, finding.received, finding.words?.difference];

/** Words that a code's text needs in any language. */
const holesOf = (code: FindingCode) => ["zh-CN", "en-US"].flatMap((language) => [...catalogue[code].text[language as "zh-CN"].matchAll(/\{(\w+)\}/g)].map((match) => match[1]!));

describe("checkReport", () => {
  it("names both sides, the difference and the cell of a total that does not add up", () => {
    const total = valueOf(balanced, "reviews:reconsideration/total");
    expect(checkReport(altered(balanced, { "reviews:reconsideration/total": total + 1 })).map(brief)).toEqual([["review-total", "reconsideration/total", String(total), String(total + 1), "-1"]]);
  });

  it("says a sum of many rows without its zeros", () => {
    const key = "requests:outcome-total/firms";
    const [found] = checkReport(altered(randomReport({ edition: "2021", seed: 5, size: "zero" }), { [key]: 2, "requests:granted/firms": 1 })).filter((finding) => finding.code === "outcome-total");
    expect(found!.words).toEqual({ left: "（一）予以公开 1＝1", right: "（七）总计 2", difference: "-1" });
  });

  it("treats a blank as unknown, and says a blank row or table once", () => {
    expect(checkReport(altered(balanced, { "requests:granted/firms": null })).map((finding) => finding.words!.blanks)).toEqual(["（一）予以公开·商业企业", "（一）予以公开·商业企业"]);
    const row = Object.fromEntries(findForm("requests", "2021")!.cells.filter((cell) => cell.row.id === "granted").map((cell) => [`requests:${cell.id}`, null]));
    expect(checkReport(altered(balanced, row)).map(({ code, words }) => [code, words!.blanks])).toEqual([["cannot-judge", "（一）予以公开整行"]]);
    expect(checkReport({ ...balanced, tables: balanced.tables.map((table) => (table.table === "requests" ? blankTable(findForm("requests", "2021")!) : table)) })).toHaveLength(1);
  });

  it("names missing tables, editions out of their year and negative counts", () => {
    expect(checkReport({ ...balanced, tables: [] }).map((finding) => finding.words!.table)).toEqual(["二", "三", "四"]);
    expect(checkReport({ ...balanced, year: 2020 }).map(({ code, expected }) => [code, expected])).toEqual([["edition-unexpected", "2019"], ["edition-unexpected", "2019"]]);
    expect(checkReport(altered(balanced, { "disclosure:licensing/decisions": -3 })).map(brief)).toEqual([["count-integer", "licensing/decisions", "≥0", "-3", undefined]]);
  });

  (hasExpected ? it : it.skip)("finds no broken rule in the real reports", () => {
    for (const name of ["yuan-2019", "zhumadian-2020", "weiyuan-2021", "qianjiang-chengguan-2020"] as const) {
      const findings = checkReport(reportFromExpected(name));
      expect([name, findings.filter((finding) => catalogue[finding.code].level === "error").map((finding) => sayFinding(finding))]).toEqual([name, []]);
      expect(findings.length).toBeLessThan(8);
    }
  });

  it("finds nothing in balanced reports, and says everything it finds in damaged ones without a hole", () => {
    const damage = fc.array(fc.tuple(fc.constantFrom("disclosure", "requests", "reviews"), fc.nat({ max: 174 }), fc.constantFrom(null, -1, 0, 7)), { maxLength: 20 });
    fc.assert(
      fc.property(reportArbitrary(), damage, (report, changes) => {
        expect(checkReport(report).filter((finding) => finding.code !== "edition-unexpected")).toEqual([]);
        const cells = changes.flatMap(([id, at, value]) => {
          const ids = Object.keys(report.tables.find((table) => table.table === id)!.cells);
          return [[`${id}:${ids[at % ids.length]}`, value] as const];
        });
        for (const finding of checkReport(altered(report, Object.fromEntries(cells)))) {
          for (const hole of holesOf(finding.code)) expect([finding.code, hole, wordsOf(finding, "zh-CN")?.[hole]]).toEqual([finding.code, hole, expect.stringMatching(/./)]);
        }
      }),
    );
  });
});
