import { parseCsv } from "./csv.ts";
import { readSheets } from "./sheet.ts";
import type { Source } from "./word.ts";

const DELIMITERS = [",", "\t", ";", "，", "；"];

/** The delimiter that parts the most of the first lines into as many fields as their neighbours; undefined where none does. */
export function findDelimiter(text: string): string | undefined {
  const declared = /^\uFEFF?sep=(.)\r?\n/i.exec(text)?.[1];
  if (declared) return declared;
  const start = text.slice(0, 20_000);
  let best: { readonly delimiter: string; readonly lines: number } | undefined;
  for (const delimiter of DELIMITERS) {
    const widths = parseCsv(start, delimiter).map((row) => row.length);
    const lines = widths.filter((width, at) => width > 2 && (width === widths[at - 1] || width === widths[at + 1])).length;
    if (lines >= 3 && lines > (best?.lines ?? 0)) best = { delimiter, lines };
  }
  return best?.delimiter;
}

/**
 * Reads comma-, tab- or semicolon-separated text as one grid, or undefined where nothing parts it. Origins are table 1,
 * row and column; a row is a line of the file unless a field holds line breaks.
 */
export function readSeparated(text: string, name = ""): Source | undefined {
  const delimiter = findDelimiter(text);
  if (delimiter === undefined) return undefined;
  const rows = parseCsv(text, delimiter).map((row) => row.map((field) => (field.trim() === "" ? undefined : { value: field.trim() })));
  const sheet = { name: "", visible: true, rows, merges: [], names: [] };
  return readSheets({ sheets: [sheet] }, name, { originOf: (_, row, column) => ({ kind: "table", table: 1, row: row + 1, column: column + 1 }) });
}
