import { seededRandom } from "../random.ts";
import { escapeHtml, htmlLayout } from "./html.ts";
import { makeLayout } from "./layout.ts";
import type { Drawing, GridCell, Layout } from "./model.ts";
import { placesOf } from "./matrix.ts";

interface SheetStyle {
  readonly head: string;
  readonly foot: string;
  readonly cellClass: (cell: GridCell) => string;
  readonly inner: (cell: GridCell) => string;
}

const isNumber = (text: string) => /^-?\d[\d,]*(\.\d+)?$/.test(text);
const WIDTH = 15;

/** One table for the whole sheet: prose in rows that span it, the official tables in its first columns. */
function sheetTable(drawing: Drawing, style: SheetStyle): string {
  const td = (cell: GridCell) => {
    const number = isNumber(cell.text) ? ` align=right x:num="${cell.text.replace(/,/g, "")}"` : "";
    const spans = (cell.colSpan > 1 ? ` colspan=${cell.colSpan}` : "") + (cell.rowSpan > 1 ? ` rowspan=${cell.rowSpan}` : "");
    return `<td${spans} height=19 class=${style.cellClass(cell)} style='height:14.25pt'${number}>${style.inner(cell)}</td>`;
  };
  const rows = drawing.parts.flatMap((part) => {
    if (part.kind === "line") return [`<td colspan=${WIDTH} class=xl65>${escapeHtml(part.text)}</td>`];
    const rest = placesOf(part.grid).map((row) => WIDTH - row.length);
    return part.grid.rows.map((row, r) => row.cells.map(td).join("\n  ") + (rest[r]! > 0 ? `\n  <td class=xl65 colspan=${rest[r]}></td>` : ""));
  });
  const cols = `<col width=72 span=${WIDTH} style='width:54pt'>`;
  return `${style.head}<table border=0 cellpadding=0 cellspacing=0 width=1080 style='border-collapse:collapse;width:810pt'>\n${cols}\n<!--StartFragment-->\n${rows.map((row) => ` <tr height=19>\n  ${row}\n </tr>`).join("\n")}\n<!--EndFragment-->\n</table>${style.foot}`;
}

const excel: SheetStyle = {
  head: `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">\n<head><meta name=ProgId content=Excel.Sheet><meta name=Generator content="Microsoft Excel 15">\n<style><!--table {mso-displayed-decimal-separator:"\\.";} .xl65 {mso-number-format:General;}--></style></head>\n<body link=blue vlink=purple>\n`,
  foot: "\n</body>\n</html>\n",
  cellClass: (cell) => (cell.role === "figure" ? "xl67" : "xl66"),
  inner: (cell) => (cell.text === "" ? "&nbsp;" : escapeHtml(cell.text)),
};

const wps: SheetStyle = {
  head: `<html xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><meta name="Generator" content="WPS Office ET"><style>.et3{mso-style-parent:style0;}</style></head><body>`,
  foot: "</body></html>\n",
  cellClass: (cell) => (cell.role === "figure" ? "et5" : "et3"),
  inner: (cell) => `<font class="font0">${escapeHtml(cell.text)}</font>`,
};

const sheet = (id: string, description: string, style: SheetStyle): Layout =>
  makeLayout({ id, description, kind: "html", defaults: { surroundings: false }, write: (drawing) => sheetTable(drawing, style) });

const computed = "style=\"box-sizing: border-box; margin: 0px; padding: 4px; border: 1px solid rgb(221, 221, 221); font-size: 16px;\"";

export const clipboardLayouts: readonly Layout[] = [
  sheet("clipboard-excel", "text/html of Excel's clipboard: StartFragment within the table, <col>, x:num", excel),
  sheet("clipboard-wps", "text/html of WPS Spreadsheets' clipboard", wps),
  htmlLayout({
    id: "clipboard-chrome",
    description: "text/html of a browser's clipboard: meta first, computed styles on each element",
    style: { table: ` ${computed}`, attributes: () => ` ${computed}`, cell: (cell) => `<span ${computed}>${escapeHtml(cell.text)}</span>` },
    prose: (text) => `<p ${computed}>${escapeHtml(text)}</p>`,
    wrap: (body) => `<meta charset='utf-8'>${body}`,
  }),
  htmlLayout({
    id: "clipboard-fragment",
    description: "CF_HTML as Windows keeps it: offsets before the fragment",
    style: {},
    wrap: (body) => `Version:0.9\r\nStartHTML:00000097\r\nEndHTML:00${seededRandom(body.length).int(100000, 999999)}\r\nStartFragment:00000131\r\nEndFragment:00000999\r\n<html><body>\r\n<!--StartFragment-->${body}<!--EndFragment-->\r\n</body>\r\n</html>`,
  }),
];
