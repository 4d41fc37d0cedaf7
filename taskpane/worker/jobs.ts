import type { Acceptance } from "../../src/finding/acceptance.ts";
import type { Finding } from "../../src/finding/model.ts";
import type { Language } from "../../src/finding/catalogue.ts";
import type { ConsolidatedFile } from "../../src/intake/intake.ts";
import { isHtml } from "../../src/intake/file-kind.ts";
import { readWhole } from "../../src/intake/read-sources.ts";
import type { Report } from "../../src/report/model.ts";
import type { WorkbookPlan } from "../../src/sheet/plan.ts";
import { readBack } from "../../src/sheet/read-back.ts";
import { SHEET_ID_NAME } from "../../src/sheet/unit-sheet.ts";
import { planReports } from "../../src/sheet/workbook.ts";
import { readText } from "../../src/source/text.ts";
import type { GridWorkbook } from "../../src/source/xlsx.ts";
import { gridOfPlan } from "./grid-of-plan.ts";
import type { InputReading } from "./input-reading.ts";
import { cityJobs } from "./city-jobs.ts";
import { prepare, type OutgoingReport } from "./outgoing.ts";
import { showSource } from "./shown-source.ts";
import { traceJobs } from "./trace-jobs.ts";

export type { CityRequest } from "./city-jobs.ts";
export type { InputReading, ReadDocument } from "./input-reading.ts";
export type { OutgoingReport } from "./outgoing.ts";

/** Text from the clipboard or the keyboard. `html` is preferred: it knows merged cells. */
export interface PastedInput {
  readonly text: string;
  readonly html?: string;
}

/** What a workbook of ours holds. */
export interface HeldReports {
  readonly kind: "reports" | "template" | "consolidation";
  readonly reports: readonly OutgoingReport[];
  /** Of a consolidation: the city and what a person settled for it. */
  readonly workbook?: ConsolidatedFile;
  /** Findings that a person lets stand. */
  readonly accepted?: readonly Acceptance[];
  readonly findings: readonly Finding[];
}

async function readPasted({ text, html }: PastedInput): Promise<InputReading> {
  if (html) {
    const { readHtml } = await import("../../src/source/html.ts");
    const source = readHtml(html);
    const reading = readWhole(source);
    // A clipboard's HTML without any table (a chat, a code editor) may be worse than its text.
    if (reading.reports.some((one) => one.report.tables.length > 0)) return { name: "", documents: reading.reports, findings: reading.findings, source: showSource(source) };
  }
  const source = isHtml(text) ? (await import("../../src/source/html.ts")).readHtml(text) : readText(text);
  const reading = readWhole(source);
  return { name: "", documents: reading.reports, findings: reading.findings, source: showSource(source) };
}

/** A report of another year was left out for its year alone: with another year of the city that is decided anew. */
const countedBefore = ({ year }: Report, counted: boolean | undefined, cityYear: number | undefined) => (counted === false && year !== null && cityYear !== undefined && year !== cityYear ? undefined : counted);

function readHeld(grid: GridWorkbook): HeldReports | null {
  const back = readBack(grid);
  if (!back) return null;
  const { kind, reports: stored, findings, city, ...rest } = back;
  const reports = stored.map(({ report, findings: read, prose, lines, counted, unitKind, parts }): OutgoingReport => ({ report, findings: read, prose, lines, ...((city || counted !== undefined) && { stored: { counted: countedBefore(report, counted, city?.year), unitKind, parts } }) }));
  return { kind, reports, findings, accepted: rest.accepted, ...(city && { workbook: { city, ...rest } }) };
}

/** A sheet of ours, from a grid that holds it and our hidden sheet: its report, where it has one. Null where it is not ours. */
function readSheet(grid: GridWorkbook, name: string): { readonly report?: OutgoingReport } | null {
  const found = readBack(grid)?.reports.find(({ sheet }) => sheet === name);
  if (found) return { report: { report: found.report, findings: found.findings, prose: found.prose, lines: found.lines } };
  return grid.sheets.some((sheet) => sheet.name === name && sheet.names.some((one) => one.name === SHEET_ID_NAME)) ? {} : null;
}

/** Everything heavy that the pane asks for; it runs in a worker, and in tests directly. All of it is plain data. */
export const jobs = {
  readPasted,
  readHeld: async (grid: GridWorkbook) => readHeld(grid),
  /** What a workbook holds once a plan was written to it as a whole. */
  readPlanned: async (plan: WorkbookPlan) => readHeld(gridOfPlan(plan)),
  readSheet: async ({ grid, sheet }: { grid: GridWorkbook; sheet: string }) => readSheet(grid, sheet),
  planReports: async ({ reports, ...options }: { reports: readonly OutgoingReport[]; language: Language; accepted?: readonly Acceptance[] }) => planReports(reports.map((one) => ({ ...prepare(one), counted: one.stored?.counted })), options),
  writeXlsx: async (plan: WorkbookPlan) => (await import("../../src/writer/xlsx.ts")).writeXlsx(plan),
  readGrid: async (bytes: Uint8Array) => (await import("../../src/source/xlsx.ts")).readXlsxGrid(bytes),
  ...cityJobs,
  ...traceJobs,
};

export type Jobs = typeof jobs;
export type JobName = keyof Jobs;
