import type { CellId } from "../form/compile.ts";
import { placeTokens } from "./place.ts";
import { createBounds, type Bounds, type Fuel } from "./propagate.ts";
import type { Puzzle, Solution, Strip } from "./puzzle.ts";
import { findBackbone } from "./search.ts";
import { buildSystem, constraintsOf, isRow, type System } from "./system.ts";

const DEFAULT_BUDGET = 4_000;

type State = Solution["state"];

/** Worst first. */
const states: readonly State[] = ["contradiction", "exhausted", "ambiguous", "unique"];
const worst = (a: State, b: State): State => (states.indexOf(a) < states.indexOf(b) ? a : b);

/** Groups of variables that share a constraint, smallest first; variables that `isFixed` connect nothing. */
function connect(system: System, variables: readonly number[], isFixed: (variable: number) => boolean): number[][] {
  const groups: number[][] = [];
  // 1 while a variable may still be reached; a constraint is looked into once.
  const open = new Uint8Array(system.cells.length);
  for (const variable of variables) if (!isFixed(variable)) open[variable] = 1;
  const looked = new Uint8Array(system.constraints.length);
  for (const start of variables) {
    if (open[start] === 0) continue;
    const group: number[] = [];
    const waiting = [start];
    open[start] = 0;
    while (waiting.length > 0) {
      const variable = waiting.pop()!;
      group.push(variable);
      for (const index of system.touching[variable]!) {
        if (looked[index] === 1) continue;
        looked[index] = 1;
        for (const next of system.constraints[index]!.variables) {
          if (open[next] === 0) continue;
          open[next] = 0;
          waiting.push(next);
        }
      }
    }
    groups.push(group.sort((a, b) => a - b));
  }
  return groups.sort((a, b) => a.length - b.length);
}

/** One connected part: what propagation decides, then the search over what is left. */
function solvePart(system: System, bounds: Bounds, part: readonly number[], fuel: Fuel): { forced: Map<number, number>; state: State } {
  const nothing = (state: State) => ({ forced: new Map<number, number>(), state });
  if (!bounds.settle(constraintsOf(system, part))) return nothing("contradiction");
  if (fuel.left <= 0) return nothing("exhausted");
  const isFixed = (variable: number) => bounds.low[variable] === bounds.high[variable];
  const forced = new Map<number, number>();
  for (const variable of part) if (isFixed(variable)) forced.set(variable, bounds.low[variable]!);
  let state: State = "unique";
  for (const group of connect(system, part, isFixed)) {
    const found = findBackbone(system, bounds, group, fuel);
    if (found.state === "contradiction") return nothing("contradiction");
    for (const [variable, value] of found.forced) forced.set(variable, value);
    state = worst(state, found.state);
  }
  return { forced, state };
}

/** Rules whose equations contain a variable and may force it. */
function rulesOf(system: System, variable: number): readonly string[] {
  const rules: string[] = [];
  for (const index of system.touching[variable]!) {
    const constraint = system.constraints[index]!;
    if (!isRow(constraint) && !constraint.rejects && !rules.includes(constraint.ruleId)) rules.push(constraint.ruleId);
  }
  return rules;
}

const isFull = (strip: Strip) => strip.tokens.length === strip.cells.length && strip.tokens.every((token) => !token.optional);

/** More figures than cells, none of them dispensable: the strip says nothing. */
const isOverfull = (strip: Strip) => strip.tokens.filter((token) => !token.optional).length > strip.cells.length;

/**
 * Recovers cells that are lost from a table, from all its equations together and counts being ≥ 0.
 *
 * A value is given only when it is the same in every assignment that fits; which of several equal figures was lost
 * makes no difference. Only "equal" rules force; the others refuse assignments. Equations that the known figures
 * already break are set aside: nothing is forced by them or repaired to please them. Where nothing fits, the part of
 * the table concerned gives nothing at all. Bounded work; never throws on data.
 */
export function solveLostCells({ form, known, strips, budget = DEFAULT_BUDGET }: Puzzle): Solution {
  const indexOf = (id: CellId) => form.cell(id)!.index;
  /** What is known or printed in a strip that has all of its figures, by cell index. */
  const figures = known.slice();
  const values = new Map<CellId, number>();
  for (const strip of strips.filter(isFull)) {
    strip.cells.forEach((id, at) => {
      figures[indexOf(id)] = strip.tokens[at]!.value;
      values.set(id, strip.tokens[at]!.value);
    });
  }
  const system = buildSystem(form, figures, strips.filter((strip) => !isFull(strip) && !isOverfull(strip)));
  const fuel: Fuel = { left: budget };
  const bounds = createBounds(system, fuel);
  const forced = new Map<CellId, number>();
  const everything = system.cells.map((_, variable) => variable);
  let state: State = "unique";
  for (const part of connect(system, everything, () => false)) {
    const solved = solvePart(system, bounds, part, fuel);
    state = worst(state, solved.state);
    for (const [variable, value] of solved.forced) {
      const cell = system.cells[variable]!;
      const { id } = form.cells[cell]!;
      if (known[cell] === undefined) values.set(id, value);
      if (figures[cell] === undefined) forced.set(id, variable);
    }
  }
  const placed = strips.map((strip) => (isOverfull(strip) ? null : placeTokens(strip, (id) => values.get(id) ?? figures[indexOf(id)])));
  for (const cells of placed) for (const id of cells ?? []) if (id !== null) forced.delete(id);
  const forcedBy = new Map<CellId, readonly string[]>();
  for (const [id, variable] of forced) {
    const rules = rulesOf(system, variable);
    const inStrip = strips.some((strip, at) => placed[at] === null && strip.cells.includes(id));
    if (rules.length > 0 || inStrip) forcedBy.set(id, rules);
    else values.delete(id);
  }
  const undecided = placed.includes(null) || form.cells.some(({ id }, at) => figures[at] === undefined && !values.has(id));
  return { values, placed, forcedBy, state: undecided ? worst(state, "ambiguous") : state };
}
