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

interface Occupied {
  /** Anything there; a merged cell fills all of its places. */
  readonly at: (row: number, column: number) => boolean;
  readonly label: (row: number, column: number) => boolean;
}

function occupancy(sheet: GridSheet, width: number): Occupied {
  const filled = new Uint8Array(sheet.rows.length * width);
  sheet.rows.forEach((cells, row) => {
    for (let column = 0; column < Math.min(width, cells.length); column++) if ((cells[column]?.value ?? "") !== "") filled[row * width + column] = 1;
  });
  for (const { top, left, bottom, right } of sheet.merges) {
    for (let row = top; row <= Math.min(bottom, sheet.rows.length - 1); row++) filled.fill(1, row * width + Math.min(left, width), row * width + Math.min(right + 1, width));
  }
  return { at: (row, column) => filled[row * width + column] === 1, label: (row, column) => isLabel(sheet.rows[row]?.[column]?.value) };
}

/** True where some column within the sheet is empty below its first rows: else no gap can be found. */
function mayHaveGap(occupied: Occupied, { bottom, right }: SheetRegion): boolean {
  for (let column = 1; column < right; column++) {
    let row = Math.min(TOPMOST - 1, bottom);
    while (row <= bottom && !occupied.at(row, column)) row++;
    if (row > bottom) return true;
  }
  return false;
}

/** True where most rows of a side hold a label: a side of figures alone belongs to the labels on the other side. */
function isLabelled(occupied: Occupied, region: SheetRegion): boolean {
  let rows = 0;
  let labelled = 0;
  for (let row = region.top; row <= region.bottom; row++) {
    let filled = false;
    let label = false;
    for (let column = region.left; column <= region.right; column++) {
      filled ||= occupied.at(row, column);
      label ||= occupied.label(row, column);
    }
    if (filled) rows++;
    if (label) labelled++;
  }
  return labelled >= 2 && labelled > rows / 2;
}

/** The column between two tables that stand side by side in a region, or -1. */
function findGap(occupied: Occupied, region: SheetRegion): number {
  for (let column = region.left + 1; column < region.right; column++) {
    let empty = true;
    for (let row = region.top; empty && row <= region.bottom; row++) empty = !occupied.at(row, column);
    if (!empty) continue;
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
