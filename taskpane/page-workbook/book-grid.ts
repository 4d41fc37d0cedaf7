import { emptySheet, type PlanCell } from "../../src/sheet/plan.ts";
import type { GridCell, GridSheet, GridWorkbook } from "../../src/source/xlsx.ts";
import { calculate, cellsByKey, plainValue, type PageBook, type PageSheet } from "./book.ts";

/** The whole book as plain cells, for reading reports back. */
export function gridOfBook(book: PageBook): GridWorkbook {
  const calculation = calculate(book);
  return {
    sheets: book.sheets.map(({ plan, cells }): GridSheet => {
      const rows: (GridCell | undefined)[][] = [];
      for (const cell of cells.values()) {
        const value = plainValue(calculation.valueAt(plan.name, cell.row, cell.column));
        if (value === null && cell.formula === undefined) continue;
        while (rows.length <= cell.row) rows.push([]);
        rows[cell.row]![cell.column] = cell.formula === undefined ? { value } : { value, formula: cell.formula };
      }
      return { name: plan.name, visible: plan.visibility === "visible", rows, merges: plan.merges, names: plan.names };
    }),
  };
}

const WIDEST = 40;
const FULL_WIDTH = /[\u2e80-\uffef]/g;

const widthOf = (text: string) => Math.min(WIDEST, text.length + (text.match(FULL_WIDTH)?.length ?? 0) + 2);

/** A sheet of a file as the page can show it: values, formulas and merged cells; its looks are not kept. */
function sheetOfGrid(sheet: GridSheet, index: number): PageSheet {
  const cells: PlanCell[] = [];
  const widths: number[] = [];
  const covered = new Set(sheet.merges.filter((merge) => merge.right > merge.left).map((merge) => `${merge.top},${merge.left}`));
  sheet.rows.forEach((row, rowIndex) =>
    row.forEach((cell, column) => {
      if (!cell) return;
      cells.push({ row: rowIndex, column, value: cell.value, formula: cell.formula, style: "plain" });
      if (!covered.has(`${rowIndex},${column}`)) widths[column] = Math.max(widths[column] ?? 6, widthOf(String(cell.value ?? "")));
    }),
  );
  const plan = { ...emptySheet(`file:${index}`, sheet.name, "unit"), visibility: sheet.visible ? ("visible" as const) : ("hidden" as const), merges: sheet.merges, columnWidths: Array.from(widths, (width) => width ?? null), names: sheet.names, showGridLines: true };
  return { plan, cells: cellsByKey(cells), edited: new Set(), ours: false };
}

/** A book of somebody else's file. */
export function bookOfGrid(grid: GridWorkbook, name: string): PageBook {
  const sheets = grid.sheets.map(sheetOfGrid);
  return { name, title: name, sheets, names: [], active: sheets.find((sheet) => sheet.plan.visibility === "visible")?.plan.name ?? "" };
}
