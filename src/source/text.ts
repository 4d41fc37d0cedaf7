import type { Origin } from "../report/model.ts";
import { GROUPED, normalise } from "./characters.ts";
import { partLongLines } from "./long-lines.ts";
import { joinQuoted, splitCells, splitMarked } from "./text-cells.ts";
import { holdsBorder, isSpace, isTab, linesOf, Mark, withoutNumbers, withoutQuotes, type Line } from "./text-lines.ts";
import type { GridPlace, Source, Word } from "./word.ts";

/** Lines between the rows of a table that is drawn with characters, markdown's among them. */
const RULE = /^[\s|:+=─━═┄┅├┤┼┌┐└┘┬┴╔╗╚╝╠╣╬╦╩│┃║┆┇┊┋╎╏╟╢╤╧╪╫-]{5,}$/;
const RUN = /---|===|──|━━|══/;
/** `- 3 -`, `— 3 —`, `第3页`, `第 3 页 共 8 页`, `3 / 8`, `Page 3`: furniture of a printed page, never a figure. */
const PAGE_NUMBER = /^(?:[-—–―·•~]{1,2} ?\d{1,4} ?[-—–―·•~]{1,2}|第 ?\d{1,4} ?页(?: ?[,，/]? ?共 ?\d{1,4} ?页)?|\d{1,4} ?\/ ?\d{1,4}|[Pp]age ?\d{1,4}(?: of \d{1,4})?)$/;

/** How this text separates its cells, judged from all of its lines. */
interface Habits {
  /** `|` on a line of its own stands between cells (otherwise it is an empty cell). */
  readonly pipeBetweenLines: boolean;
  /** Lines of figures hold one figure each, so `27 098` on a line is one number. */
  readonly oneCellALine: boolean;
  /** Cells are parted by it, as in a csv text. */
  readonly mark?: "," | ";";
}

const MARKS = [",", ";"] as const;

/** True for a row of a csv text: several short cells, three figures or more, and no figure with thousands separators. */
function isMarkedRow(raw: string, mark: string): boolean {
  const cells = raw.split(mark);
  return cells.length >= 4 && cells.every((cell) => cell.length <= 80) && cells.filter((cell) => /^\s*"?\d{1,2}"?\s*$/.test(cell)).length >= 3;
}

/** Rows of a csv text that make it one. */
const ENOUGH_ROWS = 5;

function observe(lines: readonly Line[]): Habits {
  let lonePipes = 0;
  let single = 0;
  let several = 0;
  const marked = { ",": 0, ";": 0 };
  for (let at = 0; at < lines.length; at++) {
    const { raw, marks } = lines[at]!;
    if (marks & Mark.comma && !(marks & Mark.border)) for (const mark of MARKS) if (marked[mark] < ENOUGH_ROWS && raw.length < 400 && raw.includes(mark) && isMarkedRow(raw, mark)) marked[mark]++;
    // A line of words alone says nothing of how figures are parted.
    if (raw.length > 60 || (raw.length > 2 && !(marks & (Mark.digit | Mark.border | Mark.rule)))) continue;
    const trimmed = marks & Mark.space ? raw.trim() : raw;
    if (trimmed === "") continue;
    if (trimmed === "|" || trimmed === "｜") lonePipes++;
    else if (!(marks & Mark.border) || !holdsBorder(trimmed)) {
      if (marks & Mark.digit && marks & Mark.space && /(?:^|\s)[\d０-９][\d０-９.,]*\s+[\d０-９][\d０-９.,]*(?:\s|$)/.test(trimmed) && !GROUPED.test(normalise(trimmed))) several++;
      else if (!(marks & Mark.word)) single++;
    }
  }
  return { pipeBetweenLines: lonePipes > 4 && single >= lonePipes / 4, oneCellALine: single >= 2 * several, mark: MARKS.find((mark) => marked[mark] >= ENOUGH_ROWS) };
}

