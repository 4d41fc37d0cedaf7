import type { StepArea } from "../../src/writer/excel/step.ts";

export type Scalar = string | number | boolean;

/** A cell: a constant, or a formula (sheets bound by id) with its last result; how it looks; its link. */
export interface CellState {
  value?: Scalar;
  formula?: string;
  /** Of the formula, once it was calculated. */
  result?: Scalar;
  format: Record<string, unknown>;
  link?: unknown;
}

/** One sheet of the pretend workbook, as plain data. */
export interface SheetState {
  id: string;
  name: string;
  visibility: string;
  tabColor: string;
  showGridlines: boolean;
  protected: boolean;
  cells: Map<string, CellState>;
  merges: StepArea[];
  columnWidths: Map<number, number>;
  rowHeights: Map<number, number>;
  fitted: string[];
  conditional: { id: string; area: StepArea; type: string; formula: string; format: Record<string, unknown> }[];
  validations: Map<string, Record<string, unknown>>;
  names: Map<string, string>;
  /** The user's, by place: nothing of the add-in touches them. */
  notes: Map<string, string>;
  frozen: string;
  filter: string;
  page: Record<string, unknown>;
}

export const emptyState = (id: string, name: string): SheetState => ({
  id, name, visibility: "Visible", tabColor: "", showGridlines: true, protected: false, cells: new Map(), merges: [], columnWidths: new Map(), rowHeights: new Map(), fitted: [], conditional: [], validations: new Map(), names: new Map(), notes: new Map(), frozen: "", filter: "", page: {},
});

export const keyOf = (row: number, column: number): string => `${row},${column}`;

export function cellAt(sheet: SheetState, row: number, column: number): CellState {
  const key = keyOf(row, column);
  const known = sheet.cells.get(key) ?? { format: {} };
  sheet.cells.set(key, known);
  return known;
}

/** Deletes what is as if it had never been, so that equal states are equal data. */
export function tidy(sheet: SheetState): void {
  for (const [key, cell] of sheet.cells) {
    for (const [name, value] of Object.entries(cell.format)) if (value === undefined || value === DEFAULTS[name]) delete cell.format[name];
    if (cell.value === undefined && cell.formula === undefined && cell.link === undefined && Object.keys(cell.format).length === 0) sheet.cells.delete(key);
  }
}

/** How an untouched cell looks; formats equal to it are not kept. */
export const DEFAULTS: Readonly<Record<string, unknown>> = { numberFormat: "General", bold: false, underline: "None", color: "#000000", horizontalAlignment: "General", verticalAlignment: "Bottom", wrapText: false, shrinkToFit: false, EdgeTop: "None", EdgeBottom: "None", EdgeLeft: "None", EdgeRight: "None" };

/** Everything about a sheet but its id, in a fixed order, for comparing states. */
export function snapshotOf(sheet: SheetState, showFormula: (bound: string) => string): unknown {
  tidy(sheet);
  const sorted = <T>(map: ReadonlyMap<string | number, T>) => [...map].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  const { id: _, cells, columnWidths, rowHeights, validations, names, notes, merges, fitted: __, ...rest } = sheet;
  return {
    ...rest,
    cells: sorted(cells).map(([key, { formula, value, result: ___, ...cell }]) => [key, formula === undefined ? value : `=${showFormula(formula)}`, sorted(new Map(Object.entries(cell.format))), cell.link]),
    merges: merges.map((area) => area.join(",")).sort(),
    columnWidths: sorted(columnWidths),
    rowHeights: sorted(rowHeights),
    validations: sorted(validations),
    conditional: rest.conditional.map(({ id: ____, ...format }) => format),
    names: sorted(names),
    notes: sorted(notes),
  };
}
