import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { toAddress } from "../../../src/sheet/address.ts";
import { placesOf } from "../layouts/matrix.ts";
import type { Drawing, Grid } from "../layouts/model.ts";
import { seededRandom, type Random } from "../random.ts";

/** A value; a number with a format is `[value, id of a built-in format or a format]`; text of several looks is its runs. */
export type MadeCell = string | number | readonly [number, number | string] | { readonly runs: readonly { readonly Text: string; readonly Font?: { readonly Strike?: true; readonly VertAlign?: "superscript" | "subscript" } }[] };

export interface MadeSheet {
  readonly name: string;
  readonly hidden?: boolean;
  readonly cells: Readonly<Record<string, MadeCell>>;
  readonly merges: readonly (readonly [string, string])[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly string[];
}

export interface MadeWorkbook {
  readonly sheets: readonly MadeSheet[];
  readonly password?: string;
}

/** Ways in which offices lay the same report out in a workbook. */
export type ExcelStyle = "stacked" | "anywhere" | "sheet-a-table" | "texts" | "extra-columns" | "hidden" | "beside";
export const excelStyles: readonly ExcelStyle[] = ["stacked", "anywhere", "sheet-a-table", "texts", "extra-columns", "hidden", "beside"];

interface Pen {
  readonly cells: Record<string, MadeCell>;
  readonly merges: (readonly [string, string])[];
}

/** A figure as its office typed it: a number, or text that looks like one. */
function typed(text: string, style: ExcelStyle, random: Random): string | number {
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return text;
  if (style !== "texts") return Number(text);
  return random.pick([text, ` ${text}`, `${text} `, /^\d{4,}$/.test(text) ? `${text.slice(0, -3)},${text.slice(-3)}` : text]);
}

function drawGrid(pen: Pen, grid: Grid, top: number, left: number, style: ExcelStyle, random: Random): number {
  const matrix = placesOf(grid);
  // A column among the others that nobody shows.
  const gap = style === "hidden" ? 3 : Number.POSITIVE_INFINITY;
  const at = (row: number, column: number) => toAddress(top + row, left + column + (column >= gap ? 1 : 0));
  matrix.forEach((row, r) => {
    let column = 0;
    while (column < row.length) {
      const place = row[column];
      if (!place?.begins) {
        column++;
        continue;
      }
      const { cell } = place;
      if (cell.text !== "") pen.cells[at(r, column)] = typed(cell.text, style, random);
      if (cell.colSpan > 1 || cell.rowSpan > 1) pen.merges.push([at(r, column), at(r + cell.rowSpan - 1, column + cell.colSpan - 1)]);
      column += cell.colSpan;
    }
    if (style === "extra-columns") {
      const isData = grid.rows[r]!.kind === "data";
      pen.cells[at(r, grid.columns)] = isData ? [random.int(1, 99) / 100, 9] : "同比";
      if (random.chance(0.3)) pen.cells[at(r, grid.columns + 1)] = isData ? "见附件说明" : "备注";
    }
    if (Number.isFinite(gap)) pen.cells[toAddress(top + r, left + gap)] = random.int(1, 99);
  });
  return matrix.length;
}

/** The sheets of one report. */
export function sheetsOf(drawing: Drawing, style: ExcelStyle, seed = 1): MadeSheet[] {
  const random = seededRandom(seed * 31 + 7);
  const sheets: MadeSheet[] = [];
  const left = style === "anywhere" ? random.int(1, 6) : 0;
  let row = style === "anywhere" ? random.int(2, 9) : 0;
  let pen: Pen = { cells: {}, merges: [] };
  let beside = 0;
  let section = "";
  const close = (name: string, more: Partial<MadeSheet> = {}) => {
    sheets.push({ name, ...pen, ...more });
    pen = { cells: {}, merges: [] };
    row = 0;
  };
  for (const part of drawing.parts) {
    if (part.kind === "line") {
      if (part.role === "section") section = part.text;
      if (style === "beside" && part.role !== "title") continue;
      pen.cells[toAddress(row, left)] = part.text;
      if (part.role === "title" || random.chance(0.5)) pen.merges.push([toAddress(row, left), toAddress(row, left + 9)]);
      row += style === "anywhere" && random.chance(0.3) ? 3 : 1;
    } else if (style === "beside") {
      pen.cells[toAddress(2, beside)] = section;
      drawGrid(pen, part.grid, 3, beside, style, random);
      beside += part.grid.columns + 1;
    } else {
      row += drawGrid(pen, part.grid, row, left, style, random) + (random.chance(0.5) ? 1 : 0);
      if (style === "sheet-a-table") close(`表${"二三四"[sheets.length]}`);
    }
  }
  if (style === "hidden") pen.cells["B1"] = "旧版";
  close(sheets.length > 0 ? "其他" : "Sheet1", style === "hidden" ? { hiddenColumns: ["D"] } : {});
  if (style === "hidden") sheets.push({ name: "旧表", hidden: true, cells: { A1: "一、本年新收政府信息公开申请数量", B1: 999 }, merges: [] });
  return sheets;
}

const CHILD = `
const { init } = require("excelize-wasm");
let input = "";
process.stdin.on("data", (part) => (input += part)).on("end", async () => {
  const excelize = await init(process.argv[1]);
  const check = ({ error, ...rest }) => { if (error) throw new Error(error); return rest; };
  const results = JSON.parse(input).map(({ sheets, password }) => {
    const file = excelize.NewFile();
    sheets.forEach((sheet, at) => {
      if (at === 0) check(file.SetSheetName("Sheet1", sheet.name));
      else check(file.NewSheet(sheet.name));
      for (const [address, value] of Object.entries(sheet.cells)) {
        if (value.runs) {
          check(file.SetCellRichText(sheet.name, address, value.runs));
          continue;
        }
        check(file.SetCellValue(sheet.name, address, Array.isArray(value) ? value[0] : value));
        if (Array.isArray(value)) check(file.SetCellStyle(sheet.name, address, address, check(file.NewStyle(typeof value[1] === "number" ? { NumFmt: value[1] } : { CustomNumFmt: value[1] })).style));
      }
      for (const [from, to] of sheet.merges) check(file.MergeCell(sheet.name, from, to));
      for (const row of sheet.hiddenRows ?? []) check(file.SetRowVisible(sheet.name, row, false));
      for (const column of sheet.hiddenColumns ?? []) check(file.SetColVisible(sheet.name, column, false));
      if (sheet.hidden) check(file.SetSheetVisible(sheet.name, false));
    });
    const { buffer } = check(password ? file.WriteToBuffer({ Password: password }) : file.WriteToBuffer());
    return Buffer.from(buffer).toString("base64");
  });
  process.stdout.write(JSON.stringify(results), () => process.exit(0));
});`;

/** Workbooks as excelize, a library that reads nothing of ours, writes them. All at once: it starts slowly. */
export function makeXlsx(workbooks: readonly MadeWorkbook[]): Uint8Array[] {
  const root = join(__dirname, "../../..");
  const output = execFileSync(process.execPath, ["-e", CHILD, join(root, "node_modules/excelize-wasm/excelize.wasm.gz")], { cwd: root, input: JSON.stringify(workbooks), maxBuffer: 256e6 });
  return (JSON.parse(output.toString("utf8")) as string[]).map((text) => new Uint8Array(Buffer.from(text, "base64")));
}
