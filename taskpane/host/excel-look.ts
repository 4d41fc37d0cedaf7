import { columnLetters } from "../../src/sheet/address.ts";
import type { PlanValue } from "../../src/sheet/plan.ts";
import { SHEET_ID_NAME } from "../../src/sheet/unit-sheet.ts";
import type { SeenSheet, SeenWorkbook } from "../../src/writer/excel/seen.ts";
import { askFormats } from "./excel-formats.ts";
import { request, supportsExcel, type OfficeParts } from "./excel-office.ts";

/** A sheet as one look shows it. */
export interface LookedSheet extends SeenSheet {
  readonly visible: boolean;
  /** Its conditional formats by formula, with their ids; of whole sheets. */
  readonly formats?: readonly { readonly id: string; readonly formula: string }[];
  /** Results, from A1; only where they were asked for. */
  readonly values?: readonly (readonly PlanValue[])[];
  /** Addresses of merged areas, as Excel lists them; from ExcelApi 1.13, with the values. */
  readonly merged?: string;
}

export interface Look extends SeenWorkbook {
  readonly inspected: ReadonlyMap<string, LookedSheet>;
}

/** A sheet to look into: all of it, or rows of it, from 0, ends included. */
export interface Piece {
  readonly name: string;
  readonly rows?: readonly [from: number, to: number, lastColumn: number];
}

/** Reads what stands in the workbook, as much as is asked for by name. */
export const lookAt = (office: OfficeParts, names: readonly string[]): Promise<Look> => lookAtPieces(office, names.map((name) => ({ name })), false);

async function lookAtPieces(office: OfficeParts, pieces: readonly Piece[], results: boolean): Promise<Look> {
  return request(office, (context) => {
    const { workbook } = context;
    const sheets = workbook.worksheets.load("items/name,items/visibility");
    const application = workbook.application.load("calculationMode");
    const protection = workbook.protection.load("protected");
    workbook.load("readOnly");
    const looks = pieces.map((piece) => inspect(office, workbook, piece, results));
    return () => ({
      sheets: sheets.items.map((sheet) => ({ name: sheet.name, visible: sheet.visibility === "Visible" })),
      inspected: new Map(looks.flatMap((look) => look() ?? []).map((sheet) => [sheet.name.toLowerCase(), sheet])),
      readOnly: workbook.readOnly,
      structureProtected: protection.protected,
      calculation: application.calculationMode,
    });
  });
}

/** Bytes that one answer may bring, as estimated; Excel's own limit is 5 MB. */
const MOST_READ = 2_000_000;

/**
 * Looks into sheets, as many at a time as one answer may bring; at least one request is made, so that the list of sheets
 * is known. A sheet that is too large for one answer is read in bands of rows.
 */
export async function lookInGroups(office: OfficeParts, names: readonly string[], sizeOf: (name: string) => number, results: boolean): Promise<Look> {
  const groups: string[][] = [[]];
  let size = 0;
  for (const name of names) {
    size += sizeOf(name);
    if (size > MOST_READ && groups[groups.length - 1]!.length > 0) {
      groups.push([]);
      size = sizeOf(name);
    }
    groups[groups.length - 1]!.push(name);
  }
  let all: Look | undefined;
  for (const group of groups) {
    const more = await lookAtParts(office, group.map((name) => ({ name })), results);
    all = all ? joinLooks(all, more) : more;
  }
  return all!;
}

/** Looks into further sheets of a workbook that was looked at. */
export async function lookFurther(office: OfficeParts, seen: Look, names: readonly string[], sizeOf: (name: string) => number): Promise<Look> {
  return names.length === 0 ? seen : joinLooks(seen, await lookInGroups(office, names, sizeOf, false));
}

