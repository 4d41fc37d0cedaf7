import { boundRow } from "./row.ts";
import { isRow, type Linear, type Row, type System } from "./system.ts";

/** Bounds of every variable, narrowed in place and undone by `undo`. */
export interface Bounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Narrows one variable and everything that follows from it. False: no assignment is left. */
  readonly narrow: (variable: number, low: number, high: number) => boolean;
  /** Narrows by the constraints named. False: no assignment is left. */
  readonly settle: (constraints: Iterable<number>) => boolean;
  readonly mark: () => number;
  readonly undo: (mark: number) => void;
}

/** Counts work down; at 0 or below the search has to stop. */
export interface Fuel {
  left: number;
}

/** Read in the innermost loop, where a global is slow to reach. */
const OPEN = Infinity;

/** So many constraint visits cost as much as one search node. */
export const VISITS_PER_NODE = 50;

/**
 * Interval propagation over a system: an equation with one unknown decides it, unknown parts ≥ 0 of a total bound one
 * another, a strip leaves each cell only the figures that can reach it. Sound: no assignment that fits is ever lost.
 *
 * Bounds of contradictory equations may climb for ever; that ends with `fuel`, and what `settle` then says is "maybe".
 */
export function createBounds(system: System, fuel: Fuel): Bounds {
  const low = new Float64Array(system.low);
  const high = new Float64Array(system.high);
  const trail: number[] = [];
  const queue: number[] = [];
  const queued = new Uint8Array(system.constraints.length);

  const enqueue = (constraint: number) => {
    if (queued[constraint]) return;
    queued[constraint] = 1;
    queue.push(constraint);
  };
  const tighten = (variable: number, least: number, most: number): boolean => {
    const oldLow = low[variable]!;
    const oldHigh = high[variable]!;
    if (least <= oldLow && most >= oldHigh) return true;
    trail.push(variable, oldLow, oldHigh);
    if (least > oldLow) low[variable] = least;
    if (most < oldHigh) high[variable] = most;
    for (const constraint of system.touching[variable]!) enqueue(constraint);
    return low[variable]! <= high[variable]!;
  };

  const visitLinear = ({ variables, signs, constant, rejects }: Linear): boolean => {
    let least = constant;
    let most = constant;
    let openLeast = 0;
    let openMost = 0;
    for (let at = 0; at < variables.length; at += 1) {
      const plus = signs[at] === 1;
      const termLeast = plus ? low[variables[at]!]! : -high[variables[at]!]!;
      const termMost = plus ? high[variables[at]!]! : -low[variables[at]!]!;
      if (termLeast === -OPEN) openLeast += 1;
      else least += termLeast;
      if (termMost === OPEN) openMost += 1;
      else most += termMost;
    }
    if (openLeast === 0 && least > 0) return false;
    if (rejects) return true;
    if (openMost === 0 && most < 0) return false;
    if (openLeast > 1 && openMost > 1) return true;
    for (let at = 0; at < variables.length; at += 1) {
      const variable = variables[at]!;
      const plus = signs[at] === 1;
      const termLeast = plus ? low[variable]! : -high[variable]!;
      const termMost = plus ? high[variable]! : -low[variable]!;
      const above = openLeast === 0 ? termLeast - least : openLeast === 1 && termLeast === -OPEN ? -least : OPEN;
      const below = openMost === 0 ? termMost - most : openMost === 1 && termMost === OPEN ? -most : -OPEN;
      if (!(plus ? tighten(variable, below, above) : tighten(variable, -above, -below))) return false;
    }
    return true;
  };

  const visitRow = ({ variables, tokens }: Row): boolean => boundRow(variables, tokens, low, high, tighten);

  const run = (start: boolean): boolean => {
    let fits = start;
    while (queue.length > 0) {
      const index = queue.pop()!;
      queued[index] = 0;
      if (!fits || fuel.left <= 0) continue;
      fuel.left -= 1 / VISITS_PER_NODE;
      const constraint = system.constraints[index]!;
      fits = isRow(constraint) ? visitRow(constraint) : visitLinear(constraint);
    }
    return fits;
  };

  return {
    low,
    high,
    narrow: (variable, least, most) => run(tighten(variable, least, most)),
    settle: (constraints) => {
      for (const constraint of constraints) enqueue(constraint);
      return run(true);
    },
    mark: () => trail.length,
    undo: (mark) => {
      while (trail.length > mark) {
        const oldHigh = trail.pop()!;
        const oldLow = trail.pop()!;
        const variable = trail.pop()!;
        low[variable] = oldLow;
        high[variable] = oldHigh;
      }
    },
  };
}
