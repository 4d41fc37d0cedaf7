import { createRosterLookup } from "../../src/consolidation/roster.ts";
import { unitKey } from "../../src/consolidation/unit-name.ts";
import type { ConsolidatedFile } from "../../src/intake/intake.ts";
import type { Report } from "../../src/report/model.ts";
import { isUnsettled, knownCity } from "../state/city.ts";
import { standingFindings } from "../state/findings.ts";
import { applyCounted, isCounted } from "../state/members.ts";
import type { PaneDocument, Work } from "../state/model.ts";
import type { CityRequest, HeldReports, OutgoingReport } from "../worker/jobs.ts";

/** A second hand-in of a unit that nobody has decided about yet. */
export interface SecondHandIn {
  readonly document: PaneDocument;
  /** Where the first one stands among the members, and where the second. */
  readonly earlier: number;
  readonly later: number;
}

/** What the workbook will hold, and what has to be asked before. */
export interface Merged {
  readonly members: readonly OutgoingReport[];
  readonly seconds: readonly SecondHandIn[];
}

const known = new WeakMap<Report, string>();

/** Every figure of a report, in letters: two reports with the same have the same figures. */
function figures(report: Report): string {
  const before = known.get(report);
  if (before !== undefined) return before;
  const now = lettersOf(report);
  known.set(report, now);
  return now;
}

const lettersOf = (report: Report): string => JSON.stringify(report.tables.map((table) => [table.table, table.edition, Object.entries(table.cells).filter(([, cell]) => cell.value !== null).map(([id, cell]) => [id, cell.value]).sort()]));

const toOutgoing = (work: Work, document: PaneDocument): OutgoingReport => ({
  report: document.report,
  findings: standingFindings(document),
  prose: document.prose,
  lines: document.lines,
  text: document.sourceId === null ? undefined : work.sources[document.sourceId]?.text,
  ...belonging(work, document),
});

/** What a consolidated workbook says of a document that was read from it. */
const belonging = (work: Work, { stored, workbookId }: PaneDocument): Pick<OutgoingReport, "stored" | "workbook"> => (workbookId === undefined ? {} : { stored, workbook: work.workbooks[workbookId] });

const withCounted = (one: OutgoingReport, counted: boolean): OutgoingReport => ({ ...one, stored: { ...one.stored, counted } });

/** Names under which a unit hands in, by the roster, are one; a report without a name is like no other. */
function createSameUnit(work: Work, workbook: ConsolidatedFile | null): (a: Report, b: Report) => boolean {
  const lookup = createRosterLookup(knownCity({ work, heldWorkbook: workbook }).roster ?? []);
  const keys = new Map<string, string>();
  const keyOf = ({ unit }: Report) => {
    const key = keys.get(unit) ?? unitKey(lookup(unit)?.name ?? unit);
    keys.set(unit, key);
    return key;
  };
  return (a, b) => a.year === b.year && keyOf(a) !== "" && keyOf(a) === keyOf(b);
}

/** Where a document's unit stands: of several hand-ins the one that was written from it, then the one that counts. */
function placeIn(members: readonly OutgoingReport[], { report, written }: PaneDocument, isSame: (a: Report, b: Report) => boolean): number {
  const candidates = members.flatMap((one, index) => (isSame(one.report, written ?? report) || isSame(one.report, report) ? [index] : []));
  const [counted, uncounted] = [candidates.filter((at) => isCounted(members[at]!)), candidates.filter((at) => !isCounted(members[at]!))];
  const wanted = written && figures(written);
  const own = wanted === null ? undefined : [...counted, ...uncounted].find((at) => figures(members[at]!.report) === wanted);
  return own ?? counted[counted.length - 1] ?? uncounted[uncounted.length - 1] ?? -1;
}

/**
 * What the workbook will hold: what it holds, with the pane's documents put in. A document unchanged since it was
 * written gives way to the workbook's, which may have been edited there. What the workbook says of a unit (计入, 类别,
 * parts) stays; 计入 as the user chose it in the pane goes before all.
 *
 * A second hand-in of a unit, with other figures, never takes the first one's place by itself: until it is to replace
 * it, it does not count; then it counts, and the first is kept without counting.
 */
export function mergeHandIns(held: readonly OutgoingReport[], work: Work, workbook: ConsolidatedFile | null): Merged {
  const isSame = createSameUnit(work, workbook);
  const kept = new Set(held.filter((one) => !standsFor(work, one).some((document) => document.written !== document.report)));
  const inside = new Set([...kept].flatMap((one) => standsFor(work, one)));
  const merged = held.filter((one) => kept.has(one));
  const seconds: SecondHandIn[] = [];
  for (const document of work.documents) {
    if (inside.has(document)) continue;
    const at = placeIn(merged, document, isSame);
    const before = merged[at];
    const own = toOutgoing(work, document);
    if (!before) merged.push(own);
    else if (document.written !== null || figures(before.report) === figures(document.report)) merged[at] = { ...(document.written === document.report ? before : own), ...(before.stored ? { stored: before.stored, workbook: undefined } : belonging(work, document)) };
    else if (work.replaces.includes(document.id)) {
      merged[at] = withCounted(before, false);
      merged.push({ ...withCounted(own, true), ...(before.stored?.unitKind && !own.stored && { stored: { unitKind: before.stored.unitKind, counted: true } }) });
    } else {
      seconds.push({ document, earlier: at, later: merged.length });
      merged.push(withCounted(own, false));
    }
  }
  return { members: applyCounted(merged, work.counted), seconds };
}

export const mergeReports = (held: readonly OutgoingReport[], work: Work, workbook: ConsolidatedFile | null): readonly OutgoingReport[] => mergeHandIns(held, work, workbook).members;

/** The documents of a lower consolidation that the workbook holds as one unit. */
const standsFor = (work: Work, { report, stored }: OutgoingReport): readonly PaneDocument[] =>
  stored?.parts ? work.documents.filter(({ workbookId }) => workbookId !== undefined && work.workbooks[workbookId]?.city.unit === report.unit && work.workbooks[workbookId].city.year === report.year) : [];

/** The city as it is typed; undefined while its name or year is missing. */
export function typedCity({ city }: Work): CityRequest["city"] | undefined {
  const unit = city.unit.trim();
  return unit !== "" && /^\d{4}$/.test(city.year.trim()) ? { unit, year: Number(city.year) } : undefined;
}

/**
 * The city that a workbook is planned for: its own, or, while it is empty, that of the one consolidated workbook that was
 * read, or the one for which a roster, a policy or last year was settled here. Undefined where it is to hold reports alone.
 */
export function cityAtHand(held: HeldReports | null, work: Work): Pick<CityRequest, "city" | "own" | "settled"> | undefined {
  const read = Object.values(work.workbooks).filter((_, index) => work.documents.some(({ workbookId }) => workbookId === Object.keys(work.workbooks)[index]));
  const own = held?.workbook ?? (held === null || held.reports.length === 0 ? (read.length === 1 ? read[0] : undefined) : undefined);
  const { settled } = work;
  if (own) return { city: { unit: own.city.unit, year: own.city.year }, own, settled };
  const city = isUnsettled(work) ? typedCity(work) : undefined;
  return city && { city, settled };
}
