import { createExcelHost } from "../../taskpane/host/excel-host.ts";
import type { WorkbookHost } from "../../taskpane/host/workbook-host.ts";
import type { GridWorkbook } from "../../src/source/xlsx.ts";
import { ExcelTestHost } from "../excel-host/excel-host.ts";
import { cellAt } from "../excel-host/sheet-state.ts";
import { WorkbookState } from "../excel-host/workbook-state.ts";

export interface Bench {
  readonly excel: ExcelTestHost;
  readonly book: WorkbookState;
  readonly host: WorkbookHost;
}

/** A workbook open in a pretend Excel, and our host on it. `api`: the minor ExcelApi version. */
export function openBench(book = new WorkbookState("Sheet1"), api = 8, patience = 2_000): Bench {
  const excel = new ExcelTestHost(book, api, patience);
  return { excel, book, host: createExcelHost(excel.office) };
}

/**
 * Benches of a test file: after each test its own are asked what the pretend Excel did not know, which nobody else may
 * overlook. `keep` takes in one that was opened otherwise.
 */
export function useBenches(): { readonly open: typeof openBench; readonly keep: (bench: Bench) => Bench } {
  const benches: Bench[] = [];
  const keep = (bench: Bench): Bench => {
    benches.push(bench);
    return bench;
  };
  afterEach(() => {
    for (const { excel } of benches.splice(0)) expect(excel.unknown).toEqual([]);
  });
  return { open: (...given) => keep(openBench(...given)), keep };
}

/** The same workbook after the pane was closed and opened again. */
export const reopen = (bench: Bench): Bench => openBench(bench.book, bench.excel.api);

/** A workbook file opened in the pretend Excel: contents, names and visibility; looks are not read. */
export function bookFromGrid(grid: GridWorkbook): WorkbookState {
  const book = new WorkbookState(...grid.sheets.map((sheet) => sheet.name));
  for (const sheet of grid.sheets) {
    const state = book.sheet(sheet.name);
    if (!sheet.visible) state.visibility = "VeryHidden";
    for (const { name, refersTo } of sheet.names) state.names.set(name, `=${refersTo}`);
    sheet.rows.forEach((row, at) =>
      row.forEach((cell, column) => {
        if (!cell) return;
        if (cell.formula !== undefined) book.enter(state, at, column, `=${cell.formula}`);
        else if (cell.value !== null) cellAt(state, at, column).value = cell.value;
      }),
    );
  }
  return book;
}

/** A workbook but for the column that keeps the last checkpoint. */
export function withoutCheckpoint(snapshot: unknown): unknown {
  const book = snapshot as { sheets: { name: string; cells: [string, unknown][] }[] };
  return { ...book, sheets: book.sheets.map((sheet) => (sheet.name === "_gdr" ? { ...sheet, cells: sheet.cells.filter(([key]) => !key.endsWith(",2")) } : sheet)) };
}

/** Until it is so, or not within ten seconds. */
export async function until(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end && !holds(); ) await wait(10);
  expect(holds()).toBe(true);
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** Looks in a row in which nothing may have happened. */
const QUIET_LOOKS = 2;

/** Until Excel is asked nothing more and nothing else is listened to, and at least so many milliseconds: a busy machine takes longer. */
export async function settle({ trips, book }: { readonly trips: readonly unknown[]; readonly book: WorkbookState }, milliseconds = 0): Promise<void> {
  const end = Date.now() + milliseconds;
  const state = () => `${trips.length} ${book.heard.size}`;
  for (let quiet = 0; quiet < QUIET_LOOKS || Date.now() < end; ) {
    const before = state();
    await wait(30);
    quiet = state() === before ? quiet + 1 : 0;
  }
}
