import { z } from "zod";
import type { CellId, Form } from "../form/compile.ts";
import type { TableId } from "../form/definition.ts";
import { forms } from "../form/forms.ts";
import type { Finding } from "../finding/model.ts";
import { formatFigure, parseFigure } from "../report/figure.ts";
import type { UnitKind } from "../report/model.ts";
import { unitKindLabels } from "../report/status.ts";
import { findCell, findColumn, findKind, findRow, findTable } from "./policy-names.ts";

/** Where some rows of a table come from. Without `rows` and `columns` it is about the whole table. */
export interface SourceRule {
  readonly table: TableId;
  readonly rows?: readonly string[];
  readonly columns?: readonly string[];
  readonly from: "summed" | "provided";
  /** Summed: over these kinds of units only. */
  readonly kinds?: readonly UnitKind[];
  /** Provided: the unit that gives the figures. */
  readonly provider?: string;
  /** What the figures cover: `市县两级`. */
  readonly scope?: string;
  /** From when on a running total counts: `2018年`. */
  readonly since?: string;
  readonly documents?: readonly string[];
  readonly note?: string;
  /** Provided figures by cell, whole numbers of 10^-scale; cells not named are taken from the provider's own report. */
  readonly values?: Readonly<Record<CellId, number>>;
}

/** Where every row of a consolidation comes from (数据来源). Of several rules for one cell the last one holds. */
export interface SourcePolicy {
  readonly sources: readonly SourceRule[];
  /** The office's own wording of the footnotes, in place of those written from the rules. */
  readonly footnotes?: readonly string[];
}

export const NO_POLICY: SourcePolicy = { sources: [] };

const text = z.string().trim().min(1);
const texts = z.array(text).min(1);
const ruleShape = {
  table: text.describe("二, 三, 四, 统计表 (or its id)"),
  rows: texts.optional().describe("Row labels or ids; without them the whole table"),
  columns: texts.optional().describe("Column labels or ids; without them every column"),
  from: z.enum(["汇总", "提供", "summed", "provided"]),
  kinds: texts.optional().describe("汇总: over these 类别 only"),
  provider: text.optional().describe("提供: name of the unit, as on the roster"),
  scope: text.optional().describe("What the figures cover, e.g. 市县两级"),
  since: text.optional().describe("From when on a running total counts, e.g. 2018年"),
  documents: texts.optional().describe("Titles and numbers of the documents relied on"),
  note: text.optional(),
  values: z.record(text, z.union([z.number(), text])).optional().describe("Figures by 行/列; those not named come from the provider's own report"),
};
const rule = z.object(ruleShape);
const policyShape = { $schema: z.string().optional(), sources: z.array(z.unknown()), footnotes: z.array(text).optional() };

/** The schema of the policy file, as docs/policy.schema.json publishes it. */
export const policySchema = () => z.toJSONSchema(z.strictObject({ ...policyShape, sources: z.array(z.strictObject(ruleShape)) }));

const at = { part: "consolidation" } as const;
const unknownKey = (key: string): Finding => ({ code: "policy-unknown-key", at, received: key, words: { key } });
const badValue = (key: string, raw: unknown): Finding => ({ code: "policy-value", at, words: { key, raw: JSON.stringify(raw) ?? "" } });
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const strangers = (value: unknown, shape: object, prefix: string): Finding[] => (isObject(value) ? Object.keys(value).filter((key) => !Object.hasOwn(shape, key)).map((key) => unknownKey(prefix + key)) : []);

/**
 * Reads a policy from parsed JSON: official labels and ids alike.
 *
 * Whatever is wrong is a finding: an unknown key, table, row or column is named and left out, a rule that cannot be
 * used at all is left out whole. Never throws.
 */
export function parsePolicy(json: unknown): { policy: SourcePolicy; findings: Finding[] } {
  const outer = z.object(policyShape).safeParse(json);
  const findings = strangers(json, policyShape, "");
  const given: readonly unknown[] = outer.success ? outer.data.sources : isObject(json) && Array.isArray(json.sources) ? json.sources : [];
  if (!outer.success) findings.push(...outer.error.issues.map((issue) => badValue(issue.path.join("."), valueAt(json, issue.path))));
  const sources = given.flatMap((one, index) => readRule(one, `sources[${index}].`, findings) ?? []);
  return { policy: { sources, ...(outer.success && outer.data.footnotes && { footnotes: outer.data.footnotes }) }, findings };
}

