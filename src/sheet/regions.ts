import type { PlanCell, PlanValue, SheetPlan } from "./plan.ts";

/** A rectangle to be written in one go. `null` leaves a cell empty. */
export interface PlanRegion {
  readonly top: number;
  readonly left: number;
  readonly values: readonly (readonly PlanValue[])[];
  /** As `Range.formulas` wants it: `=…` for formulas, texts that begin like one guarded by an apostrophe. */
  readonly formulas: readonly (readonly (string | number | boolean)[])[];
  readonly numberFormats: readonly (readonly string[])[];
}

/** Rough bytes of one request; Excel on the web takes 5 MB, we stay well below 1 MB. */
const BYTES_PER_REGION = 600_000;

/**
 * A sheet's content as few rectangles: blocks of columns between empty ones, cut into runs of rows that stay far
 * below Excel's limit for a request.
 */
export function regionsOf(sheet: SheetPlan): PlanRegion[] {
  const filled = sheet.cells.filter((cell) => cell.formula !== undefined || (cell.value ?? null) !== null || cell.numberFormat !== undefined);
  return columnBlocks(filled).flatMap((cells) => rowRuns(cells).map(toRegion));
}

function columnBlocks(cells: readonly PlanCell[]): PlanCell[][] {
  const used = [...new Set(cells.map((cell) => cell.column))].sort((a, b) => a - b);
  const blockOf = new Map<number, number>();
  used.forEach((column, index) => blockOf.set(column, index > 0 && used[index - 1] === column - 1 ? blockOf.get(column - 1)! : column));
  return [...new Set(blockOf.values())].map((block) => cells.filter((cell) => blockOf.get(cell.column) === block));
}

function rowRuns(cells: readonly PlanCell[]): PlanCell[][] {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const runs: PlanCell[][] = [];
  let bytes = Infinity;
  for (const cell of sorted) {
    const size = 24 + 3 * ((cell.formula?.length ?? 0) + String(cell.value ?? "").length);
    const last = runs[runs.length - 1];
    if (bytes + size > BYTES_PER_REGION && last?.[last.length - 1]?.row !== cell.row) {
      runs.push([]);
      bytes = 0;
    }
    runs[runs.length - 1]!.push(cell);
    bytes += size;
  }
  return runs;
}

const least = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.min(a, b));
const most = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.max(a, b));

function toRegion(cells: readonly PlanCell[]): PlanRegion {
  const rows = cells.map((cell) => cell.row);
  const columns = cells.map((cell) => cell.column);
  const [top, left] = [least(rows), least(columns)];
  const height = most(rows) - top + 1;
  const width = most(columns) - left + 1;
  const grid = <T>(empty: T): T[][] => Array.from({ length: height }, () => Array.from({ length: width }, () => empty));
  const [values, formulas, numberFormats] = [grid<PlanValue>(null), grid<string | number | boolean>(""), grid("General")];
  for (const cell of cells) {
    const [row, column] = [cell.row - top, cell.column - left];
    values[row]![column] = cell.value ?? null;
    formulas[row]![column] = cell.formula === undefined ? guardText(cell.value ?? "") : `=${cell.formula}`;
    numberFormats[row]![column] = cell.numberFormat ?? "General";
  }
  return { top, left, values, formulas, numberFormats };
}

/** Excel takes what follows an apostrophe as text; so are texts that look like numbers, dates or formulas kept as they are. */
export const guardText = (value: string | number | boolean): string | number | boolean => (typeof value === "string" && /^['=+\-@\t\r\d.(%]|^[A-Za-z]+$/.test(value) ? `'${value}` : value);
