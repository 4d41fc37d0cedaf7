/** What a user does to a workbook with the mouse, and Excel then does to all that stands around it. */
import { columnLetters, parseAddress } from "../../src/sheet/address.ts";
import type { StepArea } from "../../src/writer/excel/step.ts";
import type { SheetState } from "./sheet-state.ts";
import type { WorkbookState } from "./workbook-state.ts";

type Axis = "rows" | "columns";

/** Texts, and references with or without a sheet; names of functions are none. */
const REFERENCE = /"(?:[^"]|"")*"|(\[\[[^\]]+\]\]!)?(\$?)([A-Z]{1,3})(\$?)(\d+)(?::(\$?)([A-Z]{1,3})(\$?)(\d+))?(?![\w(])/g;

/** Inserts rows or columns before the `at`-th, from 0: cells, merges, rules and every formula that looks there move. */
export function insert(book: WorkbookState, name: string, axis: Axis, at: number, count = 1): void {
  const sheet = book.sheet(name);
  const move = (index: number) => (index >= at ? index + count : index);
  const place = (row: number, column: number) => (axis === "rows" ? ([move(row), column] as const) : ([row, move(column)] as const));
  const key = (old: string) => place(...(old.split(",").map(Number) as [number, number])).join(",");
  const area = ([top, left, bottom, right]: StepArea): StepArea => [...place(top, left), ...place(bottom, right)];
  const rekey = <T>(map: Map<string, T>) => new Map([...map].map(([old, value]) => [key(old), value]));
  const resize = (map: Map<number, number>) => new Map([...map].map(([index, points]) => [move(index), points]));
  Object.assign(sheet, { cells: rekey(sheet.cells), validations: rekey(sheet.validations), notes: rekey(sheet.notes), merges: sheet.merges.map(area) });
  for (const one of sheet.conditional) one.area = area(one.area);
  if (axis === "rows") sheet.rowHeights = resize(sheet.rowHeights);
  else sheet.columnWidths = resize(sheet.columnWidths);
  for (const other of book.sheets) {
    for (const cell of other.cells.values()) if (cell.formula !== undefined) cell.formula = moveReferences(cell.formula, other.id === sheet.id, sheet.id, (row, column) => place(row, column));
  }
  book.stale = true;
}

function moveReferences(formula: string, isOwn: boolean, id: string, place: (row: number, column: number) => readonly [number, number]): string {
  return formula.replace(REFERENCE, (token, sheet: string | undefined, a = "", column = "", b = "", row = "", c = "", toColumn?: string, d = "", toRow?: string) => {
    if (row === "" || (sheet === undefined ? !isOwn : sheet !== `[[${id}]]!`)) return token;
    const moved = (letters: string, digits: string, one: string, two: string) => {
      const { row: from, column: at } = parseAddress(`${letters}${digits}`)!;
      const [nextRow, nextColumn] = place(from, at);
      return `${one}${columnLetters(nextColumn)}${two}${nextRow + 1}`;
    };
    return `${sheet ?? ""}${moved(column, row, a, b)}${toColumn === undefined ? "" : `:${moved(toColumn, toRow!, c, d)}`}`;
  });
}

/** Sorts rows, from 0, ends included: cells change places; references to other sheets are absolute and stay, those to the own row follow it. */
export function sortRows(book: WorkbookState, name: string, from: number, to: number, compare: (a: number, b: number) => number): void {
  const sheet = book.sheet(name);
  const order = Array.from({ length: to - from + 1 }, (_, index) => from + index).sort(compare);
  const target = new Map(order.map((row, index) => [row, from + index]));
  const cells: SheetState["cells"] = new Map();
  for (const [key, cell] of sheet.cells) {
    const [row = 0, column = 0] = key.split(",").map(Number);
    const next = target.get(row) ?? row;
    const formula = cell.formula?.replace(REFERENCE, (token, other: string | undefined, _a, _column, dollar: string, digits: string) => (digits === undefined || other !== undefined || dollar === "$" || Number(digits) - 1 !== row ? token : token.replaceAll(digits, String(next + 1))));
    cells.set(`${next},${column}`, { ...cell, ...(formula !== undefined && { formula }) });
  }
  sheet.cells = cells;
  book.stale = true;
}
