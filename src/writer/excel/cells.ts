import type { PlanArea } from "../../sheet/plan.ts";
import { canonical, type Matrix, type PlannedCell } from "./content.ts";
import { atOnce, CELLS_A_PART, type InParts } from "./in-parts.ts";
import type { Step } from "./step.ts";

/** Rows of change this near to each other are one block: nulls between them cost less than a block. */
const JOIN_ROWS = 4;
/** Larger blocks Office.js cuts itself, at a higher price. */
const MOST_CELLS = 1_500;
/** Text of one block, in UTF-16 units. */
const MOST_TEXT = 120_000;

export interface CellChange {
  readonly row: number;
  readonly column: number;
  readonly input: string | number | boolean;
}

/** Few blocks that hold all changes; null stands where a cell is to be left alone. */
export const blockSteps = (sheet: string, changes: readonly CellChange[]): Step[] => atOnce(blocksInParts(sheet, changes));

/** `blockSteps`, in parts where there are many changes. */
export function* blocksInParts(sheet: string, changes: readonly CellChange[]): InParts<Step[]> {
  const byRow = new Map<number, CellChange[]>();
  let count = 0;
  for (const change of changes) {
    if (++count % CELLS_A_PART === 0) yield;
    const cells = byRow.get(change.row);
    if (cells) cells.push(change);
    else byRow.set(change.row, [change]);
  }
  const blocks: CellChange[][] = [];
  let area: PlanArea | undefined;
  let text = 0;
  for (const row of [...byRow.keys()].sort((a, b) => a - b)) {
    const cells = byRow.get(row)!;
    count += cells.length;
    if (count > CELLS_A_PART) yield void (count = 0);
    const columns = cells.map((cell) => cell.column);
    const length = cells.reduce((sum, cell) => sum + String(cell.input).length + 3, 0);
    const wider: PlanArea = { top: area?.top ?? row, bottom: row, left: Math.min(area?.left ?? Infinity, ...columns), right: Math.max(area?.right ?? 0, ...columns) };
    const size = (wider.bottom - wider.top + 1) * (wider.right - wider.left + 1);
    if (area && row - area.bottom <= JOIN_ROWS && size <= MOST_CELLS && text + length <= MOST_TEXT) {
      blocks[blocks.length - 1]!.push(...cells);
      area = wider;
      text += length;
    } else {
      blocks.push([...cells]);
      area = { top: row, bottom: row, left: Math.min(...columns), right: Math.max(...columns) };
      text = length;
    }
  }
  const steps: Step[] = [];
  for (const cells of blocks) {
    steps.push(toBlock(sheet, cells));
    yield;
  }
  return steps;
}

function toBlock(sheet: string, cells: readonly CellChange[]): Step {
  let [top, left, bottom, right] = [Infinity, Infinity, 0, 0];
  for (const { row, column } of cells) [top, left, bottom, right] = [Math.min(top, row), Math.min(left, column), Math.max(bottom, row), Math.max(right, column)];
  const input: Matrix = Array.from({ length: bottom - top + 1 }, () => Array.from({ length: right - left + 1 }, () => null));
  for (const cell of cells) input[cell.row - top]![cell.column - left] = cell.input;
  return { do: "cells", sheet, area: [top, left, bottom, right], input };
}

/** Planned cells that differ from the base they are written over; an empty cell over nothing is no change. */
export function changesOver(planned: readonly (readonly (PlannedCell | undefined)[])[], base: readonly (readonly (PlannedCell | undefined)[])[] = []): CellChange[] {
  const changes: CellChange[] = [];
  planned.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      if (!cell) return;
      const under = base[row]?.[column];
      const isSame = under ? (cell.input === under.input && cell.text === under.text) || canonical(cell.input, cell.text) === canonical(under.input, under.text) : cell.input === "";
      if (!isSame) changes.push({ row, column, input: cell.input });
    }),
  );
  return changes;
}
