import { columnLetters, toAddress } from "../../src/sheet/address.ts";
import type { PlanCell, PlanLink } from "../../src/sheet/plan.ts";
import type { StyleName } from "../../src/sheet/styles.ts";
import type { Calculation } from "../page-workbook/calculation.ts";
import { keyOf, plainValue, type PageSheet } from "../page-workbook/book.ts";
import { isError, roundTo, type Scalar } from "../page-workbook/values.ts";

/** One cell as the page shows it. Places under a merge have none. */
export interface ShownCell {
  readonly row: number;
  readonly column: number;
  readonly address: string;
  readonly text: string;
  readonly formula?: string;
  readonly style: StyleName;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly look?: "good" | "bad" | "doubtful";
  readonly number: boolean;
  readonly link?: PlanLink;
  /** What a person is told when the cell is chosen. */
  readonly message?: string;
}

export interface ShownSheet {
  readonly rows: readonly (readonly ShownCell[])[];
  readonly columns: readonly { readonly letters: string; readonly width: number }[];
  /** How many rows there are; only the first are in `rows`. */
  readonly total: number;
}

/** Numbers as Excel shows them in the formats that our plans use. */
export function showValue(value: Scalar, numberFormat: string | undefined): string {
  if (isError(value)) return value.error;
  if (value === null) return "";
  if (typeof value !== "number") return String(value);
  if (numberFormat && /^0(\.0+)?$/.test(numberFormat)) {
    const places = numberFormat.split(".")[1]?.length ?? 0;
    return roundTo(value, places).toFixed(places);
  }
  return String(roundTo(value, 10));
}

const PIXELS = 7;
const DEFAULT_WIDTH = 9;

function extent(sheet: PageSheet): { rows: number; columns: number } {
  let [rows, columns] = [0, 0];
  for (const cell of sheet.cells.values()) {
    rows = Math.max(rows, cell.row + 1);
    columns = Math.max(columns, cell.column + 1);
  }
  for (const { bottom, right } of sheet.plan.merges) {
    rows = Math.max(rows, bottom + 1);
    columns = Math.max(columns, right + 1);
  }
  return { rows, columns };
}

function looksOf({ plan }: PageSheet, calculation: Calculation, most: number): ReadonlyMap<number, ShownCell["look"]> {
  const looks = new Map<number, ShownCell["look"]>();
  for (const { area, formula, look } of plan.conditionalFormats) {
    for (let row = area.top; row <= Math.min(area.bottom, most); row++) {
      for (let column = area.left; column <= area.right; column++) {
        if (looks.has(keyOf(row, column))) continue;
        const holds = calculation.evaluateText(formula, plan.name, [row - area.top, column - area.left]);
        if (holds === true || (typeof holds === "number" && holds !== 0)) looks.set(keyOf(row, column), look);
      }
    }
  }
  return looks;
}

/** The first rows of a sheet as the page shows them, values calculated, merged cells joined. */
export function showSheet(sheet: PageSheet, calculation: Calculation, most: number): ShownSheet {
  const { rows: total, columns } = extent(sheet);
  const { plan } = sheet;
  const spans = new Map(plan.merges.map((merge) => [keyOf(merge.top, merge.left), merge]));
  const covered = new Set<number>();
  for (const { top, left, bottom, right } of plan.merges) for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) if (row !== top || column !== left) covered.add(keyOf(row, column));
  const messages = new Map<number, string>();
  for (const { area, title, text } of plan.inputMessages) for (let row = area.top; row <= Math.min(area.bottom, most); row++) for (let column = area.left; column <= area.right; column++) messages.set(keyOf(row, column), `${title}：${text}`);
  const looks = looksOf(sheet, calculation, most);
  const show = (row: number, column: number): ShownCell => {
    const key = keyOf(row, column);
    const cell: PlanCell = sheet.cells.get(key) ?? { row, column };
    const value = plainValue(calculation.valueAt(plan.name, row, column));
    const span = spans.get(key);
    return {
      row,
      column,
      address: toAddress(row, column),
      text: showValue(value, cell.numberFormat),
      formula: cell.formula,
      style: cell.style ?? "plain",
      rowSpan: span ? Math.min(span.bottom, most - 1) - row + 1 : 1,
      columnSpan: span ? span.right - column + 1 : 1,
      look: looks.get(key),
      number: typeof value === "number",
      link: cell.link,
      message: messages.get(key),
    };
  };
  const rows = Array.from({ length: Math.min(total, most) }, (_, row) => Array.from({ length: columns }, (__, column) => column).filter((column) => !covered.has(keyOf(row, column))).map((column) => show(row, column)));
  return { rows, columns: Array.from({ length: columns }, (_, column) => ({ letters: columnLetters(column), width: Math.round((plan.columnWidths[column] ?? DEFAULT_WIDTH) * PIXELS) + 5 })), total };
}
