import { seededRandom, type Random } from "../random.ts";
import { makeLayout, type LayoutRecipe } from "./layout.ts";
import { placesOf } from "./matrix.ts";
import type { Drawing, Grid, GridCell, Layout } from "./model.ts";
import { splitGrid } from "./split.ts";

export const escapeHtml = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\u00a0/g, "&nbsp;");

export interface HtmlStyle {
  readonly table?: string;
  readonly cell?: (cell: GridCell, random: Random) => string;
  readonly attributes?: (cell: GridCell) => string;
  readonly tbody?: boolean;
  /** Cells of `<th>` in a `<thead>`. */
  readonly head?: boolean;
  /** Places of merged header cells are left as empty cells. */
  readonly unspanned?: boolean;
  /** Inserted before the first row (`<colgroup>`). */
  readonly before?: (grid: Grid) => string;
}

const spans = (cell: GridCell) => (cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : "") + (cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : "");

/** One table. */
export function htmlTable(grid: Grid, style: HtmlStyle, random: Random): string {
  const inner = (cell: GridCell) => style.cell?.(cell, random) ?? escapeHtml(cell.text);
  const attributes = (cell: GridCell) => style.attributes?.(cell) ?? "";
  const rows = style.unspanned
    ? placesOf(grid).map((row) => row.map((place) => (place?.begins ? `<td${attributes(place.cell)}>${inner(place.cell)}</td>` : "<td></td>")).join(""))
    : grid.rows.map((row) => row.cells.map((cell) => {
        const tag = style.head && row.kind !== "data" ? "th" : "td";
        return `<${tag}${spans(cell)}${attributes(cell)}>${inner(cell)}</${tag}>`;
      }).join(""));
  const lines = rows.map((row) => `<tr>${row}</tr>`);
  const headRows = style.head ? grid.rows.findIndex((row) => row.kind === "data") : 0;
  const body = style.tbody === false ? lines : [...(headRows > 0 ? ["<thead>", ...lines.slice(0, headRows), "</thead>"] : []), "<tbody>", ...lines.slice(headRows), "</tbody>"];
  return [`<table${style.table ?? ""}>`, style.before?.(grid) ?? "", ...body, "</table>"].filter(Boolean).join("\n");
}

export interface HtmlRecipe extends Omit<LayoutRecipe, "kind" | "write"> {
  readonly style: HtmlStyle;
  readonly prose?: (text: string, role: string) => string;
  readonly wrap?: (body: string, drawing: Drawing) => string;
  /** Breaks table 三 in two at a page. */
  readonly split?: boolean;
}

const page = (body: string, drawing: Drawing) =>
  `<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(drawing.title)}</title></head>\n<body>\n${body}\n</body></html>\n`;

/** A layout that writes HTML: a paragraph a line of prose, tables by `style`. */
export function htmlLayout(recipe: HtmlRecipe): Layout {
  const { style, prose, wrap = page, split, ...rest } = recipe;
  return makeLayout({
    ...rest,
    kind: "html",
    write: (drawing, options) => {
      const random = seededRandom((options.seed ?? 1) + 104729);
      const body = drawing.parts.map((part) => {
        if (part.kind === "line") return prose?.(part.text, part.role) ?? `<${part.role === "title" ? "h1" : part.role === "section" ? "h2" : "p"}>${escapeHtml(part.text)}</${part.role === "title" ? "h1" : part.role === "section" ? "h2" : "p"}>`;
        const grids = split && part.grid.table === "requests" ? splitGrid(part.grid, random.int(4, 20)) : [part.grid];
        return grids.map((grid) => htmlTable(grid, style, random)).join("\n<br>\n");
      });
      return wrap(body.join("\n"), drawing);
    },
  });
}

export const htmlLayouts: readonly Layout[] = [
  htmlLayout({ id: "html", description: "plain table with rowspan and colspan", style: { table: ' border="1"' } }),
  htmlLayout({ id: "html-head", description: "thead, th and tbody", style: { head: true } }),
  htmlLayout({ id: "html-without-tbody", description: "no tbody, no paragraphs", style: { tbody: false }, prose: (text) => `<div>${escapeHtml(text)}</div>` }),
  htmlLayout({
    id: "html-paragraph-cells",
    description: "cells of <p> and &nbsp;, labels broken by <br> and <span>",
    style: { cell: (cell, random) => `<p>${cell.text === "" ? "&nbsp;" : random.pick([(t: string) => t, (t: string) => `&nbsp;${t}`, (t: string) => `<span>${t}</span>&nbsp;`, (t: string) => (cell.role === "figure" ? t : `${t.slice(0, 3)}<br>${t.slice(3)}`)])(escapeHtml(cell.text))}</p>` },
  }),
  htmlLayout({ id: "html-unspanned", description: "merged cells left as empty cells instead of spans", style: { unspanned: true } }),
  htmlLayout({
    id: "html-nested",
    description: "page laid out in wrapper tables, the report within a cell, each table within a table",
    style: { table: ' width="100%"' },
    wrap: (body, drawing) => page(
      `<table><tr><td><table><tr><td>首页</td><td>公开</td></tr></table></td></tr>\n<tr><td><table><tr><td>${body.replace(/<table/g, "<table><tr><td><table").replace(/<\/table>/g, "</table></td></tr></table>")}</td></tr></table></td></tr></table>`,
      drawing,
    ),
  }),
  htmlLayout({ id: "html-split", description: "table 三 broken in two at a page, header repeated", style: {}, split: true }),
  htmlLayout({
    id: "html-one-paragraph",
    description: "the prose as text between <br>s in one block with inline styles, scripts and comments around",
    style: { table: ' style="border-collapse:collapse" cellspacing="0"', attributes: () => ' style="border:1px solid #000;text-align:center"' },
    prose: (text) => `${escapeHtml(text)}<br/>`,
    wrap: (body, drawing) => page(`<script>var hits = 120;</script><style>td { width: 12px }</style><!-- 总计 99 -->\n<div class="article">${body}</div>`, drawing),
  }),
];
