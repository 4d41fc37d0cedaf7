import { comparePrevious, createPreviousLookup } from "../consolidation/previous.ts";
import { writeFindingsCsv } from "../writer/findings-csv.ts";
import { partAccepted, sayAccepted, withLapsed } from "./accepted.ts";
import { parseArguments, type Flag } from "./arguments.ts";
import { gatherReports, sayNothingRead } from "./gather.ts";
import { sayWritten, writeOutputs } from "./output-files.ts";
import { sayCounts, sayReports } from "./print-findings.ts";
import { readPrevious } from "./read-previous.ts";
import { allFindings, exitCodeOf } from "./read-reports.ts";
import type { Terminal } from "./terminal.ts";

const flags = { findings: { takes: "file" }, previous: { takes: "file" } } as const satisfies Record<string, Flag>;

/** `check`: every finding on the terminal, grouped by report, most serious first. */
export async function check(words: readonly string[], terminal: Terminal): Promise<number> {
  const given = parseArguments(words, flags);
  const read = withLapsed(await gatherReports(given, terminal));
  const previous = given.values.previous === undefined ? undefined : createPreviousLookup(await readPrevious(given.values.previous, terminal));
  const gathered = previous ? { ...read, reports: read.reports.map((one) => ({ ...one, findings: [...one.findings, ...comparePrevious(one.report, previous(one.report.unit))] })) } : read;
  const findings = allFindings(gathered);
  const { open, accepted } = partAccepted(gathered);
  const path = gathered.outputs.findings;
  if (path) await writeOutputs([{ path, bytes: writeFindingsCsv(findings) }]);
  if (gathered.reports.length === 0) return sayNothingRead(gathered, terminal);
  for (const text of sayReports(open)) terminal.print(`${text}\n`);
  if (accepted.length > 0) terminal.print(`${sayAccepted(accepted)}\n`);
  terminal.print(`共 ${gathered.reports.length} 份报告：${sayCounts(allFindings(open))}`);
  if (path) terminal.print(sayWritten(path, terminal.folder));
  return exitCodeOf(allFindings(open));
}