/** A row of cells: what their places have in common. */
interface CellRow {
  readonly grid: number;
  readonly row: number;
}

/** What few words are. `turned`: on a line with marks that turn it on the page, see `Word.patched`. */
type Kind = "prose" | "alone" | "turned" | undefined;

/**
 * A word of a text. A megabyte of figures has half a million: all of one shape, as small as it goes, and where it
 * stands worked out when it is asked for. In a grid it is its own place.
 */
class PastedWord implements Word, GridPlace {
  constructor(
    readonly text: string,
    readonly raw: string,
    readonly line: number,
    readonly cell: number,
    private readonly start: number,
    private readonly kind: Kind,
    private readonly cells: CellRow | undefined,
    readonly column: number,
  ) {}

  get prose(): true | undefined {
    return this.kind === "prose" ? true : undefined;
  }

  get alone(): true | undefined {
    return this.kind === "alone" ? true : undefined;
  }

  get patched(): true | undefined {
    return this.kind === "turned" ? true : undefined;
  }

  get place(): GridPlace | undefined {
    return this.cells && this;
  }

  get grid(): number {
    return this.cells!.grid;
  }

  get row(): number {
    return this.cells!.row;
  }

  get origin(): Origin {
    return { kind: "line", line: this.line + 1, start: this.start, end: this.start + this.raw.length };
  }
}

/** Digits and signs, in either width. */
const beginsNumber = (code: number) => (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19) || code === 0x2b || code === 0x2d || code === 0xff0b || code === 0xff0d;

/**
 * Splits pasted text into words. Never throws: any string is a source.
 *
 * Tabs and pipes are cell borders, white space parts words, a line of white space is a possible empty cell, page
 * numbers in page style are left out. Three or more cells on a line form a grid with its neighbours.
 */
