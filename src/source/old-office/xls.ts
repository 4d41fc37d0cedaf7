import { readXls } from "hucre";
import { UnreadableFile } from "../unreadable.ts";
import { toGridWorkbook, type GridWorkbook } from "../xlsx.ts";
import { openCompoundFile } from "./compound-file.ts";

const RECORD = { bof: 0x0809, eof: 0x0a, filePass: 0x2f, boundSheet: 0x85, row: 0x208, columns: 0x7d } as const;

/** The records of a sheet, or of the workbook itself, from a place in the stream to their end. */
function* recordsFrom(stream: Uint8Array, start: number): Generator<{ readonly id: number; readonly view: DataView }> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = start; at + 4 <= stream.length; ) {
    const [id, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (id === RECORD.eof || at + 4 + length > stream.length) return;
    yield { id, view: new DataView(stream.buffer, stream.byteOffset + at + 4, length) };
    at += 4 + length;
  }
}

interface Hidden {
  readonly sheet: boolean;
  readonly hiddenRows?: ReadonlySet<number>;
  readonly hiddenColumns?: ReadonlySet<number>;
}

function hiddenIn(stream: Uint8Array, sheet: { readonly start: number; readonly hidden: boolean }): Hidden {
  const rows = new Set<number>();
  const columns = new Set<number>();
  for (const { id, view } of recordsFrom(stream, sheet.start)) {
    if (id === RECORD.row && view.byteLength >= 16 && view.getUint16(12, true) & 0x20) rows.add(view.getUint16(0, true));
    if (id === RECORD.columns && view.byteLength >= 10 && view.getUint16(8, true) & 1) for (let column = view.getUint16(0, true); column <= Math.min(255, view.getUint16(2, true)); column++) columns.add(column);
  }
  return { sheet: sheet.hidden, ...(rows.size > 0 && { hiddenRows: rows }), ...(columns.size > 0 && { hiddenColumns: columns }) };
}

/** What hucre does not tell: Excel 95, a password, hidden sheets, rows and columns. */
function lookAhead(stream: Uint8Array): { readonly isOld: boolean; readonly hasPassword: boolean; readonly hidden: readonly Hidden[] } {
  const sheets: { start: number; hidden: boolean }[] = [];
  let [isOld, hasPassword, first] = [true, false, true];
  for (const { id, view } of recordsFrom(stream, 0)) {
    if (first) isOld = id !== RECORD.bof || view.byteLength < 2 || view.getUint16(0, true) !== 0x0600;
    first = false;
    if (id === RECORD.filePass) hasPassword = true;
    if (id === RECORD.boundSheet && view.byteLength >= 6) sheets.push({ start: view.getUint32(0, true), hidden: (view.getUint8(4) & 3) !== 0 });
  }
  return { isOld, hasPassword, hidden: sheets.map((sheet) => hiddenIn(stream, sheet)) };
}

/**
 * Reads an .xls file (Excel 97 to 2003, and WPS's .et). The only file that knows hucre's reader of it.
 *
 * Throws UnreadableFile: damaged, under a password, or older.
 */
export async function readXlsGrid(bytes: Uint8Array): Promise<GridWorkbook> {
  const file = openCompoundFile(bytes);
  const stream = file.stream("Workbook") ?? file.stream("Book");
  if (!stream) throw new UnreadableFile("old-excel");
  const { isOld, hasPassword, hidden } = lookAhead(stream);
  if (hasPassword) throw new UnreadableFile("password");
  if (isOld) throw new UnreadableFile("old-excel");
  try {
    const workbook = toGridWorkbook(await readXls(bytes));
    return { sheets: workbook.sheets.map((sheet, at) => ({ ...sheet, visible: !hidden[at]?.sheet, hiddenRows: hidden[at]?.hiddenRows, hiddenColumns: hidden[at]?.hiddenColumns })) };
  } catch {
    throw new UnreadableFile("damaged-workbook");
  }
}
