import { checkReport } from "../checking/check.ts";
import type { Member } from "../consolidation/model.ts";
import { toMember } from "../consolidation/nested.ts";
import { unitKey } from "../consolidation/unit-name.ts";
import type { Finding } from "../finding/model.ts";
import type { Claim } from "../prose/claim.ts";
import type { Report } from "../report/model.ts";
import type { StoredReport } from "../sheet/metadata.ts";
import type { PrintedLines } from "../sheet/printed-lines.ts";
import type { ConsolidatedFile, TakenReport } from "./taken.ts";

/** A report to add up, with all that is to say about it, from reading and from checking. */
export interface GivenReport {
  readonly report: Report;
  readonly findings: readonly Finding[];
  /** The numbers of its running text. */
  readonly prose?: readonly Claim[];
  /** Of a report of a workbook of ours: the lines of the source that it kept. */
  readonly lines?: PrintedLines;
  /** The consolidated workbook that it stands in, with what is said of it there. */
  readonly workbook?: ConsolidatedFile;
  readonly stored?: Pick<TakenReport, "counted" | "unitKind" | "parts">;
}

/** What reading a report said and what checking it (and the numbers of its running text) says, each naming the report. */
export const findingsWithChecks = (report: Report, read: readonly Finding[], prose?: readonly Claim[]): Finding[] =>
  [...read, ...checkReport(report, prose)].map((finding) => ({ file: report.file, unit: report.unit, year: report.year, ...finding }));

/** The units of a consolidation, each beside the member that stands for it. */
export interface Gathering<R extends GivenReport> {
  /** As given; of a workbook that is one unit here, its sum. */
  readonly reports: readonly (R | Pick<R, "report" | "findings">)[];
  readonly members: readonly Member[];
  /** This city's own workbook, where it is handed in again. */
  readonly own?: ConsolidatedFile;
}

const memberOf = (one: GivenReport, id: string): Member => ({
  id,
  report: one.report,
  counted: one.stored?.counted ?? true,
  kind: one.stored?.unitKind,
  ...(one.stored?.parts && { parts: partsOf(one.stored.parts, id) }),
});

const partsOf = (parts: readonly StoredReport[], id: string): Member[] =>
  parts.map(({ report, counted, unitKind, parts: own }, index) => {
    const partId = `${id}.${index + 1}`;
    return { id: partId, report, counted: counted ?? true, kind: unitKind, ...(own && { parts: partsOf(own, partId) }) };
  });

/**
 * Makes members of what was read. This city's own workbook of this year is taken apart again, 计入 as it stands there;
 * any other consolidated workbook is one unit, with everyone behind it as its parts.
 */
export function gatherMembers<R extends GivenReport>(reports: readonly R[], unit: string, year: number): Gathering<R> {
  const isOwn = ({ city }: ConsolidatedFile) => unitKey(city.unit) === unitKey(unit) && city.year === year;
  const taken = new Set<ConsolidatedFile>();
  const gathered: { report: R | Pick<R, "report" | "findings">; member: Member }[] = [];
  for (const one of reports) {
    const id = `unit-${gathered.length + 1}`;
    const { workbook } = one;
    if (!workbook || isOwn(workbook)) {
      gathered.push({ report: one, member: memberOf(one, id) });
    } else if (!taken.has(workbook)) {
      taken.add(workbook);
      const inside = reports.filter((other) => other.workbook === workbook).map((other, index) => memberOf(other, `${id}.${index + 1}`));
      const member = toMember({ ...workbook.city, members: inside, policy: workbook.policy }, { id, file: one.report.file });
      const { report } = member;
      gathered.push({ report: { report, findings: findingsWithChecks(report, []) }, member });
    }
  }
  return { reports: gathered.map(({ report }) => report), members: gathered.map(({ member }) => member), own: reports.find(({ workbook }) => workbook && isOwn(workbook))?.workbook };
}
