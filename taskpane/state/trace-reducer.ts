import type { TracedFigure, TracedUnit } from "../../src/intake/trace.ts";
import type { Action } from "./actions.ts";
import type { PaneState } from "./model.ts";
import { noTrace, type TraceState } from "./trace.ts";

/** Whether a unit's figure is one that the city's figure is made of: to look at it is no new question. */
const isPartOf = (figure: TracedFigure | null, { unit, cell }: TracedUnit): boolean => {
  const all = figure ? [...figure.contributors, ...(figure.provided?.contributors ?? [])] : [];
  return all.some((one) => one.unit === unit && one.cells.some(({ at }) => at.table === cell.at.table && at.row === cell.at.row && at.column === cell.at.column));
};

function trace(before: TraceState, action: Action): TraceState {
  switch (action.type) {
    case "traced": {
      const { traced } = action;
      if (traced.kind === "city") return { ...before, figure: traced, unit: null, open: [], shown: true };
      return before.shown && isPartOf(before.figure, traced) ? { ...before, unit: null } : { ...before, figure: null, unit: traced, open: [], shown: true };
    }
    case "trace-open":
      return { ...before, open: [...before.open.filter((id) => id !== action.id), ...(action.open ? [action.id] : [])] };
    case "trace-source":
      return { ...before, sourceOpen: action.open };
    case "trace-close":
    case "place":
    case "read":
    case "restore":
      return { ...before, shown: false };
    // What was traced may no longer be so.
    case "undo":
    case "written":
    case "consolidated":
    case "workbook-changed":
      return { ...noTrace, sourceOpen: before.sourceOpen };
    default:
      return before;
  }
}

export function reduceTrace(state: PaneState, action: Action): PaneState {
  const after = trace(state.trace, action);
  return after === state.trace ? state : { ...state, trace: after };
}
