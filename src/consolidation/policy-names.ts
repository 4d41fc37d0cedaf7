import type { FormCell } from "../form/compile.ts";
import type { TableId } from "../form/definition.ts";
import { forms } from "../form/forms.ts";
import type { UnitKind } from "../report/model.ts";
import { unitKindLabels } from "../report/status.ts";
import { unitKey } from "./unit-name.ts";

/** Item numbers before a label: `一、`, `(七)`, `1.`; a person may leave them out. */
const plain = (label: string) => unitKey(label).replace(/^(?:[一二三四]、|\([一二三四五六七]\)|\d\.)/, "");
const isCalled = (name: string, id: string, label: string, aliases: readonly string[] = []) => name === id || [label, ...aliases].some((one) => unitKey(one) === unitKey(name) || plain(one) === unitKey(name));

const formsOf = (table: TableId) => forms.filter((form) => form.id === table);

/** A table by its number, with or without 表, or its id. */
export const findTable = (name: string): TableId | undefined => forms.find((form) => form.id === name || form.number === unitKey(name).replace(/^表/, ""))?.id;

/** Id of a row, in whatever edition of the table, by id, label or alias. */
export const findRow = (table: TableId, name: string): string | undefined => formsOf(table).flatMap((form) => form.rows).find((row) => isCalled(name, row.id, row.label, [row.path, ...row.aliases]))?.id;

export const findColumn = (table: TableId, name: string): string | undefined => formsOf(table).flatMap((form) => form.cells).find(({ column }) => isCalled(name, column.id, column.label, column.aliases))?.column.id;

/** A cell by `row/column`; the column's own label may hold a slash (本年增/减). */
export function findCell(table: TableId, name: string): FormCell | undefined {
  const slash = name.indexOf("/");
  const [row, column] = [name.slice(0, slash).trim(), name.slice(slash + 1).trim()];
  if (slash < 0) return undefined;
  return formsOf(table).flatMap((form) => form.cells).find((cell) => isCalled(row, cell.row.id, cell.row.label, cell.row.aliases) && isCalled(column, cell.column.id, cell.column.label, cell.column.aliases));
}

export const findKind = (name: string): UnitKind | undefined => (Object.keys(unitKindLabels) as UnitKind[]).find((kind) => kind === name || unitKindLabels[kind] === unitKey(name));
