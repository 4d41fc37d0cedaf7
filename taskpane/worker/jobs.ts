import { consolidate } from "../../src/consolidation/consolidate.ts";
import type { Finding } from "../../src/finding/model.ts";
import type { Language } from "../../src/finding/catalogue.ts";
import { intakeFile, type InputFile } from "../../src/intake/intake.ts";
import { readSource } from "../../src/reading/read.ts";
import type { Report, UnitKind } from "../../src/report/model.ts";
import { planConsolidation } from "../../src/sheet/consolidated.ts";
import type { WorkbookPlan } from "../../src/sheet/plan.ts";
import { readBack } from "../../src/sheet/read-back.ts";
import { planReports } from "../../src/sheet/workbook.ts";
import { readText } from "../../src/source/text.ts";
import type { GridWorkbook } from "../../src/source/xlsx.ts";
import { showSource, type ShownSource } from "./shown-source.ts";

/** Text from the clipboard or the keyboard. `html` is preferred: it knows merged cells. */
export interface PastedInput {
  readonly text: string;
  readonly html?: string;
}

export interface ReadDocument {
  readonly report: Report;
  /** What reading has to say; checks are added by the pane, as they change with every edit. */
  readonly findings: readonly Finding[];
}

export interface InputReading {
  readonly documents: readonly ReadDocument[];
  /** About the input as a whole: unreadable, no report in it. */
  readonly findings: readonly Finding[];
  readonly source?: ShownSource;
}

/** A report on its way into the workbook. */
export interface OutgoingReport {
  readonly report: Report;
  readonly findings: readonly Finding[];
  readonly unitKind?: UnitKind;
  /** The text it was read from, for the provenance sheet. */
  readonly text?: string;
}

/** What a workbook of ours holds. */
export interface HeldReports {
  readonly kind: "reports" | "template" | "consolidation";
  readonly reports: readonly OutgoingReport[];
  readonly city?: { readonly unit: string; readonly year: number };
  readonly findings: readonly Finding[];
}

export interface CityRequest {
  readonly unit: string;
  readonly year: number;
}

export interface PlannedCity {
  readonly plan: WorkbookPlan;
  readonly findings: readonly Finding[];
  readonly counted: number;
}

const LARGEST_FILE = 50 * 1024 * 1024;

async function readPasted({ text, html }: PastedInput): Promise<InputReading> {
  if (html) {
    const { readHtml } = await import("../../src/source/html.ts");
    const source = readHtml(html);
    const reading = readSource(source);
    // A clipboard's HTML without any table (a chat, a code editor) may be worse than its text.
    if (reading.reports.some((one) => one.report.tables.length > 0)) return { documents: reading.reports, findings: reading.findings, source: showSource(source) };
  }
  const source = readText(text);
  const reading = readSource(source);
  return { documents: reading.reports, findings: reading.findings, source: showSource(source) };
}

async function readFile(file: InputFile): Promise<InputReading> {
  if (file.bytes.length > LARGEST_FILE) {
    return { documents: [], findings: [{ code: "file-unreadable", at: { part: "file" }, file: file.name, words: { reason: "超过 50 MB", advice: "只保留年度报告后重试。" } }] };
  }
  const intake = await intakeFile(file);
  return { documents: intake.reports, findings: intake.findings, source: intake.source && showSource(intake.source) };
}

const sentenceIn = (text: string | undefined): OutgoingSentence => {
  if (text === undefined) return undefined;
  const lines = text.split("\n");
  return (origin) => (origin.kind === "line" ? lines[origin.line - 1]?.trim() : undefined);
};

type OutgoingSentence = Parameters<typeof planReports>[0][number]["sentenceOf"];

const withSentences = ({ text, ...one }: OutgoingReport) => ({ ...one, sentenceOf: sentenceIn(text) });

function planCity({ members: given, city, language }: { members: readonly OutgoingReport[]; city: CityRequest; language: Language }): PlannedCity {
  const consolidation = consolidate({ ...city, members: given.map((one, index) => ({ id: `unit-${index + 1}`, report: one.report, counted: true, kind: one.unitKind })) });
  const findings = new Map(consolidation.members.map((member, index) => [member, given[index]!.findings]));
  const plan = planConsolidation(consolidation, { language, findingsOf: (member) => findings.get(member) ?? [] });
  return { plan, findings: consolidation.findings, counted: consolidation.members.filter((member) => member.counted).length };
}

function readHeld(grid: GridWorkbook): HeldReports | null {
  const back = readBack(grid);
  if (!back) return null;
  const reports = back.reports.map(({ report, findings, unitKind }) => ({ report, findings, unitKind }));
  return { kind: back.kind, reports, city: back.city && { unit: back.city.unit, year: back.city.year }, findings: back.findings };
}

/** Everything heavy that the pane asks for; it runs in a worker, and in tests directly. All of it is plain data. */
export const jobs = {
  readPasted,
  readFile,
  readHeld: async (grid: GridWorkbook) => readHeld(grid),
  planReports: async ({ reports, language }: { reports: readonly OutgoingReport[]; language: Language }) => planReports(reports.map(withSentences), { language }),
  planCity: async (input: Parameters<typeof planCity>[0]) => planCity(input),
  writeXlsx: async (plan: WorkbookPlan) => (await import("../../src/writer/xlsx.ts")).writeXlsx(plan),
  readGrid: async (bytes: Uint8Array) => (await import("../../src/source/xlsx.ts")).readXlsxGrid(bytes),
};

export type Jobs = typeof jobs;
export type JobName = keyof Jobs;
