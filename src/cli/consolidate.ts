import { consolidate as addUp } from "../consolidation/consolidate.ts";
import type { Consolidation } from "../consolidation/model.ts";
import { listHandIns } from "../consolidation/hand-in.ts";
import { comparePrevious, createPreviousLookup, sumPrevious } from "../consolidation/previous.ts";
import { withGivenStates, type RosterEntry } from "../consolidation/roster.ts";
import { sayReminder, sayReturnNote } from "../consolidation/notes.ts";
import { applyAcceptances, lapsedFinding } from "../finding/acceptance.ts";
import type { Finding } from "../finding/model.ts";
import { gatherMembers } from "../intake/gather-members.ts";
import type { Report } from "../report/model.ts";
import { planConsolidation, type ConsolidationOptions } from "../sheet/consolidated.ts";
import { writeFindingsCsv } from "../writer/findings-csv.ts";
import { writeTidyCsv } from "../writer/tidy.ts";
import { writeXlsx } from "../writer/xlsx.ts";
import { parseArguments, parseYear, type Flag } from "./arguments.ts";
import { gatherReports, sayNothingRead, type Gathered } from "./gather.ts";
import { sayWritten, writeOutputs, type OutputFile } from "./output-files.ts";
import { sayCounts, sayFileFindings, sayGroup, sayReport } from "./print-findings.ts";
import { sayTables } from "./print-tables.ts";
import { allFindings, exitCodeOf } from "./read-reports.ts";
import { readPrevious } from "./read-previous.ts";
import { readPolicyFile } from "./read-policy.ts";
import { readRoster } from "./read-roster.ts";
import type { Terminal } from "./terminal.ts";

const flags = {
  unit: { takes: "text", required: true },
  year: { takes: "text", required: true },
  roster: { takes: "file" },
  tidy: { takes: "file" },
  findings: { takes: "file" },
  out: { takes: "file" },
  policy: { takes: "file" },
  previous: { takes: "file" },
  docx: { takes: "file", later: true },
  html: { takes: "file", later: true },
} as const satisfies Record<string, Flag>;

/** `consolidate`: many units' reports in, one city's tables out, with everyone who stands behind each figure. */
export async function consolidate(words: readonly string[], terminal: Terminal): Promise<number> {
  const given = parseArguments(words, flags);
  const year = parseYear(given.values.year ?? "");
  const unit = given.values.unit ?? "";
  const roster = given.values.roster === undefined ? undefined : await readRoster(given.values.roster, terminal.folder);
  const policy = given.values.policy === undefined ? undefined : await readPolicyFile(given.values.policy, terminal.folder);
  const read = await gatherReports(given, terminal);
  const nothingRead = read.reports.length === 0;
  const { members, reports, own } = gatherMembers(read.reports, unit, year);
  const reported = { roster: roster?.entries ?? own?.roster, policy: policy?.policy ?? own?.policy, given: own?.given, accepted: own?.accepted ?? [] };
  const city = addUp({ unit, year, members, ...reported, roster: reported.roster && withGivenStates(reported.roster, reported.given) });
  const before = given.values.previous === undefined ? own?.previous : await readPrevious(given.values.previous, terminal);
  const known: Known = { ...reported, previous: before && sumPrevious(city, before, reported.roster), previousReports: before };
  const gathered = { ...read, reports: before ? withPrevious(reports, before, reported.roster) : reports };
  const findings: Finding[] = [...(roster?.findings ?? []), ...(policy?.findings ?? []), ...city.findings, ...(known.previous ? comparePrevious(city.report, known.previous) : [])];
  const { open, accepted, lapsed } = applyAcceptances([...allFindings(gathered), ...findings], reported.accepted);
  findings.push(...lapsed.map((one) => lapsedFinding(one, { at: { part: "consolidation" }, unit: city.unit, year })));
  const outputs = await makeOutputs(gathered, city, findings, nothingRead, known);
  await writeOutputs(outputs);
  if (nothingRead) return sayNothingRead(gathered, terminal);
  printSummary(gathered, city, findings, known, terminal);
  for (const { path } of outputs) terminal.print(sayWritten(path, terminal.folder));
  if (accepted.length > 0) terminal.print(`已认可 ${accepted.length} 个问题，不再计入退出码。`);
  return exitCodeOf(open);
}

