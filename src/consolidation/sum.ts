import type { CellId, Form } from "../form/compile.ts";
import { findForm } from "../form/forms.ts";
import { mapCell, mappedRows } from "../form/mapping.ts";
import { toOfficialWidth } from "../form/width.ts";
import type { Finding } from "../finding/model.ts";
import type { ReportTable } from "../report/model.ts";
import { cellOf } from "../report/table.ts";
import { nameOf } from "./membership.ts";
import type { ConsolidatedCell, ConsolidatedTable, Member, Summed } from "./model.ts";
import { NO_POLICY, ruleFor, type SourcePolicy, type SourceRule } from "./policy.ts";

/** Exact sum of whole numbers, or null where it leaves them. Independent of order: no step on the way matters. */
function sumExactly(values: readonly number[]): number | null {
  const total = values.reduce((sum, value) => sum + BigInt(value), 0n);
  return total <= BigInt(Number.MAX_SAFE_INTEGER) && total >= -BigInt(Number.MAX_SAFE_INTEGER) ? Number(total) : null;
}

/** A member's figure for an official cell, mapped where its table is of another edition; null where it has none. */
function figureOf(form: Form, id: CellId, own: ReportTable | undefined, ownForm: Form | undefined): number | null {
  if (!own || !ownForm) return null;
  const sources = ownForm === form ? [id] : mapCell(form, id, ownForm);
  const cells = sources.map((source) => cellOf(own, source));
  if (cells.length === 0 || cells.some((cell) => cell.value === null || cell.measureUnknown)) return null;
  return sumExactly(cells.map((cell) => cell.value!));
}

/** The map from another edition where rows differ: `：（六）其他处理→3.其他`. */
function sayMapping(form: Form, ownForm: Form): string {
  const label = (of: Form, row: string) => toOfficialWidth(of.row(row)?.label ?? row);
  const said = mappedRows(form, ownForm).map(({ from, to }) => `${from.map((row) => label(ownForm, row)).join("＋")}→${label(form, to)}`);
  return said.length > 0 ? `：${said.join("，")}` : "";
}

/** What has to be said of one member's table before it is added: mapped from another edition, amounts without a unit. */
function findingsOf(form: Form, member: Member, own: ReportTable, ownForm: Form): Finding[] {
  const about = { unit: member.report.unit, year: member.report.year, file: member.report.file };
  const mapped: Finding[] =
    ownForm.edition === form.edition || form.id === "reviews"
      ? []
      : [{ code: "edition-mapped", at: { table: form.id, edition: own.edition }, ...about, origin: own.origin, words: { unit: nameOf(member), table: form.number, edition: own.edition, mapped: sayMapping(form, ownForm) } }];
  const amounts = ownForm.cells.flatMap((formCell): Finding[] => {
    const cell = cellOf(own, formCell.id);
    if (!cell.measureUnknown || cell.value === null) return [];
    const at = { table: own.table, edition: own.edition, row: formCell.row.id, column: formCell.column.id };
    return [{ code: "amount-not-added", at, ...about, origin: cell.origin, received: cell.raw, words: { unit: nameOf(member), raw: cell.raw ?? String(cell.value) } }];
  });
  return [...mapped, ...amounts];
}

interface Owner {
  readonly member: Member;
  readonly own: ReportTable | undefined;
  readonly ownForm: Form | undefined;
}

/** What a table is summed from: the policy, and the counted report of a provider. */
export interface Sources {
  readonly policy: SourcePolicy;
  readonly findProvider: (name: string) => Member | undefined;
}

const everyone: Sources = { policy: NO_POLICY, findProvider: () => undefined };

const ownerOf = (form: Form) => (member: Member): Owner => {
  const own = member.report.tables.find((table) => table.table === form.id);
  return { member, own, ownForm: own && findForm(own.table, own.edition) };
};

function addUp(form: Form, id: CellId, owners: readonly Owner[]): Summed {
  const contributors: { member: string; value: number }[] = [];
  const blank: string[] = [];
  for (const { member, own, ownForm } of owners) {
    const value = figureOf(form, id, own, ownForm);
    if (value === null) blank.push(member.id);
    else contributors.push({ member: member.id, value });
  }
  return { value: contributors.length === 0 ? null : sumExactly(contributors.map((entry) => entry.value)), contributors, blank, of: owners.length };
}

/** The provider's figure in place of the sum: from the policy where it is entered there, else from its own report. */
function provide(form: Form, id: CellId, rule: SourceRule, member: Member | undefined, summed: Summed): ConsolidatedCell {
  const provider = member?.report.unit ?? rule.provider ?? "";
  const entered = rule.values?.[id];
  if (entered !== undefined) return { value: entered, contributors: [], blank: [], of: 0, provided: { provider, from: "policy", summed } };
  const own = addUp(form, id, member ? [ownerOf(form)(member)] : []);
  return { ...own, provided: { provider, from: "report", member: member?.id, summed } };
}

/**
 * Adds up one table over the counted members, as the policy says. Blanks stay blanks and are counted; every figure
 * lists its contributors. A sum too large to be exact is blank, with a finding.
 */
export function sumTable(form: Form, counted: readonly Member[], { policy, findProvider }: Sources = everyone): { table: ConsolidatedTable; findings: Finding[] } {
  const owners = counted.map(ownerOf(form));
  const findings = owners.flatMap(({ member, own, ownForm }) => (own && ownForm ? findingsOf(form, member, own, ownForm) : []));
  const cells: Record<CellId, ConsolidatedCell> = {};
  for (const formCell of form.cells) {
    const rule = ruleFor(policy, form, formCell.id);
    const summed = addUp(form, formCell.id, chooseKinds(owners, rule?.kinds));
    if (summed.contributors.length > 0 && summed.value === null) {
      findings.push({ code: "sum-too-large", at: { table: form.id, edition: form.edition, row: formCell.row.id, column: formCell.column.id } });
    }
    cells[formCell.id] = rule?.provider && rule.from === "provided" ? provide(form, formCell.id, rule, findProvider(rule.provider), summed) : summed;
  }
  return { table: { table: form.id, edition: form.edition, cells }, findings };
}

const chooseKinds = (owners: readonly Owner[], kinds: SourceRule["kinds"]) => (kinds ? owners.filter(({ member }) => member.kind !== undefined && kinds.includes(member.kind)) : owners);
