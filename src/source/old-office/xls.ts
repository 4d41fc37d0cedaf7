import { readXls } from "hucre";
import { UnreadableFile } from "../unreadable.ts";
import { toGridWorkbook, type GridWorkbook } from "../xlsx.ts";
import { openCompoundFile } from "./compound-file.ts";

const RECORD = { bof: 0x0809, eof: 0x0a, filePass: 0x2f, boundSheet: 0x85 } as const;

/** What hucre does not tell of the workbook stream's first records: Excel 95, a password, hidden sheets. */
function lookAhead(stream: Uint8Array): { readonly isOld: boolean; readonly hasPassword: boolean; readonly hidden: readonly boolean[] } {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const hidden: boolean[] = [];
  let hasPassword = false;
  const isOld = stream.length < 8 || view.getUint16(0, true) !== RECORD.bof || view.getUint16(4, true) !== 0x0600;
  for (let at = 0; at + 4 <= stream.length; ) {
    const [id, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (id === RECORD.eof) break;
    if (id === RECORD.filePass) hasPassword = true;
    if (id === RECORD.boundSheet && at + 9 <= stream.length) hidden.push((view.getUint8(at + 8) & 3) !== 0);
    at += 4 + length;
  }
  return { isOld, hasPassword, hidden };
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
    return { sheets: workbook.sheets.map((sheet, at) => ({ ...sheet, visible: !hidden[at] })) };
  } catch {
    throw new UnreadableFile("damaged-workbook");
  }
}
