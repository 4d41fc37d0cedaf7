import type { PlanValue } from "../../src/sheet/plan.ts";
import { holds, type PlannedCell } from "../../src/writer/excel/content.ts";
import { seenSheet, type SeenWorkbook } from "../../src/writer/excel/seen.ts";
import type { Step } from "../../src/writer/excel/step.ts";

/**
 * Steps that put a failed write back, as the workbook stands now: a cell that holds nothing of what was written is left
 * alone, for it was never reached, or somebody has written there meanwhile.
 */
export function spareOthers(rollback: readonly Step[], written: readonly Step[], now: SeenWorkbook): readonly Step[] {
  const ours = new Map<string, PlannedCell[]>();
  // A link brings text of its own into its cell.
  const linked = new Set(written.flatMap((step) => (step.do === "link" ? [keyOf(step.sheet, step.row, step.column)] : [])));
  for (const step of written) {
    eachPlace(step, (key, input) => ours.set(key, [...(ours.get(key) ?? []), { input, text: typeof input === "string" && !input.startsWith("=") }]));
  }
  return rollback.map((step) => {
    if (step.do !== "cells") return step;
    const sheet = seenSheet(now, step.sheet);
    if (!sheet) return step;
    const isOurs = (row: number, column: number): boolean => {
      const inputs = ours.get(keyOf(step.sheet, row, column));
      return !inputs || linked.has(keyOf(step.sheet, row, column)) || inputs.some((input) => holds(input, sheet.cells[row]?.[column] ?? ""));
    };
    return { ...step, input: step.input.map((cells, row) => cells.map((cell, column): PlanValue => (isOurs(step.area[0] + row, step.area[1] + column) ? cell : null))) };
  });
}

const keyOf = (sheet: string, row: number, column: number): string => `${sheet.toLowerCase()}!${row},${column}`;

function eachPlace(step: Step, take: (key: string, input: NonNullable<PlanValue>) => void): void {
  if (step.do !== "cells") return;
  step.input.forEach((cells, row) => cells.forEach((input, column) => {
    if (input !== null) take(keyOf(step.sheet, step.area[0] + row, step.area[1] + column), input);
  }));
}
