import { isRosterHeading, parseRoster, type ParsedRoster } from "../consolidation/roster.ts";
import { parseCsv } from "../source/csv.ts";

/** Rows above the headings of a list: a title, a note. */
const MOST_ABOVE = 10;

/** A roster out of rows of text, wherever its headings stand near the top; undefined where there are none. */
export function findRoster(rows: readonly (readonly string[])[]): ParsedRoster | undefined {
  const at = rows.slice(0, MOST_ABOVE).findIndex(isRosterHeading);
  return at < 0 ? undefined : parseRoster(rows.slice(at), at + 1);
}

/** Rows of text as they are pasted or saved: separated by tabs where there is one, otherwise by commas. */
export const splitRows = (text: string): readonly (readonly string[])[] => parseCsv(text, text.includes("\t") ? "\t" : ",");
