import type { Language } from "../finding/catalogue.ts";
import { listHandIns } from "../consolidation/hand-in.ts";
import { givenStates, type HandInState } from "../consolidation/hand-in-state.ts";
import { createRosterLookup, type RosterEntry } from "../consolidation/roster.ts";
import type { Finding } from "../finding/model.ts";
import { formOf } from "../form/forms.ts";
import type { Consolidation, Member } from "../consolidation/model.ts";
import { writeFootnotes } from "../consolidation/footnotes.ts";
import { formatPolicy } from "../consolidation/policy.ts";
import type { Report } from "../report/model.ts";
import { planChecksSheet } from "./checks-sheet.ts";
import { planCitySheet } from "./city-sheet.ts";
import { planComparison } from "./comparison.ts";
import { mapSources, planDifferences } from "./differences.ts";
import { planDirectory } from "./directory.ts";
import { readingFindings, type Entry, type ReportWithFindings } from "./entry.ts";
import { planFootnotes } from "./footnotes-sheet.ts";
import { mapLedger, planLedger } from "./ledger.ts";
import { planMetadata, type StoredReport } from "./metadata.ts";
import { sheetNameFor } from "./names.ts";
import type { WorkbookPlan } from "./plan.ts";
import { planProvenance } from "./provenance.ts";
import { planUnitComparison } from "./unit-comparison.ts";
import { storeEntry } from "./store-entry.ts";
import { say } from "./texts.ts";
import { checksOf, inSheetOrder } from "./unit-sheet.ts";
import { frameNames, planEntry, type WorkbookOptions } from "./workbook.ts";

/** Beyond so many units the ledger holds values and there are no unit sheets. */
export const MOST_UNIT_SHEETS = 200;

export interface ConsolidationOptions extends WorkbookOptions {
  /** Findings of reading and checking a member's report. */
  readonly findingsOf?: (member: Member) => readonly Finding[];
  /** The line of the source that a member's figure stood in. */
  readonly sentenceOf?: (member: Member) => ReportWithFindings["sentenceOf"];
  /** The numbers of a member's running text. */
  readonly proseOf?: (member: Member) => ReportWithFindings["prose"];
  /** Gives sheets their short names (简称) and missing units their kinds. */
  readonly roster?: readonly RosterEntry[];
  /** The city's figures of the year before: makes the sheet 同比. */
  readonly previous?: Report;
  /** The reports of the year before as they were given: makes the sheet 单位同比, and stays in the workbook. */
  readonly previousReports?: readonly Report[];
  /** Hand-in states that a person gave, by unit. */
  readonly given?: Readonly<Record<string, HandInState>>;
}

/**
 * The consolidated workbook: 目录, the city's sheet, 台账, 差额表 (where figures are provided), 附注, 校验, 来源, a sheet
 * a unit, the hidden metadata.
 *
 * Its formulas alone do the work: a figure changed in a unit's sheet goes through the ledger into the city's totals,
 * and every check follows. Beyond 200 units the ledger holds the values itself.
 */
export function planConsolidation(consolidation: Consolidation, options: ConsolidationOptions = {}): WorkbookPlan {
  const { report } = consolidation;
  const language = options.language ?? "zh-CN";
  const names = frameNames(language);
  const taken = new Set(Object.values(names));
  const cityName = sheetNameFor(report.unit, taken, say("unnamed", language));
  taken.add(cityName);
  const withSheets = consolidation.members.length <= MOST_UNIT_SHEETS;
  const findingsOf = options.findingsOf ?? (() => []);
  const lookup = createRosterLookup(options.roster ?? []);
  const handIns = listHandIns(consolidation, options);
  const members = consolidation.members.map((member, index) => planMember(member, { handIn: handIns[index], findings: findingsOf(member), sentenceOf: options.sentenceOf?.(member), prose: options.proseOf?.(member), shortName: lookup(member.report.unit)?.sheetName }, `u${index + 1}`, withSheets ? taken : undefined, language));
  const forms = inSheetOrder(report.tables).map(formOf);
  const map = mapLedger({ name: names.ledger, forms }, members.length);
  const footnotes = writeFootnotes(consolidation);
  const sources = mapSources(consolidation, names.differences);
  const differences = planDifferences(consolidation, map, { name: names.differences, language });
  const city = planCitySheet(report, members, map, { id: "city", name: cityName, language, sources });
  const cityEntry: Entry = { report, findings: consolidation.findings.filter((finding) => finding.unit === report.unit && !readingFindings([finding]).includes(finding)), id: "city", sheetName: cityName, unitSheet: city, checks: city.block.checks, consolidated: true };
  const entries = [cityEntry, ...members];
  const year = String(consolidation.year);
  const title = `${consolidation.unit} ${year} ${say("reportTitle", language)}`;
  return {
    title,
    sheets: [
      planDirectory(entries, { name: names.directory, language, title: `${title} · ${say("directoryTitle", language)}`, missing: handIns.filter((one) => !one.member), ledger: map, fallbackSheet: names.ledger }),
      city.sheet,
      planLedger(members, map, { name: names.ledger, language, forms, title: say("ledgerTitle", language, { unit: consolidation.unit, year, city: cityName }) }),
      ...(differences ? [differences] : []),
      planFootnotes(footnotes, { name: names.footnotes, language, unit: consolidation.unit, year: consolidation.year }),
      ...(options.previous ? [planComparison(report, options.previous, { name: names.comparison, language, citySheet: cityName, layouts: city.layouts })] : []),
      ...(options.previousReports ? [planUnitComparison(members, options.previousReports, map, { name: names.unitComparison, language, unit: consolidation.unit, year: consolidation.year, forms, roster: options.roster })] : []),
      planChecksSheet(entries, { name: names.checks, directory: names.directory, language, general: readingFindings(consolidation.findings), accepted: options.accepted }),
      planProvenance(members, { name: names.provenance, language, remarkableOnly: !withSheets }),
      ...members.flatMap((member) => (member.unitSheet ? [member.unitSheet.sheet] : [])),
      planMetadata({
        kind: "consolidation",
        language,
        city: { id: "city", unit: consolidation.unit, year: consolidation.year },
        ledger: forms.map(({ id, edition }) => ({ table: id, edition })),
        policy: formatPolicy(consolidation.policy),
        footnotes,
        roster: options.roster,
        accepted: options.accepted,
        previous: options.previousReports,
        handIns: Object.fromEntries(handIns.filter((one) => givenStates.includes(one.state)).map((one) => [one.unit, one.state])),
        reports: members.map((member) => ({ ...storeEntry(member, !withSheets), unitKind: member.unitKind, parts: member.parts && storeParts(member.parts) })),
      }),
    ],
    names: [],
    activeSheet: "city",
  };
}

/** What stands behind a unit that is itself a consolidation: kept whole, without sheets of its own. */
const storeParts = (parts: readonly Member[]): StoredReport[] =>
  parts.map(({ id, report, counted, kind, parts: own }) => ({ id, sheet: "", report, findings: [], counted, unitKind: kind, ...(own && { parts: storeParts(own) }) }));

function planMember({ report, kind, counted, parts }: Member, known: Pick<Entry, "findings" | "sentenceOf" | "prose" | "shortName" | "handIn">, id: string, taken: Set<string> | undefined, language: Language): Entry {
  if (!taken) return { report, ...known, id, sheetName: "", checks: checksOf(report), handIn: known.handIn, unitKind: kind, counted, parts };
  return { ...planEntry({ report, ...known }, id, taken, language), handIn: known.handIn, unitKind: kind, counted, parts };
}
