import type { PlanValue } from "../../src/sheet/plan.ts";
import { parseAddress } from "../../src/sheet/address.ts";
import { SHEET_ID_NAME } from "../../src/sheet/unit-sheet.ts";
import type { GridCell, GridSheet, GridWorkbook } from "../../src/source/xlsx.ts";
import { request, supportsExcel, type OfficeParts } from "./excel-office.ts";

interface Extent {
  readonly name: string;
  readonly visible: boolean;
  readonly id?: string;
  readonly cells: number;
}

/** Cells of one answer: values and formulas of so many stay well below Excel's 5 MB. */
const MOST_CELLS = 40_000;

/** Everything in the workbook as plain cells, or the sheets of `only`. Merged areas are known from ExcelApi 1.13 on. */
export async function readGrid(office: OfficeParts, only?: readonly string[]): Promise<GridWorkbook> {
  const names = only ?? (await sheetNames(office));
  const extents = await request(office, (context) => {
    const looks = names.map((name) => extentOf(context.workbook.worksheets.getItemOrNullObject(name)));
    return () => looks.flatMap((look) => look() ?? []);
  });
  const sheets: GridSheet[] = [];
  for (const group of groupsOf(extents)) {
    sheets.push(
      ...(await request(office, (context) => {
        const reads = group.map((extent) => readSheet(office, context.workbook.worksheets.getItem(extent.name), extent));
        return () => reads.map((read) => read());
      })),
    );
  }
  return { sheets };
}

const sheetNames = (office: OfficeParts): Promise<string[]> =>
  request(office, (context) => {
    const sheets = context.workbook.worksheets.load("items/name");
    return () => sheets.items.map((sheet) => sheet.name);
  });

function extentOf(sheet: Excel.Worksheet): () => Extent | undefined {
  sheet.load("name,visibility");
  const id = sheet.names.getItemOrNullObject(SHEET_ID_NAME).load("value");
  const used = sheet.getUsedRangeOrNullObject(true).untrack().load("rowCount,columnCount");
  return () => (sheet.isNullObject ? undefined : { name: sheet.name, visible: sheet.visibility === "Visible", ...(!id.isNullObject && { id: String(id.value) }), cells: used.isNullObject ? 0 : used.rowCount * used.columnCount });
}

function groupsOf(extents: readonly Extent[]): Extent[][] {
  const groups: Extent[][] = [];
  let cells = Infinity;
  for (const extent of extents) {
    if (cells + extent.cells > MOST_CELLS) {
      groups.push([]);
      cells = 0;
    }
    groups[groups.length - 1]!.push(extent);
    cells += extent.cells;
  }
  return groups;
}

function readSheet(office: OfficeParts, sheet: Excel.Worksheet, extent: Extent): () => GridSheet {
  const used = sheet.getUsedRangeOrNullObject(true).untrack().load("values,formulas,rowIndex,columnIndex");
  const merged = supportsExcel(office, "1.13") ? sheet.getRange().untrack().getMergedAreasOrNullObject().untrack().load("address") : undefined;
  return () => ({
    name: extent.name,
    visible: extent.visible,
    rows: used.isNullObject ? [] : toRows(used.values as PlanValue[][], used.formulas as PlanValue[][], used.rowIndex, used.columnIndex),
    merges: !merged || merged.isNullObject ? [] : merged.address.split(/,(?=(?:[^']*'[^']*')*[^']*$)/).flatMap(toArea),
    names: extent.id === undefined ? [] : [{ name: SHEET_ID_NAME, refersTo: `"${extent.id}"` }],
  });
}

function toRows(values: PlanValue[][], formulas: PlanValue[][], top: number, left: number): (GridCell | undefined)[][] {
  const rows = values.map((row, rowIndex) => {
    const cells = row.map((value, column): GridCell | undefined => {
      const formula = formulas[rowIndex]?.[column];
      // A text that begins with "=" is its own "formula".
      if (typeof formula === "string" && formula.startsWith("=") && formula !== value) return { value: value === "" ? "" : value, formula: formula.slice(1) };
      return value === "" || value === null ? undefined : { value };
    });
    return [...Array.from({ length: left }, () => undefined), ...cells];
  });
  return [...Array.from({ length: top }, () => []), ...rows];
}

function toArea(address: string): GridSheet["merges"][number][] {
  const [first, last] = address.slice(address.lastIndexOf("!") + 1).split(":").map(parseAddress);
  return first ? [{ top: first.row, left: first.column, bottom: (last ?? first).row, right: (last ?? first).column }] : [];
}