/** The later look says how the workbook is; bands of one sheet are put together. */
export function joinLooks(first: Look, second: Look): Look {
  const inspected = new Map(first.inspected);
  for (const [name, sheet] of second.inspected) {
    const above = inspected.get(name);
    inspected.set(name, above ? { ...sheet, cells: over(above.cells, sheet.cells)!, ...(sheet.values && { values: over(above.values, sheet.values) }) } : sheet);
  }
  return { ...second, inspected };
}

type Rows = readonly (readonly PlanValue[])[];
const over = (above: Rows | undefined, below: Rows): Rows => [...(above ?? []), ...below.slice(above?.length ?? 0)];

const isTooLarge = (error: unknown): boolean => (error as { code?: string }).code === "ResponsePayloadSizeLimitExceeded";

/** The estimate may be wrong: an answer that is too large is asked for in halves. */
async function lookAtParts(office: OfficeParts, pieces: readonly Piece[], results: boolean): Promise<Look> {
  try {
    return await lookAtPieces(office, pieces, results);
  } catch (error) {
    if (!isTooLarge(error) || pieces.length === 0) throw error;
    const [one] = pieces;
    const parts = pieces.length > 1 ? pieces : await halvesOf(office, one!);
    if (parts.length < 2) throw error;
    const half = Math.ceil(parts.length / 2);
    return joinLooks(await lookAtParts(office, parts.slice(0, half), results), await lookAtParts(office, parts.slice(half), results));
  }
}

async function halvesOf(office: OfficeParts, { name, rows }: Piece): Promise<Piece[]> {
  const [from, to, lastColumn] = rows ?? (await extentOf(office, name));
  if (from >= to) return [];
  const middle = Math.floor((from + to) / 2);
  return [{ name, rows: [from, middle, lastColumn] }, { name, rows: [middle + 1, to, lastColumn] }];
}

const extentOf = (office: OfficeParts, name: string): Promise<readonly [number, number, number]> =>
  request(office, (context) => {
    const used = context.workbook.worksheets.getItem(name).getUsedRangeOrNullObject(true).untrack().load("rowIndex,rowCount,columnIndex,columnCount");
    return () => (used.isNullObject ? [0, 0, 0] : [0, used.rowIndex + used.rowCount - 1, used.columnIndex + used.columnCount - 1]);
  });

function inspect(office: OfficeParts, workbook: Excel.Workbook, { name, rows }: Piece, results: boolean): () => LookedSheet | undefined {
  const sheet = workbook.worksheets.getItemOrNullObject(name).load("name,visibility");
  const id = sheet.names.getItemOrNullObject(SHEET_ID_NAME).load("value");
  const range = rows ? sheet.getRange(`A${rows[0] + 1}:${columnLetters(rows[2])}${rows[1] + 1}`) : sheet.getUsedRangeOrNullObject(true);
  const used = range.untrack().load(`formulas,rowIndex,columnIndex${results ? ",values" : ""}`);
  const merged = results && supportsExcel(office, "1.13") ? sheet.getRange().untrack().getMergedAreasOrNullObject().untrack().load("address") : undefined;
  const protection = sheet.protection.load("protected");
  const formats = rows ? undefined : askFormats(sheet);
  return () => {
    if (sheet.isNullObject) return undefined;
    const fromFirst = (cells: unknown) => (used.isNullObject ? [] : fromFirstCell(cells as PlanValue[][], used.rowIndex, used.columnIndex));
    return {
      name: sheet.name,
      visible: sheet.visibility === "Visible",
      ...(!id.isNullObject && { id: String(id.value) }),
      isProtected: protection.protected,
      ...(formats && { formats: formats() }),
      cells: fromFirst(used.isNullObject ? [] : used.formulas),
      ...(results && { values: fromFirst(used.isNullObject ? [] : used.values) }),
      ...(merged && !merged.isNullObject && { merged: merged.address }),
    };
  };
}

function fromFirstCell(cells: PlanValue[][], top: number, left: number): PlanValue[][] {
  return [...Array.from({ length: top }, () => []), ...cells.map((row) => (left === 0 ? row : [...Array.from({ length: left }, () => ""), ...row]))];
}
