/**
 * Rows of a csv text as RFC 4180 has it; line ends of any system, byte order mark or not.
 *
 * Bad quoting never throws: a quote that opens and never closes runs to the end of the text, and a quote within an
 * unquoted field is a letter like any other. Empty lines are kept as rows of one empty field, so that row numbers are
 * line numbers in files without quoted line breaks. `delimiter` is one character.
 */
export function parseCsv(text: string, delimiter = ","): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  while (at < text.length) {
    const [field, after] = text[at] === '"' ? takeQuoted(text, at + 1, delimiter) : takePlain(text, at, delimiter);
    row.push(field);
    const mark = text[after];
    if (mark === delimiter) {
      at = after + 1;
      if (at === text.length) row.push("");
      else continue;
    }
    rows.push(row);
    row = [];
    at = after + (mark === "\r" && text[after + 1] === "\n" ? 2 : 1);
  }
  return rows;
}

function takePlain(text: string, from: number, delimiter: string): [field: string, after: number] {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== "\r" && text[at] !== "\n") at += 1;
  return [text.slice(from, at), at];
}

/** Whatever stands between the closing quote and the next delimiter is kept behind the field. */
function takeQuoted(text: string, from: number, delimiter: string): [field: string, after: number] {
  let field = "";
  let at = from;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return [field + text.slice(at), text.length];
    field += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const [rest, after] = takePlain(text, quote + 1, delimiter);
      return [field + rest, after];
    }
    field += '"';
    at = quote + 2;
  }
}
