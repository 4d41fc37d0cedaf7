import { toAddress } from "../../src/sheet/address.ts";
import type { PlanCell, SheetPlan, WorkbookPlan } from "../../src/sheet/plan.ts";
import type { CellDifference, SheetPreview } from "../host/workbook-host.ts";
import { cellsByKey, keyOf, placeOfKey, type PageBook, type PageSheet } from "./book.ts";

/** The sheet of the book that a planned one would update: the same id among ours, else one of that name. */
export const heldSheet = (book: PageBook, planned: SheetPlan): PageSheet | undefined =>
  book.sheets.find((sheet) => sheet.ours && sheet.plan.id === planned.id) ?? book.sheets.find((sheet) => sheet.plan.name === planned.name);

const shown = (cell: PlanCell | undefined): string => (cell?.formula !== undefined ? `=${cell.formula}` : String(cell?.value ?? ""));

/** What the user typed into the sheet and the plan would write otherwise. */
function differencesOf(held: PageSheet, planned: SheetPlan): CellDifference[] {
  const cells = cellsByKey(planned.cells);
  return [...held.edited].sort((a, b) => a - b).flatMap((key) => {
    const [now, then] = [held.cells.get(key), cells.get(key)];
    const { row, column } = placeOfKey(key);
    // A live total that gives what was typed changes no figure.
    const same = shown(now) === shown(then) || (then?.formula !== undefined && (now?.value ?? "") === (then.value ?? ""));
    return same ? [] : [{ address: toAddress(row, column), now: shown(now), planned: shown(then) }];
  });
}

const isUnchanged = (held: PageSheet, planned: SheetPlan): boolean =>
  held.plan.name === planned.name && held.cells.size === planned.cells.length && planned.cells.every((cell) => { const now = held.cells.get(keyOf(cell.row, cell.column)); return now !== undefined && shown(now) === shown(cell) && now.style === cell.style; });

export function previewPlan(book: PageBook, plan: WorkbookPlan): SheetPreview[] {
  return plan.sheets.map((planned): SheetPreview => {
    const held = heldSheet(book, planned);
    if (!held) return { sheet: planned.name, state: "new", differences: [] };
    if (!held.ours) return { sheet: planned.name, state: "foreign", differences: [] };
    const differences = differencesOf(held, planned);
    if (differences.length > 0) return { sheet: planned.name, state: "changed-by-user", differences };
    return { sheet: planned.name, state: isUnchanged(held, planned) ? "unchanged" : "update", differences: [] };
  });
}

/** The book after a write, and which sheets were written or left alone. Sheets of ours keep their place. */
export function mergePlan(book: PageBook, plan: WorkbookPlan, overwrite: readonly string[]): { book: PageBook; written: string[]; skipped: string[] } {
  const previews = previewPlan(book, plan);
  const skipped = previews.filter(({ state, sheet }) => (state === "changed-by-user" || state === "foreign") && !overwrite.includes(sheet)).map(({ sheet }) => sheet);
  const fresh = new Map(plan.sheets.filter(({ name }) => !skipped.includes(name)).map((planned): [SheetPlan, PageSheet] => [planned, { plan: planned, cells: cellsByKey(planned.cells), edited: new Set(), ours: true }]));
  const replaced = new Map([...fresh].map(([planned, sheet]) => [heldSheet(book, planned), sheet]));
  const kept = book.sheets.filter((sheet) => replaced.has(sheet) || !sheet.ours || skipped.includes(sheet.plan.name)).map((sheet) => replaced.get(sheet) ?? sheet);
  const added = [...fresh.values()].filter((sheet) => !kept.includes(sheet));
  const order = new Map(plan.sheets.map((planned, index) => [planned.id, index]));
  const sheets = [...kept, ...added].sort((a, b) => (order.get(a.plan.id) ?? -1) - (order.get(b.plan.id) ?? -1));
  const active = plan.sheets.find(({ id }) => id === plan.activeSheet)?.name ?? sheets[0]?.plan.name ?? "";
  return { book: { ...book, title: plan.title, sheets, names: plan.names, active }, written: [...fresh.keys()].map(({ name }) => name), skipped };
}
