import type { ConsolidatedFile } from "../../src/intake/intake.ts";
import type { Cell, Report } from "../../src/report/model.ts";
import { cellOf, withCells } from "../../src/report/table.ts";
import type { InputReading } from "../worker/jobs.ts";
import type { CellChoice, PaneDocument, Work } from "./model.ts";

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
export function addReadings(work: Work, readings: readonly InputReading[]): Work {
  let next = Math.max(0, ...work.documents.map(({ id }) => numberOf(id))) + 1;
  let sourceNumber = Object.keys(work.sources).length + 1;
  const sources = { ...work.sources };
  const documents = [...work.documents];
  const workbooks = new Map<ConsolidatedFile, string>();
  let first: string | null = null;
  for (const reading of readings) {
    const sourceId = reading.source && reading.documents.length > 0 ? `s${sourceNumber++}` : null;
    if (sourceId && reading.source) sources[sourceId] = reading.source;
    for (const { report, findings, prose, stored, workbook } of reading.documents) {
      const twin = documents.find((document) => JSON.stringify(document.report.tables) === JSON.stringify(report.tables) && document.report.unit === report.unit && document.report.year === report.year);
      if (twin) {
        first ??= twin.id;
        continue;
      }
      const workbookId = workbook && (workbooks.get(workbook) ?? `w${Object.keys(work.workbooks).length + workbooks.size + 1}`);
      if (workbook) workbooks.set(workbook, workbookId!);
      const document: PaneDocument = { id: `d${next++}`, report, readFindings: findings, ...(prose && { prose }), sourceId, written: null, ...(workbookId && { stored, workbookId }) };
      documents.push(document);
      first ??= document.id;
    }
  }
  const only = workbooks.size === 1 && work.city.unit === "" ? [...workbooks.keys()][0]?.city : undefined;
  const city = only ? { unit: only.unit, year: String(only.year) } : { ...work.city, year: work.city.year || commonYear(documents) };
  const anyRead = first !== null;
  return { ...work, sources, documents, city, workbooks: { ...work.workbooks, ...Object.fromEntries([...workbooks].map(([workbook, id]) => [id, workbook])) }, currentId: first ?? work.currentId, inputFindings: readings.flatMap((reading) => reading.findings), ...(anyRead && { input: { text: "" } }) };
}
