import type { Origin } from "../report/model.ts";
import { GROUPED, normalise, TURNING } from "./characters.ts";
import type { Source, Word } from "./word.ts";

const SENTENCE = /[。！？]/;

/** Stands in a cell's text where print of one look goes over into print of another within a figure; see `Word.patched`. */
export const PATCH = "\ue0f0";
const withoutPatch = (text: string) => (text.includes(PATCH) ? text.replaceAll(PATCH, "") : text);

/** A cell at its place in a grid, merged cells at their top-left place only. */
export interface WrittenCell {
  readonly column: number;
  /** Its paragraphs, white space folded. */
  readonly lines: readonly string[];
  /** Merged with the cells below it. */
  readonly merged?: boolean;
  /** Default: table, row and column. */
  readonly origin?: Origin;
}

/**
 * Makes a source of paragraphs and grids as documents have them, in reading order: the words to read, the text to show.
 *
 * Origins are lines of the text or places in a table unless the caller knows better.
 */
export class SourceWriter {
  private text = "";
  private readonly words: Word[] = [];
  private line = 0;
  private cell = 0;
  private tables = 0;
  private pending = "";
  private unclear: { readonly unclear?: true } = {};

  /** Adds to the current paragraph; `unclear`: headings whose columns cannot be told. */
  add(text: string, unclear?: true): void {
    this.pending += text;
    if (unclear) this.unclear = { unclear };
  }

  /** Ends the current paragraph and makes words of it. */
  endLine(origin?: Origin): void {
    const raw = withoutPatch(this.pending).replace(/[\r\n\t ]+/g, " ").trim();
    this.pending = "";
    if (raw !== "") this.writeLine(raw, origin);
    this.unclear = {};
  }

  private writeLine(raw: string, origin?: Origin): void {
    const start = this.text.length;
    this.text += `${raw}\n`;
    const at = (from: number, length: number): Origin => origin ?? { kind: "line", line: this.line + 1, start: start + from, end: start + from + length };
    if (SENTENCE.test(raw) && raw.length > 12) {
      this.words.push({ text: raw, raw, prose: true, line: this.line, cell: this.cell, origin: at(0, raw.length) });
    } else {
      let from = 0;
      for (const part of raw.split(/(\s+)/)) {
        if (part.trim() !== "") this.words.push({ text: normalise(part), raw: part, line: this.line, cell: this.cell, origin: at(from, part.length), ...this.unclear });
        from += part.length;
      }
    }
    this.line++;
    this.cell++;
  }

  /** Begins a grid; its rows follow by `writeRow`. */
  beginGrid(): void {
    this.endLine();
    this.tables++;
    this.rows = 0;
  }

  private rows = 0;

  writeRow(cells: readonly WrittenCell[]): void {
    const row = this.rows++;
    let printed = "";
    for (const cell of cells) {
      const raw = cell.lines.join(" ");
      const place = { grid: this.tables - 1, row, column: cell.column };
      const origin: Origin = cell.origin ?? { kind: "table", table: this.tables, row: row + 1, column: cell.column + 1 };
      if (SENTENCE.test(raw) && raw.length > 60) {
        for (const line of cell.lines.map(withoutPatch)) this.words.push({ text: line, raw: line, prose: true, line: this.line, cell: this.cell, origin });
      } else {
        const isTurned = TURNING.test(raw);
        const whole = normalise(raw).replace(/\s+/g, " ").trim();
        // Paragraphs are figures of their own, thousands stand in one.
        const isOne = cell.lines.length <= 1 && GROUPED.test(whole);
        const parts = isOne ? [whole.replace(/ /g, "")] : whole === "" ? [""] : whole.split(" ");
        for (const part of parts) {
          const patched = part.includes(PATCH) || isTurned ? { patched: true as const } : undefined;
          const text = patched ? part.replaceAll(PATCH, "") : part;
          this.words.push({ text, raw: parts.length === 1 ? withoutPatch(raw.trim()) : text, line: this.line, cell: this.cell, place, origin, ...patched, ...(cell.merged && { merged: true as const }) });
        }
      }
      printed += `${printed ? "\t" : ""}${withoutPatch(raw)}`;
      this.cell++;
    }
    this.text += `${printed}\n`;
    this.line++;
  }

  /** The source so far; ends the current paragraph. */
  finish(name: string): Source {
    this.endLine();
    return { name, text: this.text, words: this.words };
  }
}
