import { compileForm, type Form } from "./compile.ts";
import type { EditionId, TableId } from "./definition.ts";
import { disclosure2019, disclosure2021 } from "./editions/disclosure.ts";
import { requests2019, requests2021 } from "./editions/requests.ts";
import { statistics2014 } from "./editions/statistics.ts";
import { reviews2019, reviews2021 } from "./editions/reviews.ts";

/** Every official form known, in official order. A new edition is a new entry here and a row in `editions`. */
export const forms: readonly Form[] = [disclosure2019, requests2019, reviews2019, disclosure2021, requests2021, reviews2021, statistics2014].map(compileForm);

/** Which report years an edition was prescribed for (both ends included). */
export const editions: readonly { readonly id: EditionId; readonly from: number; readonly to: number }[] = [
  { id: "2014", from: 2008, to: 2018 },
  { id: "2019", from: 2019, to: 2020 },
  { id: "2021", from: 2021, to: 9999 },
];

/** The form of a table in an edition, or undefined where that edition has no such table. */
export function findForm(table: TableId, edition: EditionId): Form | undefined {
  return forms.find((form) => form.id === table && form.edition === edition);
}

/** As `findForm`, for ids that this program wrote itself. */
export function formOf(table: { readonly table: TableId; readonly edition: EditionId }): Form {
  const form = findForm(table.table, table.edition);
  if (!form) throw new Error(`no form for table ${table.table} of edition ${table.edition}`);
  return form;
}

/** Edition prescribed for reports of a year (年度). */
export function editionOfYear(year: number): EditionId {
  return editions.find((edition) => year >= edition.from && year <= edition.to)?.id ?? "2021";
}

/** The forms of one edition in official order. */
export function formsOfEdition(edition: EditionId): readonly Form[] {
  return forms.filter((form) => form.edition === edition);
}
