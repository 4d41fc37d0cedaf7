import { readFile, stat } from "node:fs/promises";
import { checkReport } from "../checking/check.ts";
import type { Finding } from "../finding/model.ts";
import { levelOf } from "../finding/say.ts";
import { intakeFile, type ConsolidatedFile, type TakenReport } from "../intake/intake.ts";
import type { Claim } from "../prose/claim.ts";
import type { Origin, Report } from "../report/model.ts";
import type { InputFile } from "./input-files.ts";
import { isPolicyFile } from "./read-policy.ts";
import { isUnitList } from "./read-roster.ts";
import type { Terminal } from "./terminal.ts";

/** A report with all that is to say about it, from reading and from checking. */
export interface CheckedReport {
  readonly report: Report;
  readonly findings: readonly Finding[];
  /** The numbers of its running text; absent for a workbook of ours. */
  readonly prose?: readonly Claim[];
  /** The line of the source that a figure stood in. */
  readonly sentenceOf?: (origin: Origin) => string | undefined;
  /** The consolidated workbook that it stands in, with what is said of it there. */
  readonly workbook?: ConsolidatedFile;
  readonly stored?: Pick<TakenReport, "counted" | "unitKind" | "parts">;
}

export interface ReadReports {
  readonly reports: readonly CheckedReport[];
  /** About files rather than reports: unreadable, no report in it. */
  readonly findings: readonly Finding[];
}

const LARGEST_FILE = 200 * 1024 * 1024;

const unreadable = (file: string, reason: string, advice: string): ReadReports => ({ reports: [], findings: [{ code: "file-unreadable", at: { part: "file" }, file, words: { reason, advice } }] });

async function readInput(file: InputFile): Promise<ReadReports> {
  let bytes: Uint8Array;
  try {
    const facts = await stat(file.path);
    if (!facts.isFile()) return unreadable(file.name, "不是普通文件", "指定一个报告文件，或放有报告的文件夹。");
    if (facts.size > LARGEST_FILE) return unreadable(file.name, "超过 200 MB", "只保留年度报告后重试。");
    bytes = await readFile(file.path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT" || code === "ENOTDIR") return unreadable(file.name, "没有这个文件", "核对文件名和所在的文件夹。");
    return unreadable(file.name, code === "EACCES" || code === "EPERM" ? "没有读权限" : `读取失败（${code}）`, "关闭正在使用它的程序，或复制到别处后重试。");
  }
  const intake = await intakeFile({ name: file.name, bytes });
  if (intake.reports.length === 0 && !file.named && (isPolicyFile(file.name, bytes) || (file.name.endsWith(".csv") && isUnitList(bytes)))) return { reports: [], findings: [] };
  const lines = intake.source?.text.split(/\r\n?|\n/) ?? [];
  const sentenceOf = (origin: Origin) => (origin.kind === "line" ? lines[origin.line - 1]?.trim() : undefined);
  return {
    reports: intake.reports.map(({ report, findings, prose, ...stored }) => ({ report, findings: [...findings, ...checkReport(report, prose)].map((finding) => ownedBy(report, finding)), prose, sentenceOf, workbook: intake.workbook, stored })),
    findings: intake.findings.map((finding) => ({ file: file.name, ...finding })),
  };
}

const ownedBy = (report: Report, finding: Finding): Finding => ({ file: report.file, unit: report.unit, year: report.year, ...finding });

/**
 * Reads and checks every file, one after the other. A roster, policy or csv of ours that lies
 * in a folder is passed over. Bad data never throws: a file that cannot be read, or on which
 * this program itself fails, is a finding. (`GOV_DISCLOSURE_DEBUG=1` lets the program's own faults through.)
 */
export async function readReports(files: readonly InputFile[], terminal: Terminal): Promise<ReadReports> {
  const all: ReadReports[] = [];
  for (const [index, file] of files.entries()) {
    terminal.progress(`[${index + 1}/${files.length}] ${file.name}`);
    all.push(
      await readInput(file).catch((error: unknown) => {
        if (process.env.GOV_DISCLOSURE_DEBUG) throw error;
        return unreadable(file.name, "程序处理时出错", "请把这个文件交给开发者，其余文件不受影响。");
      }),
    );
  }
  terminal.progress("");
  return { reports: all.flatMap((one) => one.reports), findings: all.flatMap((one) => one.findings) };
}

export const allFindings = ({ reports, findings }: ReadReports): Finding[] => [...findings, ...reports.flatMap((one) => one.findings)];

/** 0: no 错误; 1: some. */
export const exitCodeOf = (findings: readonly Finding[]): 0 | 1 => (findings.some((finding) => levelOf(finding) === "error") ? 1 : 0);
