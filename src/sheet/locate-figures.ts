import type { CellId, Form } from "../form/compile.ts";
import { toOfficialWidth } from "../form/width.ts";
import type { Language } from "../finding/catalogue.ts";
import type { Report } from "../report/model.ts";
import type { GridSheet } from "../source/xlsx.ts";
import type { Place } from "./address.ts";
import { findText, locateTable } from "./locate.ts";
import { layoutSheet } from "./unit-sheet.ts";

/** Where the official cells of one table stand on a sheet. */
export interface LocatedTable {
  readonly form: Form;
  readonly places: ReadonlyMap<CellId, Place>;
}

/**
 * Finds every official cell of a report's sheet (a unit's or the city's) as a person left it, by title and labels, the
 * tables in the order of `forms`. A cell that cannot be found for certain is left out.
 */
export function locateFigures(report: Pick<Report, "unit" | "year">, forms: readonly Form[], sheet: Pick<GridSheet, "rows">, language: Language): LocatedTable[] {
  let from = 0;
  return layoutSheet(report, forms, language).layouts.map((layout) => {
    const title = findText(sheet.rows, toOfficialWidth(layout.form.definition.title), from);
    const { places, end } = locateTable(layout, sheet.rows, title < 0 ? from : title + 1);
    from = end;
    return { form: layout.form, places };
  });
}
