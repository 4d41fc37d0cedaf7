import type { PlanCell, PlanName, PlanValue, SheetPlan, WorkbookPlan } from "../../src/sheet/plan.ts";
import type { StyleName } from "../../src/sheet/styles.ts";
import { Calculation } from "./calculation.ts";
import { isError, type Scalar } from "./values.ts";

/** One sheet of the in-page workbook. Nothing here is ever changed in place: undo keeps the old one. */
export interface PageSheet {
  readonly plan: SheetPlan;
  readonly cells: ReadonlyMap<number, PlanCell>;
  /** Cells that the user changed since the sheet was written. */
  readonly edited: ReadonlySet<number>;
  /** False for sheets of a file that somebody else made. */
  readonly ours: boolean;
}

export interface PageBook {
  readonly name: string;
  readonly title: string;
  readonly sheets: readonly PageSheet[];
  readonly names: readonly PlanName[];
  /** Name of the sheet shown. */
  readonly active: string;
}

const COLUMNS = 16_384;

export const keyOf = (row: number, column: number): number => row * COLUMNS + column;
export const placeOfKey = (key: number) => ({ row: Math.floor(key / COLUMNS), column: key % COLUMNS });

export const cellsByKey = (cells: readonly PlanCell[]): ReadonlyMap<number, PlanCell> => new Map(cells.map((cell) => [keyOf(cell.row, cell.column), cell]));

export const emptyBook = (name: string): PageBook => ({ name, title: "", sheets: [], names: [], active: "" });

export const calculate = (book: PageBook): Calculation => {
  const sheets = new Map(book.sheets.map(({ plan, cells }) => [plan.name, { cellAt: (row: number, column: number) => cells.get(keyOf(row, column)) }]));
  return new Calculation((name) => sheets.get(name));
};

/** Errors become their text: plans and grids know no others. */
export const plainValue = (value: Scalar): PlanValue => (isError(value) ? value.error : value);

/** What a person typed: a number where it is one, otherwise text; never a formula. Empty clears the cell. */
export function typedValue(text: string): PlanValue {
  const plain = text.normalize("NFKC").replace(/[\s,]/g, "");
  if (plain === "") return null;
  return /^[+-]?\d{1,15}(?:\.\d{1,10})?$/.test(plain) ? Number(plain) : text.trim();
}

const isFigure = (style: StyleName | undefined) => style !== undefined && /^figure/.test(style) && style !== "figureInput";

/** The book with one cell changed by the user. A formula that is typed over is gone, as in any spreadsheet. */
export function editCell(book: PageBook, sheetName: string, row: number, column: number, value: PlanValue): PageBook {
  const key = keyOf(row, column);
  const sheets = book.sheets.map((sheet) => {
    if (sheet.plan.name !== sheetName) return sheet;
    const before = sheet.cells.get(key);
    const { formula: _, ...rest } = before ?? { row, column };
    const after: PlanCell = { ...rest, value, ...(isFigure(rest.style) && { style: "figureEdited" as const }) };
    return { ...sheet, cells: new Map(sheet.cells).set(key, after), edited: new Set(sheet.edited).add(key) };
  });
  return { ...book, sheets };
}

/** The book as a plan, every formula with its present result: what is exported. */
export function planOfBook(book: PageBook): WorkbookPlan {
  const calculation = calculate(book);
  const sheets = book.sheets.map(({ plan, cells }): SheetPlan => ({
    ...plan,
    cells: [...cells.values()].map((cell) => (cell.formula === undefined ? cell : { ...cell, value: plainValue(calculation.valueAt(plan.name, cell.row, cell.column)) })),
  }));
  return { title: book.title, sheets, names: book.names, activeSheet: book.sheets.find(({ plan }) => plan.name === book.active)?.plan.id ?? sheets[0]?.id ?? "" };
}