/** What is known of the units beside their reports. */
type Known = Pick<ConsolidationOptions, "roster" | "given" | "previous" | "previousReports" | "accepted">;

/** Every unit's report with what comparing it with last year's says. */
function withPrevious(reports: Gathered["reports"], previous: readonly Report[], roster?: readonly RosterEntry[]): Gathered["reports"] {
  const find = createPreviousLookup(previous, roster);
  return reports.map((one) => ({ ...one, findings: [...one.findings, ...comparePrevious(one.report, find(one.report.unit))] }));
}

async function makeOutputs(gathered: Gathered, city: Consolidation, own: readonly Finding[], nothingRead: boolean, known: Known): Promise<OutputFile[]> {
  const { out, tidy, findings } = gathered.outputs;
  return [
    ...(findings ? [{ path: findings, bytes: writeFindingsCsv(nothingRead ? allFindings(gathered) : [...own, ...allFindings(gathered)]) }] : []),
    ...(tidy && !nothingRead ? [{ path: tidy, bytes: writeTidyCsv([city.report]) }] : []),
    ...(out && !nothingRead ? [{ path: out, bytes: await writeXlsx(planWorkbook(gathered, city, own, known)) }] : []),
  ];
}

/** 校验 of the workbook names the files that could not be read too: a figure may be missing because of them. */
function planWorkbook(gathered: Gathered, city: Consolidation, own: readonly Finding[], known: Known) {
  const byId = new Map(city.members.map((member, index) => [member.id, gathered.reports[index]]));
  return planConsolidation({ ...city, findings: [...own, ...gathered.findings] }, { findingsOf: (member) => byId.get(member.id)?.findings ?? [], sentenceOf: (member) => byId.get(member.id)?.sentenceOf, proseOf: (member) => byId.get(member.id)?.prose, ...known });
}

function printSummary(gathered: Gathered, city: Consolidation, own: readonly Finding[], known: Known, terminal: Terminal): void {
  for (const text of sayFileFindings(gathered.findings)) terminal.print(text);
  const troubled = gathered.reports.filter((one) => one.findings.length > 0);
  for (const one of troubled) terminal.print(`${sayReport(one.report)}：${sayCounts(one.findings)}`);
  const counted = city.members.filter((member) => member.counted).length;
  terminal.print(`各单位：读到 ${gathered.reports.length} 份报告，计入 ${counted} 份；${sayCounts(allFindings(gathered))}${troubled.length > 0 ? "（用 check 查看）" : ""}`);
  for (const text of sayNotes(gathered, city, known)) terminal.print(`${text}\n`);
  terminal.print([sayGroup(`${sayReport(city.report)}汇总`, own, city.report), ...sayTables(city.report)].join("\n"));
}

/** The 催报 list where a roster says who is expected, and a 退回 note for every unit whose report has errors. */
function sayNotes(gathered: Gathered, city: Consolidation, known: Known): string[] {
  const byId = new Map(city.members.map((member, index) => [member.id, gathered.reports[index]?.findings ?? []]));
  const handIns = listHandIns(city, { ...known, findingsOf: (member) => byId.get(member.id) ?? [] });
  const aboutUnit = (unit: string, file: string) => city.findings.filter((finding) => finding.unit === unit && finding.file === file && unit !== "");
  const notes = handIns.flatMap(({ member, state }) => {
    if (!member || (state !== "faulty" && state !== "returned")) return [];
    const { report } = member;
    return [sayReturnNote(report, [...aboutUnit(report.unit, report.file), ...(byId.get(member.id) ?? [])])];
  });
  return [...(known.roster ? [sayReminder(city, handIns)] : []), ...notes.filter(Boolean).map((note) => `退回：\n${note}`)];
}
