import { checkReport } from "../checking/check.ts";
import { editionOfYear } from "../form/forms.ts";
import type { Finding } from "../finding/model.ts";
import { BLANK, type Cell, type Report, type ReportTable } from "../report/model.ts";
import { nameCulprits } from "./imbalance.ts";
import { decideMembership } from "./membership.ts";
import type { ConsolidatedTable, Consolidation, Member } from "./model.ts";
import { NO_POLICY, type SourcePolicy } from "./policy.ts";
import { checkSources } from "./provided.ts";
import { createRosterLookup, type RosterEntry } from "./roster.ts";
import { sumTable } from "./sum.ts";
import { chooseForms } from "./target.ts";
import { unitKey } from "./unit-name.ts";

export interface ConsolidationInput {
  /** The unit that consolidates, and the year (年度) of its report. */
  readonly unit: string;
  readonly year: number;
  readonly members: readonly Member[];
  readonly roster?: readonly RosterEntry[];
  /** Where the rows come from; without it everything is summed. */
  readonly policy?: SourcePolicy;
}

function toReportTable(table: ConsolidatedTable, members: readonly Member[]): ReportTable {
  const cells = Object.entries(table.cells).map(([id, { value, provided }]): [string, Cell] => {
    if (value === null) return [id, BLANK];
    return [id, provided ? { value, status: "provided", origin: { kind: "consolidated", provider: provided.provider } } : { value, status: "summed", origin: { kind: "consolidated" } }];
  });
  const beyond = new Set(members.flatMap((member) => member.report.tables.filter((own) => own.table === table.table).flatMap((own) => own.beyond ?? [])));
  return { table: table.table, edition: table.edition, cells: Object.fromEntries(cells), ...(beyond.size > 0 && { beyond: [...beyond] }) };
}

/**
 * Adds up the reports of many units into one, puts provided figures in their places, and checks it like any report.
 *
 * Every figure lists its contributors and the units that have none ("N of M units"). The order of the units matters
 * only where one is handed in twice: the later report counts. Never throws on data.
 */
export function consolidate({ unit, year, members: given, roster, policy = NO_POLICY }: ConsolidationInput): Consolidation {
  const { members, findings } = decideMembership(given, year, unit, roster);
  const counted = members.filter((member) => member.counted);
  const forms = chooseForms(counted, year);
  const lookup = createRosterLookup(roster ?? []);
  const keyOf = (name: string) => unitKey(lookup(name)?.name ?? name);
  const findProvider = (name: string) => counted.find((member) => keyOf(member.report.unit) === keyOf(name));
  const sums = forms.map((form) => sumTable(form, counted, { policy, findProvider }));
  const tables = sums.map((sum) => sum.table);
  const report: Report = { unit, year, file: "", tables: tables.map((table) => toReportTable(table, counted)) };
  const checked = checkReport(report).map((finding) => nameCulprits(finding, tables, members));
  const sources = checkSources(tables, members, policy);
  const all: Finding[] = [...findings, ...sums.flatMap((sum) => sum.findings), ...sources, ...checked].map((finding) => ({ unit, year, ...finding }));
  const edition = (tables.find((table) => table.table === "requests") ?? tables[0])?.edition ?? editionOfYear(year);
  return { unit, year, edition, members, tables, report, findings: all, policy };
}
