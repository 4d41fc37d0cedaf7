import type { Equation, Form } from "../form/compile.ts";
import { MAX_FIGURE } from "../report/figure.ts";
import type { Strip, Token } from "./puzzle.ts";

/** Σ sign·variable + constant = 0; where `rejects`, ≤ 0 and only ever used to refuse an assignment. */
export interface Linear {
  readonly variables: readonly number[];
  readonly signs: readonly (1 | -1)[];
  readonly constant: number;
  readonly rejects: boolean;
  readonly ruleId: string;
}

/** A strip over variables: its tokens stand in strictly increasing positions. */
export interface Row {
  readonly variables: readonly number[];
  readonly tokens: readonly Token[];
}

export type Constraint = Linear | Row;

export const isRow = (constraint: Constraint): constraint is Row => "tokens" in constraint;

/** A puzzle as constraints over whole numbers: a variable a cell that some constraint could decide. */
export interface System {
  /** Each variable's cell, by its index in the form. */
  readonly cells: readonly number[];
  /** First bounds of each variable. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly constraints: readonly Constraint[];
  /** Variable → indexes of the constraints that contain it. */
  readonly touching: readonly (readonly number[])[];
}

/** An equation over cells by their index in the form, as Σ sign·cell = 0, or ≤ 0. */
interface Terms {
  readonly equation: Equation;
  readonly at: readonly number[];
  readonly signs: readonly (1 | -1)[];
}

/** What a puzzle needs to know of its form, worked out once a form: every table with a lost cell asks for it. */
interface Outline {
  readonly terms: readonly Terms[];
  /** Cell index → true where a figure below 0 can stand. */
  readonly signed: readonly boolean[];
}

const outlines = new WeakMap<Form, Outline>();

function outlineOf(form: Form): Outline {
  const known = outlines.get(form);
  if (known) return known;
  const terms = form.equations.map((equation): Terms => {
    const left = equation.relation === "non-negative" ? -1 : 1;
    return { equation, at: [...equation.left, ...equation.right].map((id) => form.cell(id)!.index), signs: [...equation.left.map(() => left as 1 | -1), ...equation.right.map(() => -left as 1 | -1)] };
  });
  const outline = { terms, signed: form.cells.map(({ measure }) => measure.signed === true) };
  outlines.set(form, outline);
  return outline;
}

/**
 * An equation over its unknown cells, or undefined where it says nothing of them: it has none; the figures that are
 * there break it whatever its unknown cells are (≥ 0 unless signed), a printed imbalance that is reported elsewhere and
 * must neither be repaired nor spoil the other equations; or its sums could leave the exact whole numbers. `values` by
 * cell index, undefined where unknown.
 */
function openTerms({ equation, at: cells, signs }: Terms, signed: readonly boolean[], values: readonly (number | undefined)[], printed: number) {
  let open: number[] | undefined;
  let constant = 0;
  let largest = printed;
  let [least, most] = [0, 0];
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at]!;
    const value = values[cell];
    if (value === undefined) {
      (open ??= []).push(at);
      if (signs[at] === -1 || signed[cell]) least = -Infinity;
      if (signs[at] === 1 || signed[cell]) most = Infinity;
    } else {
      constant += signs[at]! * value;
      largest += Math.abs(value);
    }
  }
  const isBroken = constant + least > 0 || (equation.relation === "equal" && constant + most < 0);
  return open === undefined || isBroken || largest > MAX_FIGURE / 8 ? undefined : { open, constant };
}

/**
 * The constraints of a form's equations over the cells without a value and of the strips that are still open. `values`
 * by cell index, undefined where unknown.
 */
export function buildSystem(form: Form, values: readonly (number | undefined)[], strips: readonly Strip[]): System {
  const { terms: all, signed } = outlineOf(form);
  /** Variable → cell index, and back; -1 where the cell is no variable. */
  const cells: number[] = [];
  const variables = new Int32Array(form.cells.length).fill(-1);
  const variable = (cell: number): number => {
    if (variables[cell] === -1) variables[cell] = cells.push(cell) - 1;
    return variables[cell]!;
  };
  const constraints: Constraint[] = strips.map((strip) => ({ variables: strip.cells.map((id) => variable(form.cell(id)!.index)), tokens: strip.tokens }));
  let printed = 0;
  for (const strip of strips) for (const token of strip.tokens) printed += Math.abs(token.value);
  for (const terms of all) {
    const told = openTerms(terms, signed, values, printed);
    if (!told) continue;
    constraints.push({
      variables: told.open.map((at) => variable(terms.at[at]!)),
      signs: told.open.map((at) => terms.signs[at]!),
      constant: told.constant,
      rejects: terms.equation.relation !== "equal",
      ruleId: terms.equation.ruleId,
    });
  }
  const touching: number[][] = cells.map(() => []);
  for (const [index, constraint] of constraints.entries()) for (const at of constraint.variables) touching[at]!.push(index);
  return {
    cells,
    low: cells.map((cell) => values[cell] ?? (signed[cell] ? -Infinity : 0)),
    high: cells.map((cell) => values[cell] ?? Infinity),
    constraints,
    touching,
  };
}

/** The constraints that contain any of the variables. */
export function constraintsOf(system: System, variables: readonly number[]): ReadonlySet<number> {
  const touched = new Set<number>();
  for (const variable of variables) for (const index of system.touching[variable]!) touched.add(index);
  return touched;
}
