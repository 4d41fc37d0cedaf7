import type { Finding } from "../finding/model.ts";
import type { Member } from "./model.ts";
import { createRosterLookup, type RosterEntry } from "./roster.ts";
import { unitKey } from "./unit-name.ts";

export interface Membership {
  readonly members: readonly Member[];
  readonly findings: readonly Finding[];
}

/** Name of a member for people; a report without a unit goes by its file. */
export const nameOf = (member: Member): string => member.report.unit || member.report.file || member.id;

const about = (member: Member) => ({ at: { part: "consolidation" }, unit: member.report.unit, year: member.report.year, file: member.report.file }) as const;

/** Reports of another year are kept out of the sums. A year that was not found is no reason. */
function excludeWrongYears(members: readonly Member[], year: number): Membership {
  const isWrong = (member: Member) => member.report.year !== null && member.report.year !== year;
  const findings = members.filter(isWrong).map((member): Finding => {
    const words = { expected: String(year), received: String(member.report.year) };
    return { code: "wrong-year", ...about(member), origin: member.report.yearOrigin, ...words, words };
  });
  return { members: members.map((member) => (isWrong(member) ? { ...member, counted: false } : member)), findings };
}

/** Of several reports of one unit the one given last counts. */
function excludeDuplicates(members: readonly Member[], keyOf: (member: Member) => string): Membership {
  const last = new Map<string, Member>();
  for (const member of members) if (member.counted && keyOf(member) !== "") last.set(keyOf(member), member);
  const isEarlier = (member: Member) => member.counted && keyOf(member) !== "" && last.get(keyOf(member)) !== member;
  const findings = members.filter(isEarlier).map((member): Finding => ({ code: "unit-duplicate", ...about(member), words: { unit: nameOf(member) } }));
  return { members: members.map((member) => (isEarlier(member) ? { ...member, counted: false } : member)), findings };
}

/** What the roster says: who has not handed in, who is not on it, and who is in a parent's report already. */
function compareWithRoster(members: readonly Member[], roster: readonly RosterEntry[], unit: string): Finding[] {
  const lookup = createRosterLookup(roster);
  const present = new Map(members.flatMap((member) => {
    const entry = lookup(member.report.unit);
    return entry ? [[entry, member] as const] : [];
  }));
  const own = lookup(unit);
  const isOwn = (name: string) => unitKey(name) === unitKey(unit) || (own !== undefined && lookup(name) === own);
  /** Townships hand in to their county, not here. */
  const reportsElsewhere = (entry: RosterEntry) => entry.parent !== undefined && !isOwn(entry.parent) && lookup(entry.parent) !== undefined;
  const missing = roster.filter((entry) => !present.has(entry) && !isOwn(entry.name) && !reportsElsewhere(entry));
  const strangers = members.filter((member) => !lookup(member.report.unit));
  const nested = members.flatMap((member): Finding[] => {
    const entry = lookup(member.report.unit);
    if (!member.counted || entry?.kind !== "township") return [];
    const passed = new Set<RosterEntry>([entry]);
    for (let above = entry.parent === undefined ? undefined : lookup(entry.parent); above && !passed.has(above); above = above.parent === undefined ? undefined : lookup(above.parent)) {
      passed.add(above);
      const parent = present.get(above);
      if (above.kind === "county" && parent?.counted) return [{ code: "nested-unit", ...about(member), words: { unit: nameOf(member), parent: nameOf(parent) } }];
    }
    return [];
  });
  return [
    ...missing.map((entry): Finding => ({ code: "unit-missing", at: { part: "consolidation" }, unit: entry.name, words: { unit: entry.name } })),
    ...strangers.map((member): Finding => ({ code: "unit-not-on-roster", ...about(member), words: { unit: nameOf(member) } })),
    ...nested,
  ];
}

/**
 * Decides who counts. Reports of another year and the earlier ones of a unit handed in twice are kept but not
 * counted, each with a finding; a nested unit is only named, a person has to choose. Kinds come from the roster
 * where the member has none.
 */
export function decideMembership(members: readonly Member[], year: number, unit: string, roster: readonly RosterEntry[] | undefined): Membership {
  const lookup = createRosterLookup(roster ?? []);
  const known = members.map((member) => ({ ...member, kind: member.kind ?? lookup(member.report.unit)?.kind }));
  const ofYear = excludeWrongYears(known, year);
  const once = excludeDuplicates(ofYear.members, (member) => unitKey(lookup(member.report.unit)?.name ?? member.report.unit));
  return { members: once.members, findings: [...ofYear.findings, ...once.findings, ...(roster ? compareWithRoster(once.members, roster, unit) : [])] };
}
