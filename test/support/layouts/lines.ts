import type { Random } from "../random.ts";
import type { Grid, GridCell, Layout } from "./model.ts";
import { textLayout } from "./text.ts";

const cellsOf = (grid: Grid): readonly GridCell[] => grid.rows.flatMap((row) => row.cells);
const isLabel = (cell: GridCell) => cell.role !== "figure" && cell.role !== "extra";

/** Item numbers and brackets on lines of their own: `(` `一` `)予以公开`, `1.` `属于国家秘密`. */
function splitItem(text: string, random: Random): string[] {
  const match = /^([（(][一二三四五六七][）)]|[一二三四][、]|\d[.．])(.+)$/u.exec(text);
  if (!match) return [text];
  const [, item, rest] = match as unknown as [string, string, string];
  if (!/^[（(]/.test(item)) return [item, rest];
  return random.pick([[item, rest], [item[0]!, item.slice(1), rest], [item[0]!, item[1]!, item[2]! + rest]]);
}

/** Cuts a label in two or three anywhere. */
function wrapAnywhere(text: string, random: Random): string[] {
  if (text.length < 4 || random.chance(0.5)) return [text];
  const cuts = [...new Set([random.int(1, text.length - 1), random.int(1, text.length - 1)])].sort((a, b) => a - b);
  return [0, ...cuts].map((cut, i) => text.slice(cut, cuts[i]));
}

const PADDING = "\u00a0";

export const lineLayouts: readonly Layout[] = [
  textLayout({ id: "lines", description: "one cell a line", grid: (grid) => cellsOf(grid).map((cell) => cell.text) }),
  textLayout({ id: "lines-spaced", description: "one cell a line, blank lines between", spaced: true, grid: (grid) => cellsOf(grid).map((cell) => cell.text) }),
  textLayout({
    id: "lines-nbsp",
    description: "one cell a line, blank lines between, no-break spaces before or behind figures",
    spaced: true,
    grid: (grid, random) => cellsOf(grid).map((cell) => (isLabel(cell) ? cell.text : random.pick([PADDING + cell.text, cell.text + PADDING, `${cell.text} ${PADDING}`, cell.text]))),
  }),
  textLayout({
    id: "lines-wide-padding",
    description: "one cell a line, full-width spaces around",
    indent: "\u3000\u3000",
    grid: (grid, random) => cellsOf(grid).map((cell) => random.pick(["\u3000", "\u3000\u3000", ""]) + cell.text + random.pick(["\u3000", ""])),
  }),
  textLayout({
    id: "lines-items-apart",
    description: "item numbers and brackets on lines of their own",
    grid: (grid, random) => cellsOf(grid).flatMap((cell) => (cell.role === "label" || cell.role === "heading" ? splitItem(cell.text, random) : [cell.text])),
  }),
  textLayout({
    id: "lines-wrapped",
    description: "labels wrapped anywhere, each piece a line",
    grid: (grid, random) => cellsOf(grid).flatMap((cell) => (isLabel(cell) ? wrapAnywhere(cell.text, random) : [cell.text])),
  }),
  textLayout({
    id: "lines-wrapped-spaced",
    description: "labels wrapped anywhere, blank lines between all pieces",
    spaced: true,
    grid: (grid, random) => cellsOf(grid).flatMap((cell) => (isLabel(cell) ? wrapAnywhere(cell.text, random) : [cell.text])),
  }),
  textLayout({
    id: "lines-spaced-letters",
    description: "spaces within labels (商业 企业, 总 计)",
    grid: (grid) => cellsOf(grid).map((cell) => (isLabel(cell) && (cell.text.length === 2 || cell.text.length === 4) ? `${cell.text.slice(0, cell.text.length / 2)} ${cell.text.slice(cell.text.length / 2)}` : cell.text)),
  }),
];
