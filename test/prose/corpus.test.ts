import { checkProse } from "../../src/checking/check-prose.ts";
import { claimsOf } from "../../src/prose/claims.ts";
import { toPassage } from "../../src/prose/passage.ts";
import { sayFinding } from "../../src/finding/say.ts";
import type { Report } from "../../src/report/model.ts";
import { randomReport } from "../support/generator.ts";
import { seededRandom } from "../support/random.ts";
import { factsOf, fillers, fillSentence, plant, templates } from "./sentences.ts";

const SEEDS = Number(process.env.SEEDS ?? 12);
const reports = Array.from({ length: SEEDS }, (_, index) => randomReport({ edition: index % 2 ? "2019" : "2021", seed: index + 400, year: 2021, size: index % 4 === 3 ? "zero" : index % 4 === 2 ? "large" : "small" }));

const found = (report: Report, text: string) => checkProse(report, claimsOf([toPassage(text, { kind: "line", line: 1, start: 0, end: text.length }, "一", "总体情况")]));

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
