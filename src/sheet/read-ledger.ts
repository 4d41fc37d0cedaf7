import type { Language } from "../finding/catalogue.ts";
import type { GridSheet } from "../source/xlsx.ts";
import { LEDGER_COLUMNS } from "./ledger.ts";
import { say } from "./texts.ts";

/**
 * 计入 as a person left it in the ledger, in the order of `units`; undefined where the ledger or the unit's row is
 * gone. Sorted and filtered ledgers are followed; rows of equal names are taken in their order.
 */
export function readCounted(sheets: readonly GridSheet[], units: readonly string[], language: Language): (boolean | undefined)[] {
  const wanted = [say("name", language), say("kind", language), say("counted", language)];
  const isHeading = (row: GridSheet["rows"][number]) => wanted.every((text, index) => row[LEDGER_COLUMNS.unit + index]?.value === text);
  const rows = sheets.map((sheet) => sheet.rows.slice(sheet.rows.findIndex(isHeading) + 1)).find((_, index) => sheets[index]!.rows.some(isHeading)) ?? [];
  const byUnit = new Map<string, boolean[]>();
  for (const row of rows) {
    const unit = String(row[LEDGER_COLUMNS.unit]?.value ?? "");
    const counted = row[LEDGER_COLUMNS.counted]?.value;
    if (unit !== "" && counted !== undefined) byUnit.set(unit, [...(byUnit.get(unit) ?? []), Number(counted) === 1]);
  }
  return units.map((unit) => byUnit.get(unit)?.shift());
}
