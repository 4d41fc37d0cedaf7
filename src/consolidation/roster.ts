import type { Finding } from "../finding/model.ts";
import type { UnitKind } from "../report/model.ts";
import { unitKindLabels } from "../report/status.ts";
import { findState, givenStates, type HandInState } from "./hand-in-state.ts";
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

const kinds = new Map(Object.entries(unitKindLabels).map(([kind, label]) => [unitKey(label), kind as UnitKind]));

const at = { part: "consolidation" } as const;

/**
 * Reads a roster from the rows of a csv or sheet: `单位,类别,上级,别名,简称`, in any order, only 单位 needed; several
 * 别名 are joined by `;` or `；`. 联系 and 状态 may stand beside them.
 *
 * A bad row is a finding, and the rest is used: no name or a name listed before leaves the row out; an unknown 类别
 * leaves only the kind out. Lines are counted from 1, the header being line 1.
 */
export function parseRoster(rows: readonly (readonly string[])[]): ParsedRoster {
  const header = (rows[0] ?? []).map(unitKey);
  const column = (label: string) => header.indexOf(label);
  if (column("单位") < 0) return { entries: [], findings: [{ code: "roster-columns", at, words: { column: "单位" } }] };
  const entries: RosterEntry[] = [];
  const findings: Finding[] = [];
  const seen = new Set<string>();
  rows.slice(1).forEach((row, index) => {
    const line = String(index + 2);
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
