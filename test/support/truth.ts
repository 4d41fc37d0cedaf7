import { formOf } from "../../src/form/forms.ts";
import type { CellId } from "../../src/form/compile.ts";
import type { Report, ReportTable } from "../../src/report/model.ts";

const sum = (table: ReportTable, ids: readonly CellId[]) => ids.reduce((all, id) => all + (table.cells[id]?.value ?? 0), 0);

/** Ids of the equations that a report breaks, blanks taken as 0: a second opinion that shares no code with src/balance. */
export function brokenRules(report: Pick<Report, "tables">): string[] {
  return report.tables.flatMap((table) =>
    formOf(table)
      .equations.filter((equation) => {
        const [left, right] = [sum(table, equation.left), sum(table, equation.right)];
        return equation.relation === "equal" ? left !== right : equation.relation === "at-most" ? left > right : left < 0;
      })
      .map((equation) => `${table.table} ${equation.id}`),
  );
}
