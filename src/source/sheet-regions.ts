import type { GridSheet } from "./xlsx.ts";

/** A rectangle of a sheet that is read by itself: rows and columns, last ones included. */
export interface SheetRegion {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const isLabel = (value: unknown) => typeof value === "string" && /[\u4e00-\u9fff]{2}/.test(value);

/** Rows below the top of a sheet among which a table may begin. */
const TOPMOST = 12;

/** What stands at each place of a sheet, as 0 or 1 at `row * width + column`. */
interface Occupied {
  readonly width: number;
  /** Anything there; a merged cell fills all of its places. */
  readonly filled: Uint8Array;
  readonly labels: Uint8Array;
  /** The last row of each column in which anything stands, -1 for none. */
  readonly lastRow: Int32Array;
}

function occupancy(sheet: GridSheet, width: number): Occupied {
  const filled = new Uint8Array(sheet.rows.length * width);
  const labels = new Uint8Array(sheet.rows.length * width);
  const lastRow = new Int32Array(width).fill(-1);
  sheet.rows.forEach((cells, row) => {
    for (let column = 0; column < Math.min(width, cells.length); column++) {
      const value = cells[column]?.value ?? "";
      if (value === "") continue;
      filled[row * width + column] = 1;
      if (isLabel(value)) labels[row * width + column] = 1;
    }
  });
  for (const { top, left, bottom, right } of sheet.merges) {
    for (let row = top; row <= Math.min(bottom, sheet.rows.length - 1); row++) filled.fill(1, row * width + Math.min(left, width), row * width + Math.min(right + 1, width));
  }
  for (let at = 0; at < filled.length; at++) if (filled[at] === 1) lastRow[at % width] = Math.floor(at / width);
  return { width, filled, labels, lastRow };
}

/** True where some column within the sheet is empty below its first rows: else no gap can be found. */
const mayHaveGap = ({ lastRow }: Occupied, { bottom, right }: SheetRegion): boolean => lastRow.some((row, column) => column >= 1 && column < right && row < Math.min(TOPMOST - 1, bottom));

const hasOne = (marks: Uint8Array, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (marks[at] === 1) return true;
  return false;
};

/** True where most rows of a side hold a label: a side of figures alone belongs to the labels on the other side. */
function isLabelled({ width, filled, labels }: Occupied, region: SheetRegion): boolean {
  let rows = 0;
  let labelled = 0;
  for (let row = region.top; row <= region.bottom; row++) {
    const [from, to] = [row * width + region.left, row * width + region.right + 1];
    if (hasOne(filled, from, to)) rows++;
    if (hasOne(labels, from, to)) labelled++;
  }
  return labelled >= 2 && labelled > rows / 2;
}

/** The column between two tables that stand side by side in a region, or -1. */
function findGap(occupied: Occupied, region: SheetRegion): number {
  for (let column = region.left + 1; column < region.right; column++) {
    if (occupied.lastRow[column]! >= region.top) continue;
    const sides = [{ ...region, right: column - 1 }, { ...region, left: column + 1 }];
    if (sides.every((side) => isLabelled(occupied, side))) return column;
  }
  return -1;
}

/**
 * Parts a sheet on which tables stand side by side, in reading order: left before right between the lines that span
 * them. A sheet without such tables is one region.
 */
export function regionsOf(sheet: GridSheet): SheetRegion[] {
  const width = sheet.rows.reduce((widest, row) => Math.max(widest, Math.min(200, row.length)), 1);
  const whole: SheetRegion = { top: 0, bottom: sheet.rows.length - 1, left: 0, right: width - 1 };
  const occupied = occupancy(sheet, width);
  if (!mayHaveGap(occupied, whole)) return [whole];
  const part = (region: SheetRegion): SheetRegion[] => {
    const gap = findGap(occupied, region);
    return gap < 0 ? [region] : [...part({ ...region, right: gap - 1 }), ...part({ ...region, left: gap + 1 })];
  };
  // Titles and notes above span the gaps, or merge over them: look for gaps behind the first rows.
  let best: { readonly top: number; readonly regions: SheetRegion[] } = { top: 0, regions: [whole] };
  for (let top = 0; top < Math.min(TOPMOST, sheet.rows.length); top++) {
    const regions = part({ ...whole, top });
    if (regions.length > best.regions.length) best = { top, regions };
  }
  return best.top === 0 ? best.regions : [{ ...whole, bottom: best.top - 1 }, ...best.regions];
}
