import { checkReport } from "../checking/check.ts";
import { editionOfYear } from "../form/forms.ts";
import type { Finding } from "../finding/model.ts";
import { BLANK, type Cell, type Report, type ReportTable } from "../report/model.ts";
import { nameCulprits } from "./imbalance.ts";
import { decideMembership } from "./membership.ts";
import type { ConsolidatedTable, Consolidation, Member } from "./model.ts";
import type { RosterEntry } from "./roster.ts";
import { sumTable } from "./sum.ts";
import { chooseForms } from "./target.ts";

export interface ConsolidationInput {
  /** The unit that consolidates, and the year (年度) of its report. */
  readonly unit: string;
  readonly year: number;
  readonly members: readonly Member[];
  readonly roster?: readonly RosterEntry[];
}

function toReportTable(table: ConsolidatedTable): ReportTable {
  const cells = Object.entries(table.cells).map(([id, { value }]): [string, Cell] => [id, value === null ? BLANK : { value, status: "summed", origin: { kind: "consolidated" } }]);
  return { table: table.table, edition: table.edition, cells: Object.fromEntries(cells) };
}

/**
 * Adds up the reports of many units into one, and checks the sum like any report.
 *
 * Every figure lists its contributors and the units that have none ("N of M units"). The order of the units matters
 * only where one is handed in twice: the later report counts. Never throws on data.
 */
export function consolidate({ unit, year, members: given, roster }: ConsolidationInput): Consolidation {
  const { members, findings } = decideMembership(given, year, unit, roster);
  const counted = members.filter((member) => member.counted);
  const forms = chooseForms(counted, year);
  const sums = forms.map((form) => sumTable(form, counted));
  const tables = sums.map((sum) => sum.table);
  const report: Report = { unit, year, file: "", tables: tables.map(toReportTable) };
  const checked = checkReport(report).map((finding) => nameCulprits(finding, tables, members));
  const all: Finding[] = [...findings, ...sums.flatMap((sum) => sum.findings), ...checked].map((finding) => ({ unit, year, ...finding }));
  const edition = (tables.find((table) => table.table === "requests") ?? tables[0])?.edition ?? editionOfYear(year);
  return { unit, year, edition, members, tables, report, findings: all };
}
