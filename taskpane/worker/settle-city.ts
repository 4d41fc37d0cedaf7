import { consolidate } from "../../src/consolidation/consolidate.ts";
import type { Consolidation } from "../../src/consolidation/model.ts";
import { comparePrevious, createPreviousLookup, sumPrevious } from "../../src/consolidation/previous.ts";
import { usableEntries, withGivenStates } from "../../src/consolidation/roster.ts";
import { NO_POLICY, type SourcePolicy } from "../../src/consolidation/policy.ts";
import type { Finding } from "../../src/finding/model.ts";
import { gatherMembers, type Gathering, type GivenReport } from "../../src/intake/gather-members.ts";
import type { ConsolidatedFile } from "../../src/intake/intake.ts";
import type { Report } from "../../src/report/model.ts";
import type { ReportWithFindings } from "../../src/sheet/entry.ts";

/** What a person settles for a city beside its reports, as far as it is not in the workbook yet. */
export type Settled = Partial<Pick<ConsolidatedFile, "roster" | "given" | "policy" | "previous" | "accepted">>;

/** Checked; those without a workbook are the city's own units. */
export type CityMember = GivenReport & Pick<ReportWithFindings, "sentenceOf">;

export interface CityInput {
  readonly members: readonly CityMember[];
  readonly city: { readonly unit: string; readonly year: number };
  /** What a person settled in the workbook that is planned anew: policy, roster, states, accepted findings, last year. */
  readonly own?: ConsolidatedFile;
  /** Goes before what the workbook says. */
  readonly settled?: Settled;
  /** The office's own wording of the footnotes, or null for that of the policy; absent leaves them as they are. */
  readonly footnotes?: readonly string[] | null;
}

export interface SettledCity {
  readonly consolidation: Consolidation;
  readonly known: Partial<ConsolidatedFile>;
  /** By member id. */
  readonly reports: ReadonlyMap<string, Gathering<CityMember>["reports"][number]>;
  /** The city's own figures of the year before. */
  readonly before?: Report;
  /** Of each unit: reading, checks, two years. */
  readonly findingsOf: (id: string) => readonly Finding[];
  /** What two years say of the city's own figures. */
  readonly yearFindings: readonly Finding[];
}

function withFootnotes(policy: SourcePolicy = NO_POLICY, footnotes: readonly string[] | null): SourcePolicy {
  const { footnotes: _, ...rules } = policy;
  return footnotes ? { ...rules, footnotes } : rules;
}

/** Adds up a city with everything that is known of it: the workbook's, and what was settled in the pane since. */
export function settleCity({ members: given, city, own: held, settled, footnotes }: CityInput): SettledCity {
  const gathering = gatherMembers(given, city.unit, city.year);
  const all: Partial<ConsolidatedFile> = { ...(held ?? gathering.own), ...settled };
  const standing = { ...all, roster: all.roster && usableEntries(all.roster) };
  const known = footnotes === undefined ? standing : { ...standing, policy: withFootnotes(standing.policy, footnotes) };
  const roster = known.roster && withGivenStates(known.roster, known.given);
  const consolidation = consolidate({ unit: city.unit, year: city.year, members: gathering.members, roster, policy: known.policy });
  const reports = new Map(consolidation.members.map((member, index) => [member.id, gathering.reports[index]!]));
  const previous = known.previous && known.previous.length > 0 ? known.previous : undefined;
  const before = previous && sumPrevious(consolidation, previous, roster);
  const find = createPreviousLookup(previous ?? [], roster);
  const years = new Map(previous ? consolidation.members.map(({ id, report }) => [id, comparePrevious(report, find(report.unit))]) : []);
  return {
    consolidation,
    known: { ...known, previous },
    reports,
    ...(before && { before }),
    findingsOf: (id) => [...(reports.get(id)?.findings ?? []), ...(years.get(id) ?? [])],
    yearFindings: before ? comparePrevious(consolidation.report, before) : [],
  };
}
