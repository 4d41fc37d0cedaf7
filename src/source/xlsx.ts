import { readXlsx, type Cell, type CellValue, type Sheet } from "hucre/xlsx";

export type GridValue = string | number | boolean | null;

/** A cell as the file holds it. A formula whose result was not saved has the value null. */
export interface GridCell {
  readonly value: GridValue;
  readonly formula?: string;
}

export interface GridSheet {
  readonly name: string;
  readonly visible: boolean;
  /** By row and column, from 0; holes where nothing stands. */
  readonly rows: readonly (readonly (GridCell | undefined)[])[];
  readonly merges: readonly { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }[];
  /** Sheet-scoped names, as formula text without `=`. */
  readonly names: readonly { readonly name: string; readonly refersTo: string }[];
}

/** A workbook as plain cells: what every spreadsheet source looks like to the rooms after this one. */
export interface GridWorkbook {
  readonly sheets: readonly GridSheet[];
}

/** Larger files are refused before they are unpacked in full (zip bombs). */
const MAX_BYTES = 200_000_000;

const plain = (value: CellValue | undefined): GridValue => (value instanceof Date ? value.toISOString().slice(0, 10) : (value ?? null));

const toGridCell = (value: CellValue | undefined, detail: Cell | undefined): GridCell | undefined => {
  if (detail?.formula !== undefined) return { value: plain(detail.formulaResult ?? detail.value), formula: detail.formula };
  const text = detail?.richText ? detail.richText.map((run) => run.text).join("") : plain(value ?? detail?.value);
  return text === null || text === "" ? undefined : { value: text };
};

function toRows(sheet: Sheet): (GridCell | undefined)[][] {
  const rows = sheet.rows.map((row, index) => row.map((value, column) => toGridCell(value, sheet.cells?.get(`${index},${column}`))));
  for (const [key, detail] of sheet.cells ?? []) {
    const [row = 0, column = 0] = key.split(",").map(Number);
    const cell = toGridCell(undefined, detail);
    if (!cell || rows[row]?.[column]) continue;
    while (rows.length <= row) rows.push([]);
    rows[row]![column] = cell;
  }
  return rows;
}

/**
 * Reads an .xlsx file of whatever program.
 *
 * Throws on a file that is none, is encrypted or is too large: the caller turns that into `file-unreadable`.
 */
export async function readXlsxGrid(bytes: Uint8Array): Promise<GridWorkbook> {
  if (bytes.length > MAX_BYTES) throw new RangeError(`workbook of ${bytes.length} bytes`);
  const workbook = await readXlsx(bytes);
  return {
    sheets: workbook.sheets.map((sheet) => ({
      name: sheet.name,
      visible: !sheet.hidden && !sheet.veryHidden,
      rows: toRows(sheet),
      merges: (sheet.merges ?? []).map((merge) => ({ top: merge.startRow, left: merge.startCol, bottom: merge.endRow, right: merge.endCol })),
      names: (workbook.namedRanges ?? []).filter((name) => name.scope === sheet.name).map((name) => ({ name: name.name, refersTo: name.range })),
    })),
  };
}
