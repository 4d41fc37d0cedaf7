import type { Language } from "../finding/catalogue.ts";
import type { Finding } from "../finding/model.ts";
import { formOf } from "../form/forms.ts";
import type { TableId } from "../form/definition.ts";
import { toOfficialWidth } from "../form/width.ts";
import type { CellId } from "../form/compile.ts";
import type { Report, ReportTable } from "../report/model.ts";
import { cellOf, equationsOf } from "../report/table.ts";
import { evaluateChecks, paintTotals, planChecks, type CheckBlock, type CheckedTable, type PlacedCheck } from "./check-block.ts";
import { figureOf, numberFormatOf, styleOf } from "./figure-cells.ts";
import { TABLE_COLUMNS } from "./layout-box.ts";
import { layoutTable, type TableLayout } from "./layout.ts";
import { legendCells } from "./legend.ts";
import { findingsAt, isDoubtful, messageOf } from "./messages.ts";
import { area, emptySheet, type PlanArea, type PlanCell, type PlanConditionalFormat, type PlanInputMessage, type PlanPrint, type SheetPlan } from "./plan.ts";
import { areaOf, cellsOfTable, type FigureCell } from "./table-cells.ts";
import { COLUMN_CHARACTERS } from "./text-fit.ts";
import { say } from "./texts.ts";

/** Name, scoped to its sheet, that carries the sheet's id: renamed, moved and copied sheets stay known by it. */
export const SHEET_ID_NAME = "GDR_SHEET_ID";

export interface UnitSheetOptions {
  readonly id: string;
  readonly name: string;
  readonly language: Language;
  readonly findings: readonly Finding[];
}

/** A planned sheet of one report, with what other sheets need to refer to it. */
export interface UnitSheet {
  readonly sheet: SheetPlan;
  readonly layouts: readonly TableLayout[];
  readonly block: CheckBlock;
}

export const UNIT_CELL = { row: 1, column: 2 } as const;
export const YEAR_CELL = { row: 1, column: 9 } as const;
const FIRST_TABLE_ROW = 2;
const order: readonly TableId[] = ["statistics", "disclosure", "requests", "reviews"];

/** The order in which a unit's sheet stacks its tables. */
export const inSheetOrder = (tables: readonly ReportTable[]): ReportTable[] => [...tables].sort((a, b) => order.indexOf(a.table) - order.indexOf(b.table));

/**
 * One report on one sheet: its tables stacked in the official layout, ready to print on A4, checks live at the right.
 *
 * A printed figure is never altered: a total that does not agree with its parts stays a constant and its check is red.
 */
export function planUnitSheet(report: Report, options: UnitSheetOptions): UnitSheet {
  const tables = inSheetOrder(report.tables);
  const { frame, layouts } = layoutSheet(report, tables.map(formOf), options.language);
  const parts = layouts.map((layout, index) => tableParts(layout, tables[index]!, options));
  const block = planChecks(tables.map((table, index) => checkedTable(table, layouts[index]!)), options.language);
  return assemble(frame, layouts, parts, block, options);
}

/** The checks of a report that gets no sheet. */
export const checksOf = (report: Report): readonly PlacedCheck[] => evaluateChecks(inSheetOrder(report.tables).map((table) => ({ form: formOf(table), valueOf: (id: CellId) => cellOf(table, id).value })));

/** A table as its checks see it. */
export const checkedTable = (table: ReportTable, layout: TableLayout): CheckedTable => ({ form: layout.form, addressOf: layout.addressOf, valueOf: (id: CellId) => cellOf(table, id).value, equations: equationsOf(table) });

export interface TableParts {
  readonly cells: readonly PlanCell[];
  readonly merges: readonly PlanArea[];
  readonly messages: readonly PlanInputMessage[];
}

