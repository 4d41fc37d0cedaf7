import type { EditionId, TableId } from "../form/definition.ts";
import { editionOfYear, findForm, formOf } from "../form/forms.ts";
import type { Finding } from "../finding/model.ts";
import type { Report, ReportTable } from "../report/model.ts";
import { checkTable } from "./check-table.ts";

const REQUIRED: readonly TableId[] = ["disclosure", "requests", "reviews"];

/** Tables 二 三 四 that a report lacks. Reports of the old statistics form (to 2018) have none of them. */
function findMissing(report: Report): Finding[] {
  if (report.tables.some((table) => table.table === "statistics")) return [];
  const missing = REQUIRED.filter((id) => !report.tables.some((table) => table.table === id));
  const wanted: EditionId = report.year === null ? (report.tables[0]?.edition ?? "2021") : editionOfYear(report.year);
  return missing.flatMap((id): Finding[] => {
    const form = findForm(id, wanted) ?? findForm(id, "2019")!;
    return [{ code: "table-missing", at: { table: id, edition: form.edition }, words: { table: form.number } }];
  });
}

/** A table whose edition is not the one prescribed for the year. Table 四 is the same in every edition and never named. */
function checkEdition(table: ReportTable, year: number | null): Finding[] {
  if (year === null || table.table === "reviews") return [];
  const expected = editionOfYear(year);
  if (table.edition === expected) return [];
  const words = { table: formOf(table).number, edition: table.edition, year: String(year), expected };
  return [{ code: "edition-unexpected", at: { table: table.table, edition: table.edition }, origin: table.origin, expected, received: table.edition, words }];
}

/**
 * Checks one report: every rule of every table it has, the tables it should have, and their editions.
 *
 * Whether unit and year were found is said by reading, not here. Each finding names table, row, column, both sides
 * and the place in the source. Never throws on data.
 */
export function checkReport(report: Report): Finding[] {
  return [...findMissing(report), ...report.tables.flatMap((table) => [...checkEdition(table, report.year), ...checkTable(table)])];
}
