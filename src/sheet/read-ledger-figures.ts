import { findKind } from "../consolidation/policy-names.ts";
import { findForm } from "../form/forms.ts";
import type { Form } from "../form/compile.ts";
import { BLANK, type Cell, type Report } from "../report/model.ts";
import { cellOf } from "../report/table.ts";
import type { GridSheet } from "../source/xlsx.ts";
import { LEDGER_COLUMNS, mapLedger, type LedgerMap } from "./ledger.ts";
import type { StoredReport, WorkbookMetadata } from "./metadata.ts";
import { editedCell, readFigure } from "./read-figure.ts";
import { ledgerRows, type LedgerRow } from "./read-ledger.ts";

const textAt = (row: LedgerRow, column: number) => String(row[column]?.value ?? "").trim();

/** The report of a unit without a sheet, its figures as they stand in the ledger now. Tables of another edition are left as stored: the ledger holds only their map. */
function withFigures(report: Report, row: LedgerRow, forms: readonly Form[], map: LedgerMap): Report {
  const tables = report.tables.map((table) => {
    const form = forms.find((one) => one.id === table.table && one.edition === table.edition);
    if (!form) return table;
    const changed = form.cells.flatMap((formCell): [string, Cell][] => {
      const stored = cellOf(table, formCell.id);
      const reading = readFigure(row[map.columnOf(form, formCell.id)], formCell);
      return stored.measureUnknown || "wrong" in reading || reading.value === stored.value ? [] : [[formCell.id, editedCell(stored, reading.value)]];
    });
    return changed.length === 0 ? table : { ...table, cells: { ...table.cells, ...Object.fromEntries(changed) } };
  });
  return { ...report, tables };
}

/** A unit that a person added in the ledger. */
function toStored(row: LedgerRow, index: number, year: number, forms: readonly Form[], map: LedgerMap): StoredReport {
  const tables = forms.map((form) => ({
    table: form.id,
    edition: form.edition,
    cells: Object.fromEntries(form.cells.map((formCell): [string, Cell] => {
      const reading = readFigure(row[map.columnOf(form, formCell.id)], formCell);
      return [formCell.id, "wrong" in reading || reading.value === null ? BLANK : { value: reading.value, status: "edited" }];
    })),
  }));
  const counted = row[LEDGER_COLUMNS.counted]?.value;
  return { id: `added-${index + 1}`, sheet: "", report: { unit: textAt(row, LEDGER_COLUMNS.unit), year, file: "", tables }, findings: [], unitKind: findKind(textAt(row, LEDGER_COLUMNS.kind)), counted: Number(counted) === 1 };
}

/**
 * What a person did in the ledger itself: figures changed in rows of units that have no sheet, and units added in rows
 * of their own. Rows of equal names are taken in their order.
 */
export function readLedgerFigures(sheets: readonly GridSheet[], metadata: WorkbookMetadata, reports: readonly StoredReport[]): readonly StoredReport[] {
  const forms = (metadata.ledger ?? []).flatMap(({ table, edition }) => findForm(table, edition) ?? []);
  if (!metadata.city || forms.length === 0) return reports;
  const map = mapLedger({ name: "", forms }, 0);
  const byUnit = new Map<string, LedgerRow[]>();
  for (const row of ledgerRows(sheets, metadata.language)) {
    const unit = textAt(row, LEDGER_COLUMNS.unit);
    if (unit !== "") byUnit.set(unit, [...(byUnit.get(unit) ?? []), row]);
  }
  const known = reports.map((stored) => {
    const row = byUnit.get(stored.report.unit)?.shift();
    return row && stored.sheet === "" ? { ...stored, report: withFigures(stored.report, row, forms, map) } : stored;
  });
  // Units whose sheets were deleted still have their rows: they are not new.
  const gone = new Set(metadata.reports.map((stored) => stored.report.unit));
  const added = [...byUnit].filter(([unit]) => !gone.has(unit)).flatMap(([, rows]) => rows);
  return [...known, ...added.map((row, index) => toStored(row, index, metadata.city!.year, forms, map))];
}
