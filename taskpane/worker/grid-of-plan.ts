import type { WorkbookPlan } from "../../src/sheet/plan.ts";
import type { GridCell, GridSheet, GridWorkbook } from "../../src/source/xlsx.ts";

/** A plan as the workbook that it becomes: what was written need not be read again to be known. */
export function gridOfPlan(plan: WorkbookPlan): GridWorkbook {
  return {
    sheets: plan.sheets.map((sheet): GridSheet => {
      const rows: (GridCell | undefined)[][] = [];
      for (const { row, column, value = null, formula } of sheet.cells) {
        if (formula === undefined && (value === null || value === "")) continue;
        (rows[row] ??= [])[column] = formula === undefined ? { value } : { value, formula };
      }
      return { name: sheet.name, visible: sheet.visibility === "visible", rows: Array.from(rows, (row) => row ?? []), merges: sheet.merges, names: sheet.names };
    }),
  };
}
