import type { HandIn } from "../consolidation/hand-in.ts";
import { givenStates, handInLabels, type HandInState } from "../consolidation/hand-in-state.ts";
import type { Member } from "../consolidation/model.ts";
import type { Language } from "../finding/catalogue.ts";
import type { Finding } from "../finding/model.ts";
import { levelOf } from "../finding/say.ts";
import { formOf } from "../form/forms.ts";
import type { FindingLevel } from "../form/definition.ts";
import type { Claim } from "../prose/claim.ts";
import type { Origin, Report, UnitKind } from "../report/model.ts";
import { unitKindLabels } from "../report/status.ts";
import { onSheet } from "./address.ts";
import { countChecks, COUNT_ADDRESSES, type PlacedCheck } from "./check-block.ts";
import type { ListCell } from "./list-sheet.ts";
import { say } from "./texts.ts";
import type { UnitSheet } from "./unit-sheet.ts";

/** A report with what was found in it: what a workbook is made from. */
export interface ReportWithFindings {
  readonly report: Report;
  readonly findings: readonly Finding[];
  /** Name for its sheet (简称); otherwise the unit's. */
  readonly shortName?: string;
  /** The numbers of its running text, where the source is at hand. */
  readonly prose?: readonly Claim[];
  /** Whether a consolidation is to count it, where a person decided: of two hand-ins of one unit. */
  readonly counted?: boolean;
  /** The sentence or line a figure stood in, where the source is at hand. */
  readonly sentenceOf?: (origin: Origin) => string | undefined;
}

/** A report on its way into a workbook. Without a sheet (very many units) its counts stand as values. */
export interface Entry extends ReportWithFindings {
  readonly id: string;
  readonly sheetName: string;
  readonly unitSheet?: UnitSheet;
  readonly unitKind?: UnitKind;
  /** How far its report has come, in a consolidation. */
  readonly handIn?: HandIn;
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

export const sayState = (state: HandInState, language: Language): string => handInLabels[state][language];

/**
 * The hand-in state of an entry: live (已报 or 有误 by its errors, 已替换 where another report of the unit counts), or
 * constant where a person gave it. `errors` and `counted` are addresses or formulas of the same row.
 */
export function stateCell(entry: Entry, at: { readonly errors?: string; readonly counted?: string }, language: Language): ListCell {
  const { handIn } = entry;
  if (handIn && givenStates.includes(handIn.state)) return { value: sayState(handIn.state, language) };
  const errors = Number(countCell(entry, "errors").value);
  const [faulty, good, replaced] = [sayState("faulty", language), entry.consolidated ? say("summed", language) : sayState("handed-in", language), say("replaced", language)];
  // Faults of the collection (another year, nested) are no errors of the report itself.
  const isFaulty = errors > 0 || handIn?.state === "faulty";
  const value = isFaulty ? faulty : good;
  const live = at.errors === undefined ? undefined : errors === 0 && isFaulty ? `"${faulty}"` : `IF(${at.errors}>0,"${faulty}","${good}")`;
  if (!handIn?.several || at.counted === undefined) return { value, formula: live };
  return { value: entry.counted ? value : replaced, formula: `IF(${at.counted}=1,${live ?? `"${value}"`},"${replaced}")` };
}
