import type { Grid, GridCell, GridRow } from "./model.ts";

/**
 * Breaks a table in two before its `at`th data row, header repeated.
 *
 * A label that spans the break ends at it and begins again, empty, in the second part.
 */
export function splitGrid(grid: Grid, at: number): readonly [Grid, Grid] {
  const first = grid.rows.findIndex((row) => row.kind === "data");
  const cut = Math.min(first + at, grid.rows.length - 1);
  const open: GridCell[] = [];
  const before = grid.rows.slice(0, cut).map((row, r): GridRow => ({
    ...row,
    cells: row.cells.map((cell) => {
      if (r + cell.rowSpan <= cut) return cell;
      open.push({ ...cell, text: "", rowSpan: r + cell.rowSpan - cut });
      return { ...cell, rowSpan: cut - r };
    }),
  }));
  const after = grid.rows.slice(cut).map((row, r): GridRow => (r === 0 ? { ...row, cells: [...open, ...row.cells] } : row));
  return [{ ...grid, rows: before }, { ...grid, rows: [...grid.rows.slice(0, first), ...after] }];
}
