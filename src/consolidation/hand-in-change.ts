import { formOf } from "../form/forms.ts";
import { toOfficialWidth } from "../form/width.ts";
import { nameRow } from "../finding/sentence.ts";
import { formatFigure } from "../report/figure.ts";
import type { CellRef, Report } from "../report/model.ts";
import { cellOf } from "../report/table.ts";

/** One figure that a second hand-in moves; null where one of the two has none. */
export interface FigureChange {
  readonly at: CellRef;
  readonly before: number | null;
  readonly after: number | null;
  /** True for the totals of a table: what the city's totals move by. */
  readonly isTotal: boolean;
}

/** Changes named one by one; more are counted. */
const NAMED = 4;

/** Every figure in which two reports of one unit differ, in official order; a table of another edition is compared row by row where ids are equal. */
export function compareHandIns(earlier: Report, later: Report): readonly FigureChange[] {
  const changes: FigureChange[] = [];
  for (const id of new Set([...later.tables, ...earlier.tables].map((table) => table.table))) {
    const [before, after] = [earlier, later].map((report) => report.tables.find((table) => table.table === id));
    const form = formOf((after ?? before)!);
    for (const cell of form.cells) {
      const [was, is] = [before && cellOf(before, cell.id).value, after && cellOf(after, cell.id).value].map((value) => value ?? null) as [number | null, number | null];
      const isTotal = cell.column.id === "total" || cell.row.id.endsWith("total");
      if (was !== is) changes.push({ at: { table: form.id, edition: form.edition, row: cell.row.id, column: cell.column.id }, before: was, after: is, isTotal });
    }
  }
  return changes;
}

/** `表三 一·总计 12→14（+2）`, totals first. Official labels are Chinese in every language. */
export function sayChanges(changes: readonly FigureChange[]): string {
  const said = [...changes].sort((a, b) => Number(b.isTotal) - Number(a.isTotal)).slice(0, NAMED).map(({ at, before, after }) => {
    const form = formOf(at);
    const cell = form.cell(`${at.row}/${at.column}`)!;
    const figure = (value: number | null) => (value === null ? "空白" : formatFigure(value, cell.measure));
    const step = before === null || after === null ? "" : `（${after > before ? "+" : ""}${formatFigure(after - before, cell.measure)}）`;
    return `${form.number.length === 1 ? `表${form.number}` : form.number} ${nameRow(cell.row)}·${toOfficialWidth(cell.column.label)} ${figure(before)}→${figure(after)}${step}`;
  });
  return `${said.join("，")}${changes.length > NAMED ? " …" : ""}`;
}
