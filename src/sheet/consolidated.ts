import type { Language } from "../finding/catalogue.ts";
import type { Finding } from "../finding/model.ts";
import { formOf } from "../form/forms.ts";
import type { Report, UnitKind } from "../report/model.ts";
import { planChecksSheet } from "./checks-sheet.ts";
import { planCitySheet } from "./city-sheet.ts";
import { planDirectory } from "./directory.ts";
import type { Entry, ReportWithFindings } from "./entry.ts";
import { mapLedger, planLedger } from "./ledger.ts";
import { planMetadata } from "./metadata.ts";
import { sheetNameFor } from "./names.ts";
import type { WorkbookPlan } from "./plan.ts";
import { planProvenance } from "./provenance.ts";
import { say } from "./texts.ts";
import { checksOf, inSheetOrder } from "./unit-sheet.ts";
import { frameNames, planEntry, type WorkbookOptions } from "./workbook.ts";

/** Beyond so many units the ledger holds values and there are no unit sheets. */
export const MOST_UNIT_SHEETS = 200;

/** One unit's report in a consolidation; a duplicate is kept with `counted` false. */
export interface ConsolidatedMember extends ReportWithFindings {
  readonly unitKind?: UnitKind;
  readonly counted: boolean;
}

/** What the consolidated workbook is made from. */
export interface ConsolidatedReports {
  /** The consolidated report: summed and provided figures, its unit and year. */
  readonly report: Report;
  readonly members: readonly ConsolidatedMember[];
  /** Units of the roster without a report. */
  readonly missing: readonly { readonly unit: string; readonly kind?: UnitKind }[];
  /** Findings about the collection and about the consolidated report. */
  readonly findings: readonly Finding[];
}

/**
 * The consolidated workbook: 目录, the city's sheet, 台账, 校验, 来源, a sheet a unit, the hidden metadata.
 *
 * Its formulas alone do the work: a figure changed in a unit's sheet goes through the ledger into the city's totals,
 * and every check follows. Beyond 200 units the ledger holds the values itself.
 */
export function planConsolidated(input: ConsolidatedReports, options: WorkbookOptions = {}): WorkbookPlan {
  const language = options.language ?? "zh-CN";
  const names = frameNames(language);
  const taken = new Set(Object.values(names));
  const cityName = sheetNameFor(input.report.unit, taken, say("unnamed", language));
  taken.add(cityName);
  const withSheets = input.members.length <= MOST_UNIT_SHEETS;
  const members = input.members.map((member, index) => planMember(member, `u${index + 1}`, withSheets, taken, language));
  const forms = inSheetOrder(input.report.tables).map(formOf);
  const map = mapLedger({ name: names.ledger, forms }, members.length);
  const city = planCitySheet(input.report, members, map, { id: "city", name: cityName, language });
  const cityEntry: Entry = { report: input.report, findings: [], id: "city", sheetName: cityName, unitSheet: city, checks: city.block.checks, consolidated: true };
  const entries = [cityEntry, ...members];
  const year = String(input.report.year ?? "");
  const title = `${input.report.unit} ${year} ${say("reportTitle", language)}`;
  return {
    title,
    sheets: [
      planDirectory(entries, { name: names.directory, language, title: `${title} · ${say("directoryTitle", language)}`, missing: input.missing, fallbackSheet: names.ledger }),
      city.sheet,
      planLedger(members, map, { name: names.ledger, language, forms, title: say("ledgerTitle", language, { unit: input.report.unit, year, city: cityName }) }),
      planChecksSheet(entries, { name: names.checks, directory: names.directory, language, general: input.findings }),
      planProvenance(members, { name: names.provenance, language, remarkableOnly: !withSheets }),
      ...members.flatMap((member) => (member.unitSheet ? [member.unitSheet.sheet] : [])),
      planMetadata({
        kind: "consolidation",
        language,
        city: { id: "city", unit: input.report.unit, year: input.report.year ?? 0 },
        reports: members.map(({ id, sheetName, report, findings, unitKind, counted }) => ({ id, sheet: sheetName, report, findings, unitKind, counted })),
      }),
    ],
    names: [],
    activeSheet: "city",
  };
}

function planMember(member: ConsolidatedMember, id: string, withSheet: boolean, taken: Set<string>, language: Language): Entry {
  if (withSheet) return { ...planEntry(member, id, taken, language), unitKind: member.unitKind, counted: member.counted };
  return { ...member, id, sheetName: "", checks: checksOf(member.report, language) };
}
