import type { CellId, Equation, Form } from "../form/compile.ts";
import { formOf } from "../form/forms.ts";
import { BLANK, type Cell, type ReportTable } from "./model.ts";

/** The cell, or a blank one: every official cell of a table always has a value to show. */
export function cellOf(table: ReportTable, id: CellId): Cell {
  return table.cells[id] ?? BLANK;
}

/** The form's equations as they apply to this table: a total with a part beyond the form is only an upper bound. */
export function equationsOf(table: Pick<ReportTable, "table" | "edition" | "beyond">): readonly Equation[] {
  const { equations } = formOf(table);
  const { beyond } = table;
  if (!beyond?.length) return equations;
  return equations.map((equation) => (equation.relation === "equal" && beyond.includes(equation.at) ? { ...equation, relation: "at-most" as const } : equation));
}

/** A table in which every official cell of the form is blank. */
export function blankTable(form: Form): ReportTable {
  return { table: form.id, edition: form.edition, cells: Object.fromEntries(form.cells.map((cell) => [cell.id, BLANK])) };
}

/** The same table with some cells replaced; ids that the form does not have are refused by name. */
export function withCells(table: ReportTable, cells: Readonly<Record<CellId, Cell>>): ReportTable {
  const form = formOf(table);
  for (const id of Object.keys(cells)) {
    if (!form.cell(id)) throw new Error(`table ${form.id} ${form.edition} has no cell ${id}`);
  }
  return { ...table, cells: { ...table.cells, ...cells } };
}
