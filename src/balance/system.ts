import type { CellId, Equation, Form } from "../form/compile.ts";
import { MAX_FIGURE } from "../report/figure.ts";
import type { Puzzle, Strip, Token } from "./puzzle.ts";

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
  readonly cells: readonly CellId[];
  /** First bounds of each variable. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly constraints: readonly Constraint[];
  /** Variable → indexes of the constraints that contain it. */
  readonly touching: readonly (readonly number[])[];
}

const signed = (puzzle: Puzzle, id: CellId) => puzzle.form.cell(id)?.measure.signed === true;

/** Cells of an equation with their signs, as Σ sign·cell = 0, or ≤ 0. */
interface Terms {
  readonly equation: Equation;
  readonly ids: readonly CellId[];
  readonly signs: readonly (1 | -1)[];
}

const termsOfForms = new WeakMap<Form, readonly Terms[]>();

/** The equations of a form as terms: worked out once a form, since every table with a lost cell asks for them. */
function termsOf(form: Form): readonly Terms[] {
  const known = termsOfForms.get(form);
  if (known) return known;
  const terms = form.equations.map((equation): Terms => {
    const left = equation.relation === "non-negative" ? -1 : 1;
    return { equation, ids: [...equation.left, ...equation.right], signs: [...equation.left.map(() => left as 1 | -1), ...equation.right.map(() => -left as 1 | -1)] };
  });
  termsOfForms.set(form, terms);
  return terms;
}

/**
 * An equation over its unknown cells, or undefined where it says nothing of them: it has none; the figures that are
 * there break it whatever its unknown cells are (≥ 0 unless signed), a printed imbalance that is reported elsewhere and
 * must neither be repaired nor spoil the other equations; or its sums could leave the exact whole numbers.
 */
function openTerms(puzzle: Puzzle, known: ReadonlyMap<CellId, number>, { equation, ids, signs }: Terms, printed: number) {
  const open: number[] = [];
  let constant = 0;
  let largest = printed;
  let [least, most] = [0, 0];
  for (let at = 0; at < ids.length; at++) {
    const value = known.get(ids[at]!);
    if (value === undefined) {
      open.push(at);
      if (signs[at] === -1 || signed(puzzle, ids[at]!)) least = -Infinity;
      if (signs[at] === 1 || signed(puzzle, ids[at]!)) most = Infinity;
    } else {
      constant += signs[at]! * value;
      largest += Math.abs(value);
    }
  }
  const isBroken = constant + least > 0 || (equation.relation === "equal" && constant + most < 0);
  return open.length === 0 || isBroken || largest > MAX_FIGURE / 8 ? undefined : { open, constant };
}

/** The constraints of a puzzle whose `strips` are those still open, `known` including the strips that are full. */
export function buildSystem(puzzle: Puzzle, known: ReadonlyMap<CellId, number>, strips: readonly Strip[]): System {
  const cells: CellId[] = [];
  const variables = new Map<CellId, number>();
  const variable = (id: CellId): number => {
    const at = variables.get(id) ?? cells.push(id) - 1;
    variables.set(id, at);
    return at;
  };
  const constraints: Constraint[] = strips.map((strip) => ({ variables: strip.cells.map(variable), tokens: strip.tokens }));
  let printed = 0;
  for (const strip of strips) for (const token of strip.tokens) printed += Math.abs(token.value);
  for (const terms of termsOf(puzzle.form)) {
    const { equation } = terms;
    const told = openTerms(puzzle, known, terms, printed);
    if (!told) continue;
    constraints.push({
      variables: told.open.map((at) => variable(terms.ids[at]!)),
      signs: told.open.map((at) => terms.signs[at]!),
      constant: told.constant,
      rejects: equation.relation !== "equal",
      ruleId: equation.ruleId,
    });
  }
  const touching: number[][] = cells.map(() => []);
  constraints.forEach((constraint, index) => constraint.variables.forEach((at) => touching[at]!.push(index)));
  return {
    cells,
    low: cells.map((id) => known.get(id) ?? (signed(puzzle, id) ? -Infinity : 0)),
    high: cells.map((id) => known.get(id) ?? Infinity),
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
