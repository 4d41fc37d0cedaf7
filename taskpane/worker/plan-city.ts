import { applyAcceptances, lapsedFinding } from "../../src/finding/acceptance.ts";
import type { Language } from "../../src/finding/catalogue.ts";
import type { Finding } from "../../src/finding/model.ts";
import { footnotesOf, type Footnotes } from "../../src/consolidation/footnotes.ts";
import { planConsolidation } from "../../src/sheet/consolidated.ts";
import type { WorkbookPlan } from "../../src/sheet/plan.ts";
import { settleCity, type CityInput as SettleInput, type CityMember } from "./settle-city.ts";

export interface CityInput extends SettleInput {
  readonly language: Language;
}

export interface PlannedCity {
  readonly plan: WorkbookPlan;
  /** About the consolidation, but for those that a person accepted. */
  readonly findings: readonly Finding[];
  readonly accepted: readonly Finding[];
  readonly footnotes: Footnotes;
  readonly counted: number;
}

/** The consolidated workbook, as the command line makes it of the same reports: what a person settled in it stays. */
export function planCity({ language, ...input }: CityInput): PlannedCity {
  const { city } = input;
  const { consolidation, known, reports, before, findingsOf, yearFindings } = settleCity(input);
  const { roster, given, previous, accepted = [] } = known;
  const own = [...consolidation.findings, ...yearFindings];
  const all = [...own, ...consolidation.members.flatMap(({ id }) => findingsOf(id))];
  const lapsed = applyAcceptances(all, accepted).lapsed.map((one) => lapsedFinding(one, { at: { part: "consolidation" }, ...city }));
  const findings = [...own, ...lapsed];
  const memberOf = (id: string): Partial<CityMember> => reports.get(id) ?? {};
  const plan = planConsolidation({ ...consolidation, findings }, { language, findingsOf: ({ id }) => findingsOf(id), sentenceOf: ({ id }) => memberOf(id).sentenceOf, proseOf: ({ id }) => memberOf(id).prose, roster, given, accepted, ...(previous && { previous: before, previousReports: previous }) });
  const parted = applyAcceptances(findings, accepted);
  return { plan, findings: parted.open, accepted: parted.accepted, footnotes: footnotesOf(consolidation), counted: consolidation.members.filter((member) => member.counted).length };
}
