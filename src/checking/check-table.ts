import { evaluateEquation } from "../balance/evaluate.ts";
import type { CellId, Equation, Form } from "../form/compile.ts";
import { formOf } from "../form/forms.ts";
import { isFindingCode } from "../finding/catalogue.ts";
import type { Finding } from "../finding/model.ts";
import { formatFigure } from "../report/figure.ts";
import type { CellRef, Origin, ReportTable } from "../report/model.ts";
import { cellOf, equationsOf } from "../report/table.ts";
import { expectedAt, saySides } from "./sides.ts";
import { findSlips } from "./slip.ts";
import { findUnknown } from "./unknown.ts";

const refOf = (form: Form, id: CellId): CellRef => ({ table: form.id, edition: form.edition, row: form.cell(id)?.row.id, column: form.cell(id)?.column.id });

function originOf(table: ReportTable, equation: Equation): Origin | undefined {
  return [equation.at, ...equation.left, ...equation.right].map((id) => cellOf(table, id).origin).find((origin) => origin !== undefined);
}

/** One broken rule in one row or column, or null where it holds or cannot be judged. */
function checkEquation(form: Form, table: ReportTable, equation: Equation): Finding | null {
  const valueOf = (id: CellId) => cellOf(table, id).value;
  const verdict = evaluateEquation(equation, valueOf);
  if (verdict.state !== "fails" || !isFindingCode(equation.ruleId)) return null;
  return {
    code: equation.ruleId,
    at: refOf(form, equation.at),
    origin: originOf(table, equation),
    expected: expectedAt(form, equation, verdict, valueOf),
    received: formatFigure(valueOf(equation.at) ?? 0, form.cell(equation.at)!.measure),
    terms: { left: equation.left, right: equation.right },
    words: saySides(form, equation, verdict, valueOf),
  };
}

/** Counts below zero where the official column does not allow them (本年增/减 does). */
function checkCounts(form: Form, table: ReportTable): Finding[] {
  return form.cells.flatMap((formCell): Finding[] => {
    const cell = cellOf(table, formCell.id);
    if (cell.value === null || cell.value >= 0 || formCell.measure.signed || formCell.measure.scale !== 0) return [];
    const received = formatFigure(cell.value, formCell.measure);
    return [{ code: "count-integer", at: refOf(form, formCell.id), origin: cell.origin, expected: "≥0", received, words: { raw: cell.raw ?? received } }];
  });
}

/**
 * Checks one table against every rule of its own form: broken rules with both sides, slips of the pen that would
 * explain them, then what cannot be judged.
 *
 * Where the figures stood in the source comes along (`origin`). Never throws on data.
 */
export function checkTable(table: ReportTable): Finding[] {
  const form = formOf(table);
  const equations = equationsOf(table);
  const broken = equations.flatMap((equation) => checkEquation(form, table, equation) ?? []);
  return [...checkCounts(form, table), ...broken, ...(broken.length > 0 ? findSlips(table) : []), ...findUnknown(form, equations, (id) => cellOf(table, id).value)];
}
