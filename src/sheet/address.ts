/** Rows and columns are counted from 0 everywhere in a plan; only text shown to Excel is in A1 notation. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** `0` → `A`, `26` → `AA`. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}

/** A1 address, relative: `I12`. */
export const toAddress = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** A1 address, absolute: `$I$12`. */
export const toAbsolute = (row: number, column: number): string => `$${columnLetters(column)}$${row + 1}`;

/** `A1:O53`; one cell stays `A1`. */
export function toRange(top: number, left: number, bottom: number, right: number): string {
  const [first, last] = [toAddress(top, left), toAddress(bottom, right)];
  return first === last ? first : `${first}:${last}`;
}

/** Row and column of an A1 address (`$` allowed), or null where it is none. */
export function parseAddress(address: string): Place | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(address);
  if (!match) return null;
  const column = [...match[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]) - 1, column };
}

/** Sheet name as formulas write it: always quoted, quotes doubled. */
export const quoteSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** Reference to a cell or range of another sheet: `'市教育局'!I12`. */
export const onSheet = (name: string, reference: string): string => `${quoteSheet(name)}!${reference}`;

/** A string constant inside a formula. */
export const quoteText = (text: string): string => `"${text.replaceAll('"', '""')}"`;
