import { isRosterHeading, parseRoster, type ParsedRoster } from "../consolidation/roster.ts";
import { decodeText } from "../source/decode.ts";
import { parseCsv } from "../source/csv.ts";
import type { GridWorkbook } from "../source/xlsx.ts";
import { UnreadableFile } from "../source/unreadable.ts";
import { kindOf } from "./file-kind.ts";
import type { InputFile } from "./taken.ts";

/** Rows above the headings of a list: a title, a note. */
const MOST_ABOVE = 10;

/** A roster out of rows of text, wherever its headings stand near the top; undefined where there are none. */
export function findRoster(rows: readonly (readonly string[])[]): ParsedRoster | undefined {
  const at = rows.slice(0, MOST_ABOVE).findIndex(isRosterHeading);
  return at < 0 ? undefined : parseRoster(rows.slice(at), at + 1);
}

const toRows = ({ sheets }: GridWorkbook): string[][][] =>
  sheets.filter((sheet) => sheet.visible).map((sheet) => Array.from(sheet.rows, (row) => Array.from(row, (cell) => String(cell?.value ?? ""))));

/** Rows of text as they are pasted or saved: separated by tabs where there is one, otherwise by commas. */
export const splitRows = (text: string): readonly (readonly string[])[] => parseCsv(text, text.includes("\t") ? "\t" : ",");

/**
 * Reads a roster (名册) from a .csv, .txt, .xlsx or .xls file; undefined where the file holds none.
 *
 * Throws UnreadableFile as the file's reader does: under a password, damaged, a picture.
 */
export async function readRosterFile(file: InputFile): Promise<ParsedRoster | undefined> {
  const kind = kindOf(file);
  if (kind === "xlsx") return firstRoster(toRows(await (await import("../source/xlsx.ts")).readXlsxGrid(file.bytes)));
  if (kind === "xls") return firstRoster(toRows(await (await import("../source/old-office/xls.ts")).readXlsGrid(file.bytes)));
  if (kind !== "csv" && kind !== "text") return undefined;
  const decoded = decodeText(file.bytes);
  if ("problem" in decoded) throw new UnreadableFile(decoded.problem);
  return findRoster(splitRows(decoded.text));
}

const firstRoster = (sheets: readonly (readonly (readonly string[])[])[]): ParsedRoster | undefined => {
  for (const rows of sheets) {
    const found = findRoster(rows);
    if (found) return found;
  }
  return undefined;
};
