import type { Origin } from "../report/model.ts";
import { compact } from "../source/characters.ts";
import type { Word } from "../source/word.ts";

/** A printed line without its white space: what titles, units and years are looked for in. */
export interface PrintedLine {
  readonly text: string;
  /** Ordinal as in `Word.line`. */
  readonly line: number;
  readonly prose: boolean;
  readonly origin: Origin;
  /** Whether what is printed matches, told without making `text`: in a paragraph it is not normalised yet. */
  readonly mayBe: (print: RegExp) => boolean;
}

/** Digits, signs, dashes. */
const isNoLetter = (code: number) => code < 0x3a || (code >= 0x2010 && code <= 0x2015) || code === 0x2212;

/** The count or the mark for none of a cell. A year is longer, and may be a piece of a title that print tears. */
function isCount(text: string): boolean {
  if (text.length > 3) return false;
  for (let at = 0; at < text.length; at++) if (!isNoLetter(text.charCodeAt(at))) return false;
  return true;
}

/** A line between its first and its last word. Its place, and the text of a paragraph, are worked out when they are asked for: most never are. */
class LineOfWords implements PrintedLine {
  readonly line: number;
  readonly prose: boolean;
  private compacted?: string;

  constructor(private readonly print: string, private readonly first: Word, private readonly last: Word) {
    this.line = first.line;
    this.prose = first.prose === true;
  }

  get text(): string {
    return this.prose ? (this.compacted ??= compact(this.print)) : this.print;
  }

  mayBe(print: RegExp): boolean {
    return print.test(this.print);
  }

  get origin(): Origin {
    return this.first === this.last ? this.first.origin : spanning(this.first.origin, this.last.origin);
  }
}

/** The lines of a source; cells of a grid row count as lines of their own, those that hold a count or a dash alone are none. */
export function linesOf(words: readonly Word[]): PrintedLine[] {
  const lines: PrintedLine[] = [];
  let at = 0;
  while (at < words.length) {
    const first = words[at]!;
    let text = first.text;
    let next = at + 1;
    while (next < words.length && words[next]!.cell === first.cell && words[next]!.line === first.line && !words[next]!.prose && !first.prose) text += words[next++]!.text;
    if (!isCount(text)) lines.push(new LineOfWords(text, first, words[next - 1]!));
    at = next;
  }
  return lines;
}

const spanning = (first: Origin, last: Origin): Origin => (first.kind === "line" && last.kind === "line" ? { ...first, end: Math.max(first.end, last.end) } : first);
