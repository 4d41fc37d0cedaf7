import { unreadableFile, type FileProblem } from "../finding/file-problems.ts";
import { decodeText } from "../source/decode.ts";
import { readText } from "../source/text.ts";
import { UnreadableFile } from "../source/unreadable.ts";
import { listArchive } from "./archive.ts";
import { extensionOf, isHtml, kindOf, type FileKind } from "./file-kind.ts";
import { printedCells, readWhole } from "./read-sources.ts";
import type { InputFile, Intake, IntakeTools } from "./taken.ts";
import { takeWorkbook } from "./workbook.ts";

export type { ConsolidatedFile, InputFile, Intake, IntakeTools, TakenReport } from "./taken.ts";

/** What is left of a file that cannot be read: one finding that says why and what to do. */
export const unreadable = (name: string, problem: FileProblem, detail = ""): Intake => ({
  reports: [],
  findings: [unreadableFile(name, problem, detail)],
});

async function takeText({ name, bytes }: InputFile, kind: "html" | "csv" | "text"): Promise<Intake> {
  const decoded = decodeText(bytes);
  if ("problem" in decoded) throw new UnreadableFile(decoded.problem);
  const { text } = decoded;
  if (kind === "html" || isHtml(text)) return readWhole((await import("../source/html.ts")).readHtml(text, name));
  const plain = () => readWhole(readText(text, name));
  if (kind !== "csv") return plain();
  const separated = (await import("../source/separated.ts")).readSeparated(text, name);
  const grid = separated && readWhole(separated);
  return grid && printedCells(grid) > 0 ? grid : plain();
}

async function takeArchive(file: InputFile, tools: IntakeTools): Promise<Intake> {
  const files: { name: string; intake: Intake }[] = [];
  for await (const packed of listArchive(file)) {
    files.push({ name: packed.name, intake: await orUnreadable(packed.name, async () => takeKind({ name: packed.name, bytes: await packed.unpack() }, tools)) });
  }
  return { reports: files.flatMap(({ intake }) => intake.reports), findings: files.flatMap(({ intake }) => intake.findings), files };
}

/** Readers of one kind each; every library is loaded with the first file that needs it. */
const takers: Readonly<Record<FileKind, (file: InputFile, tools: IntakeTools) => Promise<Intake>>> = {
  docx: async ({ bytes, name }) => readWhole((await import("../source/office/docx.ts")).readDocx(bytes, name)),
  doc: async ({ bytes, name }) => readWhole((await import("../source/old-office/doc.ts")).readDoc(bytes, name)),
  pdf: async ({ bytes, name }, { maps }) => readWhole(await (await import("../source/pdf/read-pdf.ts")).readPdf(bytes, name, maps)),
  xlsx: async ({ bytes, name }) => takeWorkbook(await (await import("../source/xlsx.ts")).readXlsxGrid(bytes), name),
  xls: async ({ bytes, name }) => takeWorkbook(await (await import("../source/old-office/xls.ts")).readXlsGrid(bytes), name),
  zip: takeArchive,
  html: (file) => takeText(file, "html"),
  csv: (file) => takeText(file, "csv"),
  text: (file) => takeText(file, "text"),
};

const takeKind = async (file: InputFile, tools: IntakeTools) => takers[kindOf(file)](file, tools);

/** What a damaged file was, as its name tells. */
const damagedBy: Readonly<Record<string, FileProblem>> = { docx: "damaged-document", docm: "damaged-document", doc: "damaged-document", wps: "damaged-document", xlsx: "damaged-workbook", xlsm: "damaged-workbook", xls: "damaged-workbook", et: "damaged-workbook", pdf: "damaged-pdf", zip: "damaged-archive" };

/** Bytes that are nothing at all, or half an archive, are called after what the name says they should be. */
const problemOf = ({ problem }: UnreadableFile, name: string): FileProblem => (["binary", "unknown-encoding", "damaged-archive", "damaged-document"].includes(problem) && damagedBy[extensionOf(name)]) || problem;

async function orUnreadable(name: string, take: () => Promise<Intake>): Promise<Intake> {
  try {
    return await take();
  } catch (error) {
    if (error instanceof UnreadableFile) return unreadable(name, problemOf(error, name), error.detail);
    throw error;
  }
}

/**
 * Reads any file into reports. A file that cannot be read is a `file-unreadable` finding that says what to do, a file
 * without a report a `no-report` finding; an archive is all of its files.
 *
 * Throws only where this program itself is at fault; `intakeFiles` makes even that a finding.
 */
export const intakeFile = (file: InputFile, tools: IntakeTools = {}): Promise<Intake> => orUnreadable(file.name, () => takeKind(file, tools));
