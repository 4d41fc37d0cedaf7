import type { CellId } from "../form/compile.ts";
import type { GridSheet } from "../source/xlsx.ts";
import type { Place } from "./address.ts";
import type { LayoutBox } from "./layout-box.ts";
import type { TableLayout } from "./layout.ts";

type Rows = GridSheet["rows"];

/** How far below its headings the data row of a strip may have been pushed. */
const LOOK_DOWN = 3;

const plain = (text: unknown): string => String(text ?? "").normalize("NFKC").replace(/\s+/g, "");

/** Where the labels of one printed row were found: the sheet's row and, by layout column, the sheet's column. */
interface FoundRow {
  readonly row: number;
  readonly columns: ReadonlyMap<number, number>;
}

/**
 * Finds every official cell of a laid out table on a sheet that a person may have changed, by its labels, from row
 * `from` on: rows and columns that were inserted are followed.
 *
 * A cell whose row label or column heading cannot be found in its order is left out: it is never guessed.
 */
export function locateTable(layout: TableLayout, rows: Rows, from: number): { places: Map<CellId, Place>; end: number } {
  const found = matchRows(layout, rows, from);
  const places = new Map<CellId, Place>();
  for (const [id, box] of layout.boxOf) {
    const heading = headingOf(layout, box);
    const column = heading && found.get(heading.row)?.columns.get(box.column);
    const row = column === undefined ? undefined : (found.get(box.row)?.row ?? unlabelledRow(layout, box, found, rows));
    if (row !== undefined && column !== undefined) places.set(id, { row, column });
  }
  return { places, end: Math.max(from, ...[...found.values()].map((one) => one.row + 1)) };
}

/** The lowest heading that stands above a figure in its own column. */
const headingOf = (layout: TableLayout, figure: LayoutBox): LayoutBox | undefined =>
  layout.boxes.filter((box) => box.role === "header" && box.column === figure.column && box.row < figure.row).sort((a, b) => b.row - a.row)[0];

function matchRows(layout: TableLayout, rows: Rows, from: number): Map<number, FoundRow> {
  const found = new Map<number, FoundRow>();
  let next = from;
  for (let row = layout.top; row < layout.end; row++) {
    const labels = layout.boxes.filter((box) => box.row === row && box.text !== "").sort((a, b) => a.column - b.column);
    if (labels.length === 0) continue;
    for (let candidate = next; candidate < rows.length; candidate++) {
      const columns = matchLabels(labels, rows[candidate] ?? []);
      if (!columns) continue;
      found.set(row, { row: candidate, columns });
      next = candidate + 1;
      break;
    }
  }
  return found;
}

/** The columns of the labels where all of them stand in this row, in order. */
function matchLabels(labels: readonly LayoutBox[], row: Rows[number]): Map<number, number> | undefined {
  const columns = new Map<number, number>();
  let next = 0;
  for (const label of labels) {
    const wanted = plain(label.text);
    while (next < row.length && plain(row[next]?.value) !== wanted) next += 1;
    if (next >= row.length) return undefined;
    columns.set(label.column, next);
    next += 1;
  }
  return columns;
}

/** A row without labels of its own (table 四): the first below its headings that holds anything. */
function unlabelledRow(layout: TableLayout, box: LayoutBox, found: ReadonlyMap<number, FoundRow>, rows: Rows): number | undefined {
  const labelled = layout.boxes.some((other) => other.row === box.row && other.text !== "");
  const above = found.get(box.row - 1);
  if (labelled || !above) return undefined;
  const holds = (row: number) => (rows[row] ?? []).slice(0, Math.max(...above.columns.values()) + 1).some((cell) => cell !== undefined);
  const candidates = Array.from({ length: LOOK_DOWN }, (_, index) => above.row + 1 + index);
  return candidates.find(holds) ?? above.row + 1;
}

/** Row of a title or caption text, from `from` on; -1 where it is not there. */
export const findText = (rows: Rows, text: string, from = 0): number => rows.findIndex((row, index) => index >= from && row.some((cell) => plain(cell?.value) === plain(text)));

/** What stands to the right of a caption, in its row, before column `before`. */
export function valueBeside(rows: Rows, caption: string): string | number | undefined {
  const row = rows[findText(rows, caption)];
  const at = row?.findIndex((cell) => plain(cell?.value) === plain(caption)) ?? -1;
  const value = at < 0 ? undefined : row?.slice(at + 1).find((cell) => cell !== undefined)?.value;
  return typeof value === "string" || typeof value === "number" ? value : undefined;
}
