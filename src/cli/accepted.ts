import { applyAcceptances, findingKey, lapsedFinding, sayAcceptance, type Acceptance } from "../finding/acceptance.ts";
import { isCityCode } from "../finding/city-kinds.ts";
import type { Finding } from "../finding/model.ts";
import { sayFinding, sayPlace } from "../finding/say.ts";
import { sayCounts } from "./print-findings.ts";
import type { CheckedReport, ReadReports } from "./read-reports.ts";

/** An accepted finding and why. */
export interface Accepted {
  readonly finding: Finding;
  readonly acceptance: Acceptance;
}

/** What of a workbook's acceptances no longer fits this report; those about a collection are the collection's. */
function findLapsed(one: CheckedReport, reports: readonly CheckedReport[]): Finding[] {
  const { accepted = [], report } = one;
  const same = reports.filter((other) => other.accepted === one.accepted);
  if (accepted.length === 0 || same.find((other) => other.report.unit === report.unit) !== one) return [];
  const { lapsed } = applyAcceptances(same.flatMap(({ findings }) => findings), accepted);
  const own = lapsed.filter(({ code, unit }) => code !== undefined && !isCityCode(code) && unit === report.unit);
  return own.map((lapse) => lapsedFinding(lapse, { at: { part: "report" }, unit: report.unit, year: report.year }));
}

/** Every report with what of its workbook's acceptances has lapsed. */
export const withLapsed = <R extends ReadReports>(read: R): R => ({ ...read, reports: read.reports.map((one) => ({ ...one, findings: [...one.findings, ...findLapsed(one, read.reports)] })) });

/** Parts the findings of reports that stand in workbooks of ours into open and accepted ones. */
export function partAccepted({ reports, findings }: ReadReports): { readonly open: ReadReports; readonly accepted: readonly Accepted[] } {
  const accepted: Accepted[] = [];
  const open = reports.map((one) => {
    const parted = applyAcceptances(one.findings, one.accepted ?? []);
    for (const finding of parted.accepted) accepted.push({ finding, acceptance: one.accepted!.find(({ key }) => key === findingKey(finding))! });
    return { ...one, findings: parted.open };
  });
  return { open: { reports: open, findings }, accepted };
}

/** The accepted findings with their reasons, for the terminal; empty where there are none. */
export function sayAccepted(accepted: readonly Accepted[]): string {
  if (accepted.length === 0) return "";
  const lines = accepted.map(({ finding, acceptance }) => `  ${[finding.unit, sayPlace(finding), sayFinding(finding)].filter(Boolean).join("：")}（认可理由：${sayAcceptance(acceptance)}）`);
  return [`已认可，不再计入退出码：${sayCounts(accepted.map(({ finding }) => finding))}`, ...lines].join("\n");
}
