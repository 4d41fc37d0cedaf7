import { intakeFile } from "../../../src/intake/intake.ts";
import type { Report } from "../../../src/report/model.ts";
import { randomReport } from "../generator.ts";
import type { Drawing } from "../layouts/model.ts";
import { layoutOf } from "../layouts/registry.ts";
import { scoreReading } from "../score.ts";

/** `SEEDS=10 npx jest test/files` looks further than the default run. */
export const SEEDS = Number(process.env.SEEDS ?? 1);

export interface FileCase {
  readonly seed: number;
  readonly report: Report;
  readonly drawing: Drawing;
  readonly truth: readonly Report[];
}

/** A random report, how it is drawn, and what a perfect reader reads. */
export function fileCase(seed: number, unit = "示例市教育局"): FileCase {
  const edition = (["2021", "2019", "hybrid"] as const)[seed % 3]!;
  const report = randomReport({ edition, seed: seed * 13 + 5, unit });
  const layout = layoutOf("html");
  return { seed, report, drawing: layout.draw(report, { seed }), truth: layout.truth(report, { seed }) };
}

/** What `extra-columns` of excel-file.ts prints beside the official columns. */
const REMARKS = /^(?:见附件说明|备注|同比|、)+$/;

/** Reads a file and holds it to the truth: every cell, unit and year exact, no finding of a report's own. */
export async function expectExact(name: string, bytes: Uint8Array, truth: readonly Report[]): Promise<void> {
  const intake = await intakeFile({ name, bytes });
  const score = scoreReading(intake.reports, truth);
  // A report whose tables are of two editions, or have columns of their own, is rightly said to be odd.
  const findings = score.findings.filter(({ code, words }) => code !== "edition-unexpected" && code !== "column-left-out" && !(code === "wording" && REMARKS.test(words?.raw ?? ""))).map(({ code }) => code);
  expect({ name, wrong: score.wrong, exact: score.exact, identity: score.identity, findings }).toEqual({ name, wrong: [], exact: score.cells, identity: true, findings: [] });
}
