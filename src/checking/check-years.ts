import { cellId, type Form, type FormCell } from "../form/compile.ts";
import { formOf } from "../form/forms.ts";
import type { Finding } from "../finding/model.ts";
import { formatFigure } from "../report/figure.ts";
import type { Report, ReportTable } from "../report/model.ts";
import { cellOf } from "../report/table.ts";
import { compareTables, isOutlier, isLikelyYuan } from "./year-table.ts";

interface TwoYears {
  readonly form: Form;
  readonly now: ReportTable;
  readonly before: ReportTable;
}

/** One rule over two years at one cell: what last year's figures ask for, and what this year's report has. */
function compare({ form, now }: TwoYears, code: "carry-over" | "inforce-flow" | "items-flow", cell: FormCell, expected: number | null, received: number | null): Finding[] {
  if (expected === null || received === null || expected === received) return [];
  const figure = (value: number) => formatFigure(value, cell.measure);
  const words = { expected: figure(expected), received: figure(received), difference: figure(received - expected) };
  const at = { table: form.id, edition: form.edition, row: cell.row.id, column: cell.column.id };
  const level = code === "carry-over" && cell.column.id !== "total" ? ("warning" as const) : undefined;
  return [{ code, ...(level && { level }), at, origin: cellOf(now, cell.id).origin, expected: words.expected, received: words.received, words }];
}

const valueIn = (table: ReportTable, row: string, column: string): number | null => cellOf(table, cellId(row, column)).value;

/** Last year's 四 is this year's 二, in each column; ids are the same in every edition. */
const checkCarryOver = (years: TwoYears): Finding[] =>
  years.form.cells.filter((cell) => cell.row.id === "carried-in").flatMap((cell) => compare(years, "carry-over", cell, valueIn(years.before, "carried-out", cell.column.id), cellOf(years.now, cell.id).value));

const sum = (...terms: readonly (number | null)[]): number | null => (terms.includes(null) ? null : terms.reduce<number>((total, term) => total + (term ?? 0), 0));

/** Both flows of table 二 are of one edition only and never checked across two. */
function checkFlows(years: TwoYears): Finding[] {
  const { form, now, before } = years;
  if (now.edition !== before.edition) return [];
  return form.cells.flatMap((cell) => {
    const { row, column } = cell;
    const received = cellOf(now, cell.id).value;
    if (column.id === "in-force") {
      const repealed = valueIn(now, row.id, "repealed");
      return compare(years, "inforce-flow", cell, sum(valueIn(before, row.id, "in-force"), valueIn(now, row.id, "issued"), repealed === null ? null : -repealed), received);
    }
    if (column.id === "items-before") return compare(years, "items-flow", cell, sum(valueIn(before, row.id, "items-before"), valueIn(before, row.id, "items-change")), received);
    return [];
  });
}

function findOutliers(current: Report, previous: Report): Finding[] {
  return compareTables(current, previous).flatMap((change): Finding[] => {
    const { form, cell, before, now } = change;
    const code = isLikelyYuan(change) ? "fee-likely-yuan" : isOutlier(change) ? "year-outlier" : undefined;
    if (!code || before === null || now === null) return [];
    const words = { previous: formatFigure(before, cell.measure), current: formatFigure(now, cell.measure) };
    return [{ code, at: { table: form.id, edition: form.edition, row: cell.row.id, column: cell.column.id }, expected: words.previous, received: words.current, words }];
  });
}

/**
 * Checks a report against the one of the year before: 结转 (错误 for 总计, 提示 per column), the flows of table 二, and
 * figures ten times as large or small.
 *
 * A blank on either side is unknown and says nothing. Reports that are not one year apart are not compared. Never
 * throws on data.
 */
export function checkYears(current: Report, previous: Report): Finding[] {
  if (current.year !== null && previous.year !== null && previous.year !== current.year - 1) {
    const words = { expected: String(current.year - 1), received: String(previous.year) };
    return [{ code: "previous-wrong-year", at: { part: "report" }, ...words, words }];
  }
  const both = current.tables.flatMap((now): TwoYears[] => {
    const before = previous.tables.find((table) => table.table === now.table);
    return before ? [{ form: formOf(now), now, before }] : [];
  });
  return [...both.flatMap((years) => (years.form.id === "requests" ? checkCarryOver(years) : years.form.id === "disclosure" ? checkFlows(years) : [])), ...findOutliers(current, previous)];
}
