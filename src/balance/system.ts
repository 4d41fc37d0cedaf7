import type { CellId, Equation } from "../form/compile.ts";
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

const signsOf = (equation: Equation): readonly (readonly [CellId, 1 | -1])[] => {
  const flip = equation.relation === "non-negative" ? -1 : 1;
  const term = (id: CellId, sign: number) => [id, sign * flip === 1 ? 1 : -1] as const;
  return [...equation.left.map((id) => term(id, 1)), ...equation.right.map((id) => term(id, -1))];
};

/**
 * True where the figures that are already there break the equation whatever its unknown cells are (≥ 0 unless signed):
 * a printed imbalance, which is reported elsewhere and must neither be repaired nor spoil the other equations.
 */
function isBroken(puzzle: Puzzle, known: ReadonlyMap<CellId, number>, equation: Equation): boolean {
  let [least, most] = [0, 0];
  for (const [id, sign] of signsOf(equation)) {
    const value = known.get(id);
    if (value !== undefined) {
      least += sign * value;
      most += sign * value;
    } else {
      if (sign === -1 || signed(puzzle, id)) least = -Infinity;
      if (sign === 1 || signed(puzzle, id)) most = Infinity;
    }
  }
  return least > 0 || (equation.relation === "equal" && most < 0);
}

/** Sums of the equation could leave the exact whole numbers. */
function isTooLarge(known: ReadonlyMap<CellId, number>, strips: readonly Strip[], equation: Equation): boolean {
  const printed = strips.flatMap((strip) => strip.tokens.map((token) => token.value));
  const figures = [...[...equation.left, ...equation.right].map((id) => known.get(id) ?? 0), ...printed];
  return figures.reduce((total, value) => total + Math.abs(value), 0) > MAX_FIGURE / 8;
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
  for (const equation of puzzle.form.equations) {
    if (isBroken(puzzle, known, equation) || isTooLarge(known, strips, equation)) continue;
    const open = signsOf(equation).filter(([id]) => !known.has(id));
    if (open.length === 0) continue;
    const constant = signsOf(equation).reduce((total, [id, sign]) => total + sign * (known.get(id) ?? 0), 0);
    constraints.push({
      variables: open.map(([id]) => variable(id)),
      signs: open.map(([, sign]) => sign),
      constant,
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
