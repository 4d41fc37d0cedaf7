import { parseAddress } from "../../src/sheet/address.ts";
import type { PlanValue } from "../../src/sheet/plan.ts";
import { SHEET_ID_NAME } from "../../src/sheet/unit-sheet.ts";
import type { GridCell, GridSheet, GridWorkbook } from "../../src/source/xlsx.ts";
import { joinLooks, lookInGroups, type Look, type LookedSheet } from "./excel-look.ts";
import { request, type OfficeParts } from "./excel-office.ts";

/** Bytes of an answer for a sheet of which only the name is known. */
export const UNKNOWN = 400_000;
/** As many of them are looked into without being measured first. */
const FEW = 4;
/** Bytes that a cell takes on the average, result and formula. */
const BYTES_PER_CELL = 50;

/** Bytes that sheets took when they were last looked into, by name: what is known is asked for in the first request. */
export type KnownSizes = Map<string, number>;

/**
 * Everything in the workbook, formulas and results; of the sheets of `only` where it names some. One request where the
 * workbook is small and its sheets are known; sheets that nobody knew of are asked for in further ones.
 */
export async function readWorkbook(office: OfficeParts, known: KnownSizes, only?: readonly string[]): Promise<Look> {
  if (!only) await measure(office, known);
  const sizeOf = (name: string) => known.get(name) ?? UNKNOWN;
  let look = await lookInGroups(office, only ?? [...known.keys()], sizeOf, true);
  const others = only ? [] : look.sheets.map(({ name }) => name).filter((name) => !look.inspected.has(name.toLowerCase()));
  for (const name of others) known.set(name, UNKNOWN);
  if (others.length > 0) await measure(office, known);
  if (others.length > 0) look = joinLooks(look, await lookInGroups(office, others, sizeOf, true));
  if (!only) known.clear();
  for (const sheet of look.inspected.values()) known.set(sheet.name, bytesOf(sheet));
  return look;
}

/** Where a workbook of many sheets was just opened, how large each is costs one small request and saves many. */
async function measure(office: OfficeParts, known: KnownSizes): Promise<void> {
  const names = [...known].filter(([, size]) => size === UNKNOWN).map(([name]) => name);
  if (names.length <= FEW) return;
  const sizes = await request(office, (context) => {
    const uses = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name).getUsedRangeOrNullObject(true).untrack().load("rowCount,columnCount"));
    return () => uses.map((used) => (used.isNullObject ? 0 : used.rowCount * used.columnCount * BYTES_PER_CELL));
  });
  names.forEach((name, index) => known.set(name, sizes[index]!));
}

const bytesOf = ({ cells, values }: LookedSheet): number => [cells, values ?? []].reduce((sum, rows) => sum + rows.reduce((all, row) => row.reduce<number>((bytes, cell) => bytes + String(cell).length * 2 + 3, all), 0), 0);

/** A look as plain cells, in the workbook's order. Merged areas are known from ExcelApi 1.13 on. */
export function gridOf(look: Look): GridWorkbook {
  return { sheets: look.sheets.flatMap(({ name }) => look.inspected.get(name.toLowerCase()) ?? []).map(toGrid) };
}

const toGrid = (sheet: LookedSheet): GridSheet => ({
  name: sheet.name,
  visible: sheet.visible,
  rows: sheet.cells.map((formulas, row) => formulas.map((formula, column) => toCell(formula, sheet.values?.[row]?.[column] ?? ""))),
  merges: (sheet.merged ?? "").split(/,(?=(?:[^']*'[^']*')*[^']*$)/).flatMap(toArea),
  names: sheet.id === undefined ? [] : [{ name: SHEET_ID_NAME, refersTo: `"${sheet.id}"` }],
});

function toCell(formula: PlanValue, value: PlanValue): GridCell | undefined {
  // A text that begins with "=" is its own "formula".
  if (typeof formula === "string" && formula.startsWith("=") && formula !== value) return { value, formula: formula.slice(1) };
  return value === "" || value === null ? undefined : { value };
}

function toArea(address: string): GridSheet["merges"][number][] {
  const [first, last] = address.slice(address.lastIndexOf("!") + 1).split(":").map(parseAddress);
  return first ? [{ top: first.row, left: first.column, bottom: (last ?? first).row, right: (last ?? first).column }] : [];
}
