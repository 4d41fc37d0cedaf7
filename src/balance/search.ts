import type { Bounds, Fuel } from "./propagate.ts";
import { chooseRow } from "./row.ts";
import { constraintsOf, isRow, type Row, type System } from "./system.ts";

export interface Backbone {
  /** Variables that have one value in every assignment. */
  readonly forced: ReadonlyMap<number, number>;
  readonly state: "unique" | "ambiguous" | "contradiction" | "exhausted";
}

/** Read in the innermost loop, where a global is slow to reach. */
const OPEN = Infinity;

interface Part {
  readonly variables: readonly number[];
  readonly rows: readonly Row[];
}

/** Values of the variables that the assignment decides. */
type Found = ReadonlyMap<number, number> | "none" | "exhausted";

interface Branch {
  readonly variable: number;
  /** Value to try first. */
  readonly value: number;
  /** The rest is worth splitting in halves. */
  readonly halves: boolean;
}

/** The strip cell that the fewest figures can stand in; without strips the tightest cell. Cells without bounds stay open. */
function chooseBranch(bounds: Bounds, part: Part): Branch | null {
  let best: Branch | null = null;
  let bestSize = OPEN;
  for (const row of part.rows) {
    const open = row.variables.some((variable) => bounds.low[variable] !== bounds.high[variable]);
    const choices = open ? chooseRow(row.variables, row.tokens, bounds.low, bounds.high) : null;
    row.variables.forEach((variable, at) => {
      const values = choices?.values[at] ?? [];
      const spread = values.length > 1 ? Math.max(...values) - Math.min(...values) : 0;
      const size = values.length + (choices?.free[at] ? 1 : 0) - (spread > 0 ? 1 - 1 / (1 + spread) : 0);
      if (values.length === 0 || size >= bestSize || bounds.low[variable] === bounds.high[variable]) return;
      best = { variable, value: values[0]!, halves: false };
      bestSize = size;
    });
  }
  if (best) return best;
  for (const variable of part.variables) {
    const [low, high] = [bounds.low[variable]!, bounds.high[variable]!];
    if (low === high || high - low === OPEN || high - low >= bestSize) continue;
    best = { variable, value: low, halves: high - low > 8 };
    bestSize = high - low;
  }
  return best;
}

/** Ranges of one variable, to be tried in this order; together they are all of it. */
function branchRanges(low: number, high: number, value: number, halves: boolean): readonly (readonly [number, number])[] {
  const around = [[value, value], [low, value - 1], [value + 1, high]] as const;
  if (!halves) return around.filter(([from, to]) => from <= to);
  const middle = low + Math.floor((high - low) / 2);
  return [[low, low], [low + 1, middle], [middle + 1, high]];
}

function findAssignment(bounds: Bounds, part: Part, fuel: Fuel): Found {
  if (fuel.left <= 0) return "exhausted";
  const branch = chooseBranch(bounds, part);
  if (!branch) return new Map(part.variables.filter((variable) => bounds.low[variable] === bounds.high[variable]).map((variable) => [variable, bounds.low[variable]!]));
  const { variable, value, halves } = branch;
  for (const [from, to] of branchRanges(bounds.low[variable]!, bounds.high[variable]!, value, halves)) {
    fuel.left -= 1;
    const mark = bounds.mark();
    const found = bounds.narrow(variable, from, to) ? findAssignment(bounds, part, fuel) : "none";
    bounds.undo(mark);
    if (fuel.left <= 0) return "exhausted";
    if (found !== "none") return found;
  }
  return "none";
}

/**
 * The variables that have one value in every assignment that fits.
 *
 * Cells that no equation bounds are left open rather than tried (there are endless values): an assignment may then be
 * one that a deeper look would refuse, so less is forced, never more. Assignments are never listed: one is found, then for each variable another is sought that differs there. Equal
 * figures of a strip therefore cost nothing, however many placements they have. Leaves `bounds` as they were.
 */
export function findBackbone(system: System, bounds: Bounds, variables: readonly number[], fuel: Fuel): Backbone {
  const part: Part = { variables, rows: [...constraintsOf(system, variables)].map((index) => system.constraints[index]!).filter(isRow) };
  const first = findAssignment(bounds, part, fuel);
  if (first === "none") return { forced: new Map(), state: "contradiction" };
  if (first === "exhausted") return { forced: new Map(), state: "exhausted" };
  const candidates = new Map(first);
  const forced = new Map<number, number>();
  let state: Backbone["state"] = first.size === variables.length ? "unique" : "ambiguous";
  const inRows = new Set(part.rows.flatMap((row) => row.variables));
  for (const variable of [...inRows, ...variables.filter((one) => !inRows.has(one))]) {
    const value = candidates.get(variable);
    if (value === undefined) continue;
    let proved = true;
    for (const [from, to] of [[value + 1, Infinity], [-Infinity, value - 1]] as const) {
      const mark = bounds.mark();
      const other = bounds.narrow(variable, from, to) ? findAssignment(bounds, part, fuel) : "none";
      bounds.undo(mark);
      if (fuel.left <= 0) return { forced, state: "exhausted" };
      if (other === "none") continue;
      proved = false;
      state = "ambiguous";
      if (other !== "exhausted") for (const [at, here] of candidates) if (other.get(at) !== here) candidates.delete(at);
      break;
    }
    if (proved) forced.set(variable, value);
  }
  return { forced, state };
}
