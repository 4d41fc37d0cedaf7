import fc from "fast-check";
import { consolidate } from "../../src/consolidation/consolidate.ts";
import { findingsWithChecks } from "../../src/intake/gather-members.ts";
import { intakeFile } from "../../src/intake/intake.ts";
import type { TakenReport } from "../../src/intake/taken.ts";
import type { Claim } from "../../src/prose/claim.ts";
import { claimsOf } from "../../src/prose/claims.ts";
import { toPassage } from "../../src/prose/passage.ts";
import { judgeProse } from "../../src/checking/judge-prose.ts";
import { planConsolidation } from "../../src/sheet/consolidated.ts";
import type { ReportWithFindings } from "../../src/sheet/entry.ts";
import { keepComparable, packProse, unpackProse } from "../../src/sheet/pack-prose.ts";
import type { WorkbookPlan } from "../../src/sheet/plan.ts";
import { sentenceIn } from "../../src/sheet/printed-lines.ts";
import { planReports } from "../../src/sheet/workbook.ts";
import { writeXlsx } from "../../src/writer/xlsx.ts";
import { randomReport } from "../support/generator.ts";
import { writeProse } from "../support/layouts/prose.ts";
import { layouts } from "../support/layouts/registry.ts";
import { seededRandom } from "../support/random.ts";
import { factsOf, fillers, fillSentence, plant, templates } from "./sentences.ts";

const texts = layouts.filter((layout) => layout.kind === "text" && layout.lossless && !/two-reports|doubled|without-tables|empty-form/.test(layout.id));

/** A report whose running text is full of numbers, one of them wrong. */
function printedReport(seed: number): string {
  const report = randomReport({ edition: seed % 2 ? "2019" : "2021", seed, unit: "云岭县水利局", year: 2021, size: "small" });
  const facts = factsOf(report);
  const random = seededRandom(seed);
  const planted = templates.flatMap((template) => plant(template, facts, random) ?? []).filter(({ wrong }) => !Object.values(facts).includes(wrong)).slice(0, 1);
  const sentences = random.shuffle([...templates.flatMap((template) => fillSentence(template, facts) ?? []), ...fillers]).slice(0, 9);
  const prose = () => ({ ...writeProse(report, random), overview: [...sentences, ...planted.map(({ text }) => text)] });
  return texts[seed % texts.length]!.render(report, { seed, prose });
}

const toEntry = ({ report, findings, prose, lines }: TakenReport, text?: string): ReportWithFindings => ({ report, prose, findings: findingsWithChecks(report, findings, prose), sentenceOf: sentenceIn(text?.split("\n") ?? lines ?? []) });
const shownIn = (plan: WorkbookPlan) => plan.sheets.filter(({ kind }) => kind === "provenance" || kind === "checks").map(({ name, cells }) => [name, cells]);
const take = (bytes: Uint8Array, name: string) => intakeFile({ name, bytes });

