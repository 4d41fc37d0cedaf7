import { cellId, type CellId, type Form } from "../form/compile.ts";
import type { TableId } from "../form/definition.ts";
import { formOf } from "../form/forms.ts";
import { mapCell } from "../form/mapping.ts";
import type { Cell, CellRef } from "../report/model.ts";
import { cellOf } from "../report/table.ts";
import { nameOf } from "./membership.ts";
import type { ConsolidatedCell, Consolidation, Member } from "./model.ts";

/** Who stands behind a figure, with the cells of its report that the figure is made of. */
export interface Contributor {
  readonly member: Member;
  readonly unit: string;
  readonly value: number;
  /** Part of the whole, 0 to 1; null where the whole is 0. */
  readonly share: number | null;
  /** Cells of the unit's own report (several where its edition splits the row), with their place in its source. */
  readonly cells: readonly { readonly at: CellRef; readonly cell: Cell }[];
  /** Of a unit that is itself a consolidation: who stands behind its figure, ranked too. */
  readonly parts?: readonly Contributor[];
}

/** A figure of the city taken apart. */
export interface DrillDown {
  readonly figure: ConsolidatedCell;
  /** Largest first. Of a provided figure: the provider, where its own report gives it. */
  readonly contributors: readonly Contributor[];
  /** Units that count and have no figure here. */
  readonly blank: readonly Member[];
  /** What a provided figure stands in place of. */
  readonly summed?: { readonly contributors: readonly Contributor[]; readonly blank: readonly Member[] };
}

function cellsBehind(form: Form, id: CellId, member: Member): Contributor["cells"] {
  const table = member.report.tables.find((one) => one.table === form.id);
  if (!table) return [];
  const own = formOf(table);
  return mapCell(form, id, own).map((source) => {
    const { row, column } = own.cell(source)!;
    return { at: { table: table.table, edition: table.edition, row: row.id, column: column.id }, cell: cellOf(table, source) };
  });
}

const rank = (contributors: readonly Contributor[]): Contributor[] => [...contributors].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));

function toContributor(form: Form, id: CellId, member: Member, value: number, whole: number | null): Contributor {
  const parts = member.parts && partsBehind(form, id, member.parts, value);
  return { member, unit: nameOf(member), value, share: whole ? value / whole : null, cells: cellsBehind(form, id, member), ...(parts && { parts }) };
}

function partsBehind(form: Form, id: CellId, parts: readonly Member[], whole: number | null): Contributor[] {
  return rank(parts.filter((part) => part.counted).flatMap((part) => {
    const own = cellsBehind(form, id, part).map(({ cell }) => cell);
    if (own.length === 0 || own.some((cell) => cell.value === null || cell.measureUnknown)) return [];
    return [toContributor(form, id, part, own.reduce((sum, cell) => sum + (cell.value ?? 0), 0), whole)];
  }));
}

/** Who stands behind a figure of a unit that is itself a consolidation, ranked; none for any other unit. */
export function rankParts(member: Pick<Member, "report" | "parts">, at: { readonly table: TableId; readonly row: string; readonly column: string }): readonly Contributor[] {
  const table = member.report.tables.find((one) => one.table === at.table);
  const id = cellId(at.row, at.column);
  return table && member.parts ? partsBehind(formOf(table), id, member.parts, cellOf(table, id).value) : [];
}

/**
 * Takes one figure of a consolidation apart: contributors ranked by size with their shares, down to the cell of each
 * unit's report and its place in the source.
 *
 * An unknown figure gives nobody rather than an error: the place may be a label.
 */
export function rankContributors(consolidation: Consolidation, at: { readonly table: TableId; readonly row: string; readonly column: string }): DrillDown {
  const table = consolidation.tables.find((one) => one.table === at.table);
  const id = cellId(at.row, at.column);
  const figure = table?.cells[id];
  if (!table || !figure) return { figure: { value: null, contributors: [], blank: [], of: 0 }, contributors: [], blank: [] };
  const form = formOf(table);
  const byId = new Map(consolidation.members.map((member) => [member.id, member]));
  const all = (of: Pick<ConsolidatedCell, "value" | "contributors">) => rank(of.contributors.map(({ member, value }) => toContributor(form, id, byId.get(member)!, value, of.value)));
  const named = (ids: readonly string[]) => ids.map((member) => byId.get(member)!);
  const { summed } = figure.provided ?? {};
  return { figure, contributors: all(figure), blank: named(figure.blank), ...(summed && { summed: { contributors: all(summed), blank: named(summed.blank) } }) };
}
