import type { Report } from "../../src/report/model.ts";
import { standingFindings } from "../state/findings.ts";
import { applyCounted } from "../state/members.ts";
import type { PaneDocument, Work } from "../state/model.ts";
import type { CityRequest, HeldReports, OutgoingReport } from "../worker/jobs.ts";

/** A report of the pane that would take the place of one that the workbook got from elsewhere. */
export interface Twice {
  readonly document: PaneDocument;
  readonly at: number;
}

const sameUnit = (a: Report, b: Report): boolean => a.unit === b.unit && a.year === b.year;
const figures = (report: Report): string => JSON.stringify(report.tables.map((table) => [table.table, table.edition, Object.entries(table.cells).filter(([, cell]) => cell.value !== null).map(([id, cell]) => [id, cell.value]).sort()]));

const toOutgoing = (work: Work, document: PaneDocument): OutgoingReport => ({
  report: document.report,
  findings: standingFindings(document),
  prose: document.prose,
  text: document.sourceId === null ? undefined : work.sources[document.sourceId]?.text,
  ...belonging(work, document),
});

/** What a consolidated workbook says of a document that was read from it. */
const belonging = (work: Work, { stored, workbookId }: PaneDocument): Pick<OutgoingReport, "stored" | "workbook"> => (workbookId === undefined ? {} : { stored, workbook: work.workbooks[workbookId] });

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
 * written gives way to the workbook's, which may have been edited there. What the workbook says of a unit (计入, 类别,
 * parts) stays; 计入 as the user chose it in the pane goes before all.
 */
export function mergeReports(held: readonly OutgoingReport[], work: Work, keepBoth: ReadonlySet<string>): readonly OutgoingReport[] {
  const kept = new Set(held.filter((one) => !standsFor(work, one).some((document) => document.written !== document.report)));
  const inside = new Set([...kept].flatMap((one) => standsFor(work, one)));
  const merged = held.filter((one) => kept.has(one));
  for (const document of work.documents) {
    if (inside.has(document)) continue;
    const at = keepBoth.has(document.id) ? -1 : placeIn(merged, document);
    const before = merged[at];
    if (!before) merged.push(toOutgoing(work, document));
    else merged[at] = { ...(document.written === document.report ? before : toOutgoing(work, document)), ...(before.stored ? { stored: before.stored, workbook: undefined } : belonging(work, document)) };
  }
  return applyCounted(merged, work.counted);
}

/** The documents of a lower consolidation that the workbook holds as one unit. */
const standsFor = (work: Work, { report, stored }: OutgoingReport): readonly PaneDocument[] =>
  stored?.parts ? work.documents.filter(({ workbookId }) => workbookId !== undefined && work.workbooks[workbookId]?.city.unit === report.unit && work.workbooks[workbookId].city.year === report.year) : [];

/**
 * The city that a workbook is planned for: its own, or, while it is empty, that of the one consolidated workbook that was
 * read. Undefined where it is to hold reports alone.
 */
export function cityAtHand(held: HeldReports | null, work: Work): Pick<CityRequest, "city" | "own"> | undefined {
  const read = Object.values(work.workbooks).filter((_, index) => work.documents.some(({ workbookId }) => workbookId === Object.keys(work.workbooks)[index]));
  const own = held?.workbook ?? (held === null || held.reports.length === 0 ? (read.length === 1 ? read[0] : undefined) : undefined);
  return own && { city: { unit: own.city.unit, year: own.city.year }, own };
}
