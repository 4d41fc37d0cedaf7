import { levelOf, sayAdvice, sayFinding } from "../finding/say.ts";
import { planReports } from "../sheet/workbook.ts";
import { writeFindingsCsv } from "../writer/findings-csv.ts";
import { writeTidyCsv } from "../writer/tidy.ts";
import { writeXlsx } from "../writer/xlsx.ts";
import { partAccepted, withLapsed } from "./accepted.ts";
import { parseArguments, type Flag } from "./arguments.ts";
import { gatherReports, sayNothingRead, type Gathered } from "./gather.ts";
import { sayWritten, writeOutputs, type OutputFile } from "./output-files.ts";
import { sayCounts, sayFileFindings, sayReport } from "./print-findings.ts";
import { sayTables } from "./print-tables.ts";
import { allFindings, exitCodeOf } from "./read-reports.ts";
import type { Terminal } from "./terminal.ts";

const flags = { tidy: { takes: "file" }, findings: { takes: "file" }, out: { takes: "file" }, json: { takes: "nothing" } } as const satisfies Record<string, Flag>;

/** `extract`: one or many reports in, tables out. */
export async function extract(words: readonly string[], terminal: Terminal): Promise<number> {
  const given = parseArguments(words, flags);
  const gathered = withLapsed(await gatherReports(given, terminal));
  const nothingRead = gathered.reports.length === 0;
  const outputs = await makeOutputs(gathered, nothingRead);
  await writeOutputs(outputs);
  if (given.values.json) terminal.print(sayJson(gathered));
  if (nothingRead) return sayNothingRead(gathered, terminal);
  if (!given.values.json) printSummary(gathered, outputs, terminal);
  return exitCodeOf(allFindings(partAccepted(gathered).open));
}

/** Where nothing could be read only the findings are written: there is no table to show. */
async function makeOutputs(gathered: Gathered, nothingRead: boolean): Promise<OutputFile[]> {
  const { out, tidy, findings } = gathered.outputs;
  const reports = gathered.reports.map((one) => one.report);
  return [
    ...(findings ? [{ path: findings, bytes: writeFindingsCsv(allFindings(gathered)) }] : []),
    ...(tidy && !nothingRead ? [{ path: tidy, bytes: writeTidyCsv(reports) }] : []),
    ...(out && !nothingRead ? [{ path: out, bytes: await writeXlsx(planReports(gathered.reports, { accepted: [...new Set(gathered.reports.flatMap((one) => one.accepted ?? []))] })) }] : []),
  ];
}

/** Reports as they are held (amounts in 10⁻⁶ 万元), findings with their level and words. */
function sayJson(gathered: Gathered): string {
  const findings = allFindings(gathered).map((finding) => ({ ...finding, level: levelOf(finding), text: sayFinding(finding), advice: sayAdvice(finding) }));
  return JSON.stringify({ reports: gathered.reports.map((one) => one.report), findings }, null, 2);
}

function printSummary(gathered: Gathered, outputs: readonly OutputFile[], terminal: Terminal): void {
  for (const text of sayFileFindings(gathered.findings)) terminal.print(text);
  for (const one of gathered.reports) terminal.print([`${sayReport(one.report)}：${sayCounts(one.findings)}`, ...sayTables(one.report)].join("\n"));
  terminal.print(`共 ${gathered.reports.length} 份报告：${sayCounts(allFindings(gathered))}`);
  for (const { path } of outputs) terminal.print(sayWritten(path, terminal.folder));
}
