import type { SourceWriter } from "../source-writer.ts";
import type { Block, TableBlock } from "./document.ts";

const fold = (line: string) => line.replace(/\s+/g, " ").trim();

const linesOf = (blocks: readonly Block[]): string[] => blocks.flatMap((block) => (block.kind === "paragraph" ? block.lines.map(fold).filter((line) => line !== "") : []));

const holdsTable = (table: TableBlock) => table.rows.some((row) => row.some((cell) => cell.blocks.some((block) => block.kind === "table")));

/** Writes the blocks of a document. A table that only wraps other tables is read as a sequence of blocks, as in HTML. */
export function writeBlocks(blocks: readonly Block[], writer: SourceWriter): void {
  for (const block of blocks) {
    if (block.kind === "paragraph") {
      for (const line of block.lines) {
        writer.add(line);
        writer.endLine();
      }
    } else if (holdsTable(block)) {
      for (const row of block.rows) for (const cell of row) writeBlocks(cell.blocks, writer);
    } else {
      writer.beginGrid();
      for (const [at, row] of block.rows.entries()) {
        const goOn = new Set(block.rows[at + 1]?.flatMap((below) => (below.continued === "from-above" ? [below.column] : [])));
        writer.writeRow(row.filter((cell) => !cell.continued).map((cell) => ({ column: cell.column, lines: linesOf(cell.blocks), merged: goOn.has(cell.column) })));
      }
    }
  }
}
