import { cellId, type CellId, type Form } from "./compile.ts";
import type { EditionId, TableId } from "./definition.ts";

interface RowMapping {
  readonly table: TableId;
  readonly from: EditionId;
  readonly to: EditionId;
  /** Row of the target edition → rows of the source edition that add up to it. */
  readonly rows: Readonly<Record<string, readonly string[]>>;
}

/** Rows whose ids differ between editions but whose official meaning is the same. Equal ids map by themselves. */
export const rowMappings: readonly RowMapping[] = [
  { table: "requests", from: "2019", to: "2021", rows: { "other-handling-rest": ["other-handling"] } },
  {
    table: "requests",
    from: "2021",
    to: "2019",
    rows: { "other-handling": ["other-handling-not-corrected", "other-handling-fee-not-paid", "other-handling-rest"] },
  },
];

/**
 * Cells of `source` that add up to one cell of `target` (the same table in another edition).
 *
 * An empty list says that the source edition has no such figure: the target cell then stays blank for that unit.
 */
export function mapCell(target: Form, id: CellId, source: Form): readonly CellId[] {
  if (target.id !== source.id) return [];
  const cell = target.cell(id);
  if (!cell) return [];
  const mapping = rowMappings.find((entry) => entry.table === target.id && entry.from === source.edition && entry.to === target.edition);
  const rows = mapping?.rows[cell.row.id] ?? [cell.row.id];
  const cells = rows.map((row) => source.cell(cellId(row, cell.column.id)));
  return cells.every((found) => found && found.measure.id === cell.measure.id) ? cells.map((found) => found!.id) : [];
}

/** The rows of `target` that are made of other rows of `source`: what a person should know was mapped. Rows of one id go without saying. */
export function mappedRows(target: Form, source: Form): readonly { readonly from: readonly string[]; readonly to: string }[] {
  const mapping = rowMappings.find((entry) => entry.table === target.id && entry.from === source.edition && entry.to === target.edition);
  return Object.entries(mapping?.rows ?? {}).map(([to, from]) => ({ from, to }));
}
