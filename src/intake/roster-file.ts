import type { ParsedRoster } from "../consolidation/roster.ts";
import { decodeText } from "../source/decode.ts";
import type { GridWorkbook } from "../source/xlsx.ts";
import { UnreadableFile } from "../source/unreadable.ts";
import { kindOf } from "./file-kind.ts";
import { findRoster, splitRows } from "./roster-rows.ts";
import type { InputFile } from "./taken.ts";

const toRows = ({ sheets }: GridWorkbook): string[][][] =>
  sheets.filter((sheet) => sheet.visible).map((sheet) => Array.from(sheet.rows, (row) => Array.from(row, (cell) => String(cell?.value ?? ""))));

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
