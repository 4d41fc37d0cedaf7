import type { FormCell } from "../form/compile.ts";
import { LEDGER_COLUMNS, ledgerRange, type LedgerMap } from "./ledger.ts";

/** Numbers below any figure: COUNTIFS then counts exactly the cells that hold a number. */
const ANY_NUMBER = '">=-999999999999"';

/** Condition "counts": the ledger's 计入 is 1. */
export const countedRange = (map: LedgerMap): string => ledgerRange(map, LEDGER_COLUMNS.counted);

/** How many counted units have a number in a ledger column. */
export const haveFormula = (map: LedgerMap, column: number): string => `COUNTIFS(${countedRange(map)},1,${ledgerRange(map, column)},${ANY_NUMBER})`;

/** Sum of a ledger column over the counted units, of one 类别 where `kind` (formula text) is given. */
export function ledgerSum(map: LedgerMap, column: number, cell: FormCell, kind?: string): string {
  const condition = kind === undefined ? "" : `,${ledgerRange(map, LEDGER_COLUMNS.kind)},${kind}`;
  const sum = `SUMIFS(${ledgerRange(map, column)},${countedRange(map)},1${condition})`;
  return cell.measure.scale === 0 ? sum : `ROUND(${sum},${cell.measure.scale})`;
}
