import { consolidate } from "../../src/consolidation/consolidate.ts";
import { applyAcceptances, sayAcceptance } from "../../src/finding/acceptance.ts";
import type { Language } from "../../src/finding/catalogue.ts";
import type { Finding } from "../../src/finding/model.ts";
import { gatherMembers, type GivenReport } from "../../src/intake/gather-members.ts";
import type { ConsolidatedFile } from "../../src/intake/intake.ts";
import { planConsolidation } from "../../src/sheet/consolidated.ts";
import type { ReportWithFindings } from "../../src/sheet/entry.ts";
import type { WorkbookPlan } from "../../src/sheet/plan.ts";

export interface CityInput {
  /** Checked; those without a workbook are the city's own units. */
  readonly members: readonly (GivenReport & Pick<ReportWithFindings, "sentenceOf">)[];
  readonly city: { readonly unit: string; readonly year: number };
  /** What a person settled in the workbook that is planned anew: policy, roster, states, accepted findings. */
  readonly own?: ConsolidatedFile;
  readonly language: Language;
}

export interface PlannedCity {
  readonly plan: WorkbookPlan;
  /** About the consolidation, but for those that a person accepted. */
  readonly findings: readonly Finding[];
  readonly counted: number;
}

/** The consolidated workbook, as the command line makes it of the same reports: what a person settled in it stays. */
export function planCity({ members: given, city, own: held, language }: CityInput): PlannedCity {
  const gathering = gatherMembers(given, city.unit, city.year);
  const own = held ?? gathering.own;
  const settled = { roster: own?.roster, given: own?.given, accepted: own?.accepted };
  const consolidation = consolidate({ unit: city.unit, year: city.year, members: gathering.members, roster: own?.roster, policy: own?.policy });
  const reports = new Map(consolidation.members.map((member, index) => [member.id, gathering.reports[index]!]));
  const all = [...consolidation.findings, ...gathering.reports.flatMap((one) => one.findings)];
  const lapsed = applyAcceptances(all, settled.accepted ?? []).lapsed.map((one): Finding => ({ code: "acceptance-lapsed", at: { part: "consolidation" }, unit: one.unit || city.unit, year: city.year, words: { why: sayAcceptance(one) } }));
  const findings = [...consolidation.findings, ...lapsed];
  const sentenceOf = (id: string) => {
    const report = reports.get(id);
    return report && "sentenceOf" in report ? report.sentenceOf : undefined;
  };
  const plan = planConsolidation({ ...consolidation, findings }, { language, findingsOf: ({ id }) => reports.get(id)?.findings ?? [], sentenceOf: ({ id }) => sentenceOf(id), ...settled });
  return { plan, findings: applyAcceptances(findings, settled.accepted ?? []).open, counted: consolidation.members.filter((member) => member.counted).length };
}
