import type { ConsolidatedFile } from "../../src/intake/intake.ts";
import type { Cell, Report } from "../../src/report/model.ts";
import { cellOf, withCells } from "../../src/report/table.ts";
import type { Settled } from "../worker/settle-city.ts";
import type { FileReading } from "../worker/take-file.ts";
import { withRoster } from "./city.ts";
import type { CellChoice, FileOutcome, PaneDocument, Work } from "./model.ts";

/** The report with one cell typed by the user: 手改, what was printed stays known. */
export function withEdit(report: Report, { table: id, cell }: CellChoice, value: number | null, raw?: string): Report {
  const tables = report.tables.map((table) => {
    if (table.table !== id) return table;
    const before = cellOf(table, cell);
    const after: Cell = { value, status: "edited", ...((raw ?? before.raw) !== undefined && { raw: raw ?? before.raw }), ...(before.origin && { origin: before.origin }) };
    return withCells(table, { [cell]: after });
  });
  return { ...report, tables };
}

export const currentDocument = (work: Work): PaneDocument | null => work.documents.find(({ id }) => id === work.currentId) ?? work.documents[0] ?? null;

export const changeDocument = (work: Work, id: string, change: (document: PaneDocument) => PaneDocument): Work => ({ ...work, documents: work.documents.map((document) => (document.id === id ? change(document) : document)) });

const numberOf = (id: string) => Number(id.slice(1));

/** The year most reports are of. */
function commonYear(documents: readonly PaneDocument[]): string {
  const counts = new Map<number, number>();
  for (const { report } of documents) if (report.year !== null) counts.set(report.year, (counts.get(report.year) ?? 0) + 1);
  return String([...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "");
}

/** What was read joins what is there; the first new report is shown. A report that is there word for word is not doubled. */
export function addReadings(work: Work, known: Settled, readings: readonly FileReading[]): Work {
  let next = Math.max(0, ...work.documents.map(({ id }) => numberOf(id))) + 1;
  let sourceNumber = Object.keys(work.sources).length + 1;
  const sources = { ...work.sources };
  const documents = [...work.documents];
  const workbooks = new Map<ConsolidatedFile, string>();
  const outcomes: FileOutcome[] = [];
  let first: string | null = null;
  const twins = new Map(documents.map((document) => [nameOf(document.report), document]));
  for (const reading of readings) {
    const sourceId = reading.source && reading.documents.length > 0 ? `s${sourceNumber++}` : null;
    if (sourceId && reading.source) sources[sourceId] = reading.source;
    const here: PaneDocument[] = [];
    for (const { report, findings, prose, lines, stored, workbook } of reading.documents) {
      const twin = twins.get(nameOf(report));
      if (twin) {
        first ??= twin.id;
        here.push(twin);
        continue;
      }
      const workbookId = workbook && (workbooks.get(workbook) ?? `w${Object.keys(work.workbooks).length + workbooks.size + 1}`);
      if (workbook) workbooks.set(workbook, workbookId!);
      const document: PaneDocument = { id: `d${next++}`, report, readFindings: findings, ...(prose && { prose }), ...(lines && { lines }), sourceId, written: null, ...(workbookId && { stored, workbookId }) };
      documents.push(document);
      twins.set(nameOf(report), document);
      here.push(document);
      first ??= document.id;
    }
    outcomes.push({ name: reading.name, documents: here.map(({ id, report }) => ({ id, unit: report.unit, year: report.year })), findings: reading.findings });
  }
  const only = workbooks.size === 1 && work.city.unit === "" ? [...workbooks.keys()][0]?.city : undefined;
  const city = only ? { unit: only.unit, year: String(only.year) } : { ...work.city, year: work.city.year || commonYear(documents) };
  const anyRead = first !== null;
  const read: Work = { ...work, sources, documents, city, workbooks: { ...work.workbooks, ...Object.fromEntries([...workbooks].map(([workbook, id]) => [id, workbook])) }, currentId: first ?? work.currentId, inputFindings: readings.flatMap((reading) => reading.findings), outcomes, ...(anyRead && { input: { text: "" }, consolidation: null }) };
  return takeSides(read, known, readings);
}

/** Word for word the same report. */
const nameOf = (report: Report): string => JSON.stringify([report.unit, report.year, report.tables]);

/** A roster and a policy that lay among the reports are taken where there is none yet; what is there already stays. */
function takeSides(work: Work, known: Settled, readings: readonly FileReading[]): Work {
  let next = work;
  const took = (name: string, what: NonNullable<FileOutcome["took"]>) => {
    next = { ...next, outcomes: next.outcomes.map((one) => (one.name === name ? { ...one, took: what } : one)) };
  };
  const roster = readings.find((reading) => reading.roster);
  const policy = readings.find((reading) => reading.policy);
  for (const { name, roster: read } of readings.filter((reading) => reading.roster)) {
    const isTaken = name === roster?.name && (known.roster ?? []).length === 0;
    if (isTaken) next = withRoster(next, known, read!);
    took(name, { what: "roster", count: read!.entries.length, ...(!isTaken && { kept: true }) });
  }
  for (const { name, policy: read } of readings.filter((reading) => reading.policy)) {
    const isTaken = name === policy?.name && (known.policy?.sources ?? []).length === 0;
    if (isTaken) next = { ...next, settled: { ...next.settled, policy: read!.policy }, policyFindings: read!.findings };
    took(name, { what: "policy", count: read!.policy.sources.length, ...(!isTaken && { kept: true }) });
  }
  return next;
}
