const NEEDS_QUOTES = /[",\r\n]/;
const BEGINS_FORMULA = /^[=+\-@\t\r＝＋－＠]/;
/** Numbers, and the bare signs that reports print for "none": no spreadsheet computes anything from them. */
const HARMLESS = /^(?:[+-]?\d+(?:\.\d+)?|[+\-－]+)$/;

/**
 * The text with an apostrophe before it when a spreadsheet would take it for a formula; figures such as `-54` stay.
 *
 * Reports come from strangers: `=HYPERLINK(…)` in a cell of theirs must arrive as text.
 */
export function guardFormula(text: string): string {
  return BEGINS_FORMULA.test(text) && !HARMLESS.test(text) ? `'${text}` : text;
}

function writeField(text: string): string {
  const safe = guardFormula(text);
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180 with CRLF after every line, and a byte order mark so that Excel reads it as UTF-8. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(writeField).join(",")}\r\n`).join("")}`;
}
