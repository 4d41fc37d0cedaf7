import type { CellId, Equation, Form, FormCell } from "../form/compile.ts";
import { formatFigure } from "../report/figure.ts";
import type { Cell, ReportTable } from "../report/model.ts";
import { cellOf } from "../report/table.ts";
import { sumFormula } from "./formula.ts";
import type { TableLayout } from "./layout.ts";
import type { StyleName } from "./styles.ts";

/** Equations by which a cell is the plain sum of others: of its row first, then of its column. */
export function totalsOf(form: Form, id: CellId): readonly Equation[] {
  const sums = form.equations.filter((equation) => equation.relation === "equal" && equation.right.length === 1 && equation.right[0] === id && equation.left.length > 1);
  return [...sums].sort((a, b) => Number(a.per === "column") - Number(b.per === "column"));
}

/**
 * The equation a total may be written by as a live formula: one whose parts are all there and add up to the printed
 * figure. Undefined otherwise: the figure in print then stays a constant and the check shows the fault.
 */
export function liveTotal(form: Form, table: ReportTable, id: CellId): Equation | undefined {
  const { value } = cellOf(table, id);
  if (value === null) return undefined;
  return totalsOf(form, id).find((equation) => {
    const parts = equation.left.map((part) => cellOf(table, part).value);
    return parts.every((part) => part !== null) && parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) === value;
  });
}

/** A figure as sheets hold it: the decimal number (万元, 件), not the whole number of 10^-scale kept inside. */
export const sheetValue = (value: number, cell: FormCell): number => Number(formatFigure(value, cell.measure));

/** Places that were printed; none are invented. */
export function numberFormatOf(cell: Cell, formCell: FormCell): string {
  if (formCell.measure.scale === 0 || cell.value === null) return formCell.measure.scale === 0 ? "0" : "General";
  const printed = cell.conversion ? undefined : /^\s*[\d,，]*\d\.(\d+)(?!.*\d)/.exec(cell.raw ?? "")?.[1];
  const places = printed?.length ?? formatFigure(cell.value, formCell.measure).split(".")[1]?.length ?? 0;
  return places === 0 ? "0" : `0.${"0".repeat(Math.min(places, formCell.measure.scale))}`;
}

/** The fill that says how a figure came to be. */
export function styleOf(cell: Cell, doubtful: boolean): StyleName {
  if (doubtful || cell.measureUnknown) return "figureDoubtful";
  if (cell.status === "derived") return "figureDerived";
  if (cell.status === "blank") return "figureBlank";
  if (cell.status === "edited") return "figureEdited";
  if (cell.status === "provided") return "figureProvided";
  return cell.conversion ? "figureConverted" : "figure";
}

/** Value and, where it is a total that agrees, live formula of one official cell. */
export function figureOf(layout: TableLayout, table: ReportTable, formCell: FormCell): { value: number | null; formula?: string } {
  const { value } = cellOf(table, formCell.id);
  if (value === null) return { value: null };
  const total = liveTotal(layout.form, table, formCell.id);
  return { value: sheetValue(value, formCell), formula: total && sumFormula(total.left, (id) => layout.addressOf.get(id)!, formCell.measure.scale) };
}
