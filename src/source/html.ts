import type { Origin } from "../report/model.ts";
import { expandSpans } from "./grid.ts";
import { parseHtml, type HtmlElement, type HtmlNode } from "./html-tree.ts";
import { normalise } from "./characters.ts";
import type { Source, Word } from "./word.ts";

const BLOCKS = new Set("address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody tfoot thead tr td th ul caption".split(" "));
const SENTENCE = /[。！？]/;

/**
 * Reads HTML (a saved page or a clipboard's text/html) into words. Never throws.
 *
 * Merged cells are expanded: a cell stands once, at its top-left place; the places it covers are nobody's. A table
 * that only wraps other tables is read as a sequence of blocks. Origins of cells say table, row and column, counted
 * from 1 among the innermost tables.
 */
export function readHtml(html: string, name = ""): Source {
  const writer = new SourceWriter();
  writeBlock(parseHtml(html), writer);
  writer.endLine();
  return { name, text: writer.text, words: writer.words };
}

class SourceWriter {
  text = "";
  readonly words: Word[] = [];
  line = 0;
  cell = 0;
  tables = 0;
  private pending = "";

  add(text: string): void {
    this.pending += text;
  }

  /** Ends the current paragraph and makes words of it. */
  endLine(): void {
    const raw = this.pending.replace(/[\r\n\t ]+/g, " ").trim();
    this.pending = "";
    if (raw === "") return;
    this.writeLine(raw);
  }

  private writeLine(raw: string): void {
    const start = this.text.length;
    this.text += `${raw}\n`;
    const at = (from: number, length: number): Origin => ({ kind: "line", line: this.line + 1, start: start + from, end: start + from + length });
    if (SENTENCE.test(raw) && raw.length > 12) {
      this.words.push({ text: raw, raw, prose: true, line: this.line, cell: this.cell, origin: at(0, raw.length) });
    } else {
      let from = 0;
      for (const part of raw.split(/(\s+)/)) {
        if (part.trim() !== "") this.words.push({ text: normalise(part), raw: part, line: this.line, cell: this.cell, origin: at(from, part.length) });
        from += part.length;
      }
    }
    this.line++;
    this.cell++;
  }

  writeGrid(table: HtmlElement): void {
    const number = this.tables++;
    const rows = rowsOf(table).map((row) => row.map((cell) => ({ cell, rowSpan: spanOf(cell, "rowspan"), colSpan: spanOf(cell, "colspan") })));
    expandSpans(rows).forEach((row, rowIndex) => {
      let printed = "";
      for (const { item, column } of row) {
        const lines = paragraphsOf(item.cell);
        const raw = lines.join(" ");
        const place = { grid: number, row: rowIndex, column };
        const origin: Origin = { kind: "table", table: number + 1, row: rowIndex + 1, column: column + 1 };
        if (SENTENCE.test(raw) && raw.length > 60) {
          for (const line of lines) this.words.push({ text: line, raw: line, prose: true, line: this.line, cell: this.cell, origin });
        } else {
          const whole = normalise(raw).replace(/\s+/g, " ").trim();
          const parts = GROUPED.test(whole) ? [whole.replace(/ /g, "")] : whole === "" ? [""] : whole.split(" ");
          for (const part of parts) this.words.push({ text: part, raw: parts.length === 1 ? raw.trim() : part, line: this.line, cell: this.cell, place, origin });
        }
        printed += `${printed ? "\t" : ""}${raw}`;
        this.cell++;
      }
      this.text += `${printed}\n`;
      this.line++;
    });
  }
}

const GROUPED = /^[+\-]?[1-9]\d{0,2}(?: \d{3})+(?:\.\d+)?$/;

const isElement = (node: HtmlNode): node is HtmlElement => "tag" in node;

const contains = (node: HtmlElement, tag: string): boolean => node.children.some((child) => isElement(child) && (child.tag === tag || contains(child, tag)));

function writeBlock(node: HtmlElement, writer: SourceWriter): void {
  for (const child of node.children) {
    if (!isElement(child)) {
      writer.add(child.text);
    } else if (child.tag === "table" && !contains(child, "table")) {
      writer.endLine();
      writer.writeGrid(child);
    } else if (child.tag === "br") {
      writer.endLine();
    } else if (BLOCKS.has(child.tag)) {
      writer.endLine();
      writeBlock(child, writer);
      writer.endLine();
    } else {
      writeBlock(child, writer);
    }
  }
}

/** Rows of a table in document order, whatever sections they stand in. */
function rowsOf(table: HtmlElement): HtmlElement[][] {
  const rows: HtmlElement[][] = [];
  const walk = (node: HtmlElement) => {
    for (const child of node.children) {
      if (!isElement(child)) continue;
      if (child.tag === "tr") rows.push(child.children.filter((cell): cell is HtmlElement => isElement(cell) && (cell.tag === "td" || cell.tag === "th")));
      else walk(child);
    }
  };
  walk(table);
  return rows;
}

const spanOf = (cell: HtmlElement, name: string) => Math.min(200, Math.max(1, Number.parseInt(cell.attribute(name) ?? "1", 10) || 1));

/** The cell's text, one entry a paragraph; white space folded, no-break spaces are white space. */
function paragraphsOf(cell: HtmlElement): string[] {
  const lines: string[] = [];
  let pending = "";
  const end = () => {
    const line = pending.replace(/\s+/g, " ").trim();
    if (line) lines.push(line);
    pending = "";
  };
  const walk = (node: HtmlElement) => {
    for (const child of node.children) {
      if (!isElement(child)) pending += child.text;
      else if (child.tag === "br") end();
      else if (BLOCKS.has(child.tag)) {
        end();
        walk(child);
        end();
      } else walk(child);
    }
  };
  walk(cell);
  end();
  return lines;
}
