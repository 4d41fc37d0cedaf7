import type { Finding } from "../finding/model.ts";
import { levelOf } from "../finding/say.ts";
import type { UnitKind } from "../report/model.ts";
import { handInLabels, type HandInState } from "./hand-in-state.ts";
import type { Consolidation, Member } from "./model.ts";
import { createRosterLookup, type RosterEntry } from "./roster.ts";
import { unitKey } from "./unit-name.ts";

/** One unit and how far its report has come. */
export interface HandIn {
  readonly unit: string;
  readonly kind?: UnitKind;
  readonly state: HandInState;
  readonly contact?: string;
  /** Absent where nothing was handed in. */
  readonly member?: Member;
  /** The unit has handed in more than once; those that do not count are replaced. */
  readonly several?: true;
}

export interface HandInOptions {
  readonly roster?: readonly RosterEntry[];
  readonly findingsOf?: (member: Member) => readonly Finding[];
  /** States that a person gave, by unit. */
  readonly given?: Readonly<Record<string, HandInState>>;
}

/**
 * The hand-in state of every unit: those who handed in, in the order of the consolidation, then the rest of the
 * roster. An uncounted duplicate has a line of its own.
 */
export function listHandIns(consolidation: Consolidation, { roster = [], findingsOf = () => [], given = {} }: HandInOptions = {}): readonly HandIn[] {
  const lookup = createRosterLookup(roster);
  const entryOf = (name: string) => lookup(name);
  const givenTo = (name: string, entry?: RosterEntry) => given[name] ?? (entry && given[entry.name]) ?? entry?.state;
  const faults = new Set(consolidation.findings.filter((finding) => levelOf(finding) === "error" && finding.code !== "unit-missing").map((finding) => unitKey(finding.unit ?? "")));
  const times = new Map<string, number>();
  for (const { report } of consolidation.members) times.set(unitKey(report.unit), (times.get(unitKey(report.unit)) ?? 0) + 1);
  const present = consolidation.members.map((member): HandIn => {
    const { unit } = member.report;
    const entry = entryOf(unit);
    const isFaulty = findingsOf(member).some((finding) => levelOf(finding) === "error") || (faults.has(unitKey(unit)) && unit !== consolidation.unit);
    return { unit, kind: member.kind, contact: entry?.contact, member, state: givenTo(unit, entry) ?? (isFaulty ? "faulty" : "handed-in"), ...((times.get(unitKey(unit)) ?? 0) > 1 && { several: true }) };
  });
  const handed = new Set(consolidation.members.map((member) => entryOf(member.report.unit)));
  const missing = new Set(consolidation.findings.filter((finding) => finding.code === "unit-missing").map((finding) => finding.unit));
  const absent = roster.filter((entry) => !handed.has(entry) && unitKey(entry.name) !== unitKey(consolidation.unit));
  return [...present, ...absent.map((entry): HandIn => ({ unit: entry.name, kind: entry.kind, contact: entry.contact, state: missing.has(entry.name) ? "missing" : "not-required" }))];
}

/** How many units there are of each state; a unit that handed in twice is one. */
export function countHandIns(handIns: readonly HandIn[]): Readonly<Record<HandInState, number>> & { readonly expected: number } {
  const units = new Map(handIns.map((one) => [unitKey(one.unit), one.state]));
  for (const one of handIns) if (one.member?.counted) units.set(unitKey(one.unit), one.state);
  const count = (state: HandInState) => [...units.values()].filter((one) => one === state).length;
  const counts = Object.fromEntries((Object.keys(handInLabels) as HandInState[]).map((state) => [state, count(state)])) as Record<HandInState, number>;
  return { ...counts, expected: units.size - counts["not-required"] };
}
