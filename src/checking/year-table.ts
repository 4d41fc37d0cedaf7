import type { CellId, Form, FormCell } from "../form/compile.ts";
import { formOf } from "../form/forms.ts";
import { mapCell } from "../form/mapping.ts";
import type { Report, ReportTable } from "../report/model.ts";
import { cellOf } from "../report/table.ts";

/** One figure of two years. Null where a year has none, or the editions do not meet. */
export interface YearChange {
  readonly form: Form;
  readonly cell: FormCell;
  readonly before: number | null;
  readonly now: number | null;
}

/** So many times as much is remarkable; as that is ordinary among small counts, the larger one must reach `least`. */
export const OUTLIER = { times: 10, least: 50 } as const;
/** 元 in a column of 万元 is ten thousand times too much; a year's own change leaves it between these. */
const YUAN = { least: 2_000, most: 50_000 } as const;

/** Figures worth comparing for people: in table 三 the totals, elsewhere all. */
const isShown = (form: Form, cell: FormCell): boolean => (form.id !== "requests" && form.id !== "reviews") || cell.column.id === "total";

/** The year-on-year table of a report, in official order. */
export function compareTables(current: Report, previous: Report): readonly YearChange[] {
  return current.tables.flatMap((now) => {
    const before = previous.tables.find((table) => table.table === now.table);
    const form = formOf(now);
    return form.cells.filter((cell) => isShown(form, cell)).map((cell) => ({ form, cell, before: before ? figureAcross(before, form, cell.id) : null, now: cellOf(now, cell.id).value }));
  });
}

const sizes = ({ before, now }: YearChange): readonly [number, number] => {
  const [a, b] = [Math.abs(before ?? 0), Math.abs(now ?? 0)];
  return [Math.min(a, b), Math.max(a, b)];
};

/** Ten times last year's or a tenth of it. 本年增/减 may be anything. */
export function isOutlier(change: YearChange): boolean {
  const [least, most] = sizes(change);
  return !change.cell.measure.signed && least > 0 && most >= least * OUTLIER.times && most >= OUTLIER.least * 10 ** change.cell.measure.scale;
}

/** An amount about ten thousand times last year's: it looks like 元. */
export const isLikelyYuan = (change: YearChange): boolean =>
  change.cell.measure.scale > 0 && change.before !== null && change.before > 0 && change.now !== null && change.now >= change.before * YUAN.least && change.now <= change.before * YUAN.most;

/** Figure of a table for a cell of another form; null where the editions do not meet or a part is blank. */
export function figureAcross(table: ReportTable, form: Form, id: CellId): number | null {
  const cells = mapCell(form, id, formOf(table)).map((one) => cellOf(table, one));
  if (cells.length === 0 || cells.some((cell) => cell.value === null || cell.measureUnknown)) return null;
  return cells.reduce((total, cell) => total + (cell.value ?? 0), 0);
}
