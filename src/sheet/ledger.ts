import type { Language } from "../finding/catalogue.ts";
import type { CellId, Form, FormCell } from "../form/compile.ts";
import { formOf } from "../form/forms.ts";
import { mapCell } from "../form/mapping.ts";
import { toOfficialWidth } from "../form/width.ts";
import { nameRow } from "../finding/sentence.ts";
import type { Report } from "../report/model.ts";
import { cellOf } from "../report/table.ts";
import { onSheet, parseAddress, toAbsolute, toAddress } from "./address.ts";
import { countCell, sayEditions, sayKind, stateCell, type Entry } from "./entry.ts";
import { sheetValue } from "./figure-cells.ts";
import { sumFormula } from "./formula.ts";
import { area, emptySheet, type PlanArea, type PlanCell, type SheetPlan } from "./plan.ts";
import { say, type SheetText } from "./texts.ts";

/** Rows: title, then three of headings (table, row, column), then a row a unit. */
export const LEDGER_FIRST_ROW = 4;
export const LEDGER_COLUMNS = { unit: 0, kind: 1, counted: 2, edition: 3, state: 4, firstFigure: 5 } as const;
/** Sums reach at least this far, so that a unit added in the next free row is counted. */
const LEAST_LAST_ROW = 503;
const SPARE_ROWS = 100;

/** Where the ledger keeps each official figure of the consolidated report. */
export interface LedgerMap {
  readonly sheetName: string;
  readonly lastRow: number;
  /** Column of a figure by `table id|cell id`. */
  readonly columnOf: (form: Form, id: CellId) => number;
}

export interface LedgerOptions {
  readonly name: string;
  readonly language: Language;
  readonly title: string;
  /** Forms of the consolidated report, in its own order. */
  readonly forms: readonly Form[];
}

export function mapLedger(options: Pick<LedgerOptions, "name" | "forms">, units: number): LedgerMap {
  const starts = new Map<Form, number>();
  let column: number = LEDGER_COLUMNS.firstFigure;
  for (const form of options.forms) {
    starts.set(form, column);
    column += form.cells.length;
  }
  return {
    sheetName: options.name,
    lastRow: Math.max(LEAST_LAST_ROW, LEDGER_FIRST_ROW + units + SPARE_ROWS),
    columnOf: (form, id) => starts.get(form)! + form.cell(id)!.index,
  };
}

/** A whole column of the ledger's units, as formulas of other sheets write it: `'台账'!$F$5:$F$504`. */
export const ledgerRange = (map: LedgerMap, column: number): string => onSheet(map.sheetName, `${toAbsolute(LEDGER_FIRST_ROW, column)}:${toAbsolute(map.lastRow, column)}`);

/**
 * 台账: a row a unit, a column a figure of the consolidated report. With unit sheets every figure is a reference to
 * them (a blank there stays blank here); without, it is the value.
 *
 * Units whose tables are of another edition are mapped cell by cell; a figure their edition lacks stays blank.
 */
export function planLedger(entries: readonly Entry[], map: LedgerMap, options: LedgerOptions): SheetPlan {
  const { language, forms } = options;
  const last = LEDGER_COLUMNS.firstFigure + forms.reduce((sum, form) => sum + form.cells.length, 0) - 1;
  const head = headings(map, options);
  const bottom = LEDGER_FIRST_ROW + Math.max(1, entries.length) - 1;
  const state = toAddress(LEDGER_FIRST_ROW, LEDGER_COLUMNS.state);
  const counted = toAddress(LEDGER_FIRST_ROW, LEDGER_COLUMNS.counted);
  return {
    ...emptySheet("ledger", options.name, "ledger"),
    tabColour: "548235",
    cells: [...head.cells, ...entries.flatMap((entry, index) => entryCells(entry, LEDGER_FIRST_ROW + index, map, options))],
    merges: head.merges,
    columnWidths: [26, 11, 6, 10, 8, ...forms.flatMap((form) => form.cells.map((cell) => (cell.measure.scale === 0 ? 9.5 : 17)))],
    rowHeights: { 0: 24, 2: 52, 3: 40 },
    conditionalFormats: [
      { area: area(LEDGER_FIRST_ROW, LEDGER_COLUMNS.state, map.lastRow, LEDGER_COLUMNS.state), formula: `${state}="${say("faulty", language)}"`, look: "bad" },
      { area: area(LEDGER_FIRST_ROW, LEDGER_COLUMNS.unit, map.lastRow, LEDGER_COLUMNS.counted), formula: `AND(ISNUMBER($${counted}),$${counted}<>1)`, look: "doubtful" },
    ],
    freeze: { rows: LEDGER_FIRST_ROW, columns: 1 },
    filter: area(LEDGER_FIRST_ROW - 1, 0, bottom, last),
    print: {
      area: area(0, 0, bottom, last),
      orientation: "landscape",
      pagesWide: 0,
      pagesHigh: 0,
      repeatRows: { from: 1, to: LEDGER_FIRST_ROW - 1 },
      repeatColumns: { from: 0, to: 0 },
      margins: { top: 1.3, right: 1, bottom: 1.3, left: 1 },
      footer: `&C&8${say("page", language)}`,
    },
  };
}

