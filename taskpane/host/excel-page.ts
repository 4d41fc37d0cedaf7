import { columnLetters, toRange } from "../../src/sheet/address.ts";
import type { PlanPrint } from "../../src/sheet/plan.ts";
import { supportsExcel, type OfficeParts } from "./excel-office.ts";

/** Points from the edge of the paper to its header and footer: 6 mm. */
const MARGIN_OF_HEADER = 17;

/** Paper, margins, print area, repeated rows, header and footer (ExcelApi 1.9; before, the workbook prints as Excel likes). */
export function setPage(office: OfficeParts, sheet: Excel.Worksheet, print: PlanPrint): void {
  if (!supportsExcel(office, "1.9")) return;
  const { pageLayout } = sheet;
  pageLayout.paperSize = "A4";
  pageLayout.orientation = print.orientation === "landscape" ? "Landscape" : "Portrait";
  pageLayout.centerHorizontally = true;
  const [wide, high] = [print.pagesWide ?? 1, print.pagesHigh];
  if (wide !== 0 || high !== 0) pageLayout.zoom = { ...(wide !== 0 && { horizontalFitToPages: wide }), ...(high !== 0 && { verticalFitToPages: high }) };
  pageLayout.setPrintMargins("Centimeters", { ...print.margins });
  pageLayout.headerMargin = MARGIN_OF_HEADER;
  pageLayout.footerMargin = MARGIN_OF_HEADER;
  pageLayout.setPrintArea(toRange(print.area.top, print.area.left, print.area.bottom, print.area.right));
  if (print.repeatRows) pageLayout.setPrintTitleRows(`$${print.repeatRows.from + 1}:$${print.repeatRows.to + 1}`);
  if (print.repeatColumns) pageLayout.setPrintTitleColumns(`$${columnLetters(print.repeatColumns.from)}:$${columnLetters(print.repeatColumns.to)}`);
  const { defaultForAllPages } = pageLayout.headersFooters;
  for (const [part, text] of partsOf(print.header)) defaultForAllPages[`${part}Header`] = text;
  for (const [part, text] of partsOf(print.footer)) defaultForAllPages[`${part}Footer`] = text;
}

const parts = { L: "left", C: "center", R: "right" } as const;

/** `&Lleft&Ccentre`: Excel's file keeps three texts in one, its API has them apart. */
function partsOf(text: string | undefined): (readonly ["left" | "center" | "right", string])[] {
  const pieces = (text ?? "").split(/&([LCR])/);
  const found = pieces.slice(1).flatMap((piece, index) => (index % 2 === 0 ? [[parts[piece as "L" | "C" | "R"], pieces[index + 2] ?? ""] as const] : []));
  return pieces[0] ? [["center", pieces[0]], ...found] : found;
}
