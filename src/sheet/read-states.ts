import { findState, givenStates, type HandInState } from "../consolidation/hand-in-state.ts";
import type { GridSheet } from "../source/xlsx.ts";
import { DIRECTORY_COLUMNS } from "./directory.ts";
import { LEDGER_COLUMNS } from "./ledger.ts";
import type { WorkbookMetadata } from "./metadata.ts";
import { say } from "./texts.ts";

/**
 * Hand-in states (退回 已核 不需报) that a person typed over those found out, in 目录 or in the ledger, by unit. One that
 * was stored lapses where both sheets have lost it.
 */
export function readStates(sheets: readonly GridSheet[], metadata: WorkbookMetadata): Readonly<Record<string, HandInState>> {
  const { language } = metadata;
  const given: Record<string, HandInState> = {};
  for (const { name, state } of [{ name: LEDGER_COLUMNS.unit, state: LEDGER_COLUMNS.state }, DIRECTORY_COLUMNS]) {
    const isHeading = (row: GridSheet["rows"][number]) => row[name]?.value === say("name", language) && row[state]?.value === say("state", language);
    const rows = sheets.map((sheet) => sheet.rows.slice(sheet.rows.findIndex(isHeading) + 1)).find((_, index) => sheets[index]!.rows.some(isHeading)) ?? [];
    for (const row of rows) {
      const found = row[state]?.formula === undefined ? findState(String(row[state]?.value ?? "")) : undefined;
      if (found && givenStates.includes(found)) given[String(row[name]?.value ?? "")] = found;
    }
  }
  return given;
}