export function readText(text: string, name = ""): Source {
  const lines = partLongLines(joinQuoted(withoutNumbers(withoutQuotes(linesOf(withoutWiki(withoutEscapes(withoutEntities(text)))))), text));
  const habits = observe(lines);
  const words: Word[] = [];
  let cell = 0;
  let grid = -1;
  let gridRow = 0;
  let lonePipe = false;

  /** The row of cells that is being cut, and which of them. */
  let cells: CellRow | undefined;
  let column = 0;

  const push = (line: Line, raw: string, from: number, own?: Kind, text = line.marks & Mark.otherForm ? normalise(raw) : raw) => {
    const kind = own !== "prose" && line.marks & Mark.turning ? "turned" : own;
    words.push(new PastedWord(text, raw, line.number, cell, line.start + from, kind, cells, column));
  };
  const pushWords = (line: Line, raw: string, from: number, join: boolean, kind?: Kind) => {
    if (!(line.marks & Mark.space)) {
      push(line, raw, from, kind);
      return;
    }
    const trimmed = raw.trim();
    if (join && trimmed.length > 4 && beginsNumber(trimmed.charCodeAt(0)) && /\d\s/.test(trimmed) && GROUPED.test(normalise(trimmed).replace(/\s/g, " "))) {
      push(line, trimmed, from + raw.indexOf(trimmed), kind, normalise(trimmed).replace(/\s+/g, ""));
      return;
    }
    let start = -1;
    for (let at = 0; at <= raw.length; at++) {
      const space = at === raw.length || isSpace(raw.charCodeAt(at));
      if (!space && start < 0) start = at;
      else if (space && start >= 0) {
        push(line, raw.slice(start, at), from + start, kind);
        start = -1;
      }
    }
  };

  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const { raw, marks } = line;
    if (raw === "") continue;
    if (marks & Mark.rule && RULE.test(raw) && RUN.test(raw)) continue;
    const marked = habits.mark !== undefined && !(marks & Mark.border) && raw.indexOf(habits.mark, raw.indexOf(habits.mark) + 1) > 0;
    if ((marked || marks & Mark.border) && !(marks & Mark.sentenceEnd)) {
      const pieces = marked ? splitMarked(raw, habits.mark!) : splitCells(raw, marks);
      if (pieces.length === 0) {
        // `||` is what merged cells leave; a lone `|` is a border or an empty cell, as this text has it.
        if (raw.trim().length === 1 && !isTab(raw.trim().charCodeAt(0))) {
          if (!habits.pipeBetweenLines || lonePipe) push(line, "", 0);
          cell++;
          lonePipe = true;
        }
        continue;
      }
      lonePipe = false;
      const inGrid = pieces.length >= 3;
      if (!inGrid || grid < 0 || gridRow < 0) gridRow = inGrid ? 0 : -1;
      if (inGrid && gridRow === 0) grid++;
      if (inGrid) cells = { grid, row: gridRow++ };
      for (column = 0; column < pieces.length; column++) {
        const piece = pieces[column]!;
        if (piece.raw.trim() === "") push(line, "", piece.from);
        else pushWords(line, piece.raw, piece.from, true);
        cell++;
      }
      cells = undefined;
      continue;
    }
    const trimmed = marks & Mark.space ? raw.trim() : raw;
    if (trimmed === "") {
      push(line, raw, 0, undefined, "");
      cell++;
      continue;
    }
    lonePipe = false;
    gridRow = -1;
    const sentence = raw.length > 12 && marks & Mark.sentenceEnd ? lastSentenceEnd(raw) : 0;
    if (sentence > 0) {
      const rest = raw.slice(sentence);
      const tail = rest.length > 40 && rest.trim().split(/\s+/).length >= 8 ? sentence : raw.length;
      const told = raw.slice(0, tail);
      push(line, told, 0, "prose", told);
      cell++;
      if (tail < raw.length) pushWords(line, rest, sentence, false);
    } else if (!(trimmed.length < 20 && marks & Mark.digit && marks & (Mark.word | Mark.rule) && PAGE_NUMBER.test(normalise(trimmed)))) {
      // Where lines hold several figures, one alone is a page's number or a total torn from its row.
      pushWords(line, raw, 0, habits.oneCellALine, !habits.oneCellALine && marks & Mark.digit && /^\d{1,4}$/.test(normalise(trimmed)) ? "alone" : undefined);
    }
    cell++;
  }
  return { name, text, words };
}

/** What is left of HTML in a text made from it is white space, of the same length: places stay the text's own. */
const withoutEntities = (text: string) => (text.includes("&nbsp;") || text.includes("<br") ? text.replace(/&nbsp;|<br ?\/?>/g, (mark) => " ".repeat(mark.length)) : text);

/** Markdown's marks before points and dashes that are print (`1\.属于…`, `\-5`), as something that prints nothing. */
const withoutEscapes = (text: string) => (text.includes("\\") ? text.replace(/\\(?=[-.*_+()[\]#~>])/g, "\u200b") : text);

/** Rows of a wiki's table: cells between `||`, filled on both sides. */
const WIKI_ROW = /^\|[^|\n]{1,80}[^|\s][^|\n]{0,80}\|\|[^|\n]{0,80}[^|\s][^|\n]{0,80}\|\|/m;
const WIKI_MARKS = /^(?:\|-+|\{\||\|\}).{0,80}$/gm;

/** A wiki's marks between rows, which elsewhere would be cells of a dash, as nothing; its borders as plain ones. Places stay. */
const withoutWiki = (text: string) => (text.includes("|-") && WIKI_ROW.test(text) ? text.replace(WIKI_MARKS, (mark) => " ".repeat(mark.length)).replaceAll("||", "|\u200b") : text);

function lastSentenceEnd(raw: string): number {
  for (let at = raw.length - 1; at >= 0; at--) {
    const mark = raw[at];
    if (mark === "。" || mark === "！" || mark === "？") return at + 1;
  }
  return 0;
}
