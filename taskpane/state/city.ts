import type { HandInState } from "../../src/consolidation/hand-in-state.ts";
import { unitKey } from "../../src/consolidation/unit-name.ts";
import { createRosterLookup, type ParsedRoster, type RosterEntry } from "../../src/consolidation/roster.ts";
import type { SourcePolicy } from "../../src/consolidation/policy.ts";
import type { Finding } from "../../src/finding/model.ts";
import type { ConsolidatedFile } from "../../src/intake/intake.ts";
import type { Report } from "../../src/report/model.ts";
import type { CityReview } from "../worker/review-city.ts";
import type { Settled } from "../worker/settle-city.ts";
import { pushStep } from "./history.ts";
import type { PaneState, Work } from "./model.ts";

export type CityAction =
  /** The roster as it is now. `key`: letters typed into one field are one step. */
  | { readonly type: "roster"; readonly entries: readonly RosterEntry[]; readonly key?: string }
  /** A roster that was opened or pasted, with what was found in it; the states in it are a person's word. */
  | { readonly type: "roster-read"; readonly roster: ParsedRoster }
  /** null: found out again. */
  | { readonly type: "hand-in-state"; readonly unit: string; readonly state: HandInState | null }
  | { readonly type: "name-settled"; readonly unit: string; readonly as: string | null }
  | { readonly type: "policy"; readonly policy: SourcePolicy; readonly findings?: readonly Finding[]; readonly key?: string }
  | { readonly type: "previous"; readonly reports: readonly Report[]; readonly findings?: readonly Finding[] }
  | { readonly type: "replace-hand-in"; readonly id: string }
  | { readonly type: "reviewed"; readonly review: CityReview | null };

/** What is known of the city: the workbook's, and before it what was settled here since. */
export const knownCity = (state: Pick<PaneState, "heldWorkbook" | "work">): Settled & Partial<ConsolidatedFile> => ({ ...(state.heldWorkbook ?? onlyWorkbook(state.work)), ...state.work.settled });

/** The one consolidated workbook that was read from a file. */
function onlyWorkbook(work: Work): ConsolidatedFile | undefined {
  const all = Object.values(work.workbooks);
  return all.length === 1 && unitKey(all[0]!.city.unit) === unitKey(work.city.unit) && String(all[0]!.city.year) === work.city.year ? all[0] : undefined;
}

/** True while there is something that the workbook does not have yet. */
export const isUnsettled = (work: Work): boolean => Object.keys(work.settled).length > 0;

const settle = (work: Work, settled: Partial<Settled>): Work => ({ ...work, settled: { ...work.settled, ...settled }, consolidation: null });

/** The city that most entries have above them, where the user has named none. */
function cityOfRoster(work: Work, entries: readonly RosterEntry[]): Work["city"] {
  if (work.city.unit.trim() !== "") return work.city;
  const counts = new Map<string, number>();
  const names = new Set(entries.map((entry) => unitKey(entry.name)));
  for (const { parent } of entries) if (parent && !names.has(unitKey(parent))) counts.set(parent, (counts.get(parent) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first ? { ...work.city, unit: first[0] } : work.city;
}

/** A roster that was read takes the place of the one there is; the states that stand in it go to the states given. */
export function withRoster(work: Work, known: Settled, { entries, findings }: ParsedRoster): Work {
  const states = Object.fromEntries(entries.flatMap(({ name, state }) => (state ? [[name, state]] : [])));
  const roster = entries.map(({ state: _, ...entry }) => entry);
  const next = settle(work, { roster, ...(Object.keys(states).length > 0 && { given: { ...known.given, ...states } }) });
  return { ...next, city: cityOfRoster(next, roster), rosterFindings: findings };
}

function withState(state: PaneState, unit: string, given: HandInState | null): Work {
  const known = knownCity(state);
  const entry = createRosterLookup(known.roster ?? [])(unit);
  const { [unit]: _, [entry?.name ?? unit]: __, ...rest } = known.given ?? {};
  const roster = entry?.state ? { roster: known.roster!.map((one) => (one === entry ? { ...one, state: undefined } : one)) } : {};
  return settle(state.work, { ...roster, given: given === null ? rest : { ...rest, [entry && given === "not-required" ? entry.name : unit]: given } });
}

/** A name that is not on the roster becomes an alias of a unit, or a unit of its own. */
function withName(state: PaneState, unit: string, as: string | null): Work {
  const roster = knownCity(state).roster ?? [];
  if (as === null) return settle(state.work, { roster: [...roster, { name: unit, aliases: [] }] });
  return settle(state.work, { roster: roster.map((entry) => (entry.name === as ? { ...entry, aliases: [...entry.aliases, unit] } : entry)) });
}

/** What a person settles for the city: all of it can be undone. Undefined for any other action. */
export function changeCity(state: PaneState, action: { readonly type: string } | CityAction): PaneState | undefined {
  const { work } = state;
  const one = action as CityAction;
  switch (one.type) {
    case "roster":
      return pushStep({ ...state, work: settle(work, { roster: one.entries }) }, work, "roster", { key: one.key });
    case "roster-read":
      return pushStep({ ...state, work: withRoster(work, knownCity(state), one.roster) }, work, "roster");
    case "hand-in-state":
      return pushStep({ ...state, work: withState(state, one.unit, one.state) }, work, "handInState");
    case "name-settled":
      return pushStep({ ...state, work: withName(state, one.unit, one.as) }, work, "roster");
    case "policy":
      return pushStep({ ...state, work: { ...settle(work, { policy: one.policy }), policyFindings: one.findings ?? work.policyFindings } }, work, "policy", { key: one.key });
    case "previous":
      return pushStep({ ...state, work: { ...settle(work, { previous: one.reports }), previousFindings: one.findings ?? [] } }, work, "previous");
    case "replace-hand-in":
      return pushStep({ ...state, work: { ...work, replaces: [...work.replaces, one.id], consolidation: null } }, work, "replace");
    default:
      return undefined;
  }
}
