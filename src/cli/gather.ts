import { resolve } from "node:path";
import type { Arguments } from "./arguments.ts";
import { findInputFiles } from "./input-files.ts";
import { planOutput, refuseOverwriting } from "./output-files.ts";
import { sayFileFindings } from "./print-findings.ts";
import { readReports, type ReadReports } from "./read-reports.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";
import { sayAdvice, sayFinding } from "../finding/say.ts";

export interface Gathered extends ReadReports {
  /** Absolute paths of the files to write, by flag. */
  readonly outputs: Readonly<Record<"out" | "tidy" | "findings", string | undefined>>;
}

/**
 * What every command that reads begins with: settles what will be written, finds the files and reads them.
 *
 * Throws UsageError where an output cannot be, or where there is no file at all.
 */
export async function gatherReports({ paths, values }: Arguments, terminal: Terminal): Promise<Gathered> {
  const from = terminal.folder;
  const outputs = { out: await planOutput("out", values.out, from), tidy: await planOutput("tidy", values.tidy, from), findings: await planOutput("findings", values.findings, from) };
  const written = Object.values(outputs).filter((path) => path !== undefined);
  const others = [values.roster, values.policy].flatMap((value) => (value === undefined ? [] : [resolve(from, value)]));
  const files = await findInputFiles(paths, from, [...written, ...others]);
  await refuseOverwriting(written, [...files.map((file) => file.path), ...others]);
  if (files.length === 0) throw new UsageError(`${paths.join("、")} 里没有文件（no files found）。请指定报告文件，或放有报告的文件夹。`);
  return { ...(await readReports(files, terminal)), outputs };
}

/** Says on one line of stderr that nothing could be read, and why; several files are listed as results first. */
export function sayNothingRead({ findings }: ReadReports, terminal: Terminal): 2 {
  const [only, ...more] = findings;
  if (only && more.length === 0) {
    const advice = sayAdvice(only);
    terminal.warn(`${only.file ?? ""}：${sayFinding(only)}${advice ? `。${advice}` : "。"}`);
  } else {
    for (const text of sayFileFindings(findings)) terminal.print(text);
    terminal.warn("没有读到任何报告（no report could be read）：请按上面的说明处理后重试。");
  }
  return 2;
}
