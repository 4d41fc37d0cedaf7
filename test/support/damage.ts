import type { CellId } from "../../src/form/compile.ts";
import type { TableId } from "../../src/form/definition.ts";
import type { Drawing, Grid, GridCell } from "./layouts/model.ts";
import { seededRandom, type Random } from "./random.ts";

export type DamageKind = "drop" | "blank" | "duplicate" | "alter" | "swap" | "drop-row" | "glue" | "drop-label";

/** One thing that was done to a cell list. `printed` is what now stands for the cell, undefined where it is gone. */
export interface Damage {
  readonly kind: DamageKind;
  readonly table: TableId;
  readonly cells: readonly CellId[];
  readonly printed?: string;
}

export interface Damaged {
  readonly drawing: Drawing;
  readonly damages: readonly Damage[];
}

interface Spot {
  readonly row: number;
  readonly index: number;
  readonly cell: GridCell;
}

type Work = (grid: Grid, spot: Spot, random: Random) => { readonly grid: Grid; readonly cells: readonly CellId[]; readonly printed?: string };

/** The grid with the cells of one row replaced. */
const withRow = (grid: Grid, row: number, cells: readonly GridCell[]): Grid => ({ ...grid, rows: grid.rows.map((entry, r) => (r === row ? { ...entry, cells } : entry)) });
const cellsAt = (grid: Grid, spot: Spot) => grid.rows[spot.row]!.cells;
const replaced = (grid: Grid, spot: Spot, cells: readonly GridCell[], count = 1) =>
  withRow(grid, spot.row, [...cellsAt(grid, spot).slice(0, spot.index), ...cells, ...cellsAt(grid, spot).slice(spot.index + count)]);
const idsOf = (...cells: readonly (GridCell | undefined)[]) => cells.flatMap((cell) => (cell?.figure ? [cell.figure] : []));

const works: Readonly<Record<DamageKind, Work>> = {
  /** Gone, the cells behind it move up. */
  drop: (grid, spot) => ({ grid: replaced(grid, spot, []), cells: idsOf(spot.cell) }),
  /** Its place stays, empty. */
  blank: (grid, spot) => ({ grid: replaced(grid, spot, [{ ...spot.cell, text: "", blank: true }]), cells: idsOf(spot.cell), printed: "" }),
  duplicate: (grid, spot) => ({ grid: replaced(grid, spot, [spot.cell, { ...spot.cell, role: "extra", figure: undefined }]), cells: idsOf(spot.cell), printed: spot.cell.text }),
  alter: (grid, spot, random) => {
    const text = alterDigit(spot.cell.text, random);
    return { grid: replaced(grid, spot, [{ ...spot.cell, text }]), cells: idsOf(spot.cell), printed: text };
  },
  swap: (grid, spot) => {
    const next = cellsAt(grid, spot)[spot.index + 1];
    if (!next?.figure || next.text === spot.cell.text) return { grid, cells: [] };
    return { grid: replaced(grid, spot, [{ ...spot.cell, text: next.text }, { ...next, text: spot.cell.text }], 2), cells: idsOf(spot.cell, next) };
  },
  /** Two neighbours run into one. */
  glue: (grid, spot) => {
    const next = cellsAt(grid, spot)[spot.index + 1];
    if (!next?.figure) return { grid, cells: [] };
    return { grid: replaced(grid, spot, [{ ...spot.cell, text: spot.cell.text + next.text }], 2), cells: idsOf(spot.cell, next), printed: spot.cell.text + next.text };
  },
  /** All figures of the row gone, its label stays. */
  "drop-row": (grid, spot) => {
    const cells = cellsAt(grid, spot);
    return { grid: withRow(grid, spot.row, cells.filter((cell) => !cell.figure)), cells: idsOf(...cells) };
  },
  /** The row's label gone, its figures stay. */
  "drop-label": (grid, spot) => {
    const cells = cellsAt(grid, spot);
    return { grid: withRow(grid, spot.row, cells.filter((cell) => cell.role !== "label")), cells: idsOf(...cells) };
  },
};

function alterDigit(text: string, random: Random): string {
  const digits = [...text].flatMap((char, i) => (/\d/.test(char) ? [i] : []));
  if (digits.length === 0) return text;
  const at = random.pick(digits);
  return text.slice(0, at) + String((Number(text[at]) + random.int(1, 9)) % 10) + text.slice(at + 1);
}

const spotsOf = (grid: Grid): Spot[] => grid.rows.flatMap((entry, row) => entry.cells.flatMap((cell, index) => (cell.figure ? [{ row, index, cell }] : [])));

/**
 * Does `count` random damages of the wanted kinds to the figures of a drawing, before any layout is written.
 *
 * What was done is told, so that a test knows the truth: cells in no damage's list still stand as they were
 * (though others of their row may have moved up).
 */
export function damageDrawing(drawing: Drawing, seed: number, count = 1, kinds: readonly DamageKind[] = Object.keys(works) as DamageKind[]): Damaged {
  const random = seededRandom(seed);
  const damages: Damage[] = [];
  let parts = drawing.parts;
  for (let i = 0; i < count; i++) {
    const grids = parts.flatMap((part, at) => (part.kind === "grid" && spotsOf(part.grid).length > 0 ? [{ at, grid: part.grid }] : []));
    if (grids.length === 0) break;
    const { at, grid } = random.pick(grids);
    const kind = random.pick(kinds);
    const done = works[kind](grid, random.pick(spotsOf(grid)), random);
    if (done.cells.length === 0) continue;
    damages.push({ kind, table: grid.table, cells: done.cells, printed: done.printed });
    parts = parts.map((part, index) => (index === at ? { kind: "grid", grid: done.grid } : part));
  }
  return { drawing: { ...drawing, parts }, damages };
}
