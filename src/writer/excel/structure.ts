import { looks } from "../../sheet/styles.ts";
import { toStepArea, type SheetLook } from "./look.ts";
import type { Step, StepArea } from "./step.ts";

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What one list of areas has and the other has not. */
function without<T>(list: readonly T[], other: readonly T[]): T[] {
  const known = new Set(other.map((one) => JSON.stringify(one)));
  return list.filter((one) => !known.has(JSON.stringify(one)));
}

/** Merged areas to take apart before anything is written. */
export const unmergeSteps = (sheet: string, from: SheetLook | undefined, to: SheetLook): Step[] => without<StepArea>(from?.merges ?? [], to.merges).map((area) => ({ do: "unmerge", sheet, area }));

/** Links go before contents and paint: Excel writes its own text and style when it makes one. */
export function linkSteps(sheet: string, from: SheetLook | undefined, to: SheetLook): Step[] {
  const linked = new Set(to.links.map(([row, column]) => `${row},${column}`));
  const gone = (from?.links ?? []).filter(([row, column]) => !linked.has(`${row},${column}`));
  return [
    ...gone.map(([row, column]): Step => ({ do: "unlink", sheet, area: [row, column, row, column] })),
    ...without(to.links, from?.links ?? []).flatMap(([row, column, target, blank]): Step[] => [
      { do: "link", sheet, row, column, target },
      // An empty cell gets the link's own text from Excel.
      ...(blank ? [{ do: "cells", sheet, area: [row, column, row, column], input: [[""]] } satisfies Step] : []),
    ]),
  ];
}

/**
 * Merges, sizes, conditional formats, messages, view, print and names that differ between two looks of a sheet.
 *
 * Conditional formats are taken away and set anew as a whole as soon as one differs: those of both looks, as a write that
 * was cut off may have left either.
 */
export function structureSteps(sheet: string, from: SheetLook | undefined, to: SheetLook): Step[] {
  return [
    ...without<StepArea>(to.merges, from?.merges ?? []).map((area): Step => ({ do: "merge", sheet, area })),
    ...sizeSteps(sheet, "width", from?.widths ?? [], to.widths),
    ...heightSteps(sheet, from?.heights ?? [], to.heights),
    ...conditionalSteps(sheet, from, to),
    ...without(from?.messages ?? [], to.messages).map(({ area }): Step => ({ do: "message", sheet, area: toStepArea(area), message: null })),
    ...without(to.messages, from?.messages ?? []).map(({ area, ...message }): Step => ({ do: "message", sheet, area: toStepArea(area), message })),
    ...nameSteps(sheet, from, to),
    ...(same(from?.freeze ?? [0, 0], to.freeze) ? [] : [{ do: "freeze", sheet, rows: to.freeze[0], columns: to.freeze[1] } as const]),
    ...(same(from?.filter, to.filter) ? [] : [{ do: "filter", sheet, area: to.filter ?? null } as const]),
    ...(to.print && !same(from?.print, to.print) ? [{ do: "print", sheet, print: to.print } as const] : []),
    ...viewSteps(sheet, from, to),
  ];
}

type Sizes = SheetLook["widths"];

function sizeSteps(sheet: string, kind: "width" | "height", from: Sizes, to: Sizes): Step[] {
  const gone = without(from, to).map(([first, last]): Step => ({ do: kind, sheet, from: first, to: last, points: null }));
  return [...gone, ...without(to, from).map(([first, last, points]): Step => ({ do: kind, sheet, from: first, to: last, points }))];
}

function heightSteps(sheet: string, from: SheetLook["heights"], to: SheetLook["heights"]): Step[] {
  if ("fit" in to) return same(from, to) ? [] : [{ do: "fit-rows", sheet, from: to.fit[0], to: to.fit[1] }];
  return sizeSteps(sheet, "height", "fit" in from ? [] : from, to);
}

function conditionalSteps(sheet: string, from: SheetLook | undefined, to: SheetLook): Step[] {
  if (same(from?.conditional ?? [], to.conditional)) return [];
  const clear: Step[] = from && from.conditional.length > 0 ? [{ do: "clear-conditional", sheet, formulas: [...new Set([...from.conditional, ...to.conditional].map(({ formula }) => `=${formula}`))] }] : [];
  return [...clear, ...to.conditional.map(({ area, formula, look }): Step => ({ do: "conditional", sheet, area: toStepArea(area), formula: `=${formula}`, ...looks[look] }))];
}

function nameSteps(sheet: string, from: SheetLook | undefined, to: SheetLook): Step[] {
  return without(to.names, from?.names ?? []).map(({ name, refersTo }): Step => {
    const known = from?.names.some((one) => one.name === name) ?? false;
    return { do: known ? "rename-value" : "name", sheet, name, refersTo: `=${refersTo}` };
  });
}

function viewSteps(sheet: string, from: SheetLook | undefined, to: SheetLook): Step[] {
  const view = {
    ...((from?.gridLines ?? true) !== to.gridLines && { gridLines: to.gridLines }),
    ...((from?.tabColour ?? "") !== to.tabColour && { tabColour: to.tabColour }),
    ...((from?.visibility ?? "visible") !== to.visibility && { visibility: to.visibility }),
  };
  return Object.keys(view).length === 0 ? [] : [{ do: "view", sheet, ...view }];
}