const valueAt = (json: unknown, path: readonly PropertyKey[]): unknown => path.reduce<unknown>((value, key) => (isObject(value) || Array.isArray(value) ? (value as Record<PropertyKey, unknown>)[key] : undefined), json) ?? null;

function readRule(json: unknown, prefix: string, findings: Finding[]): SourceRule | undefined {
  findings.push(...strangers(json, ruleShape, prefix));
  const parsed = rule.safeParse(json);
  if (!parsed.success) {
    findings.push(...parsed.error.issues.map((issue) => badValue(prefix + issue.path.join("."), valueAt(json, issue.path))));
    return undefined;
  }
  const { rows, columns, kinds, values, from, documents, ...rest } = parsed.data;
  const table = findTable(rest.table);
  if (!table) return void findings.push(unknownKey(`${prefix}table：${rest.table}`));
  const provided = from === "提供" || from === "provided";
  if (provided && !rest.provider) return void findings.push(badValue(`${prefix}provider`, null));
  const known = <T>(names: readonly string[] | undefined, key: string, find: (name: string) => T | undefined): readonly T[] | undefined =>
    names?.flatMap((name) => {
      const found = find(name);
      if (found === undefined) findings.push(unknownKey(`${prefix}${key}：${name}`));
      return found === undefined ? [] : [found];
    });
  const found = { rows: known(rows, "rows", (name) => findRow(table, name)), columns: known(columns, "columns", (name) => findColumn(table, name)), kinds: known(kinds, "kinds", findKind) };
  // A rule whose rows are all unknown must not become one about the whole table.
  if (found.rows?.length === 0 || found.columns?.length === 0 || found.kinds?.length === 0) return undefined;
  const given = values && readValues(table, values, prefix, findings);
  const optional = { ...found, values: given, documents };
  return { ...rest, table, from: provided ? "provided" : "summed", ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) };
}

function readValues(table: TableId, values: Readonly<Record<string, string | number>>, prefix: string, findings: Finding[]): Record<CellId, number> {
  const read: Record<CellId, number> = {};
  for (const [name, value] of Object.entries(values)) {
    const cell = findCell(table, name);
    const figure = cell && parseFigure(String(value).normalize("NFKC").replaceAll(",", ""), cell.measure);
    if (!cell) findings.push(unknownKey(`${prefix}values：${name}`));
    else if (figure === null || figure === undefined || (figure < 0 && !cell.measure.signed)) findings.push(badValue(`${prefix}values.${name}`, value));
    else read[cell.id] = figure;
  }
  return read;
}

/** The policy as its file says it: `parsePolicy` reads the same policy back. */
export function formatPolicy({ sources, footnotes }: SourcePolicy): unknown {
  const written = sources.map(({ table, rows, columns, from, kinds, values, ...rest }) => {
    const own = forms.filter((form) => form.id === table);
    const cellOf = (id: CellId) => own.map((form) => form.cell(id)).find(Boolean);
    return {
      table: own[0]?.number ?? table,
      ...(rows && { rows }),
      ...(columns && { columns }),
      from: from === "provided" ? "提供" : "汇总",
      ...(kinds && { kinds: kinds.map((kind) => unitKindLabels[kind]) }),
      ...rest,
      ...(values && { values: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, formatFigure(value, cellOf(id)!.measure)])) }),
    };
  });
  return { sources: written, ...(footnotes && { footnotes }) };
}

/** The rule that holds for a cell: the last one that covers it. Undefined: summed over everyone. */
export function ruleFor(policy: SourcePolicy, form: Form, id: CellId): SourceRule | undefined {
  const cell = form.cell(id);
  const covers = (one: SourceRule) => one.table === form.id && (!one.rows || one.rows.includes(cell!.row.id)) && (!one.columns || one.columns.includes(cell!.column.id));
  return cell && policy.sources.filter(covers).pop();
}
