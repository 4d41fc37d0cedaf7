import { evaluateEquation } from "../balance/evaluate.ts";
import { formOf } from "../form/forms.ts";
import type { Report, ReportTable } from "../report/model.ts";
import { statusLabels } from "../report/status.ts";
import { cellOf, equationsOf } from "../report/table.ts";

/** `勾稽关系 53 项：平 53`, with those that fail or cannot be judged. */
function sayChecks(table: ReportTable): string {
  const equations = equationsOf(table);
  const states = equations.map((equation) => evaluateEquation(equation, (id) => cellOf(table, id).value).state);
  const counts = ([["holds", "相符"], ["fails", "不符"], ["unknown", "无法判断"]] as const).map(([state, label]) => [states.filter((one) => one === state).length, label] as const);
  return `勾稽 ${equations.length} 项，${counts.filter(([count]) => count > 0).map(([count, label]) => `${label} ${count}`).join("，")}`;
}

/** A line a table: its edition, its cells by status, and how many of its checks hold. */
export function sayTables(report: Report): string[] {
  return report.tables.map((table) => {
    const form = formOf(table);
    const cells = form.cells.map((cell) => cellOf(table, cell.id).status);
    const counts = Object.entries(statusLabels).map(([status, label]) => [cells.filter((cell) => cell === status).length, label] as const);
    const number = form.number.length === 1 ? `表${form.number}` : form.number;
    return `  ${number}（${table.edition} 版）：${cells.length} 格，${counts.filter(([count]) => count > 0).map(([count, label]) => `${label} ${count}`).join("，")}；${sayChecks(table)}`;
  });
}
