import { toOfficialWidth } from "../../../src/form/width.ts";
import type { FormCell } from "../../../src/form/compile.ts";
import { editionOfYear, forms, findForm } from "../../../src/form/forms.ts";
import type { TableId } from "../../../src/form/definition.ts";
import type { SourceRule } from "../../../src/consolidation/policy.ts";

/** Tables a rule can be about. */
export const tables: readonly TableId[] = ["disclosure", "requests", "reviews", "statistics"];

/** The form of a table that the year's reports have, else any of it. */
export const formFor = (table: TableId, year: number) => findForm(table, editionOfYear(year)) ?? forms.find((form) => form.id === table)!;

export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** Of several with one id the first: the year's own wording. */
const distinct = (choices: readonly Choice[]): readonly Choice[] => choices.filter(({ id }, index) => choices.findIndex((one) => one.id === id) === index);

/** Rows of a table to choose from: the year's, and those that the rule names of another edition. */
export function rowChoices(rule: SourceRule, year: number): readonly Choice[] {
  const own = formFor(rule.table, year);
  const others = forms.filter((form) => form.id === rule.table && form !== own).flatMap((form) => form.rows.filter((row) => rule.rows?.includes(row.id)));
  return distinct([...own.rows, ...others].map((row) => ({ id: row.id, label: toOfficialWidth(row.label) })));
}

export function columnChoices(rule: SourceRule, year: number): readonly Choice[] {
  const own = formFor(rule.table, year);
  const fits = ({ row }: FormCell) => !rule.rows || rule.rows.includes(row.id);
  const others = forms.filter((form) => form.id === rule.table && form !== own).flatMap((form) => form.cells.filter(({ column }) => rule.columns?.includes(column.id)));
  return distinct([...own.cells.filter(fits), ...others].map(({ column }) => ({ id: column.id, label: toOfficialWidth(column.label) })));
}

/** Cells a rule covers, to be filled in where they are few enough to look at. */
export function cellsOf(rule: SourceRule, year: number): readonly FormCell[] {
  return formFor(rule.table, year).cells.filter(({ row, column }) => (!rule.rows || rule.rows.includes(row.id)) && (!rule.columns || rule.columns.includes(column.id)));
}

/** A rule that has rows or columns of another table keeps none of them. */
export const ofTable = (rule: SourceRule, table: TableId): SourceRule => {
  const { rows: _, columns: __, values: ___, ...rest } = rule;
  return { ...rest, table };
};

/** What is empty is not there: an empty list of rows means every row. */
export function withField<K extends keyof SourceRule>(rule: SourceRule, field: K, value: SourceRule[K]): SourceRule {
  const empty = value === "" || value === undefined || (Array.isArray(value) && value.length === 0);
  const { [field]: _, ...rest } = rule;
  return (empty ? rest : { ...rest, [field]: value }) as SourceRule;
}
