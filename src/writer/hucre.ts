import { writeXlsx as writeWithHucre, type Cell, type CellStyle, type ConditionalRule, type DataValidation, type WriteSheet } from "hucre/xlsx";
import { toAbsolute, toRange, quoteSheet } from "../sheet/address.ts";
import type { PlanArea, PlanCell, PlanInputMessage, SheetPlan, WorkbookPlan } from "../sheet/plan.ts";
import { looks, styles, type Style, type StyleName } from "../sheet/styles.ts";

/**
 * The only file that knows hucre's writer (1.0.0, young). What it lacks is made good here:
 * - `type: "none"` for validations that only show a message (its own type list leaves it out, its writer passes it on);
 * - texts that look like Excel errors (`#REF!`) are written as rich text, else hucre makes error cells of them;
 * - sheet-scoped names are named ranges with a `scope`;
 * - the file's date is fixed, so that the same plan gives the same bytes.
 */
export function writeWorkbook(plan: WorkbookPlan): Promise<Uint8Array> {
  const nameOf = (id: string) => plan.sheets.find((sheet) => sheet.id === id)?.name;
  return writeWithHucre({
    sheets: plan.sheets.map((sheet) => toHucre(sheet)),
    namedRanges: [
      ...plan.names.map((name) => ({ name: name.name, range: name.refersTo })),
      ...plan.sheets.flatMap((sheet) => sheet.names.map((name) => ({ name: name.name, range: name.refersTo, scope: sheet.name }))),
    ],
    activeSheet: Math.max(0, plan.sheets.findIndex((sheet) => sheet.name === nameOf(plan.activeSheet))),
    defaultFont: DEFAULT_FONT,
    properties: { title: plan.title, creator: "gov-disclosure-report", created: FIXED_DATE, modified: FIXED_DATE },
  });
}

/** Measures column widths; Arial (or its metric twin Liberation Sans) is everywhere, so widths are the same everywhere. */
const DEFAULT_FONT = { name: "Arial", size: 10 } as const;
const FIXED_DATE = new Date("2000-01-01T00:00:00Z");
const CENTIMETRES_PER_INCH = 2.54;
const GB2312_CHARSET = 134;
/** OOXML font families, for programs that lack the font: 1 roman, 2 swiss. */
const FONT_FAMILY = { SimSun: 1, SimHei: 2 } as const;

function toHucre(sheet: SheetPlan): WriteSheet {
  const { print, freeze } = sheet;
  const inches = (centimetres: number) => Math.round((centimetres / CENTIMETRES_PER_INCH) * 1000) / 1000;
  return {
    name: sheet.name,
    columns: sheet.columnWidths.map((width) => (width === null ? {} : { width })),
    cells: new Map(sheet.cells.map((cell) => [`${cell.row},${cell.column}`, toCell(cell)])),
    merges: sheet.merges.map((merge) => ({ startRow: merge.top, startCol: merge.left, endRow: merge.bottom, endCol: merge.right })),
    rowDefs: new Map(Object.entries(sheet.rowHeights).map(([row, height]) => [Number(row), { height }])),
    conditionalRules: sheet.conditionalFormats.map((format, index): ConditionalRule => {
      const look = looks[format.look];
      return {
        type: "expression",
        priority: index + 1,
        range: rangeOf(format.area),
        formula: format.formula,
        style: { font: { color: { rgb: look.colour } }, fill: { type: "pattern", pattern: "solid", fgColor: { rgb: look.fill }, bgColor: { rgb: look.fill } } },
      };
    }),
    dataValidations: sheet.inputMessages.map(toValidation),
    autoFilter: sheet.filter && { range: rangeOf(sheet.filter) },
    freezePane: freeze && { rows: freeze.rows, columns: freeze.columns },
    hidden: sheet.visibility === "hidden",
    veryHidden: sheet.visibility === "veryHidden",
    view: { showGridLines: sheet.showGridLines, tabColor: sheet.tabColour ? { rgb: sheet.tabColour } : undefined },
    pageSetup: print && {
      paperSize: "a4",
      orientation: print.orientation,
      fitToPage: print.pagesWide !== 0 || print.pagesHigh !== 0,
      fitToWidth: print.pagesWide ?? 1,
      fitToHeight: print.pagesHigh,
      horizontalCentered: true,
      margins: { top: inches(print.margins.top), right: inches(print.margins.right), bottom: inches(print.margins.bottom), left: inches(print.margins.left), header: inches(0.6), footer: inches(0.6) },
      printArea: `${toAbsolute(print.area.top, print.area.left)}:${toAbsolute(print.area.bottom, print.area.right)}`,
      printTitlesRow: print.repeatRows && `$${print.repeatRows.from + 1}:$${print.repeatRows.to + 1}`,
      printTitlesColumn: print.repeatColumns && `${columnPart(print.repeatColumns.from)}:${columnPart(print.repeatColumns.to)}`,
    },
    headerFooter: print && (print.header || print.footer) ? { oddHeader: print.header, oddFooter: print.footer } : undefined,
  };
}

