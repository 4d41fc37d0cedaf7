import type { Drawing } from "../layouts/model.ts";
import { gb18030, utf16 } from "./encodings.ts";

/** Adobe's maps from character codes to a Chinese font that the PDF names without bringing it. */
export type MapName = "GBK-EUC-H" | "UniGB-UCS2-H";

const SIZE = 8;
const WIDE = 3000;
const LEADING = 14;
const LINES = 60;

const encode = (text: string, map: MapName) => [...(map === "GBK-EUC-H" ? gb18030(text) : utf16(text, "big", false))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** A PDF written by hand: every line of a drawing at a height of its own, cells at the places of their columns, no ruled lines, no font. */
export function unembeddedPdf(drawing: Drawing, map: MapName): Uint8Array {
  const lines = drawing.parts.flatMap((part) => {
    if (part.kind === "line") return [[{ x: 20, text: part.text }]];
    const covered = new Set<string>();
    return part.grid.rows.map((row, at) => {
      let column = 0;
      return row.cells.map((cell) => {
        while (covered.has(`${at} ${column}`)) column++;
        const x = 20 + column * 170;
        for (let down = 0; down < cell.rowSpan; down++) for (let over = 0; over < cell.colSpan; over++) covered.add(`${at + down} ${column + over}`);
        column += cell.colSpan;
        return { x, text: cell.text };
      });
    });
  });
  const pages = Array.from({ length: Math.ceil(lines.length / LINES) }, (_, page) => lines.slice(page * LINES, (page + 1) * LINES));
  const height = (LINES + 4) * LEADING;
  const contents = pages.map((page) => page.map((pieces, at) => pieces.map(({ x, text }) => `BT /F1 ${SIZE} Tf 1 0 0 1 ${x} ${height - (at + 2) * LEADING} Tm <${encode(text, map)}> Tj ET`).join("\n")).join("\n"));
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, at) => `${6 + at * 2} 0 R`).join(" ")}]>>`,
    `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${map}/DescendantFonts[4 0 R]>>`,
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/W[1 95 500 814 939 500]/FontDescriptor 5 0 R>>",
    "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
    ...contents.flatMap((content, at) => [`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${WIDE} ${height}]/Resources<</Font<</F1 3 0 R>>>>/Contents ${7 + at * 2} 0 R>>`, `<</Length ${content.length}>>\nstream\n${content}\nendstream`]),
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
  return new TextEncoder().encode(text + table);
}
