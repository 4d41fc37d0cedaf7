import { escapeHtml, htmlLayout } from "./html.ts";
import type { GridCell, Layout } from "./model.ts";

const run = (text: string) => (/^[\d.+-]+$/.test(text) ? `<span lang=EN-US style='font-size:10.5pt'>${text}<o:p></o:p></span>` : `<span style='font-size:10.5pt;font-family:宋体;mso-hansi-font-family:"Times New Roman"'>${text}<span lang=EN-US><o:p></o:p></span></span>`);

const paragraph = (cell: GridCell) =>
  `<p class=MsoNormal align=center style='text-align:center;layout-grid-mode:char'>${cell.text === "" ? "<span lang=EN-US><o:p>&nbsp;</o:p></span>" : run(escapeHtml(cell.text))}</p>`;

const mso = (body: string) => `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Word.Document>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View><w:Zoom>120</w:Zoom></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; mso-pagination:none; font-size:10.5pt;} @page Section1 {size:595.3pt 841.9pt;} --></style>
<!--[if gte mso 10]><style>table.MsoNormalTable {mso-style-name:普通表格; mso-tstyle-rowband-size:0;}</style><![endif]--></head>
<body lang=ZH-CN style='tab-interval:21.0pt'>${body}</body></html>
`;

const prose = (text: string) => `<p class=MsoNormal style='text-indent:32.0pt'><span style='font-size:16.0pt;font-family:仿宋_GB2312'>${escapeHtml(text)}<span lang=EN-US><o:p></o:p></span></span></p>`;

const style = {
  table: " class=MsoNormalTable border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'",
  cell: paragraph,
  attributes: (cell: GridCell) => ` width=${cell.colSpan * 60} style='width:${cell.colSpan * 45}.0pt;border:solid windowtext 1.0pt;padding:0cm 5.4pt'`,
  tbody: false,
} as const;

const clipboard = (body: string) => mso(`<!--StartFragment-->\n${body}\n<!--EndFragment-->`);

export const wordLayouts: readonly Layout[] = [
  htmlLayout({ id: "word-html", description: "saved from Word as a web page: mso markup, conditional comments, <o:p>", style, prose, wrap: mso }),
  htmlLayout({ id: "word-html-split", description: "Word's markup, table 三 broken in two at a page", style, prose, wrap: mso, split: true }),
  htmlLayout({ id: "clipboard-word", description: "text/html that Word puts on the clipboard", style, prose, wrap: clipboard }),
  htmlLayout({
    id: "clipboard-wps-writer",
    description: "text/html that WPS Writer puts on the clipboard",
    style: { ...style, table: ` class="MsoTableGrid" border="1" cellspacing="0" style="border-collapse:collapse;mso-table-layout-alt:fixed;"`, tbody: true },
    prose: (text) => `<p class=MsoNormal><span style="mso-spacerun:'yes';font-family:宋体;font-size:10.5000pt;" >${escapeHtml(text)}</span><o:p></o:p></p>`,
    wrap: (body) => `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40"><head><meta name="ProgId" content="Word.Document"><meta name="Generator" content="WPS Office"></head><body><!--StartFragment-->${body}<!--EndFragment--></body></html>\n`,
  }),
];
