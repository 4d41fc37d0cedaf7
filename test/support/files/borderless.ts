import { seededRandom } from "../random.ts";
import { escapeHtml } from "../layouts/html.ts";
import type { Drawing, GridCell } from "../layouts/model.ts";

/** How a page prints tables without any ruled line. */
export interface BorderlessStyle {
  readonly page: "portrait" | "landscape";
  /** Points. */
  readonly size: number;
  readonly figures: "left" | "center" | "right";
  readonly padding: number;
  /** Share of the page's width. */
  readonly width: number;
  readonly valign: "top" | "middle" | "bottom";
  /** The header comes again on every page that the table goes on over. */
  readonly repeated?: boolean;
  /** Rows right below each other, without the space around paragraphs. */
  readonly tight?: boolean;
}

export const borderlessStyles: Readonly<Record<string, BorderlessStyle>> = {
  "wide, figures centred": { page: "landscape", size: 9, figures: "center", padding: 2, width: 100, valign: "middle" },
  "wide, figures at the right": { page: "landscape", size: 9, figures: "right", padding: 2, width: 100, valign: "top" },
  "narrow, labels wrapped": { page: "portrait", size: 8, figures: "center", padding: 1, width: 80, valign: "middle" },
  "narrow, figures at the left": { page: "portrait", size: 8, figures: "left", padding: 1, width: 100, valign: "top" },
  "narrow, figures at the bottom right": { page: "portrait", size: 7.5, figures: "right", padding: 0, width: 90, valign: "bottom" },
  "header on every page": { page: "landscape", size: 12, figures: "center", padding: 3, width: 100, valign: "middle", repeated: true },
  "tight, figures centred": { page: "portrait", size: 9, figures: "center", padding: 0, width: 100, valign: "middle", tight: true },
  "tight, figures at the right": { page: "landscape", size: 8, figures: "right", padding: 1, width: 70, valign: "top", tight: true },
};

/** A page of a drawing with tables without borders, as LibreOffice prints it to PDF. */
export function borderlessHtml(drawing: Drawing, style: BorderlessStyle, seed = 1): Uint8Array {
  const random = seededRandom(seed);
  const [width, height] = style.page === "landscape" ? ["29.7cm", "21cm"] : ["21cm", "29.7cm"];
  const isFigure = (cell: GridCell) => cell.role === "figure" || (cell.role === "extra" && /^\d/.test(cell.text));
  const cellOf = (cell: GridCell) => {
    const align = isFigure(cell) ? style.figures : cell.role === "label" || cell.role === "stub" ? random.pick(["left", "center"] as const) : "center";
    const spans = `${cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : ""}${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ""}`;
    const text = escapeHtml(cell.text);
    return `<td${spans} valign="${style.valign}" align="${align}">${style.tight ? text : `<p align="${align}">${text}</p>`}</td>`;
  };
  const body = drawing.parts.map((part) => {
    if (part.kind === "line") return `<p>${escapeHtml(part.text)}</p>`;
    const rows = part.grid.rows.map((row) => `<tr>${row.cells.map(cellOf).join("")}</tr>`);
    const heads = style.repeated ? part.grid.rows.findIndex((row) => row.kind === "data") : 0;
    const head = heads > 0 ? `<thead>${rows.slice(0, heads).join("")}</thead>` : "";
    return `<table border="0" cellspacing="0" cellpadding="${style.padding}" width="${style.width}%">${head}<tbody>${rows.slice(heads).join("")}</tbody></table>`;
  });
  const css = `@page { size: ${width} ${height}; margin: 1.5cm } p, td { margin: 0; font-family: 'Noto Sans CJK SC'; font-size: ${style.size}pt }`;
  return new TextEncoder().encode(`<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><style>${css}</style></head><body>${body.join("\n")}</body></html>`);
}
