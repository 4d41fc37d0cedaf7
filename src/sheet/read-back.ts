import type { SourcePolicy } from "../consolidation/policy.ts";
import type { Finding } from "../finding/model.ts";
import type { CellId } from "../form/compile.ts";
import { formOf } from "../form/forms.ts";
import { toOfficialWidth } from "../form/width.ts";
import type { Cell, Report, ReportTable } from "../report/model.ts";
import { cellOf } from "../report/table.ts";
import type { GridSheet, GridWorkbook } from "../source/xlsx.ts";
import { toAddress, type Place } from "./address.ts";
import { totalsOf } from "./figure-cells.ts";
import { locateFigures } from "./locate-figures.ts";
import { valueBeside } from "./locate.ts";
import { readFootnotes } from "./footnotes-sheet.ts";
import { readLedgerFigures } from "./read-ledger-figures.ts";
import { readCounted } from "./read-ledger.ts";
import { readAcceptances } from "./read-acceptances.ts";
import { readStates } from "./read-states.ts";
import { readPolicy } from "./read-policy.ts";
import { readMetadata, type StoredReport, type WorkbookMetadata } from "./metadata.ts";
import { editedCell, readFigure, wrongFigure } from "./read-figure.ts";
import { say } from "./texts.ts";
import { inSheetOrder, SHEET_ID_NAME } from "./unit-sheet.ts";

/** A workbook of ours as its sheets stand now. */
export interface ReadBack {
  readonly kind: WorkbookMetadata["kind"];
  /** With the findings of reading; balance is to be checked anew, the figures may have changed. */
  readonly reports: readonly StoredReport[];
  readonly city?: WorkbookMetadata["city"];
  /** Name of the city's sheet now; absent where it is gone. */
  readonly citySheet?: string;
  /** Of a consolidation: where its rows come from. */
  readonly policy?: SourcePolicy;
  /** Of a consolidation: the roster it was made with, and the hand-in states that a person gave. */
  readonly roster?: WorkbookMetadata["roster"];
  readonly given?: WorkbookMetadata["handIns"];
  /** Findings that a person lets stand, as 校验 has them now. */
  readonly accepted?: WorkbookMetadata["accepted"];
  /** Of a consolidation: its footnotes as 附注 has them now. */
  readonly footnotes?: readonly string[];
  /** Reports of the year before that the consolidation was compared with. */
  readonly previous?: WorkbookMetadata["previous"];
  /** About the workbook itself: copied, deleted or altered sheets. */
  readonly findings: readonly Finding[];
}

/** Unconfirmed figures named in one finding; the rest is counted. */
const NAMED = 5;

/**
 * Reads a workbook of ours back: reports, statuses, raw texts and findings as they were, figures as they stand now.
 *
 * Undefined where the workbook is not ours. Sheets are known by their scoped name, else by their title, so renaming
 * and moving change nothing; a figure that differs from the stored one becomes 手改 (in a template: 原值).
 */
export function readBack(workbook: GridWorkbook): ReadBack | undefined {
  const metadata = readMetadata(workbook.sheets);
  if (!metadata) return undefined;
  const findings: Finding[] = [];
  const counted = readCounted(workbook.sheets, metadata.reports.map((one) => one.report.unit), metadata.language);
  const reports = metadata.reports.flatMap((entry, index) => {
    const stored = entry.counted === undefined ? entry : { ...entry, counted: counted[index] ?? entry.counted };
    const sheets = sheetsOf(stored, metadata, workbook.sheets);
    const original = sheets.find((sheet) => sheet.name === stored.sheet) ?? sheets[0];
    for (const copy of sheets.filter((sheet) => sheet !== original)) findings.push(about("sheet-copied", stored, { sheet: copy.name }));
    if (stored.sheet === "") return [stored];
    if (original) return [readSheet(stored, original, metadata, findings)];
    findings.push(about("sheet-missing", stored, { sheet: stored.sheet }));
    return [];
  });
  return { kind: metadata.kind, reports: readLedgerFigures(workbook.sheets, metadata, reports), city: metadata.city, ...citySheetOf(metadata, workbook.sheets), policy: readPolicy(workbook.sheets, metadata), accepted: readAcceptances(workbook.sheets, metadata), ...(metadata.city && { footnotes: readFootnotes(workbook.sheets, metadata.language) ?? metadata.footnotes, roster: metadata.roster, given: readStates(workbook.sheets, metadata), ...(metadata.previous && { previous: metadata.previous }) }), findings };
}

const idOf = (sheet: GridSheet): string | undefined => sheet.names.find((name) => name.name === SHEET_ID_NAME)?.refersTo.replace(/^=?"|"$/g, "");

/** The city's sheet: by its scoped name, else by the unit that its caption names. */
function citySheetOf({ city, reports, language }: WorkbookMetadata, sheets: readonly GridSheet[]): Pick<ReadBack, "citySheet"> {
  if (!city) return {};
  const units = new Set(reports.map(({ sheet }) => sheet));
  const found = sheets.find((sheet) => idOf(sheet) === city.id) ?? sheets.find((sheet) => idOf(sheet) === undefined && !units.has(sheet.name) && valueBeside(sheet.rows, say("unit", language)) === city.unit);
  return found ? { citySheet: found.name } : {};
}

