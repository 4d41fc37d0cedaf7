import { acceptFinding, applyAcceptances, findingKey, lapsedFinding, type Acceptance } from "../../src/finding/acceptance.ts";
import { isCityCode } from "../../src/finding/city-kinds.ts";
import type { Finding } from "../../src/finding/model.ts";
import type { Report } from "../../src/report/model.ts";

/** What a person said in the pane since the last write: findings that may stand, footnotes in the office's own words. */
export interface Remarks {
  /** By the key of the finding; null takes an acceptance of the workbook back. */
  readonly accepted: Readonly<Record<string, Acceptance | null>>;
  /** The footnotes as they are to stand; `own` false: those that the source policy gives. */
  readonly footnotes?: { readonly texts: readonly string[]; readonly own: boolean };
}

/** What the workbook that is open says. */
export interface HeldRemarks {
  readonly accepted: readonly Acceptance[];
  /** Of a consolidation: its footnotes, and whether somebody worded them. */
  readonly footnotes: { readonly texts: readonly string[]; readonly own: boolean } | null;
}

export type RemarkAction =
  | { readonly type: "accept"; readonly acceptance: Acceptance }
  | { readonly type: "withdraw"; readonly key: string }
  | { readonly type: "footnotes"; readonly footnotes: NonNullable<Remarks["footnotes"]>; readonly key?: string };

export const noRemarks: Remarks = { accepted: {} };
export const noHeldRemarks: HeldRemarks = { accepted: [], footnotes: null };

export const hasRemarks = ({ accepted, footnotes }: Remarks): boolean => footnotes !== undefined || Object.keys(accepted).length > 0;

/** Acceptances as they hold: those known before, with what the person said since. */
export function mergeAccepted(before: readonly Acceptance[], since: Remarks["accepted"]): readonly Acceptance[] {
  const kept = before.filter((one, index) => since[one.key] === undefined && before.findIndex(({ key }) => key === one.key) === index);
  return [...kept, ...Object.values(since).filter((one) => one !== null)];
}

/** A finding of a report as its acceptance knows it: with its unit. */
const named = (report: Pick<Report, "unit">, finding: Finding): Finding => ({ unit: report.unit, ...finding });

/** The key by which a finding of a report is accepted. */
export const keyOfFinding = (report: Pick<Report, "unit">, finding: Finding): string => findingKey(named(report, finding));

export const acceptNamed = (report: Pick<Report, "unit">, finding: Finding, reason: Pick<Acceptance, "why" | "who" | "when">): Acceptance => acceptFinding(named(report, finding), reason);

export interface PartedFindings {
  readonly open: readonly Finding[];
  readonly accepted: readonly Finding[];
}

/** A report's findings parted into open and accepted; what was accepted and has changed is said among the open ones. */
export function partFindings(report: Report, findings: readonly Finding[], acceptances: readonly Acceptance[]): PartedFindings {
  if (acceptances.length === 0) return { open: findings, accepted: [] };
  const { open, accepted, lapsed } = applyAcceptances(findings.map((finding) => named(report, finding)), acceptances);
  const own = lapsed.filter(({ unit, code }) => unit === report.unit && code !== undefined && !isCityCode(code));
  return { open: [...open, ...own.map((one) => lapsedFinding(one, { at: { part: "report" }, year: report.year }))], accepted };
}
