import { parsePolicy } from "../../src/consolidation/policy.ts";
import type { ParsedRoster } from "../../src/consolidation/roster.ts";
import { unreadableFile, type FileProblem } from "../../src/finding/file-problems.ts";
import type { GivenReport } from "../../src/intake/gather-members.ts";
import { intakeFile, type InputFile, type Intake } from "../../src/intake/intake.ts";
import { readRosterFile } from "../../src/intake/roster-file.ts";
import { decodeText } from "../../src/source/decode.ts";
import { UnreadableFile } from "../../src/source/unreadable.ts";
import type { InputReading } from "./input-reading.ts";
import { isPartNotLoaded } from "./part-not-loaded.ts";
import { showSource } from "./shown-source.ts";

export type ReadPolicy = ReturnType<typeof parsePolicy>;

/** What came of one file, or of one file of an archive. A roster or a policy among the reports is taken as what it is. */
export interface FileReading extends InputReading {
  readonly roster?: ParsedRoster;
  readonly policy?: ReadPolicy;
}

export const unread = (name: string, problem: FileProblem, detail = ""): FileReading => ({ name, documents: [], findings: [unreadableFile(name, problem, detail)] });

const documentsOf = ({ reports, workbook }: Intake): readonly GivenReport[] =>
  reports.map(({ report, findings, prose, lines, counted, unitKind, parts }) => ({ report, findings, prose, lines, ...(workbook && { workbook, stored: { counted, unitKind, parts } }) }));

const toReading = (name: string, intake: Intake): FileReading => ({ name, documents: documentsOf(intake), findings: intake.findings, source: intake.source && showSource(intake.source), ...(!intake.workbook && intake.accepted && { accepted: intake.accepted }) });

/** A policy out of a file; undefined where the file is no JSON with sources in it. */
export function policyIn(bytes: Uint8Array): ReadPolicy | undefined {
  const decoded = decodeText(bytes);
  if ("problem" in decoded) return undefined;
  try {
    const json = JSON.parse(decoded.text) as unknown;
    return typeof json === "object" && json !== null && "sources" in json ? parsePolicy(json) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A roster out of a file; a problem with it is one of the file. */
export async function rosterIn(file: InputFile): Promise<{ readonly roster?: ParsedRoster; readonly problem?: FileReading }> {
  try {
    return { roster: await readRosterFile(file) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { problem: unread(file.name, error.problem, error.detail) };
    throw error;
  }
}

/** Chinese character maps lie beside the worker (webpack.config.js). */
async function fetchMap(name: string): Promise<Uint8Array> {
  const answer = await fetch(new URL(`maps/${name}.bcmap`, globalThis.location.href));
  if (!answer.ok) throw new Error(`no character map ${name}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/**
 * Reads one file of those that were chosen or dropped: an outcome, of an archive one for each of its files. Never
 * rejects: a fault of this program itself is the file's outcome too.
 */
export async function takeFile(file: InputFile): Promise<readonly FileReading[]> {
  try {
    if (/\.json$/i.test(file.name)) {
      const policy = policyIn(file.bytes);
      if (policy) return [{ name: file.name, documents: [], findings: policy.findings, policy }];
    }
    const intake = await intakeFile(file, { maps: fetchMap });
    if (intake.files) return intake.files.length > 0 ? intake.files.map((one) => toReading(one.name, one.intake)) : [toReading(file.name, intake)];
    if (intake.reports.length > 0) return [toReading(file.name, intake)];
    const { roster } = await rosterIn(file);
    return [roster ? { name: file.name, documents: [], findings: roster.findings, roster } : toReading(file.name, intake)];
  } catch (error) {
    if (isPartNotLoaded(error)) return [unread(file.name, "part-not-loaded")];
    console.error(error);
    return [unread(file.name, "program-fault")];
  }
}
