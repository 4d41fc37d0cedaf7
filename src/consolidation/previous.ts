import { checkYears } from "../checking/check-years.ts";
import type { Finding } from "../finding/model.ts";
import { BLANK, type Report } from "../report/model.ts";
import { consolidate } from "./consolidate.ts";
import type { Consolidation, Member } from "./model.ts";
import { createRosterLookup, type RosterEntry } from "./roster.ts";
import { unitKey } from "./unit-name.ts";

/** Finds a unit's report of the year before, by name or by the roster's aliases. */
export function createPreviousLookup(previous: readonly Report[], roster: readonly RosterEntry[] = []): (unit: string) => Report | undefined {
  const lookup = createRosterLookup(roster);
  const keyOf = (name: string) => unitKey(lookup(name)?.name ?? name);
  const byKey = new Map(previous.filter((report) => report.unit !== "").map((report) => [keyOf(report.unit), report]));
  return (unit) => byKey.get(keyOf(unit));
}

/** What two years say of one unit's report. Without a report of last year one 说明 says so. */
export function comparePrevious(report: Report, previous: Report | undefined): Finding[] {
  const found: Finding[] = previous ? checkYears(report, previous) : [{ code: "previous-missing", at: { part: "report" } }];
  return found.map((finding) => ({ file: report.file, unit: report.unit, year: report.year, ...finding }));
}

/**
 * The city's own figures of the year before: its published report where that is among the reports, else the sum of
 * last year's units. Rows that are provided this year have no sum to compare with and stay blank.
 */
export function sumPrevious(city: Consolidation, previous: readonly Report[], roster?: readonly RosterEntry[]): Report | undefined {
  const own = previous.find((report) => unitKey(report.unit) === unitKey(city.unit));
  if (own) return own;
  const years = previous.map((report) => report.year).filter((year) => year !== null);
  if (previous.length === 0) return undefined;
  const members = previous.map((report, index): Member => ({ id: `previous-${index + 1}`, report, counted: true }));
  const { report } = consolidate({ unit: city.unit, year: years.includes(city.year - 1) ? city.year - 1 : (years[0] ?? city.year - 1), members, roster });
  const provided = new Set(city.tables.flatMap((table) => Object.entries(table.cells).flatMap(([id, cell]) => (cell.provided ? [`${table.table}|${id}`] : []))));
  return { ...report, tables: report.tables.map((table) => ({ ...table, cells: Object.fromEntries(Object.entries(table.cells).map(([id, cell]) => [id, provided.has(`${table.table}|${id}`) ? BLANK : cell])) })) };
}
