import type { Finding } from "../finding/model.ts";
import { readSource, type ReadReport } from "../reading/read.ts";
import type { StoredReport } from "../sheet/metadata.ts";
import { readBack, type ReadBack } from "../sheet/read-back.ts";
import { decodeText } from "../source/decode.ts";
import { readSheets } from "../source/sheet.ts";
import { readText } from "../source/text.ts";
import type { Source } from "../source/word.ts";

/** A file as it comes: its name (as the user sees it) and its bytes. */
export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A report of a file. Of a consolidated workbook of ours also its 类别 and whether it counts (计入). */
export type TakenReport = ReadReport & Partial<Pick<StoredReport, "counted" | "unitKind" | "parts">>;

/** What a file holds. `findings` are about the file as a whole. */
export interface Intake {
  readonly reports: readonly TakenReport[];
  /** The consolidated workbook of ours that the reports stand in. */
  readonly workbook?: ConsolidatedFile;
  readonly findings: readonly Finding[];
  /** What was read, for showing where a figure stood; absent for a workbook of ours. */
  readonly source?: Source;
}

export type ConsolidatedFile = Required<Pick<ReadBack, "city">> & Pick<ReadBack, "policy" | "roster" | "given">;

type FileKind = "xlsx" | "html" | "text" | "pdf" | "ole" | "zip" | "image";

const startsWith = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, at) => bytes[at] === byte);

/** The kind by signature first, by name second: names lie. */
export function kindOf(file: InputFile): FileKind {
  const { bytes } = file;
  const extension = /\.([^.\\/]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? "";
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return extension === "xlsx" || extension === "xlsm" ? "xlsx" : "zip";
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return "pdf";
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return "ole";
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff) || startsWith(bytes, 0x47, 0x49, 0x46, 0x38)) return "image";
  return extension === "html" || extension === "htm" ? "html" : "text";
}

const unreadable = (file: InputFile, reason: string, advice: string): Intake => ({
  reports: [],
  findings: [{ code: "file-unreadable", at: { part: "file" }, file: file.name, words: { reason, advice } }],
});

async function readTextFile(file: InputFile, kind: "html" | "text"): Promise<Intake> {
  const decoded = decodeText(file.bytes);
  if ("problem" in decoded) {
    if (decoded.problem === "empty") return unreadable(file, "文件是空的", "确认文件保存完整后重新提交。");
    if (decoded.problem === "binary") return unreadable(file, "不是文字文件", "请另存为 .xlsx、.html 或 .txt 后重试。");
    return unreadable(file, "文字编码不能识别", "请用记事本打开后另存为 UTF-8 编码的 .txt 再试。");
  }
  // HTML saved as .txt or pasted as a file is still HTML.
  const isHtml = kind === "html" || /^\s*(?:<!doctype html|<html|<table|<meta)/i.test(decoded.text.slice(0, 500));
  const source = isHtml ? (await import("../source/html.ts")).readHtml(decoded.text, file.name) : readText(decoded.text, file.name);
  return { ...readSource(source), source };
}

async function readWorkbook(file: InputFile): Promise<Intake> {
  const { readXlsxGrid } = await import("../source/xlsx.ts");
  let workbook;
  try {
    workbook = await readXlsxGrid(file.bytes);
  } catch {
    return unreadable(file, "工作簿打不开，可能已损坏或加了密码", "请在 Excel 或 WPS 中打开、去掉密码后另存为 .xlsx 再试。");
  }
  const back = readBack(workbook);
  if (back) {
    const reports = back.reports.map(({ report, findings, counted, unitKind, parts }) => ({ report: { ...report, file: report.file || file.name }, findings, counted, unitKind, parts }));
    return { reports, findings: back.findings, ...(back.city && { workbook: { city: back.city, policy: back.policy, roster: back.roster, given: back.given } }) };
  }
  const source = readSheets(workbook, file.name);
  return { ...readSource(source), source };
}

/**
 * Reads any file into reports. Never throws: a file that cannot be read is a `file-unreadable` finding that says what
 * to do, a file without a report a `no-report` finding.
 */
export async function intakeFile(file: InputFile): Promise<Intake> {
  switch (kindOf(file)) {
    case "xlsx":
      return readWorkbook(file);
    case "pdf":
      return unreadable(file, "暂不支持 .pdf", "请打开后全选、复制，粘贴为 .txt，或另存为 .html、.xlsx 后重试。");
    case "ole":
      return unreadable(file, "暂不支持旧版 Word、Excel 或 WPS 文件", "请用 Word、Excel 或 WPS 另存为 .xlsx、.html 或 .txt 后重试。");
    case "zip":
      return unreadable(file, "暂不支持 .docx 和压缩包", "请另存为 .xlsx、.html 或 .txt，压缩包请先解压。");
    case "image":
      return unreadable(file, "图片中没有可读的文字", "请提供报告的文字版。");
    case "html":
      return readTextFile(file, "html");
    case "text":
      return readTextFile(file, "text");
  }
}
