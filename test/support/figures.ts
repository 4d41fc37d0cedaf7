import type { EditionId, TableId } from "../../src/form/definition.ts";
import { findForm } from "../../src/form/forms.ts";
import type { ReportTable } from "../../src/report/model.ts";

export type ReportSize = "zero" | "small" | "large";

/** Figures by cell id, whole numbers of 10^-scale of the measure. */
export type Figures = Record<string, number>;

/** A table whose cells hold `figures`; a cell that is not among them is blank. */
export function tableOf(table: TableId, edition: EditionId, figures: Readonly<Record<string, number | null>>): ReportTable {
  const form = findForm(table, edition);
  if (!form) throw new Error(`no form ${table} ${edition}`);
  const cells = form.cells.map((cell) => {
    const value = figures[cell.id] ?? null;
    return [cell.id, { value, status: value === null ? "blank" : "read" }] as const;
  });
  return { table, edition, cells: Object.fromEntries(cells) };
}