function headings(map: LedgerMap, options: LedgerOptions): { cells: PlanCell[]; merges: PlanArea[] } {
  const fixed: readonly SheetText[] = ["name", "kind", "counted", "edition", "state"];
  const cells: PlanCell[] = [{ row: 0, column: 0, value: options.title, style: "sideTitle" }];
  const merges: PlanArea[] = [];
  const head = (row: number, column: number, value: string) => cells.push({ row, column, value, style: "listHeader" });
  const join = (row: number, left: number, right: number) => right > left && merges.push(area(row, left, row, right));
  fixed.forEach((key, column) => {
    head(1, column, say(key, options.language));
    head(2, column, "");
    head(3, column, "");
    merges.push(area(1, column, 3, column));
  });
  for (const form of options.forms) {
    const first = map.columnOf(form, form.cells[0]!.id);
    for (const cell of form.cells) {
      const column = first + cell.index;
      const begins = cell.row.band.columns[0] === cell.column;
      head(1, column, begins ? tableHeading(form) : "");
      head(2, column, begins ? rowHeading(form, cell) : "");
      head(3, column, toOfficialWidth(cell.column.label));
    }
    for (const row of form.rows) {
      const own = form.cells.filter((cell) => cell.row === row);
      for (const line of [1, 2]) join(line, first + own[0]!.index, first + own[own.length - 1]!.index);
    }
  }
  return { cells, merges };
}

/** Repeated above every row's figures, so that it stays in view when scrolling across: `表三`. */
const tableHeading = (form: Form): string => (form.number.length === 1 ? `表${form.number}` : form.number);

/** Row as the heading says it, with what it belongs to: `（三）不予公开 2.其他法律行政法规禁止公开`. */
function rowHeading(form: Form, { row }: FormCell): string {
  const above = row.headings.length > 0 ? row.headings[row.headings.length - 1]!.label : (row.band.label ?? "");
  const label = row.headings.length === 0 && !row.band.label && form.definition.layout === "grid" ? row.label : nameRow(row);
  return [above, label].filter(Boolean).map(toOfficialWidth).join("　");
}

function entryCells(entry: Entry, row: number, map: LedgerMap, options: LedgerOptions): PlanCell[] {
  const errors = countCell(entry, "errors");
  const fixed: PlanCell[] = [
    { row, column: LEDGER_COLUMNS.unit, value: entry.report.unit, style: "list" },
    { row, column: LEDGER_COLUMNS.kind, value: sayKind(entry.unitKind), style: "listCentred" },
    { row, column: LEDGER_COLUMNS.counted, value: entry.counted ? 1 : 0, style: "listCentred" },
    { row, column: LEDGER_COLUMNS.edition, value: sayEditions(entry.report), style: "listCentred" },
    { row, column: LEDGER_COLUMNS.state, ...stateCell(entry, { errors: errors.formula, counted: toAddress(row, LEDGER_COLUMNS.counted) }, options.language), style: "listCentred" },
  ];
  return [...fixed, ...options.forms.flatMap((form) => form.cells.map((cell): PlanCell => ({ row, column: map.columnOf(form, cell.id), ...figureCell(entry, form, cell), style: "listFigure" })))];
}

/**
 * The unit's figure for one cell of the consolidated form: null where its edition or report has none. An amount whose
 * unit of measure is unknown adds nothing, so it is left out here too.
 */
export function mappedFigure(report: Report, form: Form, id: CellId): { ids: readonly CellId[]; source?: Form; value: number | null } {
  const table = report.tables.find((one) => one.table === form.id);
  if (!table) return { ids: [], value: null };
  const source = formOf(table);
  const ids = mapCell(form, id, source);
  if (ids.some((part) => cellOf(table, part).measureUnknown)) return { ids: [], source, value: null };
  const parts = ids.map((part) => cellOf(table, part).value);
  const value = parts.length === 0 || parts.includes(null) ? null : parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  return { ids, source, value };
}

function figureCell(entry: Entry, form: Form, cell: FormCell): Pick<PlanCell, "value" | "formula" | "numberFormat"> {
  const { ids, source, value } = mappedFigure(entry.report, form, cell.id);
  const shown = value === null ? null : sheetValue(value, cell);
  const numberFormat = cell.measure.scale === 0 ? "0" : "General";
  const layout = entry.unitSheet?.layouts.find((one) => one.form === source);
  if (!layout || ids.length === 0) return { value: shown, numberFormat };
  // Absolute: a person may sort the ledger, and sorting would shift relative references to other sheets.
  const at = (id: CellId) => onSheet(entry.sheetName, absolute(layout.addressOf.get(id)!));
  const formula = ids.length === 1 ? `IF(ISNUMBER(${at(ids[0]!)}),${at(ids[0]!)},"")` : sumFormula(ids, at, cell.measure.scale);
  return { value: shown ?? "", formula, numberFormat };
}

const absolute = (address: string): string => {
  const { row, column } = parseAddress(address)!;
  return toAbsolute(row, column);
};
