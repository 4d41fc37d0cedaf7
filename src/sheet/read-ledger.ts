import type { Language } from "../finding/catalogue.ts";
import type { GridSheet } from "../source/xlsx.ts";
import { LEDGER_COLUMNS } from "./ledger.ts";
import { say } from "./texts.ts";

export type LedgerRow = GridSheet["rows"][number];

/** The ledger and its first row of a unit (from 0), wherever a person moved it; undefined where it is gone. */
export function findLedger(sheets: readonly GridSheet[], language: Language): { readonly sheet: GridSheet; readonly first: number } | undefined {
  const wanted = [say("name", language), say("kind", language), say("counted", language)];
  const isHeading = (row: LedgerRow) => wanted.every((text, index) => row[LEDGER_COLUMNS.unit + index]?.value === text);
  const sheet = sheets.find(({ rows }) => rows.some(isHeading));
  return sheet && { sheet, first: sheet.rows.findIndex(isHeading) + 1 };
}

/** The rows of units in the ledger; none where it is gone. */
export function ledgerRows(sheets: readonly GridSheet[], language: Language): readonly LedgerRow[] {
  const found = findLedger(sheets, language);
  return found ? found.sheet.rows.slice(found.first) : [];
}

/**
 * 计入 as a person left it in the ledger, in the order of `units`; undefined where the ledger or the unit's row is
 * gone. Sorted and filtered ledgers are followed; rows of equal names are taken in their order.
 */
export function readCounted(sheets: readonly GridSheet[], units: readonly string[], language: Language): (boolean | undefined)[] {
  const rows = ledgerRows(sheets, language);
  const byUnit = new Map<string, boolean[]>();
  for (const row of rows) {
    const unit = String(row[LEDGER_COLUMNS.unit]?.value ?? "");
    const counted = row[LEDGER_COLUMNS.counted]?.value;
    if (unit !== "" && counted !== undefined) byUnit.set(unit, [...(byUnit.get(unit) ?? []), Number(counted) === 1]);
  }
  return units.map((unit) => byUnit.get(unit)?.shift());
}
