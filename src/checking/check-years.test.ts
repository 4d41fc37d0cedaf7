import fc from "fast-check";
import { randomReport, reportArbitrary } from "../../test/support/generator.ts";
import { levelOf } from "../finding/say.ts";
import { BLANK, type Cell, type Report } from "../report/model.ts";
import { checkYears } from "./check-years.ts";

const report = (edition: "2019" | "2021", year: number, seed = 3) => randomReport({ edition, seed, year, size: "small", unit: "示例市教育局" });
const withCells = (source: Report, table: string, cells: Readonly<Record<string, number | null>>): Report => ({
  ...source,
  tables: source.tables.map((one) => {
    const changed = Object.entries(cells).map(([id, value]): [string, Cell] => [id, value === null ? BLANK : { value, status: "read" }]);
    return one.table === table ? { ...one, cells: { ...one.cells, ...Object.fromEntries(changed) } } : one;
  }),
});
const valueOf = (source: Report, table: string, id: string) => source.tables.find((one) => one.table === table)!.cells[id]!.value!;

/** The report of the year before that the given one follows from without a flaw. */
function before(source: Report): Report {
  const columns = ["natural-persons", "firms", "research-bodies", "public-welfare-bodies", "legal-service-bodies", "other-bodies", "total"];
  const carried = withCells({ ...source, year: source.year! - 1 }, "requests", Object.fromEntries(columns.map((column) => [`carried-out/${column}`, valueOf(source, "requests", `carried-in/${column}`)])));
  const second = source.tables.find((one) => one.table === "disclosure")!;
  const flows = Object.keys(second.cells).flatMap((id): [string, number][] => {
    const [row, column] = id.split("/");
    if (column === "in-force") return [[id, Math.max(0, second.cells[id]!.value! - second.cells[`${row}/issued`]!.value! + second.cells[`${row}/repealed`]!.value!)]];
    return column === "items-change" ? [[id, 0]] : [];
  });
  return withCells(carried, "disclosure", Object.fromEntries(flows));
}
const brief = (current: Report, previous: Report) => checkYears(current, previous).map((finding) => [finding.code, levelOf(finding), "row" in finding.at ? `${finding.at.row}/${finding.at.column}` : "", finding.expected, finding.received]);

describe("checkYears", () => {
  it("holds last year's 四 against this year's 二: an error for the total, a warning per column", () => {
    const now = report("2021", 2023);
    const [persons, total] = ["natural-persons", "total"].map((column) => valueOf(now, "requests", `carried-in/${column}`)) as [number, number];
    const last = withCells(before(now), "requests", { "carried-out/natural-persons": persons + 2, "carried-out/total": total + 2 });
    expect(brief(now, last)).toEqual([
      ["carry-over", "warning", "carried-in/natural-persons", String(persons + 2), String(persons)],
      ["carry-over", "error", "carried-in/total", String(total + 2), String(total)],
    ]);
  });

  it("follows documents and items within one edition, and never across two", () => {
    const now = withCells(report("2021", 2023), "disclosure", { "normative-documents/issued": 3, "normative-documents/repealed": 1, "normative-documents/in-force": 40 });
    const last = withCells(before(now), "disclosure", { "normative-documents/in-force": 37 });
    expect(brief(now, last)).toEqual([["inforce-flow", "warning", "normative-documents/in-force", "39", "40"]]);
    const old = withCells(report("2019", 2020), "disclosure", { "licensing/items-before": 20 });
    expect(brief(old, withCells(before(old), "disclosure", { "licensing/items-before": 18, "licensing/items-change": 1 }))).toEqual([["items-flow", "warning", "licensing/items-before", "19", "20"]]);
    expect(brief({ ...now, year: 2021 }, { ...old, year: 2020 }).filter(([code]) => code === "inforce-flow" || code === "items-flow")).toEqual([]);
  });

  it("shows what is ten times last year's, and 元 in a column of 万元", () => {
    const now = withCells(report("2021", 2023), "disclosure", { "licensing/decisions": 9000, "fees/fees-charged": 251_000_000_000 });
    const last = withCells(before(now), "disclosure", { "licensing/decisions": 800, "fees/fees-charged": 25_100_000 });
    expect(brief(now, last)).toEqual([
      ["year-outlier", "warning", "licensing/decisions", "800", "9000"],
      ["fee-likely-yuan", "warning", "fees/fees-charged", "25.1", "251000"],
    ]);
    expect(brief(now, { ...last, year: 2021 })).toEqual([["previous-wrong-year", "warning", "", "2022", "2021"]]);
  });

  it("finds nothing in a year that follows from the one before, and takes a blank for unknown", () => {
    fc.assert(
      fc.property(reportArbitrary({ edition: "2021" }), fc.boolean(), (now, blank) => {
        const last = before(now);
        const seen = blank ? withCells(last, "requests", { "carried-out/total": null, "carried-out/firms": null }) : last;
        expect(checkYears(now, seen).filter((finding) => finding.code !== "year-outlier")).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
