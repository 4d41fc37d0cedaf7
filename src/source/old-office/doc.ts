import type { Block, TableBlock, TableCell } from "../office/document.ts";
import { writeBlocks } from "../office/write-blocks.ts";
import { SourceWriter } from "../source-writer.ts";
import { UnreadableFile } from "../unreadable.ts";
import type { Source } from "../word.ts";
import { openCompoundFile } from "./compound-file.ts";
import { propertiesOf, type ParagraphProperties, type RowCell } from "./doc-properties.ts";
import { readDocText, tableStreamName } from "./doc-text.ts";

const CELL_MARK = "\u0007";

/**
 * Reads a .doc file (Word 97 to 2003, and WPS's .wps) into words: paragraphs, text boxes, tables with their merged
 * cells at their places.
 *
 * Throws UnreadableFile: damaged, under a password, older, or without any text.
 */
export function readDoc(bytes: Uint8Array, name = ""): Source {
  const file = openCompoundFile(bytes);
  const document = file.stream("WordDocument");
  if (!document) throw new UnreadableFile("old-word");
  const table = file.stream(tableStreamName(document));
  if (!table) throw new UnreadableFile("damaged-document");
  let paragraphs: Paragraph[];
  try {
    const text = readDocText(document, table);
    const propertiesAt = propertiesOf(document, table, file.stream("Data"));
    const within = (start: number, end: number) => splitParagraphs(text.text.slice(start, end), (at) => propertiesAt(text.offsets[start + at] ?? 0));
    // Text boxes first: a title is often in one, and they float above the text.
    paragraphs = [...within(text.boxes.start, text.boxes.end), ...within(0, text.mainLength)];
  } catch (error) {
    if (error instanceof RangeError) throw new UnreadableFile("damaged-document");
    throw error;
  }
  const writer = new SourceWriter();
  writeBlocks(blocksOf(paragraphs), writer);
  const source = writer.finish(name);
  if (source.text.trim() === "") throw new UnreadableFile("no-text");
  return source;
}

interface Paragraph extends ParagraphProperties {
  readonly lines: readonly string[];
  /** The paragraph is the last of its cell. */
  readonly endsCell: boolean;
}

/** Paragraphs with what a reader sees of them: of fields the result only, no pictures, no control characters. */
function splitParagraphs(text: string, propertiesAt: (at: number) => ParagraphProperties): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let line = "";
  let lines: string[] = [];
  /** For every open field: whether its result has begun. */
  const fields: boolean[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!;
    if (mark === "\r" || mark === "\f" || mark === CELL_MARK) {
      paragraphs.push({ ...propertiesAt(at), lines: [...lines, line], endsCell: mark === CELL_MARK });
      line = "";
      lines = [];
    } else if (mark === "\u0013") fields.push(false);
    else if (mark === "\u0014" && fields.length > 0) fields[fields.length - 1] = true;
    else if (mark === "\u0015") fields.pop();
    else if (fields.includes(false)) continue;
    else if (mark === "\u000b") {
      lines.push(line);
      line = "";
    } else if (mark === "\u001e") line += "-";
    else if (mark >= " " || mark === "\t") line += mark;
  }
  if (line !== "") paragraphs.push({ depth: 0, endsRow: false, lines: [...lines, line], endsCell: false });
  return paragraphs;
}

interface Row {
  readonly texts: readonly (readonly string[])[];
  readonly cells: readonly RowCell[];
}

/** Tables are runs of rows; their columns are the edges of all their cells. Inner tables are read as their cell's text. */
function blocksOf(paragraphs: readonly Paragraph[]): Block[] {
  const blocks: Block[] = [];
  let rows: Row[] = [];
  let texts: string[][] = [];
  let pending: string[] = [];
  const close = () => {
    if (pending.length > 0 || texts.length > 0) blocks.push({ kind: "paragraph", lines: [...texts.flat(), ...pending] });
    if (rows.length > 0) blocks.push(tableOf(rows));
    [rows, texts, pending] = [[], [], []];
  };
  for (const paragraph of paragraphs) {
    if (paragraph.depth === 0 && !paragraph.endsCell) {
      close();
      blocks.push({ kind: "paragraph", lines: paragraph.lines });
    } else if (paragraph.endsRow && paragraph.depth <= 1) {
      rows.push({ texts, cells: paragraph.cells ?? [] });
      [texts, pending] = [[], []];
    } else {
      pending.push(...paragraph.lines);
      if (!paragraph.endsCell || paragraph.depth > 1) continue;
      texts.push(pending);
      pending = [];
    }
  }
  close();
  return blocks;
}

/** Edges nearer than this (twentieths of a point) are one. */
const NEAR = 30;

function tableOf(rows: readonly Row[]): TableBlock {
  const edges: number[] = [];
  for (const left of rows.flatMap((row) => row.cells.map((cell) => cell.left)).sort((a, b) => a - b)) if (edges.length === 0 || left - edges[edges.length - 1]! > NEAR) edges.push(left);
  const columnOf = (left: number) => edges.findLastIndex((edge) => edge <= left + NEAR / 2);
  return {
    kind: "table",
    rows: rows.map(({ texts, cells }) => texts.map((lines, at): TableCell => ({ column: cells[at] ? columnOf(cells[at].left) : at, blocks: [{ kind: "paragraph", lines }], continued: cells[at]?.continued ? "from-left" : undefined }))),
  };
}
