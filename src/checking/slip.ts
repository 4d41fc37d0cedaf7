import { evaluateEquation, type Verdict } from "../balance/evaluate.ts";
import type { CellId, Equation, Form, FormCell } from "../form/compile.ts";
import { formOf } from "../form/forms.ts";
import type { Finding } from "../finding/model.ts";
import type { SlipKind } from "../finding/slips.ts";
import { formatFigure } from "../report/figure.ts";
import type { ReportTable } from "../report/model.ts";
import { cellOf } from "../report/table.ts";

type ValueOf = (id: CellId) => number | null;

interface Broken {
  readonly equation: Equation;
  readonly verdict: Verdict;
}

const sameRow = (form: Form, rowId: string) => form.cells.filter((cell) => cell.row.id === rowId);

/** Equations that bind a cell and can be judged. */
const bindings = (form: Form, id: CellId, valueOf: ValueOf) =>
  form.equationsAt(id).filter((equation) => equation.relation === "equal" && evaluateEquation(equation, valueOf).state !== "unknown");

/** True where every rule that binds one of the cells holds with the values changed. */
function mends(form: Form, changes: ReadonlyMap<CellId, number>, valueOf: ValueOf): boolean {
  const changed: ValueOf = (id) => changes.get(id) ?? valueOf(id);
  const bound = new Set([...changes.keys()].flatMap((id) => bindings(form, id, valueOf)));
  return bound.size > 0 && [...changes.values()].every((value) => value >= 0) && [...bound].every((equation) => evaluateEquation(equation, changed).state === "holds");
}

/** The value with which every rule that binds the cell would hold, where all of them are broken by as much. */
function fittingValue(form: Form, cell: FormCell, valueOf: ValueOf): number | undefined {
  const value = valueOf(cell.id);
  const bound = bindings(form, cell.id, valueOf);
  if (value === null || bound.length === 0) return undefined;
  const wanted = bound.map((equation) => {
    const { difference } = evaluateEquation(equation, valueOf);
    return value + (equation.left.includes(cell.id) ? -difference! : difference!);
  });
  return wanted.every((other) => other === wanted[0] && other !== value && other >= 0) ? wanted[0] : undefined;
}

/** 372 and 327: the same digits, two of them interchanged. */
export function isDigitSwap(a: number, b: number): boolean {
  const [left, right] = [String(a), String(b)];
  if (left.length !== right.length || a === b) return false;
  const unlike = [...left].map((_, at) => at).filter((at) => left[at] !== right[at]);
  return unlike.length === 2 && left[unlike[0]!] === right[unlike[1]!] && left[unlike[1]!] === right[unlike[0]!];
}

function slip(form: Form, table: ReportTable, cell: FormCell, kind: SlipKind, fitting: string): Finding {
  const at = cellOf(table, cell.id);
  const printed = at.value === null ? "" : formatFigure(at.value, cell.measure);
  return { code: "possible-slip", at: { table: form.id, edition: form.edition, row: cell.row.id, column: cell.column.id }, origin: at.origin, received: printed, expected: fitting, words: { kind, printed, fitting } };
}

function singleCells(form: Form, table: ReportTable, cells: readonly FormCell[], valueOf: ValueOf): Finding[] {
  const fitting = cells.flatMap((cell) => {
    const value = fittingValue(form, cell, valueOf);
    if (value === undefined) return [];
    return [{ cell, value, swap: isDigitSwap(valueOf(cell.id)!, value), rules: bindings(form, cell.id, valueOf).length }];
  });
  const swaps = fitting.filter(({ swap }) => swap);
  if (swaps.length > 0) return swaps.slice(0, 3).map(({ cell, value }) => slip(form, table, cell, "digits-swapped", formatFigure(value, cell.measure)));
  // Two rules that cross in one cell point at it; one rule alone points at all of its cells.
  const crossed = fitting.filter(({ rules }) => rules >= 2);
  return crossed.length <= 2 ? crossed.map(({ cell, value }) => slip(form, table, cell, "would-fit", formatFigure(value, cell.measure))) : [];
}

function neighbours(form: Form, table: ReportTable, rowId: string, valueOf: ValueOf): Finding[] {
  const cells = sameRow(form, rowId);
  for (let at = 0; at + 1 < cells.length; at++) {
    const [left, right] = [cells[at]!, cells[at + 1]!];
    const [a, b] = [valueOf(left.id), valueOf(right.id)];
    if (a === null || b === null || a === b || left.measure.scale !== right.measure.scale) continue;
    const broken = [...bindings(form, left.id, valueOf), ...bindings(form, right.id, valueOf)].some((equation) => evaluateEquation(equation, valueOf).state === "fails");
    if (broken && mends(form, new Map([[left.id, b], [right.id, a]]), valueOf)) return [slip(form, table, left, "neighbours-swapped", formatFigure(b, right.measure))];
  }
  return [];
}

/** A row moved by one cell: moved back, with its total put right, every rule of its cells would hold. */
function shifted(form: Form, table: ReportTable, rowId: string, valueOf: ValueOf): Finding[] {
  const cells = sameRow(form, rowId);
  const values = cells.map((cell) => valueOf(cell.id));
  if (cells.length < 4 || values.some((value) => value === null) || values.every((value) => value === values[0])) return [];
  const printed = values as number[];
  for (const moved of [[...printed.slice(1), 0], [0, ...printed.slice(0, -1)]]) {
    const parts = moved.slice(0, -1).reduce((sum, value) => sum + value, 0);
    const restored = [...moved.slice(0, -1), parts];
    const changes = new Map(cells.map((cell, at) => [cell.id, restored[at]!] as const));
    const asPrinted = restored.filter((value) => value !== 0).join() === printed.filter((value) => value !== 0).slice(0, restored.filter((value) => value !== 0).length).join();
    if (asPrinted && mends(form, changes, valueOf)) return [slip(form, table, cells[0]!, "row-shifted", restored.join(" "))];
  }
  return [];
}

/**
 * Slips of the pen that would explain the broken rules of a table: two digits swapped, two neighbours interchanged, a
 * row shifted by one cell, or the one cell in which two broken rules cross. Offered to a person, never applied.
 */
export function findSlips(table: ReportTable): Finding[] {
  const form = formOf(table);
  const valueOf: ValueOf = (id) => cellOf(table, id).value;
  const broken: Broken[] = form.equations.filter((equation) => equation.relation === "equal").map((equation) => ({ equation, verdict: evaluateEquation(equation, valueOf) })).filter(({ verdict }) => verdict.state === "fails");
  if (broken.length === 0) return [];
  const involved = new Set(broken.flatMap(({ equation }) => [...equation.left, ...equation.right]));
  const cells = form.cells.filter((cell) => involved.has(cell.id));
  const rows = [...new Set(cells.map((cell) => cell.row.id))];
  const single = singleCells(form, table, cells, valueOf);
  if (single.length > 0) return single;
  const swapped = rows.flatMap((row) => neighbours(form, table, row, valueOf));
  return swapped.length > 0 ? swapped.slice(0, 3) : rows.flatMap((row) => shifted(form, table, row, valueOf)).slice(0, 3);
}
