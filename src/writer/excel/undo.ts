import { SHEET_ID_NAME } from "../../sheet/unit-sheet.ts";
import { followSheets, movedSteps } from "./follow.ts";
import type { Matrix } from "./content.ts";
import { changedPlaces } from "./record.ts";
import { hasSheet, readStore, seenSheet, STORE, type SeenWorkbook } from "./seen.ts";
import type { Step } from "./step.ts";

/** Sheets that the kept checkpoint speaks of: they have to be looked into before anything is taken back. */
export const sheetsOfCheckpoint = (seen: SeenWorkbook): string[] => [...new Set((readStore(seen)?.checkpoint?.steps ?? []).map((step) => step.sheet).filter((name) => name !== ""))];

/**
 * The kept checkpoint as steps for the workbook as it is now; undefined where nothing can be taken back.
 *
 * What the user has typed since the write stays: a cell that no longer holds what was written is left alone, an added
 * sheet with such a cell is kept. A write that was never completed is taken back as a whole.
 */
export function planUndo(stands: SeenWorkbook): readonly Step[] | undefined {
  const { seen, moves } = followSheets(stands);
  const store = readStore(seen);
  if (!store?.checkpoint) return undefined;
  const { steps, pending } = store.checkpoint;
  const changed = new Map(
    pending
      ? []
      : store.written.flatMap((written) => {
          const sheet = seenSheet(seen, written.name);
          return sheet ? [[written.name, changedPlaces(written, (row, column) => sheet.cells[row]?.[column])] as const] : [];
        }),
  );
  const isTouched = (name: string) => {
    const sheet = seenSheet(seen, name);
    const test = changed.get(name);
    return sheet !== undefined && test !== undefined && sheet.cells.some((cells, row) => cells.some((_, column) => test(row, column)));
  };
  const kept = new Set(steps.filter((step) => step.do === "delete" && step.sheet !== STORE.sheet && isTouched(step.sheet)).map((step) => step.sheet));
  const back = steps.flatMap((step): Step[] => {
    if (kept.has(step.sheet)) return [];
    if (step.do === "delete" && step.sheet === STORE.sheet && kept.size > 0) return [];
    if (step.do === "calculation") return pending ? [step] : [];
    return step.do === "cells" && changed.has(step.sheet) ? [sparing(step, changed.get(step.sheet)!)] : [step];
  });
  return movedSteps([...possibleSteps(back, seen), ...forgetSteps(store.columns[STORE.checkpoint]!.length, back, seen)], moves);
}

function sparing(step: Extract<Step, { do: "cells" }>, isChanged: (row: number, column: number) => boolean): Step {
  const input: Matrix = step.input.map((cells, row) => cells.map((cell, column) => (isChanged(step.area[0] + row, step.area[1] + column) ? null : cell)));
  return { ...step, input };
}

/** Of steps that take something back, those that can be done: sheets that do not stand (any more) are left out. */
export function possibleSteps(steps: readonly Step[], seen: SeenWorkbook): Step[] {
  const possible = steps.filter((step) => {
    if (step.do === "calculation") return true;
    if (!hasSheet(seen, step.sheet)) return false;
    return step.do !== "rename-value" || step.name !== SHEET_ID_NAME || seenSheet(seen, step.sheet)?.id !== undefined;
  });
  return possible.map((step) => (step.do === "cells" ? { ...step, input: step.input.map((cells) => cells.map((cell) => (isLost(cell, seen) ? null : cell))) } : step));
}

/** Texts, and the sheets that a formula names. */
const SHEET_NAMED = /"(?:[^"]|"")*"|'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!/gu;

/** A formula that looks at a sheet which is not there: Excel would refuse the whole request for it. */
const isLost = (cell: unknown, seen: SeenWorkbook): boolean =>
  typeof cell === "string" && cell.startsWith("=") && [...cell.matchAll(SHEET_NAMED)].some(([, quoted, plain]) => (quoted ?? plain) !== undefined && !hasSheet(seen, (quoted ?? plain)!.replaceAll("''", "'")));

/** Empties the checkpoint, so that it is not taken back twice. */
function forgetSteps(length: number, back: readonly Step[], seen: SeenWorkbook): Step[] {
  if (back.some((step) => step.do === "delete" && step.sheet === STORE.sheet) || !hasSheet(seen, STORE.sheet)) return [];
  return [{ do: "cells", sheet: STORE.sheet, area: [0, STORE.checkpoint, length - 1, STORE.checkpoint], input: Array.from({ length }, () => [""]) }];
}
