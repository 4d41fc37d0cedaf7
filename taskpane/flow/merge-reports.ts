import type { Report } from "../../src/report/model.ts";
import { findingsOf } from "../state/findings.ts";
import type { PaneDocument, Work } from "../state/model.ts";
import type { OutgoingReport } from "../worker/jobs.ts";

/** A report of the pane that would take the place of one that the workbook got from elsewhere. */
export interface Twice {
  readonly document: PaneDocument;
  readonly at: number;
}

const sameUnit = (a: Report, b: Report): boolean => a.unit === b.unit && a.year === b.year;
const figures = (report: Report): string => JSON.stringify(report.tables.map((table) => [table.table, table.edition, Object.entries(table.cells).filter(([, cell]) => cell.value !== null).map(([id, cell]) => [id, cell.value]).sort()]));

const toOutgoing = (work: Work, document: PaneDocument): OutgoingReport => ({
  report: document.report,
  findings: findingsOf(document),
  text: document.sourceId === null ? undefined : work.sources[document.sourceId]?.text,
});

/** Where the workbook holds a document: by what it was written as, otherwise by unit and year. */
const placeIn = (held: readonly OutgoingReport[], { report, written }: PaneDocument): number => {
  const before = written === null ? -1 : held.findIndex((one) => sameUnit(one.report, written));
  return before >= 0 ? before : held.findIndex((one) => sameUnit(one.report, report));
};

/** The documents that need a question first: same unit and year, other figures, not written from this pane. */
export const findTwice = (held: readonly OutgoingReport[], work: Work): readonly Twice[] =>
  work.documents.flatMap((document) => {
    const at = placeIn(held, document);
    return document.written === null && at >= 0 && figures(held[at]!.report) !== figures(document.report) ? [{ document, at }] : [];
  });

/**
 * What the workbook will hold: what it holds, with the pane's documents put in. A document unchanged since it was
 * written gives way to the workbook's, which may have been edited there.
 */
export function mergeReports(held: readonly OutgoingReport[], work: Work, keepBoth: ReadonlySet<string>): readonly OutgoingReport[] {
  const merged = [...held];
  for (const document of work.documents) {
    const at = keepBoth.has(document.id) ? -1 : placeIn(held, document);
    if (at < 0) merged.push(toOutgoing(work, document));
    else if (document.written !== document.report) merged[at] = { ...toOutgoing(work, document), unitKind: held[at]!.unitKind };
  }
  return merged;
}
