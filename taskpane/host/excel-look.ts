import type { PlanValue } from "../../src/sheet/plan.ts";
import { SHEET_ID_NAME } from "../../src/sheet/unit-sheet.ts";
import type { SeenSheet, SeenWorkbook } from "../../src/writer/excel/seen.ts";
import { request, type OfficeParts } from "./excel-office.ts";

/** Reads what stands in the workbook, as much as is asked for by name. */
export async function lookAt(office: OfficeParts, names: readonly string[]): Promise<SeenWorkbook> {
  return request(office, (context) => {
    const { workbook } = context;
    const sheets = workbook.worksheets.load("items/name,items/visibility");
    const application = workbook.application.load("calculationMode");
    const protection = workbook.protection.load("protected");
    workbook.load("readOnly");
    const looks = names.map((name) => inspect(workbook, name));
    return () => ({
      sheets: sheets.items.map((sheet) => ({ name: sheet.name, visible: sheet.visibility === "Visible" })),
      inspected: new Map(looks.flatMap((look) => look() ?? []).map((sheet) => [sheet.name.toLowerCase(), sheet])),
      readOnly: workbook.readOnly,
      structureProtected: protection.protected,
      calculation: application.calculationMode,
    });
  });
}

/** Looks into further sheets of a workbook that was looked at. */
export async function lookFurther(office: OfficeParts, seen: SeenWorkbook, names: readonly string[]): Promise<SeenWorkbook> {
  if (names.length === 0) return seen;
  const more = await lookAt(office, names);
  return { ...more, inspected: new Map([...seen.inspected, ...more.inspected]) };
}

function inspect(workbook: Excel.Workbook, name: string): () => SeenSheet | undefined {
  const sheet = workbook.worksheets.getItemOrNullObject(name).load("name");
  const id = sheet.names.getItemOrNullObject(SHEET_ID_NAME).load("value");
  const used = sheet.getUsedRangeOrNullObject(true).load("formulas,rowIndex,columnIndex");
  const protection = sheet.protection.load("protected");
  return () => {
    if (sheet.isNullObject) return undefined;
    const cells = used.isNullObject ? [] : fromFirstCell(used.formulas as PlanValue[][], used.rowIndex, used.columnIndex);
    return { name: sheet.name, ...(!id.isNullObject && { id: String(id.value) }), isProtected: protection.protected, cells };
  };
}

function fromFirstCell(cells: PlanValue[][], top: number, left: number): PlanValue[][] {
  return [...Array.from({ length: top }, () => []), ...cells.map((row) => (left === 0 ? row : [...Array.from({ length: left }, () => ""), ...row]))];
}
