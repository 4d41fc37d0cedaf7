import type { Random } from "../random.ts";
import type { Drawing, Grid, GridCell, GridRow, Layout } from "./model.ts";
import { textLayout } from "./text.ts";

type Where = "first" | "middle" | "last";

interface PdfStyle {
  readonly where: Where | "any";
  /** Footer of a page; undefined prints none. */
  readonly footer?: (page: number) => string;
  readonly runningHeader?: boolean;
  readonly tear?: boolean;
  readonly gap?: string;
  readonly wrap?: boolean;
  /** Where headings that span rows stand. Default on a line above. */
  readonly headings?: "beside";
}

const PAGE = 36;
const PROSE = 38;

const chunks = (text: string, size: number) => Array.from({ length: Math.ceil(text.length / size) || 1 }, (_, i) => text.slice(i * size, (i + 1) * size));

/** Header cells stand side by side, each wrapped in its own narrow column. */
function headerLines(row: GridRow, gap: string, wrap: boolean): string[] {
  const wrapped = row.cells.map((cell) => chunks(cell.text, wrap && cell.role === "column" && cell.colSpan === 1 ? Math.max(2, Math.ceil(cell.text.length / 2)) : 40));
  const height = Math.max(...wrapped.map((pieces) => pieces.length));
  return Array.from({ length: height }, (_, i) => wrapped.flatMap((pieces) => pieces[i] ?? []).join(gap));
}

/** Pieces of a label, at most three, as its narrow column wraps it. */
const wrapLabel = (label: string) => chunks(label, Math.max(6, Math.ceil(label.length / (label.length > 18 ? 3 : label.length > 9 ? 2 : 1))));

function dataLines(row: GridRow, style: PdfStyle, random: Random): string[] {
  const gap = style.gap ?? " ";
  const isWord = (cell: GridCell) => cell.role !== "figure" && !(cell.role === "extra" && /^\d/.test(cell.text));
  const headings = row.cells.filter((cell) => cell.role === "heading").map((cell) => cell.text);
  const numbers = row.cells.filter((cell) => !isWord(cell)).map((cell) => cell.text);
  const label = row.cells.filter((cell) => isWord(cell) && cell.role !== "heading").map((cell) => cell.text).join(gap);
  const torn = style.tear && numbers.length > 2 && random.chance(0.25) ? numbers.splice(-1) : [];
  if (style.wrap === false) return [[...headings, label, ...numbers].filter(Boolean).join(gap), ...torn];
  const pieces = wrapLabel(label);
  // A heading that spans rows stands above its first row, or beside it in a column of its own.
  const beside = style.headings === "beside" ? headings.map((heading) => chunks(heading, 5)) : [];
  const height = Math.max(pieces.length, ...beside.map((column) => column.length));
  const where = style.where === "any" ? random.pick(["first", "middle", "last"] as const) : style.where;
  const at = where === "first" ? 0 : where === "last" ? pieces.length - 1 : Math.floor((pieces.length - 1) / 2);
  const between = where === "middle" && pieces.length === 2 && beside.length === 0;
  const lines = Array.from({ length: height }, (_, i) => [...beside.flatMap((column) => column[i] ?? []), ...(pieces[i] ? [pieces[i]] : []), ...(i === at && !between ? numbers : [])].filter(Boolean).join(gap));
  // Numbers in the middle of two lines stand on a line between them.
  return [...(style.headings === "beside" ? [] : headings), ...(between ? [lines[0]!, numbers.join(gap), ...lines.slice(1)] : lines), ...torn];
}

function paginate(lines: readonly string[], drawing: Drawing, style: PdfStyle): string[] {
  if (!style.footer && !style.runningHeader) return [...lines];
  return lines.flatMap((line, i) => {
    const page = Math.floor(i / PAGE) + 1;
    if (i === 0 || i % PAGE !== 0) return [line];
    return [...(style.footer ? [style.footer(page - 1)] : []), ...(style.runningHeader ? [drawing.title] : []), line];
  });
}

const pdf = (id: string, description: string, style: PdfStyle): Layout =>
  textLayout({
    id,
    description,
    unfit: ["thousands-space"],
    prose: (text) => chunks(text, PROSE),
    grid: (grid: Grid, random) =>
      grid.rows.flatMap((row) => (row.kind === "data" ? dataLines(row, style, random) : headerLines(row, style.gap ?? " ", style.wrap !== false))),
    lines: (lines, drawing) => paginate(lines, drawing, style),
  });

export const pdfLayouts: readonly Layout[] = [
  pdf("pdf-rows", "space-separated, one row a line, labels whole", { where: "first", wrap: false }),
  pdf("pdf-first", "labels wrapped over 2-3 lines, numbers on the first", { where: "first", footer: (page) => `- ${page} -` }),
  pdf("pdf-middle", "labels wrapped, numbers on the middle line or between", { where: "middle", footer: (page) => `第${page}页` }),
  pdf("pdf-last", "labels wrapped, numbers on the last line", { where: "last", footer: (page) => `第 ${page} 页 共 9 页` }),
  pdf("pdf-any", "labels wrapped, numbers on any of their lines; wide gaps; headings beside their rows; running header", { where: "any", headings: "beside", gap: "    ", runningHeader: true, footer: (page) => `— ${page} —` }),
  pdf("pdf-bare-page-numbers", "a bare page number between rows", { where: "first", footer: (page) => String(page) }),
  pdf("pdf-running-header", "page number and the title again between rows; headings beside their rows", { where: "first", headings: "beside", runningHeader: true, footer: (page) => `${page} / 9` }),
  pdf("pdf-torn-total", "some rows torn from their total, which stands on the next line", { where: "first", tear: true, footer: (page) => `- ${page} -` }),
];
