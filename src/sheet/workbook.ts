import type { Language } from "../finding/catalogue.ts";
import type { Acceptance } from "../finding/acceptance.ts";
import { planChecksSheet } from "./checks-sheet.ts";
import { planDirectory } from "./directory.ts";
import type { Entry, ReportWithFindings } from "./entry.ts";
import { planMetadata } from "./metadata.ts";
import { storeEntry } from "./store-entry.ts";
import { sheetNameFor } from "./names.ts";
import type { WorkbookPlan } from "./plan.ts";
import { planProvenance } from "./provenance.ts";
import { say } from "./texts.ts";
import { planUnitSheet } from "./unit-sheet.ts";

export interface WorkbookOptions {
  readonly language?: Language;
  /** Findings that a person lets stand. */
  readonly accepted?: readonly Acceptance[];
}

/** Names of the sheets that are not a unit's, in the user's language. */
export const frameNames = (language: Language) => ({
  directory: say("directorySheet", language),
  checks: say("checksSheet", language),
  provenance: say("provenanceSheet", language),
  ledger: say("ledgerSheet", language),
  differences: say("differencesSheet", language),
  footnotes: say("footnotesSheet", language),
  comparison: say("comparisonSheet", language),
  unitComparison: say("unitComparisonSheet", language),
});

export type PlannedEntry = Entry & Required<Pick<Entry, "unitSheet">>;

/** Gives a report its sheet's name (unlike those in `taken`, which grows) and its planned sheet. */
export function planEntry(one: ReportWithFindings, id: string, taken: Set<string>, language: Language): PlannedEntry {
  const sheetName = sheetNameFor(one.shortName || one.report.unit, taken, say("unnamed", language));
  taken.add(sheetName);
  const unitSheet = planUnitSheet(one.report, { id, name: sheetName, language, findings: one.findings });
  return { ...one, id, sheetName, unitSheet, checks: unitSheet.block.checks };
}

/**
 * A workbook of one or many reports: 目录, a sheet a unit, 校验, 来源 and the hidden metadata from which it is read
 * back without loss.
 */
export function planReports(reports: readonly ReportWithFindings[], options: WorkbookOptions = {}): WorkbookPlan {
  const language = options.language ?? "zh-CN";
  const names = frameNames(language);
  const taken = new Set(Object.values(names));
  const entries = reports.map((one, index) => planEntry(one, `u${index + 1}`, taken, language));
  const title = say("reportTitle", language);
  return {
    title,
    sheets: [
      planDirectory(entries, { name: names.directory, language, title: `${title} · ${say("directoryTitle", language)}` }),
      ...entries.map((entry) => entry.unitSheet.sheet),
      planChecksSheet(entries, { name: names.checks, directory: names.directory, language, accepted: options.accepted }),
      planProvenance(entries, { name: names.provenance, language }),
      planMetadata({
        kind: "reports",
        language,
        accepted: options.accepted,
        reports: entries.map((entry) => storeEntry(entry)),
      }),
    ],
    names: [],
    activeSheet: entries.length === 1 ? entries[0]!.id : "directory",
  };
}
