import type { CellId, Equation, Form, FormRow } from "../form/compile.ts";
import { toOfficialWidth } from "../form/width.ts";
import type { Language } from "./catalogue.ts";

/** Row as people call it: `一`, `（七）总计`; its item number alone where that is the name everyone uses (not in 统计表). */
export function nameRow(row: FormRow): string {
  const comma = row.band.id === "statistics" ? -1 : row.label.indexOf("、");
  return toOfficialWidth(comma > 0 && comma <= 2 && row.headings.length === 0 ? row.label.slice(0, comma) : row.label);
}

const columnLabel = (form: Form, id: CellId) => toOfficialWidth(form.cell(id)?.column.label ?? "");

/** What an equation runs along: the column of a column rule, the row of a row rule. */
export function nameAlong(form: Form, equation: Equation): string {
  if (equation.per === "column") return columnLabel(form, equation.left[0] ?? "");
  const row = form.row(equation.along);
  return row ? [...row.headings.slice(-1).map((heading) => heading.label), row.label].filter((label) => form.definition.layout !== "grid" || label === row.label).map(toOfficialWidth).join("·") : "";
}

/** One side: rows or columns joined by ＋; whole headings are said as a sum (（一）至（六）各项之和). */
function saySide(form: Form, equation: Equation, ids: readonly CellId[], language: Language): string {
  const plus = language === "zh-CN" ? "＋" : " + ";
  if (equation.per === "row") return ids.map((id) => columnLabel(form, id)).join(plus);
  const rows = ids.flatMap((id) => form.cell(id)?.row ?? []);
  if (rows.length <= 4) return rows.map(nameRow).join(plus);
  const [first, last] = [outermost(rows[0]!), outermost(rows[rows.length - 1]!)];
  return language === "zh-CN" ? `${first}至${last}各项之和` : `sum of the rows ${first} to ${last}`;
}

/** Item number `（一）` of a row or of the outermost numbered heading above it. */
function outermost(row: FormRow): string {
  if (row.band.id === "statistics") return nameRow(row);
  const label = [...row.headings.map((heading) => heading.label), row.label].find((text) => text.startsWith("(")) ?? row.label;
  const close = label.indexOf(")");
  return toOfficialWidth(close > 0 ? label.slice(0, close + 1) : label);
}

/**
 * Says a rule as it applies to one row or column: `自然人：一＋二＝（七）总计＋四`.
 *
 * Official labels stay Chinese in every language; only the words between them are translated.
 */
export function sayEquation(form: Form, equation: Equation, language: Language = "zh-CN"): string {
  const left = saySide(form, equation, equation.left, language);
  const right = equation.relation === "non-negative" ? "0" : saySide(form, equation, equation.right, language);
  const sign = { equal: ["＝", " = "], "at-most": ["≤", " ≤ "], "non-negative": ["≥", " ≥ "] }[equation.relation][language === "zh-CN" ? 0 : 1];
  return `${nameAlong(form, equation)}${language === "zh-CN" ? "：" : ": "}${left}${sign}${right}`;
}
