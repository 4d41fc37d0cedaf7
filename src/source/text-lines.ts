import { isNormalCode, TURNING } from "./characters.ts";

/** A line of the text with its place, counted from 0, empty ones too; `raw` has no line end. */
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
  lineEnd: 128,
  /** What no figure is printed with: words, brackets, slashes. */
  word: 256,
  /** Turns what follows on the page. */
  turning: 512,
} as const;

/** White space as `\s` has it: no-break and ideographic spaces included. */
export const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000 || code === 0x1680 || code === 0xfeff || (code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f;

const isDigit = (code: number) => (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);

/** Tabs, and the marks of cells that Word's text has. */
export const isTab = (code: number) => code === 9 || code === 7;

/** 1 for the borders of cells that are drawn with characters. */
const PIPES = new Uint8Array(0x10000);
for (const mark of "|｜│┃║┆┇┊┋╎╏¦") PIPES[mark.charCodeAt(0)] = 1;

export const isPipe = (code: number) => PIPES[code] === 1;

/** True where white space at its ends was not the only border. */
export function holdsBorder(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isTab(text.charCodeAt(at)) || isPipe(text.charCodeAt(at))) return true;
  return false;
}

const isLineEnd = (code: number) => (code >= 10 && code <= 13) || code === 0x2028 || code === 0x2029;

const MARK_OF = Uint16Array.from({ length: 0x10000 }, (_, code) => {
  const mark = String.fromCharCode(code);
  let marks = 0;
  if (isTab(code) || isPipe(code)) marks |= Mark.border;
  if ("。！？!?".includes(mark)) marks |= Mark.sentenceEnd;
  if (isDigit(code)) marks |= Mark.digit;
  if ("-=─━═".includes(mark)) marks |= Mark.rule;
  if (",;".includes(mark)) marks |= Mark.comma;
  if (isSpace(code)) marks |= Mark.space;
  if (!isNormalCode(code)) marks |= Mark.otherForm;
  if (isLineEnd(code)) marks |= Mark.lineEnd;
  if (TURNING.test(mark)) marks |= Mark.turning;
  if (!isDigit(code) && !isSpace(code) && !".,，．+-－−".includes(mark)) marks |= Mark.word;
  return marks;
});

/** The lines of a text that hold anything, whatever ends them. Linear. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let number = 0; ; number++) {
    let end = start;
    let marks = 0;
    while (end < text.length) {
      const code = text.charCodeAt(end);
      // Most of a text are characters without any other mark.
      if (code >= 0x4e00 && code <= 0x9fff) marks |= Mark.word;
      else {
        const mark = MARK_OF[code]!;
        if (mark & Mark.lineEnd) break;
        marks |= mark;
      }
      end++;
    }
    if (end > start) lines.push({ raw: text.slice(start, end), start, number, marks });
    if (end >= text.length) return lines;
    start = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
  }
}

/** Of a numbered text so many lines at the least, and of all its lines so many, bear the next number. */
const LEAST_NUMBERED = 20;
const NUMBERED_SHARE = 0.9;
const LINE_NUMBER = /^\s*(\d{1,5})(?:[:：|.、]?\s{1,4}|\t)/;

/** Lines of a listing that numbers them 1, 2, 3 …: the numbers are no print. Places stay the text's own. */
export function withoutNumbers(lines: readonly Line[]): readonly Line[] {
  const numbers = new Map<Line, number>();
  let filled = 0;
  let before = -1;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    // Nearly all texts are decided here, by their first lines.
    if (filled++ > LEAST_NUMBERED && numbers.size < filled / 2) return lines;
    const mark = line.marks & Mark.digit ? (LINE_NUMBER.exec(line.raw) ?? /^\s*(\d{1,5})$/.exec(line.raw)) : null;
    const number = mark ? Number(mark[1]) : -1;
    const isNext = number >= 0 && (before < 0 || (number > before && number <= before + 2));
    if (isNext) numbers.set(line, mark![0].length);
    if (isNext || before < 0) before = number;
  }
  if (numbers.size < LEAST_NUMBERED || numbers.size < filled * NUMBERED_SHARE) return lines;
  return lines.map((line) => {
    const length = numbers.get(line) ?? 0;
    return length === 0 ? line : { ...line, raw: line.raw.slice(length), start: line.start + length };
  });
}

const QUOTE = /^\s*(?:[>＞]\s?){1,4}/;

/** Lines of a mail or chat that quotes: the marks before nearly every line are no print. Places stay the text's own. */
export function withoutQuotes(lines: readonly Line[]): readonly Line[] {
  let quoted = 0;
  let filled = 0;
  for (const { raw } of lines) {
    filled++;
    if (QUOTE.test(raw)) quoted++;
    // Nearly all texts are decided here, by their first lines.
    else if (filled > 20 && quoted === 0) return lines;
  }
  if (quoted < 5 || quoted < filled * 0.9) return lines;
  return lines.map((line) => {
    const mark = QUOTE.exec(line.raw)?.[0].length ?? 0;
    return mark === 0 ? line : { ...line, raw: line.raw.slice(mark), start: line.start + mark };
  });
}