const columnPart = (column: number) => toAbsolute(0, column).replace(/\$1$/, "");
const rangeOf = (area: PlanArea) => toRange(area.top, area.left, area.bottom, area.right);

function toCell(cell: PlanCell): Partial<Cell> {
  const common: Partial<Cell> = {
    style: cell.style || cell.numberFormat ? toStyle(cell.style ?? "plain", cell.numberFormat) : undefined,
    hyperlink: cell.link && { target: "", location: `${quoteSheet(cell.link.sheet)}!${cell.link.address}` },
  };
  const value = typeof cell.value === "string" ? toText(cell.value) : (cell.value ?? null);
  if (cell.formula !== undefined) return { ...common, formula: cell.formula, formulaResult: value };
  if (typeof value === "string" && value.startsWith("#")) return { ...common, value, richText: [{ text: value }] };
  return { ...common, value };
}

/** What a cell may hold: at most 32,767 UTF-16 units, none that XML forbids. */
const toText = (text: string) => text.slice(0, 32_767).replace(/[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");

const cache = new Map<string, CellStyle>();

function toStyle(name: StyleName, numFmt: string | undefined): CellStyle {
  const key = `${name} ${numFmt ?? ""}`;
  const known = cache.get(key);
  if (known) return known;
  const style: Style = styles[name];
  const side = { style: "thin", color: { rgb: "000000" } } as const;
  const made: CellStyle = {
    font: { name: style.font, size: style.size, bold: style.bold, charset: GB2312_CHARSET, family: FONT_FAMILY[style.font], underline: style.underline, color: style.colour ? { rgb: style.colour } : undefined },
    fill: style.fill ? { type: "pattern", pattern: "solid", fgColor: { rgb: style.fill } } : undefined,
    border: style.border ? { top: side, right: side, bottom: side, left: side } : undefined,
    alignment: { horizontal: style.horizontal, vertical: style.vertical, wrapText: style.wrap, shrinkToFit: style.shrink },
    numFmt,
  };
  cache.set(key, made);
  return made;
}

const bounds = { count: ["whole", "0"], "signed-count": ["whole", "-999999999"], amount: ["decimal", "0"] } as const;

function toValidation(message: PlanInputMessage): DataValidation {
  const accepted = message.accepts && bounds[message.accepts];
  return {
    type: (accepted?.[0] ?? "none") as DataValidation["type"],
    operator: accepted ? "greaterThanOrEqual" : undefined,
    formula1: accepted?.[1],
    allowBlank: true,
    showInputMessage: true,
    showErrorMessage: accepted !== undefined,
    errorStyle: accepted ? "warning" : undefined,
    inputTitle: message.title.slice(0, 32),
    inputMessage: message.text.slice(0, 255),
    range: rangeOf(message.area),
  };
}