function sheetsOf(stored: StoredReport, metadata: WorkbookMetadata, sheets: readonly GridSheet[]): GridSheet[] {
  const known = new Set(metadata.reports.map((one) => one.id));
  return sheets.filter((sheet) => {
    const id = idOf(sheet);
    return id !== undefined && known.has(id) ? id === stored.id : sheet.name === stored.sheet;
  });
}

const about = (code: Finding["code"], stored: StoredReport, words: Record<string, string>): Finding => ({ code, at: { part: "report" }, unit: stored.report.unit, year: stored.report.year, words });

function readSheet(stored: StoredReport, sheet: GridSheet, metadata: WorkbookMetadata, problems: Finding[]): StoredReport {
  const { language, kind } = metadata;
  const findings: Finding[] = [];
  const unconfirmed: string[] = [];
  const read = new Map<ReportTable, ReportTable>();
  const places = locateFigures(stored.report, inSheetOrder(stored.report.tables).map(formOf), sheet, language);
  inSheetOrder(stored.report.tables).forEach((table, index) => {
    const result = readTable(table, places[index]!.places, sheet, kind === "template");
    read.set(table, result.table);
    findings.push(...result.findings);
    unconfirmed.push(...result.unconfirmed);
  });
  if (unconfirmed.length > 0) {
    const names = unconfirmed.slice(0, NAMED).join("、") + (unconfirmed.length > NAMED ? ` … (${unconfirmed.length})` : "");
    problems.push(about("sheet-altered", stored, { sheet: sheet.name, names }));
  }
  const report: Report = { ...stored.report, ...readCaption(stored.report, sheet, language), tables: stored.report.tables.map((table) => read.get(table) ?? table) };
  return { ...stored, sheet: sheet.name, report, findings: [...stored.findings, ...findings] };
}

function readCaption(report: Report, sheet: GridSheet, language: WorkbookMetadata["language"]): Pick<Report, "unit" | "year"> {
  const unit = valueBeside(sheet.rows, say("unit", language));
  const year = /\d{4}/.exec(String(valueBeside(sheet.rows, say("year", language)) ?? ""))?.[0];
  return { unit: unit === undefined || unit === say("year", language) ? report.unit : String(unit).trim(), year: year ? Number(year) : report.year };
}

interface TableReading {
  readonly table: ReportTable;
  readonly findings: readonly Finding[];
  readonly unconfirmed: readonly string[];
}

function readTable(table: ReportTable, places: ReadonlyMap<CellId, Place>, sheet: GridSheet, template: boolean): TableReading {
  const form = formOf(table);
  const cells: Record<CellId, Cell> = { ...table.cells };
  const findings: Finding[] = [];
  const unconfirmed: string[] = [];
  for (const formCell of form.cells) {
    const place = places.get(formCell.id);
    const stored = cellOf(table, formCell.id);
    if (!place) {
      if (stored.value !== null || template) unconfirmed.push(toOfficialWidth(`${formCell.row.label} ${formCell.column.label}`));
      continue;
    }
    const gridCell = sheet.rows[place.row]?.[place.column];
    const reading = gridCell?.formula !== undefined && gridCell.value === null ? unsavedTotal(table, formCell.id, places, sheet) : readFigure(gridCell, formCell);
    const origin = { kind: "sheet", sheet: sheet.name, address: toAddress(place.row, place.column) } as const;
    if ("wrong" in reading) {
      findings.push(wrongFigure(reading.wrong, formCell, { at: { table: table.table, edition: table.edition, row: formCell.row.id, column: formCell.column.id }, origin }));
      cells[formCell.id] = template ? { value: null, status: "blank", raw: reading.wrong, origin } : editedCell(stored, null);
    } else if (template) {
      if (reading.printed !== undefined) cells[formCell.id] = { value: reading.value, status: reading.value === null ? "blank" : "read", raw: reading.printed, origin };
    } else if (reading.value !== stored.value) {
      cells[formCell.id] = editedCell(stored, reading.value);
    }
  }
  return { table: { ...table, cells }, findings, unconfirmed };
}

/** A live total whose result was not saved: the sum of its parts as they stand, or nothing where one is missing. */
function unsavedTotal(table: ReportTable, id: CellId, places: ReadonlyMap<CellId, Place>, sheet: GridSheet): { value: number | null; printed?: string } {
  const form = formOf(table);
  const parts = (totalsOf(form, id)[0]?.left ?? []).map((part) => {
    const place = places.get(part);
    const cell = place && sheet.rows[place.row]?.[place.column];
    const reading = cell?.formula !== undefined && cell.value === null ? unsavedTotal(table, part, places, sheet) : readFigure(cell, form.cell(part)!);
    return "wrong" in reading ? null : reading.value;
  });
  if (parts.length === 0 || parts.includes(null)) return { value: null };
  const value = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  return { value, printed: String(value) };
}
