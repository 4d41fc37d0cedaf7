import type { Acceptance } from "../finding/acceptance.ts";
import type { Finding } from "../finding/model.ts";
import { levelOf } from "../finding/say.ts";
import { findingsWithChecks, type GivenReport } from "../intake/gather-members.ts";
import { intakeFiles, type FileOutcome } from "../intake/intake-files.ts";
import type { Origin } from "../report/model.ts";
import { sentenceIn } from "../sheet/printed-lines.ts";
import type { InputFile } from "./input-files.ts";
import { characterMaps, loadFile } from "./load-file.ts";
import { isPolicyFile } from "./read-policy.ts";
import { isUnitList } from "./read-roster.ts";
import type { Terminal } from "./terminal.ts";

/** A report of a file, read and checked. */
export interface CheckedReport extends GivenReport {
  /** The line of the source that a figure stood in. */
  readonly sentenceOf?: (origin: Origin) => string | undefined;
  /** Findings that a person lets stand, of its whole workbook of ours. */
  readonly accepted?: readonly Acceptance[];
}

export interface ReadReports {
  readonly reports: readonly CheckedReport[];
  /** About files rather than reports: unreadable, no report in it. */
  readonly findings: readonly Finding[];
}

/** What one file, or one file of an archive, holds. `sentenceOf` looks in its own text. */
function checkIntake({ name, intake }: FileOutcome): ReadReports {
  const text = intake.source?.text.split(/\r\n?|\n/);
  return {
    reports: intake.reports.map(({ report, findings, prose, lines, ...stored }) => ({ report, findings: findingsWithChecks(report, findings, prose), prose, sentenceOf: sentenceIn(text ?? lines ?? []), workbook: intake.workbook, accepted: intake.accepted, stored })),
    findings: intake.findings.map((finding) => ({ file: name, ...finding })),
  };
}

/** A policy, or a roster or csv of ours without any report in it, that lies in a folder among the reports. */
const isOurOwn = ({ name, named }: InputFile, bytes: Uint8Array, reports: number) => !named && (isPolicyFile(name, bytes) || (reports === 0 && name.endsWith(".csv") && isUnitList(bytes)));

/**
 * Reads and checks every file, one after the other. A roster, policy or csv of ours that lies
 * in a folder is passed over. Bad data never throws: a file that cannot be read, or on which
 * this program itself fails, is a finding. (`GOV_DISCLOSURE_DEBUG=1` lets the program's own faults through.)
 */
export async function readReports(files: readonly InputFile[], terminal: Terminal): Promise<ReadReports> {
  const loaded = new Map<string, Uint8Array>();
  const waiting = files.map((file) => ({
    name: file.name,
    load: async () => {
      const bytes = await loadFile(file.path);
      loaded.clear();
      loaded.set(file.name, bytes);
      return bytes;
    },
  }));
  const onFault = (error: unknown) => {
    if (process.env.GOV_DISCLOSURE_DEBUG) throw error;
  };
  const onProgress = ({ done, of, name }: { done: number; of: number; name: string }) => terminal.progress(name === "" ? "" : `[${done + 1}/${of}] ${name}`);
  const all: ReadReports[] = [];
  for await (const outcome of intakeFiles(waiting, { maps: characterMaps, onProgress, onFault })) {
    const bytes = loaded.get(outcome.name);
    const file = files.find((one) => one.name === outcome.name);
    if (file && bytes && isOurOwn(file, bytes, outcome.intake.reports.length)) continue;
    all.push(checkIntake(outcome));
  }
  return { reports: all.flatMap((one) => one.reports), findings: all.flatMap((one) => one.findings) };
}

export const allFindings = ({ reports, findings }: ReadReports): Finding[] => [...findings, ...reports.flatMap((one) => one.findings)];

/** 0: no 错误; 1: some. */
export const exitCodeOf = (findings: readonly Finding[]): 0 | 1 => (findings.some((finding) => levelOf(finding) === "error") ? 1 : 0);
