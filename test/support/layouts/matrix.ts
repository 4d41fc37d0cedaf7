import type { Grid, GridCell } from "./model.ts";

/** One place of a table: the cell that begins here, or undefined where a merged cell reaches over it. */
export interface Place {
  readonly cell: GridCell;
  readonly begins: boolean;
}

/**
 * The table as rows and columns, merged cells laid out as HTML lays them out.
 *
 * A row with too few cells leaves places undefined; one with too many is longer than the table.
 */
export function placesOf(grid: Grid): (Place | undefined)[][] {
  const matrix: (Place | undefined)[][] = grid.rows.map(() => []);
  grid.rows.forEach((row, r) => {
    let column = 0;
    for (const cell of row.cells) {
      while (matrix[r]![column]) column++;
      for (let down = 0; down < cell.rowSpan && r + down < matrix.length; down++) {
        for (let right = 0; right < cell.colSpan; right++) matrix[r + down]![column + right] = { cell, begins: down === 0 && right === 0 };
      }
      column += cell.colSpan;
    }
  });
  return matrix.map((row) => Array.from({ length: Math.max(row.length, grid.columns) }, (_, c) => row[c]));
}

/** Texts of every place, merged cells printed once and empty elsewhere. */
export function textsOf(grid: Grid): string[][] {
  return placesOf(grid).map((row) => row.map((place) => (place?.begins ? place.cell.text : "")));
}
