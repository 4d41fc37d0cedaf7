import type { Member } from "../consolidation/model.ts";
import type { Finding } from "../finding/model.ts";
import { levelOf } from "../finding/say.ts";
import { formOf } from "../form/forms.ts";
import type { FindingLevel } from "../form/definition.ts";
import type { Origin, Report, UnitKind } from "../report/model.ts";
import { unitKindLabels } from "../report/status.ts";
import { onSheet } from "./address.ts";
import { countChecks, COUNT_ADDRESSES, type PlacedCheck } from "./check-block.ts";
import type { ListCell } from "./list-sheet.ts";
import type { UnitSheet } from "./unit-sheet.ts";

/** A report with what was found in it: what a workbook is made from. */
export interface ReportWithFindings {
  readonly report: Report;
  readonly findings: readonly Finding[];
  /** Name for its sheet (简称); otherwise the unit's. */
  readonly shortName?: string;
  /** The sentence or line a figure stood in, where the source is at hand. */
  readonly sentenceOf?: (origin: Origin) => string | undefined;
}

/** A report on its way into a workbook. Without a sheet (very many units) its counts stand as values. */
export interface Entry extends ReportWithFindings {
  readonly id: string;
  readonly sheetName: string;
  readonly unitSheet?: UnitSheet;
  readonly unitKind?: UnitKind;
  /** Whether the consolidation counts it; absent where nothing is consolidated. */
  readonly counted?: boolean;
  /** Of a unit that is itself a consolidation. */
  readonly parts?: readonly Member[];
  readonly checks: readonly PlacedCheck[];
  /** The consolidated report itself, not a unit's. */
  readonly consolidated?: true;
}

/** Findings that no live check repeats: those of reading, of prose, of the collection. */
export const readingFindings = (findings: readonly Finding[]): Finding[] =>
  findings.filter((finding) => !isChecked(finding));

function isChecked(finding: Finding): boolean {
  if (finding.code === "cannot-judge") return true;
  const { at } = finding;
  return "table" in at && formOf(at).definition.rules.some((rule) => rule.id === finding.code);
}

/** How many of an entry's checks fail or are unknown, live where it has a sheet; findings of reading are added. */
export function countCell(entry: Entry, which: "errors" | "warnings" | "unknown" | "total"): ListCell {
  const level: FindingLevel | undefined = which === "errors" ? "error" : which === "warnings" ? "warning" : undefined;
  const read = level === undefined ? 0 : readingFindings(entry.findings).filter((finding) => levelOf(finding) === level).length;
  const value = countChecks(entry.checks)[which] + read;
  if (!entry.unitSheet) return { value };
  const reference = onSheet(entry.sheetName, COUNT_ADDRESSES[which]);
  return { value, formula: read === 0 ? reference : `${reference}+${read}` };
}

/** Edition of the report's tables: `2019`, or `二2021 三2019` where they differ. */
export function sayEditions(report: Report): string {
  const editions = [...new Set(report.tables.map((table) => table.edition))];
  return editions.length === 1 ? editions[0]! : report.tables.map((table) => `${formOf(table).number}${table.edition}`).join(" ");
}

export const sayKind = (kind: UnitKind | undefined): string => (kind ? unitKindLabels[kind] : "");