function tableParts(layout: TableLayout, table: ReportTable, options: UnitSheetOptions): TableParts {
  const messages: PlanInputMessage[] = [];
  const { cells, merges } = cellsOfTable(layout, (formCell): FigureCell => {
    const cell = cellOf(table, formCell.id);
    const found = findingsAt(options.findings, table, formCell.row.id, formCell.column.id);
    const message = messageOf(cell, found, options.language);
    if (message) messages.push({ area: areaOf(layout.boxOf.get(formCell.id)!), ...message });
    return { ...figureOf(layout, table, formCell), numberFormat: numberFormatOf(cell, formCell), style: styleOf(cell, found.some(isDoubtful)) };
  });
  return { cells, merges, messages };
}

/** Title, unit and year line, section titles; the tables' places below them. */
export function layoutSheet(report: Pick<Report, "unit" | "year">, forms: readonly ReturnType<typeof formOf>[], language: Language) {
  const cells: PlanCell[] = [
    { row: 0, column: 0, value: `${report.year ?? ""}${report.year === null ? "" : "年"}${say("reportTitle", language)}`, style: "title" },
    { row: 1, column: 0, value: say("unit", language), style: "caption" },
    { ...UNIT_CELL, value: report.unit, style: "caption" },
    { row: 1, column: 8, value: say("year", language), style: "captionRight" },
    { ...YEAR_CELL, value: report.year, style: "caption", numberFormat: "0" },
    { row: 1, column: 10, value: say("measure", language), style: "captionRight" },
  ];
  const merges = [area(0, 0, 0, TABLE_COLUMNS - 1), area(1, 0, 1, 1), area(1, 2, 1, 7), area(1, 10, 1, TABLE_COLUMNS - 1)];
  const heights: Record<number, number> = { 0: 26, 1: 17 };
  const layouts: TableLayout[] = [];
  let row = FIRST_TABLE_ROW;
  for (const form of forms) {
    cells.push({ row, column: 0, value: toOfficialWidth(form.definition.title), style: "section" });
    merges.push(area(row, 0, row, TABLE_COLUMNS - 1));
    heights[row] = 20;
    const layout = layoutTable(form, row + 1);
    Object.assign(heights, layout.heights);
    layouts.push(layout);
    row = layout.end;
  }
  return { frame: { cells, merges, heights, end: row }, layouts };
}

export type SheetFrame = ReturnType<typeof layoutSheet>["frame"];

/** Puts frame, tables and check block together into one sheet. */
export function assemble(frame: SheetFrame, layouts: readonly TableLayout[], parts: readonly TableParts[], block: CheckBlock, options: Pick<UnitSheetOptions, "id" | "name" | "language">): UnitSheet {
  const formats: PlanConditionalFormat[] = [...block.formats, ...paintTotals(block.checks, (id, form) => layouts.find((layout) => layout.form === form)?.boxOf.get(id))];
  const sheet: SheetPlan = {
    ...emptySheet(options.id, options.name, "unit"),
    cells: [...frame.cells, ...parts.flatMap((part) => part.cells), ...block.cells, ...legendCells(options.language)],
    merges: [...frame.merges, ...parts.flatMap((part) => part.merges)],
    rowHeights: frame.heights,
    columnWidths: [...Array.from({ length: TABLE_COLUMNS }, () => COLUMN_CHARACTERS), 2, 62, 24, 10, 8, 2, 9, 34],
    conditionalFormats: formats,
    inputMessages: parts.flatMap((part) => part.messages),
    freeze: { rows: FIRST_TABLE_ROW, columns: 0 },
    print: printOf(frame.end, options.language),
    names: [{ name: SHEET_ID_NAME, refersTo: `"${options.id}"` }],
  };
  return { sheet, layouts, block };
}

/** All three tables on one A4 page where they fit; title and unit repeated on any further page. */
export const printOf = (end: number, language: Language): PlanPrint => ({
  area: area(0, 0, end - 1, TABLE_COLUMNS - 1),
  orientation: "portrait",
  pagesHigh: 1,
  repeatRows: { from: 0, to: FIRST_TABLE_ROW - 1 },
  margins: { top: 1.3, right: 1.2, bottom: 1.3, left: 1.2 },
  footer: `&C&8${say("page", language)}`,
});

