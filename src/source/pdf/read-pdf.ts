import type { Origin } from "../../report/model.ts";
import { SourceWriter } from "../source-writer.ts";
import { UnreadableFile } from "../unreadable.ts";
import type { Source } from "../word.ts";
import { openPdf, type CharacterMaps } from "./open.ts";
import { alignTables } from "./aligned-tables.ts";
import { blocksOfPage, type GridBlock, type LineBlock, type PageBlock } from "./page-blocks.ts";
import { dropFurniture } from "./page-furniture.ts";
import { readPrint, type Glyph } from "./print.ts";

/** Characters of private use and control characters: a font that tells no character codes prints these. */
const UNCODED = /^[\u0000-\u001f\u007f-\u009f\ue000-\uf8ff\ufffd]/;

/**
 * Reads a PDF into words: ruled tables with their cells at their places, also over several pages; other print as
 * lines, running text joined to paragraphs; page numbers and running headers left out. Origins are page and line.
 *
 * `maps` is needed only for fonts that the PDF names but does not bring. Throws UnreadableFile: damaged, under a
 * password, scanned, without character codes.
 */
export async function readPdf(bytes: Uint8Array, name = "", maps?: CharacterMaps): Promise<Source> {
  const pages: PageBlock[][] = [];
  let printed = 0;
  let uncoded = 0;
  for await (const page of openPdf(bytes, maps)) {
    const print = readPrint(page);
    printed += print.glyphs.length;
    uncoded += print.glyphs.filter((glyph: Glyph) => UNCODED.test(glyph.text)).length;
    pages.push(blocksOfPage(print));
  }
  // A scanner's own stamp on every page is no text of the report.
  if (printed < 10 * Math.max(1, pages.length)) throw new UnreadableFile("scanned-pdf");
  if (uncoded > printed / 3) throw new UnreadableFile("pdf-without-characters");
  const writer = new SourceWriter();
  writePages(alignTables(dropFurniture(pages)), writer);
  return writer.finish(name);
}

function writePages(pages: readonly (readonly PageBlock[])[], writer: SourceWriter): void {
  const text = bodyOf(pages);
  let open: { readonly grid?: GridBlock; readonly line?: LineBlock; readonly origin?: Origin } = {};
  const endLine = () => {
    if (open.line) writer.endLine(open.origin);
  };
  pages.forEach((page, index) => {
    let line = 0;
    for (const block of page) {
      const origin: Origin = { kind: "page", page: index + 1, line: line + 1 };
      if (block.kind === "line") {
        line++;
        const before = open.line && isContinued(open.line, block, text) ? open.line : undefined;
        if (!before) endLine();
        const isBetweenWords = before && /[A-Za-z]$/.test(before.line.text) && /^[A-Za-z]/.test(block.line.text);
        writer.add(isBetweenWords ? ` ${block.line.text}` : block.line.text, block.unclear);
        open = { line: block, origin: before ? open.origin : origin };
        continue;
      }
      endLine();
      if (!open.grid || !isContinuedBy(open.grid, block, block === page[0])) writer.beginGrid();
      const last = line + (block.height ?? block.rows.length);
      for (const row of block.rows) {
        const place: Origin = { kind: "page", page: index + 1, line: Math.min(++line, last) };
        writer.writeRow(row.map((cell) => ({ ...cell, origin: place })));
      }
      line = last;
      open = { grid: block };
    }
  });
  endLine();
}

const isContinuedBy = (before: GridBlock, next: GridBlock, isFirst: boolean) => (next.table === undefined ? isFirst && isSameTable(before, next) : before.table === next.table);

/** A ruled table goes on at the top of the next page when its columns stand where they stood. */
const isSameTable = (before: GridBlock, next: GridBlock) => before.xs.length === next.xs.length && before.xs.every((x, at) => Math.abs(x - next.xs[at]!) < 4);

/** Left and right edge of running text, as most full lines have them. */
function bodyOf(pages: readonly (readonly PageBlock[])[]): { left: number; right: number } {
  const lines = pages.flatMap((page) => page.flatMap((block) => (block.kind === "line" && !block.line.gapped ? [block.line] : [])));
  const right = lines.reduce((most, line) => Math.max(most, line.right), 0);
  const full = lines.filter((line) => line.right > right - line.size * 2);
  const lefts = full.map((line) => line.left).sort((a, b) => a - b);
  return { left: lefts[Math.floor(lefts.length / 4)] ?? 0, right };
}

/** True where a line goes on the paragraph of the line before: that one is full, and this one not indented. */
function isContinued(before: LineBlock, next: LineBlock, text: { left: number; right: number }): boolean {
  const [a, b] = [before.line, next.line];
  if (a.gapped || b.gapped || Math.abs(a.size - b.size) > 1) return false;
  return a.right > text.right - a.size * 2.2 && b.left < text.left + b.size && a.right - a.left > a.size * 12;
}
