import type { WorkbookPlan } from "../../sheet/plan.ts";
import { withId } from "./arrange.ts";
import { STORE } from "./seen.ts";
import { recordColumn, recordSheet } from "./record.ts";

/**
 * A plan that remembers itself: every sheet carries its id in a name of its own, and the hidden sheet what was written,
 * so that Excel with the add-in knows the sheets of a file that the command line made, and what a user changed since.
 */
export function sealPlan(plan: WorkbookPlan): WorkbookPlan {
  const known = plan.sheets.map((sheet) => (sheet.kind === "metadata" ? sheet : withId(sheet)));
  const record = recordColumn(known.filter((sheet) => sheet.kind !== "metadata").map(recordSheet));
  const sheets = known.map((sheet) => (sheet.kind === "metadata" ? { ...sheet, cells: [...sheet.cells, ...record.map((value, row) => ({ row, column: STORE.written, value }))] } : sheet));
  return { ...plan, sheets };
}
