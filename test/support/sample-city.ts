import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkReport } from "../../src/checking/check.ts";
import { consolidate } from "../../src/consolidation/consolidate.ts";
import { intakeFile } from "../../src/intake/intake.ts";
import { planConsolidation } from "../../src/sheet/consolidated.ts";
import type { ReportWithFindings } from "../../src/sheet/entry.ts";
import type { WorkbookPlan } from "../../src/sheet/plan.ts";
import { sentenceIn } from "../../src/sheet/printed-lines.ts";
import { planReports } from "../../src/sheet/workbook.ts";

const SAMPLES = join(__dirname, "../../samples");

/** Reports of a sample city, in the order of their files, with the findings of reading and checking. */
export async function readSampleCity(city: string, limit = Infinity): Promise<ReportWithFindings[]> {
  const files = readdirSync(join(SAMPLES, city)).filter((name) => !name.endsWith(".csv")).sort().slice(0, limit);
  const read = await Promise.all(files.map((name) => intakeFile({ name, bytes: new Uint8Array(readFileSync(join(SAMPLES, city, name))) })));
  return read.flatMap((one) => one.reports.map(({ report, findings, prose }) => ({ report, prose, findings: [...findings, ...checkReport(report, prose)], sentenceOf: sentenceIn(one.source?.text.split("\n") ?? []) })));
}

/** The workbook of one or several units, as the pane writes it. */
export const planUnits = (units: readonly ReportWithFindings[]): WorkbookPlan => planReports(units);

/** The consolidated workbook of a sample city. */
export function planCity(units: readonly ReportWithFindings[], unit: string, year: number): WorkbookPlan {
  const members = units.map(({ report }, index) => ({ id: `m${index}`, report, counted: true }));
  const given = new Map(units.map((one, index) => [`m${index}`, one]));
  return planConsolidation(consolidate({ unit, year, members }), { findingsOf: ({ id }) => given.get(id)?.findings ?? [], sentenceOf: ({ id }) => given.get(id)?.sentenceOf, proseOf: ({ id }) => given.get(id)?.prose });
}
