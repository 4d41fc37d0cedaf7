import { previousReports } from "../intake/previous-reports.ts";
import type { Report } from "../report/model.ts";
import { findInputFiles } from "./input-files.ts";
import { readReports } from "./read-reports.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/**
 * The reports of `--previous`: a file, a workbook of ours or a folder. Throws UsageError where no report can be
 * read, since nothing would be compared.
 */
export async function readPrevious(value: string, terminal: Terminal): Promise<readonly Report[]> {
  const read = await readReports(await findInputFiles([value], terminal.folder, []), terminal);
  if (read.reports.length === 0) throw new UsageError(`--previous ${value}：没有读到上一年的报告（no report could be read）。`);
  return previousReports(read.reports);
}
