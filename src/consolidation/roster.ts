import type { Finding } from "../finding/model.ts";
import type { UnitKind } from "../report/model.ts";
import { unitKindLabels } from "../report/status.ts";
import { findState, givenStates, handInLabels, type HandInState } from "./hand-in-state.ts";
import { unitKey } from "./unit-name.ts";

/** One unit that is expected to hand in (名册). */
export interface RosterEntry {
  readonly name: string;
  readonly kind?: UnitKind;
  /** Name of the unit above it (上级). */
  readonly parent?: string;
  readonly aliases: readonly string[];
  /** Short name for its sheet (简称). */
  readonly sheetName?: string;
  /** Whom to ask, for the 催报 list (联系). */
  readonly contact?: string;
  /** 不需报, 退回 or 已核 as a person says (状态). */
  readonly state?: HandInState;
}

export interface ParsedRoster {
  readonly entries: readonly RosterEntry[];
  readonly findings: readonly Finding[];
}

/** Other headings seen on lists of units. */
const headings: Readonly<Record<string, readonly string[]>> = { 单位: ["单位名称", "报送单位"], 类别: ["单位类别"], 上级: ["上级单位"], 别名: ["其他名称"], 联系: ["联系人", "联系方式", "联系电话"] };

const kinds = new Map(Object.entries(unitKindLabels).map(([kind, label]) => [unitKey(label), kind as UnitKind]));

const at = { part: "consolidation" } as const;

/**
 * Reads a roster from the rows of a csv or sheet: `单位,类别,上级,别名,简称`, in any order, only 单位 needed; several
 * 别名 are joined by `;` or `；`. 联系 and 状态 may stand beside them.
 *
 * A bad row is a finding, and the rest is used: no name or a name listed before leaves the row out; an unknown 类别
 * leaves only the kind out. Lines are counted from 1, the header being line 1 unless `firstLine` says otherwise.
 */
export function parseRoster(rows: readonly (readonly string[])[], firstLine = 1): ParsedRoster {
  const header = (rows[0] ?? []).map(unitKey);
  const column = (label: string) => [label, ...(headings[label] ?? [])].map((one) => header.indexOf(one)).find((at) => at >= 0) ?? -1;
  if (column("单位") < 0) return { entries: [], findings: [{ code: "roster-columns", at, words: { column: "单位" } }] };
  const entries: RosterEntry[] = [];
  const findings: Finding[] = [];
  const seen = new Set<string>();
  rows.slice(1).forEach((row, index) => {
    const line = String(index + 1 + firstLine);
    const text = (label: string) => (column(label) < 0 ? "" : (row[column(label)] ?? "").trim());
    const name = text("单位");
    if (row.every((field) => field.trim() === "")) return;
    if (name === "") return void findings.push({ code: "roster-unit-empty", at, words: { line } });
    if (seen.has(unitKey(name))) return void findings.push({ code: "roster-unit-twice", at, words: { line, unit: name } });
    seen.add(unitKey(name));
    const kind = kinds.get(unitKey(text("类别")));
    if (!kind && text("类别") !== "") findings.push({ code: "roster-kind-unknown", at, unit: name, words: { line, raw: text("类别") } });
    const aliases = text("别名").split(/[;；]/).map((alias) => alias.trim()).filter((alias) => alias !== "");
    const state = text("状态") === "" ? undefined : findState(text("状态"));
    if (!state && text("状态") !== "") findings.push({ code: "roster-state-unknown", at, unit: name, words: { line, raw: text("状态") } });
    const known = { ...(text("联系") && { contact: text("联系") }), ...(state && givenStates.includes(state) && { state }) };
    entries.push({ name, kind, parent: text("上级") || undefined, aliases, sheetName: text("简称") || undefined, ...known });
  });
  return { entries, findings };
}

/**
 * True for the heading row of a roster: a column 单位 and at least one more that only a roster has, or 单位 alone. Other
 * lists with a column 单位 (figures, findings) are none.
 */
export function isRosterHeading(row: readonly string[]): boolean {
  const cells = row.map(unitKey).filter((cell) => cell !== "");
  const has = (label: string) => [label, ...(headings[label] ?? [])].some((one) => cells.includes(one));
  return has("单位") && (cells.length === 1 || ["类别", "上级", "别名", "简称", "联系"].some(has));
}

/** Writes a roster as the rows that `parseRoster` reads. */
export const formatRoster = (entries: readonly RosterEntry[]): string[][] => [
  ["单位", "类别", "上级", "别名", "简称", "联系", "状态"],
  ...entries.map(({ name, kind, parent, aliases, sheetName, contact, state }) => [name, kind ? unitKindLabels[kind] : "", parent ?? "", aliases.join(";"), sheetName ?? "", contact ?? "", state ? handInLabels[state]["zh-CN"] : ""]),
];

/** The entries that can be used: with a name, and of several with one name the first. */
export function usableEntries(entries: readonly RosterEntry[]): readonly RosterEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ name }) => {
    const key = unitKey(name);
    const isNew = key !== "" && !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** The roster with the states that a person gave since: those go before its own. */
export const withGivenStates = (roster: readonly RosterEntry[], given: Readonly<Record<string, HandInState>> = {}): readonly RosterEntry[] =>
  roster.map((entry) => (given[entry.name] ? { ...entry, state: given[entry.name]! } : entry));

export type RosterLookup = (name: string) => RosterEntry | undefined;

/** Finds a unit's entry by name, alias or short name; full names go before aliases. */
export function createRosterLookup(entries: readonly RosterEntry[]): RosterLookup {
  const byKey = new Map<string, RosterEntry>();
  for (const entry of entries) byKey.set(unitKey(entry.name), entry);
  for (const entry of entries) {
    for (const name of [...entry.aliases, entry.sheetName ?? ""]) if (name !== "" && !byKey.has(unitKey(name))) byKey.set(unitKey(name), entry);
  }
  return (name) => byKey.get(unitKey(name));
}
