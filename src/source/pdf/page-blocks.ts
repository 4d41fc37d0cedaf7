import { linesOf, linesOfCell, type PrintLine } from "./print-lines.ts";
import type { Glyph, PagePrint } from "./print.ts";
import { findRuledTables, stripeOf, type RuledTable } from "./ruled-table.ts";

/** What a page shows, from top to bottom. */
export type PageBlock = LineBlock | GridBlock;

export interface LineBlock {
  readonly kind: "line";
  readonly line: PrintLine;
  /** Distances to the page's top and bottom, as shares of its height. */
  readonly fromTop: number;
  readonly fromBottom: number;
  /** Headings of columns that could not be told apart. */
  readonly unclear?: true;
}

export interface GridBlock {
  readonly kind: "grid";
  /** Borders of its columns: a table that goes on over the page has the same. */
  readonly xs: readonly number[];
  readonly rows: readonly (readonly GridCell[])[];
  /** Of a table without ruled lines: which one it is a piece of, and how many lines of print it takes. */
  readonly table?: number;
  readonly height?: number;
}

export interface GridCell {
  readonly column: number;
  readonly lines: readonly string[];
}

interface Region {
  readonly table: RuledTable;
  readonly glyphs: Map<number, Glyph[]>;
}

const top = (block: PageBlock, tops: ReadonlyMap<PageBlock, number>) => (block.kind === "line" ? block.line.baseline : tops.get(block)!);

function gridOf({ table, glyphs }: Region): GridBlock {
  const columns = table.xs.length - 1;
  const rows = table.ys.slice(1).map((_, row) =>
    Array.from({ length: columns }, (_, column) => row * columns + column)
      .filter((place) => table.owner[place] === place)
      .map((place): GridCell => {
        const column = place % columns;
        return { column, lines: linesOfCell(glyphs.get(place) ?? [], table.xs[column + 1]! - table.xs[column]!) };
      }),
  );
  return { kind: "grid", xs: table.xs, rows: rows.filter((row) => row.length > 0) };
}

/** Brings a page's print into ruled tables and lines, in reading order. Every character is in exactly one of them. */
export function blocksOfPage(page: PagePrint): PageBlock[] {
  const regions = findRuledTables(page.rules).map((table): Region => ({ table, glyphs: new Map() }));
  const outside: Glyph[] = [];
  for (const glyph of page.glyphs) {
    const x = (glyph.left + glyph.right) / 2;
    const y = glyph.baseline - glyph.size * 0.35;
    const region = regions.find(({ table }) => stripeOf(table.xs, x) >= 0 && stripeOf(table.ys, y) >= 0);
    if (!region) {
      outside.push(glyph);
      continue;
    }
    const { table, glyphs } = region;
    const place = table.owner[stripeOf(table.ys, y) * (table.xs.length - 1) + stripeOf(table.xs, x)]!;
    const held = glyphs.get(place);
    if (held) held.push(glyph);
    else glyphs.set(place, [glyph]);
  }
  const tops = new Map<PageBlock, number>();
  const grids = regions.filter(({ glyphs }) => glyphs.size > 0).map((region) => {
    const grid = gridOf(region);
    tops.set(grid, region.table.ys[0]!);
    return grid;
  });
  const lines = linesOf(outside).map((line): LineBlock => ({ kind: "line", line, fromTop: line.baseline / page.height, fromBottom: 1 - line.baseline / page.height }));
  return [...grids, ...lines].sort((a, b) => top(a, tops) - top(b, tops));
}
