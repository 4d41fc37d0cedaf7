import type { Form } from "../form/compile.ts";
import { formOf, forms } from "../form/forms.ts";
import { toOfficialWidth } from "../form/width.ts";
import type { UnitKind } from "../report/model.ts";
import { unitKindLabels } from "../report/status.ts";
import type { Consolidation } from "./model.ts";
import { ruleFor, type SourceRule } from "./policy.ts";

const list = (names: readonly string[]): string => names.join("、");
const tableName = (form: Form): string => (form.number.length === 1 ? `表${form.number}` : form.number);

const same = (a: readonly string[] | undefined, b: readonly string[] | undefined) => (a ?? []).join() === (b ?? []).join();

/** The members that count, by kind: `县区 12 份、市直部门 42 份`. */
function sayMembers(consolidation: Consolidation, kinds?: readonly UnitKind[]): string {
  const counted = consolidation.members.filter((member) => member.counted && (!kinds || (member.kind !== undefined && kinds.includes(member.kind))));
  const known = (Object.keys(unitKindLabels) as UnitKind[]).map((kind) => [unitKindLabels[kind], counted.filter((member) => member.kind === kind).length] as const).filter(([, count]) => count > 0);
  const rest = counted.length - known.reduce((sum, [, count]) => sum + count, 0);
  const parts = [...known, ...(rest > 0 && known.length > 0 ? [["其他", rest] as const] : [])].map(([label, count]) => `${label}${count}份`);
  return `${counted.length}份${parts.length > 0 ? `（${list(parts)}）` : ""}`;
}

/** Labels of the rows or columns a rule names, as this edition prints them; a row it does not have is left out. */
function labelsOf(form: Form, rule: SourceRule): { rows: string[]; columns: string[] } {
  const rows = form.rows.filter((row) => rule.rows?.includes(row.id)).map((row) => toOfficialWidth(row.label));
  const columns = new Map(form.cells.filter(({ column }) => rule.columns?.includes(column.id)).map(({ column }) => [column.id, toOfficialWidth(column.label.replace(/\(.*\)$/, ""))]));
  return { rows, columns: [...columns.values()] };
}

/** What a rule is about: `规章、规范性文件的对外公开总数量`. */
function saySubject(form: Form, rule: SourceRule): string {
  const { rows, columns } = labelsOf(form, rule);
  const columnPart = columns.length > 0 ? `的${list(columns)}` : "";
  return rows.length > 0 ? `${tableName(form)}${list(rows)}${columnPart}` : `${tableName(form)}${columnPart || "各数"}`;
}

/** Where it is from and what it covers. */
function sayTerms(rule: SourceRule, year: number, withProvider: boolean): string {
  const documents = rule.documents && `以${list(rule.documents)}为依据`;
  const provider = withProvider && rule.provider ? `由${rule.provider}提供` : undefined;
  const scope = rule.scope && `统计范围为${rule.scope}`;
  const since = rule.since && `为${rule.since.replace(/(?:以来|起)$/, "")}以来至${year}年12月31日的累计数`;
  return [documents, provider, scope, since, rule.note?.replace(/[。；，]$/, "")].filter(Boolean).join("，");
}

/** Rules of one provider that follow each other make one note; one about columns of the same rows is said as 其中. */
function groupProvided(rules: readonly SourceRule[]): SourceRule[][] {
  const groups: SourceRule[][] = [];
  for (const rule of rules) {
    const last = groups[groups.length - 1];
    if (last?.[0] && last[0].table === rule.table && last[0].provider === rule.provider) last.push(rule);
    else groups.push([rule]);
  }
  return groups;
}

function sayProvided(group: readonly SourceRule[], form: Form, year: number): string {
  const parts = group.map((rule, index) => {
    const before = group[index - 1];
    const withProvider = index === 0;
    const within = before && same(before.rows, rule.rows) && !before.columns && rule.columns;
    const subject = within ? `其中${list(labelsOf(form, rule).columns)}` : index === 0 ? saySubject(form, rule) : saySubject(form, rule).slice(tableName(form).length);
    const terms = sayTerms(within && before.scope === rule.scope ? { ...rule, scope: undefined } : rule, year, withProvider);
    return terms === "" ? subject : `${subject}，${terms}`;
  });
  return `${parts.join("；")}。`;
}

/** The footnotes as the policy's rules give them, and as they stand: the office's own wording where it has one. */
export interface Footnotes {
  readonly generated: readonly string[];
  readonly standing: readonly string[];
}

export function footnotesOf(consolidation: Consolidation): Footnotes {
  const { footnotes: _, ...rules } = consolidation.policy;
  return { generated: writeFootnotes({ ...consolidation, policy: rules }), standing: writeFootnotes(consolidation) };
}

/**
 * The footnotes of a consolidated report (汇总说明), as section 六 prints them, in the order of the policy; without
 * numbers. The office's own wording goes before the written one. Chinese in every language, like the report itself.
 */
export function writeFootnotes(consolidation: Consolidation): readonly string[] {
  const { policy, year } = consolidation;
  if (policy.footnotes) return policy.footnotes;
  const tables = consolidation.tables.map((table) => ({ form: formOf(table), rules: formOf(table).cells.map((cell) => ruleFor(policy, formOf(table), cell.id)) }));
  const plain = tables.filter(({ rules }) => rules.every((rule) => rule?.from !== "provided" && !rule?.kinds));
  const partly = tables.filter(({ rules }) => !rules.every((rule) => rule?.from !== "provided" && !rule?.kinds) && rules.some((rule) => rule?.from !== "provided" && !rule?.kinds));
  const notesOf = (summed: readonly { form: Form }[], rest: string) => (summed.length > 0 ? [`${list(summed.map(({ form }) => tableName(form)))}${rest}由各单位${year}年度政府信息公开工作年度报告汇总，共计入${sayMembers(consolidation)}。`] : []);
  const here = policy.sources.filter((rule) => tables.some(({ form }) => form.id === rule.table && (!rule.rows || labelsOf(form, rule).rows.length > 0)));
  const byKind = here.filter((rule) => rule.from === "summed" && rule.kinds);
  const formFor = (rule: SourceRule) => tables.find(({ form }) => form.id === rule.table)?.form ?? forms[0]!;
  return [
    ...notesOf(plain, "各数"),
    ...byKind.map((rule) => `${saySubject(formFor(rule), rule)}，由${list(rule.kinds!.map((kind) => unitKindLabels[kind]))}的年度报告汇总，共计入${sayMembers(consolidation, rule.kinds)}。`),
    ...groupProvided(here.filter((rule) => rule.from === "provided")).map((group) => sayProvided(group, formFor(group[0]!), year)),
    ...notesOf(partly, "其余各数"),
  ];
}
