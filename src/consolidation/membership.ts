import type { Finding } from "../finding/model.ts";
import { findCloseNames } from "./close-names.ts";
import { compareHandIns, sayChanges } from "./hand-in-change.ts";
import type { Member } from "./model.ts";
import { createRosterLookup, type RosterEntry, type RosterLookup } from "./roster.ts";
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

/** A report of the consolidating unit itself would count everyone twice. */
function excludeOwn(members: readonly Member[], isOwn: (name: string) => boolean): Membership {
  const isOwnReport = (member: Member) => member.counted && isOwn(member.report.unit);
  const findings = members.filter(isOwnReport).map((member): Finding => ({ code: "own-report", ...about(member), words: { unit: nameOf(member) } }));
  return { members: members.map((member) => (isOwnReport(member) ? { ...member, counted: false } : member)), findings };
}

/** Of several reports of one unit the one given last counts; the finding says what it changes. */
function excludeDuplicates(members: readonly Member[], keyOf: (member: Member) => string): Membership {
  const last = new Map<string, Member>();
  for (const member of members) if (member.counted && keyOf(member) !== "") last.set(keyOf(member), member);
  const isEarlier = (member: Member) => member.counted && keyOf(member) !== "" && last.get(keyOf(member)) !== member;
  const findings = members.filter(isEarlier).map((member): Finding => {
    const changes = compareHandIns(member.report, last.get(keyOf(member))!.report);
    return { code: "unit-duplicate", ...about(member), words: { unit: nameOf(member), count: String(changes.length), changes: changes.length > 0 ? `：${sayChanges(changes)}` : "" } };
  });
  return { members: members.map((member) => (isEarlier(member) ? { ...member, counted: false } : member)), findings };
}

/** Names of everyone who stands behind a member that is itself a consolidation. */
const namesWithin = (member: Member): string[] => (member.parts ?? []).filter((part) => part.counted).flatMap((part) => [unitKey(part.report.unit), ...namesWithin(part)]);

/** Units that are counted both alone and inside of another: by the roster's 上级, or as a part of its report. */
function findNested(members: readonly Member[], lookup: RosterLookup, isOwn: (name: string) => boolean): Finding[] {
  const counted = members.filter((member) => member.counted);
  const byEntry = new Map(counted.flatMap((member) => (lookup(member.report.unit) ? [[lookup(member.report.unit)!, member] as const] : [])));
  const holders = new Map(counted.flatMap((member) => namesWithin(member).map((name) => [name, member] as const)));
  return counted.flatMap((member): Finding[] => {
    const entry = lookup(member.report.unit);
    const inside = holders.get(unitKey(member.report.unit)) ?? (entry && holders.get(unitKey(entry.name)));
    const parent = inside && inside !== member ? inside : entry && findAbove(entry, lookup, isOwn).map((above) => byEntry.get(above)).find(Boolean);
    return parent ? [{ code: "nested-unit", ...about(member), words: { unit: nameOf(member), parent: nameOf(parent) } }] : [];
  });
}

/** The units above one, up to the consolidating unit. A roster that goes round in circles ends. */
function findAbove(entry: RosterEntry, lookup: RosterLookup, isOwn: (name: string) => boolean): RosterEntry[] {
  const passed: RosterEntry[] = [];
  for (let above = entry.parent; above !== undefined && !isOwn(above); above = passed[passed.length - 1]!.parent) {
    const next = lookup(above);
    if (!next || next === entry || passed.includes(next)) break;
    passed.push(next);
  }
  return passed;
}

/** What the roster says: who has not handed in, and who is not on it, with the names that come close. */
function compareWithRoster(members: readonly Member[], roster: readonly RosterEntry[], lookup: RosterLookup, unit: string, isOwn: (name: string) => boolean): Finding[] {
  const present = new Set(members.map((member) => lookup(member.report.unit)));
  /** Townships hand in to their county, not here. */
  const reportsElsewhere = (entry: RosterEntry) => entry.parent !== undefined && !isOwn(entry.parent) && lookup(entry.parent) !== undefined;
  const missing = roster.filter((entry) => !present.has(entry) && entry.state !== "not-required" && !isOwn(entry.name) && !reportsElsewhere(entry));
  const strangers = members.filter((member) => !lookup(member.report.unit) && !isOwn(member.report.unit));
  return [
    ...missing.map((entry): Finding => ({ code: "unit-missing", at: { part: "consolidation" }, unit: entry.name, words: { unit: entry.name } })),
    ...strangers.map((member): Finding => {
      const close = findCloseNames(member.report.unit, missing, unit);
      if (close.length === 0) return { code: "unit-not-on-roster", ...about(member), words: { unit: nameOf(member) } };
      return { code: "unit-name-close", ...about(member), words: { unit: nameOf(member), candidates: close.map((entry) => entry.name).join("、") } };
    }),
  ];
}

/**
 * Decides who counts. Reports of another year, of the consolidating unit itself, and the earlier ones of a unit handed
 * in twice are kept but not counted, each with a finding; a nested unit is only named, a person has to choose. Kinds
 * come from the roster where the member has none.
 */
export function decideMembership(members: readonly Member[], year: number, unit: string, roster: readonly RosterEntry[] | undefined): Membership {
  const lookup = createRosterLookup(roster ?? []);
  const own = lookup(unit);
  const isOwn = (name: string) => unitKey(name) === unitKey(unit) || (own !== undefined && lookup(name) === own);
  const known = members.map((member) => ({ ...member, kind: member.kind ?? lookup(member.report.unit)?.kind }));
  const ofYear = excludeWrongYears(known, year);
  const others = excludeOwn(ofYear.members, isOwn);
  const once = excludeDuplicates(others.members, (member) => unitKey(lookup(member.report.unit)?.name ?? member.report.unit));
  const compared = roster ? compareWithRoster(once.members, roster, lookup, unit, isOwn) : [];
  return { members: once.members, findings: [...ofYear.findings, ...others.findings, ...once.findings, ...compared, ...findNested(once.members, lookup, isOwn)] };
}
