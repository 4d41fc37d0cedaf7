import { cellId, type CellId, type Form } from "../form/compile.ts";
import type { Measure, TableId } from "../form/definition.ts";
import { formOf } from "../form/forms.ts";
import { toOfficialWidth } from "../form/width.ts";
import { nameRow } from "../finding/sentence.ts";
import type { Subject } from "../prose/claim.ts";
import { formatFigure } from "../report/figure.ts";
import type { CellRef, Report } from "../report/model.ts";
import { cellOf } from "../report/table.ts";

/** An official figure, or a sum of them, that a sentence may speak of. */
export interface FigureOption {
  /** In units of 10^-scale; null where a cell of it is blank. */
  readonly value: number | null;
  readonly measure: Measure;
  /** `表三 一 35＋二 0＝35`. */
  readonly said: string;
  readonly at: CellRef;
}

interface Terms {
  readonly table: TableId;
  /** Rows (or headings, which stand for their rows) and columns whose cells are added. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

const requests = (columns: readonly string[], ...rows: string[]): Terms => ({ table: "requests", rows, columns });
const reviews = (columns: readonly string[], ...rows: string[]): Terms => ({ table: "reviews", rows, columns });
const statistics = (row: string, column = "total"): Terms => ({ table: "statistics", rows: [row], columns: [column] });

const TOTAL = ["total"];
const ORGANISATIONS = ["firms", "research-bodies", "public-welfare-bodies", "legal-service-bodies", "other-bodies"];
const LITIGATION = ["litigation-direct", "litigation-after-reconsideration"];

/** 受理749件 may be 一, or 一 + 二: whoever writes it does not say which. */
const handled = (columns: readonly string[]): Terms[] => [requests(columns, "newly-received"), requests(columns, "newly-received", "carried-in")];

const PLAIN: Readonly<Record<string, readonly Terms[]>> = {
  received: [...handled(TOTAL), statistics("received")],
  "newly-received": [requests(TOTAL, "newly-received"), statistics("received")],
  "carried-in": [requests(TOTAL, "carried-in")],
  "carried-out": [requests(TOTAL, "carried-out")],
  closed: [requests(TOTAL, "outcome-total"), statistics("closed")],
  answered: [requests(TOTAL, "outcome-total"), ...handled(TOTAL), statistics("answered"), statistics("closed")],
};

const STATISTICS_OUTCOMES: Readonly<Record<string, string>> = { granted: "answered-granted", "partly-granted": "answered-partly", refused: "answered-refused" };

/** Columns of table 二 that a wording may mean, of either edition: a report's table has those of its own. */
const DISCLOSED: Readonly<Record<string, readonly string[]>> = { issued: ["issued", "newly-made"], "disclosed-total": ["disclosed-total", "newly-disclosed"] };

function termsOf(subject: Subject): readonly Terms[] {
  const plain = PLAIN[subject];
  if (plain) return plain;
  const [kind, which = ""] = [subject.slice(0, subject.indexOf(":")), subject.slice(subject.indexOf(":") + 1)];
  const [row = "", column = "total"] = which.split("/");
  if (kind === "outcome") return [requests(TOTAL, which), ...(STATISTICS_OUTCOMES[which] ? [statistics(STATISTICS_OUTCOMES[which])] : [])];
  if (kind === "applicant") {
    const columns = which === "organisations" ? ORGANISATIONS : [which];
    return [...handled(columns), requests(columns, "outcome-total")];
  }
  if (kind === "statistics") return [statistics(row, column)];
  if (kind === "disclosure") return (DISCLOSED[column] ?? [column]).map((one) => ({ table: "disclosure", rows: [row], columns: [one] }));
  const rows = { reconsideration: ["reconsideration"], litigation: LITIGATION, all: ["reconsideration", ...LITIGATION] }[row] ?? [row];
  const old = row === "reconsideration" ? "reconsiderations" : row === "litigation" ? "suits" : undefined;
  const part = { total: "", upheld: "-upheld", corrected: "-corrected", "other-result": "-other" }[column];
  return [reviews([column], ...rows), ...(old && part !== undefined ? [statistics(`${old}${part}`)] : [])];
}

/** The row itself, or all rows of a heading. */
function rowsOf(form: Form, id: string) {
  const own = form.row(id);
  return own ? [own] : form.rows.filter((row) => row.headings.some((heading) => heading.id === id));
}

/** How the table is called: 表三, 统计表. */
const tableName = (form: Form) => (form.number.length === 1 ? `表${form.number}` : form.number);

function sayTerms(form: Form, terms: Terms, values: readonly (number | null)[], total: number | null, measure: Measure): string {
  const said = terms.rows.map((id) => {
    const rows = rowsOf(form, id);
    const heading = rows[0]?.headings.find((one) => one.id === id);
    return heading ? toOfficialWidth(heading.label) : rows[0] ? nameRow(rows[0]) : id;
  });
  const columns = terms.columns.length > 1 ? "法人或其他组织" : toOfficialWidth(form.cells.find((cell) => cell.column.id === terms.columns[0])?.column.label ?? "");
  const column = terms.columns[0] === "total" ? "" : `·${columns}`;
  if (total === null) return `${tableName(form)} ${said.join("＋")}${column}（空白）`;
  return terms.rows.length === 1 || values.length !== terms.rows.length ? `${tableName(form)} ${said.join("＋")}${column} ${formatFigure(total, measure)}${measure.scale === 0 ? "" : measure.label}` : `${tableName(form)} ${said.map((name, at) => `${name}${column} ${values[at]}`).join("＋")}＝${total}`;
}

/** The figures of a report that a subject may mean, in the order in which they are tried; none where no table has them. */
export function figuresOf(report: Report, subject: Subject): FigureOption[] {
  return termsOf(subject).flatMap((terms): FigureOption[] => {
    const table = report.tables.find((one) => one.table === terms.table);
    if (!table) return [];
    const form = formOf(table);
    const ids: CellId[] = terms.rows.flatMap((row) => rowsOf(form, row)).flatMap((row) => terms.columns.map((column) => cellId(row.id, column)));
    const [first] = ids;
    const cell = first === undefined ? undefined : form.cell(first);
    if (!cell || ids.some((id) => !form.cell(id)) || terms.rows.some((row) => rowsOf(form, row).length === 0)) return [];
    // An amount without its unit of measure compares with nothing.
    const values = ids.map((id) => (cellOf(table, id).measureUnknown ? null : cellOf(table, id).value));
    const value = values.includes(null) ? null : values.reduce<number>((sum, one) => sum + (one ?? 0), 0);
    return [{ value, measure: cell.measure, said: sayTerms(form, terms, values, value, cell.measure), at: { table: form.id, edition: form.edition, row: cell.row.id, column: cell.column.id } }];
  });
}
