import type { Origin } from "../report/model.ts";

/** Position in a grid whose merged cells were expanded: 0-based, the top-left place of the cell. */
export interface GridPlace {
  /** Which grid of the source, from 0. */
  readonly grid: number;
  readonly row: number;
  readonly column: number;
}

/**
 * The smallest thing reading looks at: a piece of print without white space inside, or an empty cell.
 *
 * A source of any kind becomes one list of words in reading order. What a source knows of its layout travels along:
 * the line, the cell (words of one cell share `cell`) and, in a real grid, the place.
 */
export interface Word {
  /** Normalised (NFKC); empty for an empty cell. */
  readonly text: string;
  /** As printed. */
  readonly raw: string;
  /** A whole sentence or paragraph: it ends whatever table stands before it. */
  readonly prose?: true;
  /** The only figure of its line where lines hold several: a page number perhaps, or torn from its row. */
  readonly alone?: true;
  /** A figure whose digits differ in colour, size or place: some of them may be a mark, or nothing that anybody sees. */
  readonly patched?: true;
  /** The print of a cell that is merged with those below it: of several rows. */
  readonly merged?: true;
  /** Print of a table whose headings stand in each other's way: which column is which cannot be told. */
  readonly unclear?: true;
  /** Ordinal of the line or grid row, from 0, never decreasing. */
  readonly line: number;
  /** Ordinal of the cell, from 0, never decreasing. */
  readonly cell: number;
  readonly place?: GridPlace;
  readonly origin: Origin;
}

class ChangedWord implements Word {
  readonly text: string;
  readonly raw: string;
  readonly prose: true | undefined;
  readonly alone: true | undefined;
  readonly unclear: true | undefined;
  readonly patched: true | undefined;
  readonly merged: true | undefined;
  readonly line: number;
  readonly cell: number;
  readonly place: GridPlace | undefined;

  constructor(private readonly word: Word, private readonly changes: Partial<Word>) {
    this.text = changes.text ?? word.text;
    this.raw = changes.raw ?? word.raw;
    this.prose = changes.prose ?? word.prose;
    this.alone = changes.alone ?? word.alone;
    this.unclear = changes.unclear ?? word.unclear;
    this.patched = changes.patched ?? word.patched;
    this.merged = changes.merged ?? word.merged;
    this.line = changes.line ?? word.line;
    this.cell = changes.cell ?? word.cell;
    this.place = changes.place ?? word.place;
  }

  get origin(): Origin {
    return this.changes.origin ?? this.word.origin;
  }
}

/** A word with something changed, nothing taken away. Its origin is worked out when it is asked for, which a spread would lose. */
export const changeWord = (word: Word, changes: Partial<Word>): Word => new ChangedWord(word, changes);

/** A source made readable: its text for showing, its words for reading. */
export interface Source {
  /** Name of the file, empty for pasted text. */
  readonly name: string;
  /** What the user is shown; `line` origins point into it. */
  readonly text: string;
  readonly words: readonly Word[];
}
