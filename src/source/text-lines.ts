import { isNormalCode } from "./characters.ts";

/** A line of the text with its place; `raw` has no line end. */
export interface Line {
  readonly raw: string;
  readonly start: number;
  readonly number: number;
  /** Which kinds of characters it holds: sums of `Mark`. */
  readonly marks: number;
}

/** Kinds of characters that decide how a line is cut: told for all of a line in the one pass that finds its end. */
export const Mark = {
  /** Tabs and pipes: borders of cells. */
  border: 1,
  sentenceEnd: 2,
  digit: 4,
  /** Dashes and their like, of which lines between rows are drawn. */
  rule: 8,
  /** What parts the fields of a csv text. */
  comma: 16,
  space: 32,
  /** Changed by `normalise`. */
  otherForm: 64,
} as const;

/** White space as `\s` has it: no-break and ideographic spaces included. */
export const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000 || code === 0x1680 || code === 0xfeff || (code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f;

const isDigit = (code: number) => (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);

const MARK_OF = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  const mark = String.fromCharCode(code);
  let marks = 0;
  if ("\t|｜│┃".includes(mark)) marks |= Mark.border;
  if ("。！？!?".includes(mark)) marks |= Mark.sentenceEnd;
  if (isDigit(code)) marks |= Mark.digit;
  if ("-=─━═".includes(mark)) marks |= Mark.rule;
  if (",;".includes(mark)) marks |= Mark.comma;
  if (isSpace(code)) marks |= Mark.space;
  if (!isNormalCode(code)) marks |= Mark.otherForm;
  return marks;
});

const isLineEnd = (code: number) => (code >= 10 && code <= 13) || code === 0x2028 || code === 0x2029;

/** The lines of a text, whatever ends them. Linear; an empty text is one empty line. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (;;) {
    let end = start;
    let marks = 0;
    while (end < text.length) {
      const code = text.charCodeAt(end);
      if (isLineEnd(code)) break;
      marks |= MARK_OF[code]!;
      end++;
    }
    lines.push({ raw: text.slice(start, end), start, number: lines.length, marks });
    if (end >= text.length) return lines;
    start = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
  }
}
