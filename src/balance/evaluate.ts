import type { CellId, Equation } from "../form/compile.ts";

/** What became of one equation. `difference` is left − right, in units of 10^-scale of the cells' measure. */
export interface Verdict {
  readonly state: "holds" | "fails" | "unknown";
  readonly left: number | null;
  readonly right: number | null;
  readonly difference: number | null;
  /** Cells without a figure, in the order of the equation. */
  readonly blanks: readonly CellId[];
}

const sum = (ids: readonly CellId[], valueOf: (id: CellId) => number | null): number | null => {
  let total = 0;
  for (const id of ids) {
    const value = valueOf(id);
    if (value === null) return null;
    total += value;
  }
  return Number.isSafeInteger(total) ? total : null;
};

const holds = (relation: Equation["relation"], difference: number): boolean => {
  if (relation === "equal") return difference === 0;
  return relation === "at-most" ? difference <= 0 : difference >= 0;
};

/** The known parts where they alone exceed the total, or null. */
function sumKnown(equation: Equation, valueOf: (id: CellId) => number | null): Omit<Verdict, "blanks"> | null {
  const right = sum(equation.right, valueOf);
  const left = sum(equation.left.filter((id) => valueOf(id) !== null), valueOf);
  if (left === null || right === null || left <= right || !Number.isSafeInteger(left - right)) return null;
  return { state: "fails", left, right, difference: left - right };
}

/**
 * Evaluates one equation exactly: `equal` left = right, `at-most` left ≤ right, `non-negative` left ≥ 0.
 *
 * A blank is unknown, never zero: the verdict is then "unknown" and names the blanks, yet a side without blanks keeps
 * its sum. A sum too large to be exact is unknown as well, with no blanks. Where a rule says that parts may lack,
 * known parts above the total fail, whatever the blanks are. Never throws on data.
 */
export function evaluateEquation(equation: Equation, valueOf: (id: CellId) => number | null): Verdict {
  const blanks = [...equation.left, ...equation.right].filter((id) => valueOf(id) === null);
  const exceeding = blanks.length > 0 && equation.partsMayLack ? sumKnown(equation, valueOf) : null;
  if (exceeding) return { ...exceeding, blanks };
  const left = sum(equation.left, valueOf);
  const right = sum(equation.right, valueOf);
  const difference = left === null || right === null || !Number.isSafeInteger(left - right) ? null : left - right;
  const state = difference === null ? "unknown" : holds(equation.relation, difference) ? "holds" : "fails";
  return { state, left, right, difference, blanks };
}
