import { formOf } from "../form/forms.ts";
import { toOfficialWidth } from "../form/width.ts";
import type { Finding } from "../finding/model.ts";
import { formatFigure } from "../report/figure.ts";
import { nameOf } from "./membership.ts";
import type { ConsolidatedTable, Member } from "./model.ts";
import { ruleFor, type SourcePolicy } from "./policy.ts";

/** Missing figures named one by one; more are counted. */
const NAMED = 6;

/** What a provider has not given, a finding a provider and table. */
function findMissing(table: ConsolidatedTable): Finding[] {
  const form = formOf(table);
  const byProvider = new Map<string, string[]>();
  for (const { id, row, column } of form.cells) {
    const { value, provided } = table.cells[id]!;
    if (!provided || value !== null) continue;
    const names = byProvider.get(provided.provider) ?? [];
    byProvider.set(provided.provider, [...names, toOfficialWidth(`${row.label}·${column.label}`)]);
  }
  return [...byProvider].map(([provider, names]) => {
    const said = names.length <= NAMED ? names.join("、") : `${names.slice(0, NAMED).join("、")}…（${names.length}）`;
    return { code: "provider-missing", at: { table: form.id, edition: form.edition }, words: { provider, names: said } };
  });
}

/** Where sum and provided figure both exist and differ: the provided one counts. */
function findDifferences(table: ConsolidatedTable): Finding[] {
  const form = formOf(table);
  return form.cells.flatMap(({ id, row, column, measure }): Finding[] => {
    const { value, provided } = table.cells[id]!;
    if (!provided || value === null || provided.summed.value === null || provided.summed.value === value) return [];
    const [received, expected, difference] = [value, provided.summed.value, value - provided.summed.value].map((figure) => formatFigure(figure, measure)) as [string, string, string];
    const words = { provider: provided.provider, summed: expected, provided: received, difference };
    return [{ code: "provided-differs", at: { table: form.id, edition: form.edition, row: row.id, column: column.id }, expected, received, words }];
  });
}

/** Counted members that no rule about kinds can choose, as their kind is not known. */
function findKindless(tables: readonly ConsolidatedTable[], members: readonly Member[], policy: SourcePolicy): Finding[] {
  const byKind = tables.some((table) => formOf(table).cells.some((cell) => ruleFor(policy, formOf(table), cell.id)?.kinds));
  const kindless = byKind ? members.filter((member) => member.counted && member.kind === undefined) : [];
  return kindless.map((member) => ({ code: "policy-kind-missing", at: { part: "consolidation" }, unit: member.report.unit, words: { unit: nameOf(member) } }));
}

/** What is to be said of the sources of the figures: providers that gave nothing, differences, units left out. */
export function checkSources(tables: readonly ConsolidatedTable[], members: readonly Member[], policy: SourcePolicy): Finding[] {
  return [...tables.flatMap((table) => [...findMissing(table), ...findDifferences(table)]), ...findKindless(tables, members, policy)];
}
