import { checkProse } from "../../src/checking/check-prose.ts";
import { claimsOf } from "../../src/prose/claims.ts";
import { toPassage } from "../../src/prose/passage.ts";
import { sayFinding } from "../../src/finding/say.ts";
import type { Report } from "../../src/report/model.ts";
import { randomReport } from "../support/generator.ts";
import { chineseNumeral } from "../support/layouts/chinese-numerals.ts";
import { seededRandom } from "../support/random.ts";
import { factsOf, fillers, fillSentence, plant, readings, templates } from "./sentences.ts";

const SEEDS = Number(process.env.SEEDS ?? 12);
const reports = Array.from({ length: SEEDS }, (_, index) => randomReport({ edition: index % 2 ? "2019" : "2021", seed: index + 400, year: 2021, size: index % 4 === 3 ? "zero" : index % 4 === 2 ? "large" : "small" }));

const found = (report: Report, text: string) => checkProse(report, claimsOf([toPassage(text, { kind: "line", line: 1, start: 0, end: text.length }, "一", "总体情况")]));

const inChinese = (text: string) => text.replace(/(?<![\d.])\d+(?=件)/g, (digits) => (digits === "0" ? digits : digits === "2" ? "两" : chineseNumeral(Number(digits))));

describe("a corpus of sentences in our own words", () => {
  it("gives no alarm where the sentences are true, alone or one after the other", () => {
    for (const report of reports) {
      const facts = factsOf(report);
      const random = seededRandom(report.unit.length + facts.all!);
      const sentences = [...templates, ...fillers].flatMap((template) => fillSentence(template, facts) ?? []);
      for (const text of [...sentences, random.shuffle(sentences).join(""), random.shuffle(sentences).join("").normalize("NFKC")]) {
        expect([text, found(report, text).map((finding) => sayFinding(finding))]).toEqual([text, []]);
      }
    }
  });

  it("reads counts in Chinese numerals like digits", () => {
    let planted = 0;
    for (const report of reports) {
      const facts = factsOf(report);
      for (const [index, template] of templates.entries()) {
        const said = fillSentence(template, facts);
        if (said !== undefined) expect([inChinese(said), found(report, inChinese(said)).map((finding) => sayFinding(finding))]).toEqual([inChinese(said), []]);
        const wrong = plant(template, facts, seededRandom(index * 17 + facts.all!));
        if (!wrong || Object.values(facts).includes(wrong.wrong)) continue;
        planted++;
        expect([inChinese(wrong.text), found(report, inChinese(wrong.text)).map(({ code }) => code)]).toEqual([inChinese(wrong.text), expect.arrayContaining(["prose-count"])]);
      }
    }
    expect(planted).toBeGreaterThan(reports.length * templates.length * 0.5);
  });

  it("compares table 二 only with words that name its figures and nothing else", () => {
    for (const report of reports) for (const text of readings) expect([text, found(report, text).map((finding) => sayFinding(finding))]).toEqual([text, []]);
  });

  it("holds no number of the whole county against a department's table", () => {
    const text = "全年全县共作出行政许可决定987654件。";
    for (const report of reports) expect([report.unit, found(report, text).length]).toEqual([report.unit, report.unit.endsWith("政府") ? 1 : 0]);
  });

  it("knows an amount in 元, 万元 and 亿元, rounded or cut", () => {
    for (const report of reports.filter(({ tables }) => tables[0]!.edition === "2021")) {
      const cell = report.tables[0]!.cells["fees/fees-charged"]!;
      const yuan = (cell.value ?? 0) / 100;
      const said = (amount: string) => found(report, `全年收取行政事业性收费${amount}。`).map(({ code, at }) => [code, "column" in at && at.column]);
      for (const amount of [`${yuan}元`, `${Math.floor(yuan)}元`, `${(yuan / 1e4).toFixed(2)}万元`, `${Math.floor(yuan / 1e3) / 10}万元`, `${(yuan / 1e8).toFixed(4)}亿元`]) expect([amount, said(amount)]).toEqual([amount, []]);
      for (const amount of [`${yuan + 3}元`, `${(yuan / 1e4 + 0.03).toFixed(2)}万元`, `${yuan + 1}万元`]) expect([amount, said(amount)]).toEqual([amount, [["prose-count", "fees-charged"]]]);
    }
  });

  it("takes no ordinal, plan or idiom for a count", () => {
    const text = "一是建立台账，逐件登记；第三件申请转市局办理，每一件都有回音，一件事一次办，与群众一起推进十三五收官；数十件申请涉及三个方面，一体化平台十二月上线；没有收到一件举报，全年未发生一起投诉。";
    expect(claimsOf([toPassage(text, { kind: "line", line: 1, start: 0, end: text.length }, "一", "总体情况")])).toEqual([]);
  });

  it("finds one wrong number wherever it is planted", () => {
    const missed: string[] = [];
    let planted = 0;
    for (const report of reports) {
      const facts = factsOf(report);
      for (const [index, template] of templates.entries()) {
        const random = seededRandom(index * 31 + facts.all!);
        const wrong = plant(template, facts, random);
        // A wrong 一 that happens to be 一＋二 is no contradiction.
        if (!wrong || Object.values(facts).includes(wrong.wrong)) continue;
        planted++;
        const findings = found(report, wrong.text);
        if (!findings.some((finding) => finding.code === "prose-count")) missed.push(`${wrong.wrong}: ${wrong.text}`);
      }
    }
    expect(planted).toBeGreaterThan(reports.length * templates.length * 0.6);
    expect(missed).toEqual([]);
  });
});
