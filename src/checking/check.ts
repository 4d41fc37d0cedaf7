import type { EditionId, TableId } from "../form/definition.ts";
import type { Form } from "../form/compile.ts";
import { editionOfYear, findForm, formOf } from "../form/forms.ts";
import type { Finding } from "../finding/model.ts";
import type { Report, ReportTable } from "../report/model.ts";
import type { Claim } from "../prose/claim.ts";
import { checkProse } from "./check-prose.ts";
import { checkTable } from "./check-table.ts";

/** As the sentences want it: `二` (behind 表), `“统计表”`. */
const nameTable = (form: Form) => (form.number.length === 1 ? form.number : `“${form.number}”`);

const PRESCRIBED: readonly TableId[] = ["disclosure", "requests", "reviews"];

/** Tables that a report lacks: 统计表 alone in reports of the years to 2018, tables 二 三 四 in later ones. */
function findMissing(report: Report): Finding[] {
  const has = (id: TableId) => report.tables.some((table) => table.table === id);
  const wanted: EditionId = report.year === null ? (report.tables[0]?.edition ?? "2021") : editionOfYear(report.year);
  // What is there says which form the unit filled in, even where it is not the year's own.
  if (has("statistics")) return [];
  const required: readonly TableId[] = wanted === "2014" && !PRESCRIBED.some(has) ? ["statistics"] : PRESCRIBED;
  return required.filter((id) => !has(id)).flatMap((id): Finding[] => {
    const form = findForm(id, wanted) ?? findForm(id, "2019");
    return form ? [{ code: "table-missing", at: { table: id, edition: form.edition }, words: { table: nameTable(form) } }] : [];
  });
}

/** A table whose edition is not the one prescribed for the year. Table 四 is the same in every edition and never named. */
function checkEdition(table: ReportTable, year: number | null): Finding[] {
  if (year === null || table.table === "reviews") return [];
  const expected = editionOfYear(year);
  if (table.edition === expected) return [];
  const words = { table: nameTable(formOf(table)), edition: table.edition, year: String(year), expected };
  return [{ code: "edition-unexpected", at: { table: table.table, edition: table.edition }, origin: table.origin, expected, received: table.edition, words }];
}

/**
 * Checks one report: every rule of every table it has, the tables it should have, their editions, and (where the
 * numbers of its running text are at hand) what the text says otherwise.
 *
 * Whether unit and year were found is said by reading, not here. Each finding names table, row, column, both sides
 * and the place in the source. Never throws on data.
 */
export function checkReport(report: Report, prose: readonly Claim[] = []): Finding[] {
  return [...findMissing(report), ...report.tables.flatMap((table) => [...checkEdition(table, report.year), ...checkTable(table)]), ...checkProse(report, prose)];
}
