import type { FormCell } from "../form/compile.ts";
import type { UnitKind } from "../report/model.ts";
import { unitKindLabels } from "../report/status.ts";
import { quoteText } from "./address.ts";
import { LEDGER_COLUMNS, ledgerRange, type LedgerMap } from "./ledger.ts";

/** Numbers below any figure: COUNTIFS then counts exactly the cells that hold a number. */
const ANY_NUMBER = '">=-999999999999"';

/** Condition "counts": the ledger's 计入 is 1. */
export const countedRange = (map: LedgerMap): string => ledgerRange(map, LEDGER_COLUMNS.counted);

const perKind = (kinds: readonly UnitKind[] | undefined, one: (kind?: string) => string): string => {
  if (!kinds) return one();
  const terms = kinds.map((kind) => one(quoteText(unitKindLabels[kind])));
  return terms.length === 1 ? terms[0]! : `SUM(${terms.join(",")})`;
};

const ofKind = (map: LedgerMap, kind?: string) => (kind === undefined ? "" : `,${ledgerRange(map, LEDGER_COLUMNS.kind)},${kind}`);

/** How many counted units (of some 类别) there are. */
export const countedFormula = (map: LedgerMap, kinds?: readonly UnitKind[]): string => perKind(kinds, (kind) => (kind === undefined ? `COUNTIF(${countedRange(map)},1)` : `COUNTIFS(${countedRange(map)},1${ofKind(map, kind)})`));

/** How many counted units (of some 类别) have a number in a ledger column. */
export const haveFormula = (map: LedgerMap, column: number, kinds?: readonly UnitKind[]): string => perKind(kinds, (kind) => `COUNTIFS(${countedRange(map)},1,${ledgerRange(map, column)},${ANY_NUMBER}${ofKind(map, kind)})`);

/** Sum of a ledger column over the counted units, of some 类别 where they are given. */
export function ledgerSum(map: LedgerMap, column: number, cell: FormCell, kinds?: readonly UnitKind[]): string {
  const sum = perKind(kinds, (kind) => `SUMIFS(${ledgerRange(map, column)},${countedRange(map)},1${ofKind(map, kind)})`);
  return cell.measure.scale === 0 ? sum : `ROUND(${sum},${cell.measure.scale})`;
}

/** A figure of the counted ledger row whose unit is named in the cell `at`; empty where it has none. */
export function ledgerLookUp(map: LedgerMap, column: number, cell: FormCell, at: string): string {
  const own = `${ledgerRange(map, LEDGER_COLUMNS.unit)},${at},${countedRange(map)},1`;
  const figures = ledgerRange(map, column);
  const sum = `SUMIFS(${figures},${own})`;
  return `IF(COUNTIFS(${own},${figures},${ANY_NUMBER})=0,"",${cell.measure.scale === 0 ? sum : `ROUND(${sum},${cell.measure.scale})`})`;
}