describe("the numbers of the prose in a workbook of ours", () => {
  it("stay: written, read back and written again, 来源 and 校验 are the same", async () => {
    let wrong = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(400), { minLength: 1, maxLength: 3 }), async (seeds) => {
        const printed = seeds.map(printedReport);
        const given = (await Promise.all(printed.map(async (text, at) => (await take(new TextEncoder().encode(text), `${at}.txt`)).reports.map((one) => toEntry(one, text))))).flat();
        expect(given.every(({ prose }) => prose!.length > 5)).toBe(true);
        const first = planReports(given);
        const { reports } = await take(await writeXlsx(first), "again.xlsx");
        expect(reports.map(({ prose }) => prose)).toEqual(given.map(({ prose }) => prose));
        const again = reports.map((one) => toEntry(one));
        wrong += again.flatMap(({ findings }) => findings).filter(({ code }) => code === "prose-count").length;
        expect(again.map(({ findings }) => findings.map(({ code, at }) => [code, at]).sort())).toEqual(given.map(({ findings }) => findings.map(({ code, at }) => [code, at]).sort()));
        expect(shownIn(planReports(again))).toEqual(shownIn(first));
      }),
      { numRuns: 12, seed: 20260 },
    );
    expect(wrong).toBeGreaterThan(4);
  }, 120_000);

  it("say in 来源 what became of each: what it was compared with, differences in colour", async () => {
    const [given] = (await take(new TextEncoder().encode(printedReport(11)), "a.txt")).reports.map((one) => toEntry(one));
    const { cells } = planReports([given!]).sheets.find(({ kind }) => kind === "provenance")!;
    const rows = cells.filter(({ column, value }) => column === 1 && value === "正文").map(({ row }) => [6, 7].map((column) => cells.find((cell) => cell.row === row && cell.column === column)!));
    expect(rows.map(([state, compared]) => [state!.value, state!.style, String(compared!.value).startsWith("对照 ")])).toEqual(
      judgeProse(given!.report, given!.prose!).map(({ state }) => [expect.any(String), state === "contradicts" ? "listDiffers" : state === "scope" ? "listDoubtful" : "listCentred", state !== "unmatched"]),
    );
    expect(rows.some(([state]) => state!.value === "不符")).toBe(true);
  });

  it("stay in a consolidated workbook, and say anew what an edited figure contradicts", async () => {
    const text = printedReport(8);
    const [given] = (await take(new TextEncoder().encode(text), "水利局.txt")).reports.map((one) => toEntry(one, text));
    const planOf = ({ report, findings, prose, sentenceOf }: ReportWithFindings) => planConsolidation(consolidate({ unit: "云岭县人民政府", year: 2021, members: [{ id: "m1", report, counted: true }] }), { findingsOf: () => findings, proseOf: () => prose, sentenceOf: () => sentenceOf });
    const first = planOf(given!);
    const { reports } = await take(await writeXlsx(first), "县.xlsx");
    expect(shownIn(planOf(toEntry(reports[0]!)))).toEqual(shownIn(first));
    const edited = { ...reports[0]!, report: { ...given!.report, tables: given!.report.tables.map((table) => (table.table === "requests" ? { ...table, cells: { ...table.cells, "newly-received/total": { value: 7777, status: "edited" as const } } } : table)) } };
    const codes = ({ findings }: ReportWithFindings) => findings.filter(({ code }) => code === "prose-count").length;
    expect(codes(toEntry(edited))).toBeGreaterThan(codes(given!));
  });

  it("are simply not there in a workbook of before, or of a later version, or damaged", async () => {
    const [given] = (await take(new TextEncoder().encode(printedReport(5)), "a.txt")).reports;
    const { reports, findings } = await take(await writeXlsx(planReports([{ report: given!.report, findings: given!.findings }])), "old.xlsx");
    expect([reports[0]!.report, reports[0]!.prose, reports[0]!.lines, findings]).toEqual([given!.report, undefined, undefined, []]);
    const packed = packProse(given!.prose!);
    expect(unpackProse({ ...packed, version: 2 })).toBeUndefined();
    fc.assert(fc.property(fc.jsonValue(), (value) => expect(() => [unpackProse(value), unpackProse({ ...packed, claims: value })]).not.toThrow()));
  });

  it("lose nothing when packed, and when only the comparable ones are kept nothing that is judged", () => {
    for (let seed = 0; seed < 30; seed++) {
      const report = randomReport({ edition: "2021", seed, year: 2021 });
      const random = seededRandom(seed);
      const text = random.shuffle([...templates, ...fillers]).flatMap((template) => fillSentence(template, factsOf(report)) ?? []).join("");
      const claims: readonly Claim[] = claimsOf([toPassage(text, { kind: "page", page: 2, line: seed }, "一", "")]);
      expect(unpackProse(JSON.parse(JSON.stringify(packProse(claims))))).toEqual(claims.map((claim) => JSON.parse(JSON.stringify(claim)) as Claim));
      const judged = (all: readonly Claim[]) => judgeProse(report, all).filter(({ state }) => state !== "unmatched").map(({ claim, state, compared }) => [claim.raw, state, compared]);
      expect(judged(keepComparable(claims))).toEqual(judged(claims));
    }
  });
});
