import type { Acceptance } from "../../src/finding/acceptance.ts";
import type { Finding } from "../../src/finding/model.ts";
import type { Language } from "../../src/finding/catalogue.ts";
import { findingsWithChecks, type GivenReport } from "../../src/intake/gather-members.ts";
import { intakeFile, type ConsolidatedFile, type InputFile, type Intake } from "../../src/intake/intake.ts";
import { readWhole } from "../../src/intake/read-sources.ts";
import type { Report } from "../../src/report/model.ts";
import type { WorkbookPlan } from "../../src/sheet/plan.ts";
import { readBack } from "../../src/sheet/read-back.ts";
import { SHEET_ID_NAME } from "../../src/sheet/unit-sheet.ts";
import { planReports } from "../../src/sheet/workbook.ts";
import { readText } from "../../src/source/text.ts";
import type { GridWorkbook } from "../../src/source/xlsx.ts";
import { planCity } from "./plan-city.ts";
import { showSource, type ShownSource } from "./shown-source.ts";
import { traceJobs } from "./trace-jobs.ts";

/** Text from the clipboard or the keyboard. `html` is preferred: it knows merged cells. */
export interface PastedInput {
  readonly text: string;
  readonly html?: string;
}

/** With what a workbook of ours says of it. What reading has to say alone; checks change with every edit. */
export type ReadDocument = GivenReport;

export interface InputReading {
  readonly documents: readonly ReadDocument[];
  /** About the input as a whole: unreadable, no report in it. */
  readonly findings: readonly Finding[];
  readonly source?: ShownSource;
  /** Findings that a person lets stand, of a workbook of reports. */
  readonly accepted?: readonly Acceptance[];
}

/** A report on its way into the workbook, with the findings of reading. */
export interface OutgoingReport extends GivenReport {
  /** The text it was read from, for the provenance sheet. */
  readonly text?: string;
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

export type CityRequest = Omit<Parameters<typeof planCity>[0], "members"> & { readonly members: readonly OutgoingReport[] };

const LARGEST_FILE = 50 * 1024 * 1024;

async function readPasted({ text, html }: PastedInput): Promise<InputReading> {
  if (html) {
    const { readHtml } = await import("../../src/source/html.ts");
    const source = readHtml(html);
    const reading = readWhole(source);
    // A clipboard's HTML without any table (a chat, a code editor) may be worse than its text.
    if (reading.reports.some((one) => one.report.tables.length > 0)) return { documents: reading.reports, findings: reading.findings, source: showSource(source) };
  }
  const source = readText(text);
  const reading = readWhole(source);
  return { documents: reading.reports, findings: reading.findings, source: showSource(source) };
}

/** Of an archive, every report with the workbook that it stands in. */
const documentsOf = ({ reports, workbook, files }: Intake): readonly ReadDocument[] =>
  files ? files.flatMap(({ intake }) => documentsOf(intake)) : reports.map(({ report, findings, prose, counted, unitKind, parts }) => ({ report, findings, prose, ...(workbook && { workbook, stored: { counted, unitKind, parts } }) }));

/** Chinese character maps lie beside the worker (webpack.config.js). */
async function fetchMap(name: string): Promise<Uint8Array> {
  const answer = await fetch(new URL(`maps/${name}.bcmap`, globalThis.location.href));
  if (!answer.ok) throw new Error(`no character map ${name}`);
  return new Uint8Array(await answer.arrayBuffer());
}

async function readFile(file: InputFile): Promise<InputReading> {
  if (file.bytes.length > LARGEST_FILE) {
    return { documents: [], findings: [{ code: "file-unreadable", at: { part: "file" }, file: file.name, words: { problem: "too-large", detail: "50 MB" } }] };
  }
  const intake = await intakeFile(file, { maps: fetchMap });
  return { documents: documentsOf(intake), findings: intake.findings, source: intake.source && showSource(intake.source), ...(!intake.workbook && { accepted: intake.accepted }) };
}

const sentenceIn = (text: string | undefined): OutgoingSentence => {
  if (text === undefined) return undefined;
  const lines = text.split("\n");
  return (origin) => (origin.kind === "line" ? lines[origin.line - 1]?.trim() : undefined);
};

type OutgoingSentence = Parameters<typeof planReports>[0][number]["sentenceOf"];

const prepare = ({ text, ...one }: OutgoingReport) => ({ ...one, findings: findingsWithChecks(one.report, one.findings, one.prose), sentenceOf: sentenceIn(text) });

/** A report of another year was left out for its year alone: with another year of the city that is decided anew. */
const countedBefore = ({ year }: Report, counted: boolean | undefined, cityYear: number) => (counted === false && year !== null && year !== cityYear ? undefined : counted);

function readHeld(grid: GridWorkbook): HeldReports | null {
  const back = readBack(grid);
  if (!back) return null;
  const { kind, reports: stored, findings, city, ...rest } = back;
  const reports = stored.map(({ report, findings: read, counted, unitKind, parts }): OutgoingReport => ({ report, findings: read, ...(city && { stored: { counted: countedBefore(report, counted, city.year), unitKind, parts } }) }));
  return { kind, reports, findings, accepted: rest.accepted, ...(city && { workbook: { city, ...rest } }) };
}

/** A sheet of ours, from a grid that holds it and our hidden sheet: its report, where it has one. Null where it is not ours. */
function readSheet(grid: GridWorkbook, name: string): { readonly report?: OutgoingReport } | null {
  const found = readBack(grid)?.reports.find(({ sheet }) => sheet === name);
  if (found) return { report: { report: found.report, findings: found.findings } };
  return grid.sheets.some((sheet) => sheet.name === name && sheet.names.some((one) => one.name === SHEET_ID_NAME)) ? {} : null;
}

/** Everything heavy that the pane asks for; it runs in a worker, and in tests directly. All of it is plain data. */
export const jobs = {
  readPasted,
  readFile,
  readHeld: async (grid: GridWorkbook) => readHeld(grid),
  readSheet: async ({ grid, sheet }: { grid: GridWorkbook; sheet: string }) => readSheet(grid, sheet),
  planReports: async ({ reports, ...options }: { reports: readonly OutgoingReport[]; language: Language; accepted?: readonly Acceptance[] }) => planReports(reports.map(prepare), options),
  planCity: async ({ members, ...input }: CityRequest) => planCity({ ...input, members: members.map(prepare) }),
  writeXlsx: async (plan: WorkbookPlan) => (await import("../../src/writer/xlsx.ts")).writeXlsx(plan),
  readGrid: async (bytes: Uint8Array) => (await import("../../src/source/xlsx.ts")).readXlsxGrid(bytes),
  ...traceJobs,
};

export type Jobs = typeof jobs;
export type JobName = keyof Jobs;
