import { Document, Footer, Header, LevelFormat, Packer, PageNumber, Paragraph, Table, TableBorders, TableCell, TableRow, TextRun, Textbox, VerticalAlignTable, WidthType, type FileChild } from "docx";
import { seededRandom, type Random } from "../random.ts";
import type { Drawing, Grid, GridCell } from "../layouts/model.ts";

/** Ways in which offices build the same document; `open` has no lines, but headers and page numbers. */
export type WordStyle = "plain" | "runs" | "nested" | "text-box" | "numbered" | "open";

const SIZE = 18;
const run = (text: string) => new TextRun({ text, size: SIZE, font: "Noto Sans CJK SC" });

/** A label or figure torn into runs and lines, as editing leaves them. */
function torn(text: string, random: Random): TextRun[] {
  if (text.length < 4) return [run(text)];
  const at = random.int(1, text.length - 1);
  return /^[\d.]+$/.test(text) || random.chance(0.5) ? [run(text.slice(0, at)), run(text.slice(at))] : [run(text.slice(0, at)), new TextRun({ text: text.slice(at), size: SIZE, break: 1, font: "Noto Sans CJK SC" })];
}

const cellOf = (cell: GridCell, style: WordStyle, random: Random) =>
  new TableCell({
    columnSpan: cell.colSpan,
    rowSpan: cell.rowSpan,
    verticalAlign: VerticalAlignTable.CENTER,
    children: [new Paragraph({ children: style === "runs" ? torn(cell.text, random) : [run(cell.text)] })],
  });

function tableOf(grid: Grid, style: WordStyle, random: Random): Table {
  const table = new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    ...(style === "open" && { borders: TableBorders.NONE }),
    columnWidths: Array.from({ length: grid.columns }, () => Math.floor(9600 / grid.columns)),
    rows: grid.rows.map((row) => new TableRow({ cantSplit: random.chance(0.5), children: row.cells.map((cell) => cellOf(cell, style, random)) })),
  });
  return style === "nested" ? new Table({ rows: [new TableRow({ children: [new TableCell({ children: [table, new Paragraph("")] })] })] }) : table;
}

/** What every page prints above and below. */
const furniture = (title: string) => ({
  headers: { default: new Header({ children: [new Paragraph({ children: [run(title)] })] }) },
  footers: { default: new Footer({ children: [new Paragraph({ children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"], size: SIZE })] })] }) },
});

/** A .docx of a drawing, made by the docx library. */
export async function makeDocx(drawing: Drawing, style: WordStyle = "plain", seed = 1): Promise<Uint8Array> {
  const random = seededRandom(seed);
  const children = drawing.parts.flatMap((part): FileChild[] => {
    if (part.kind === "grid") return [tableOf(part.grid, style, random), new Paragraph("")];
    if (part.role === "title" && style === "text-box") return [new Textbox({ style: { width: "14cm", height: "2cm" }, children: [new Paragraph({ children: [run(part.text)] })] })];
    const numbered = /^[一二三四五六]、(.+)$/.exec(part.text);
    if (part.role === "section" && style === "numbered" && numbered) return [new Paragraph({ numbering: { reference: "sections", level: 0 }, children: [run(numbered[1]!)] })];
    return [new Paragraph({ children: [run(part.text)] })];
  });
  const levels = [{ level: 0, format: LevelFormat.CHINESE_COUNTING, text: "%1、" }];
  const document = new Document({ numbering: { config: [{ reference: "sections", levels }] }, sections: [{ ...(style === "open" && furniture(drawing.title)), properties: { page: { margin: { left: 900, right: 900, top: 1000, bottom: 1000 } } }, children }] });
  return new Uint8Array(await Packer.toBuffer(document));
}
