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

/** Bytes that one answer may bring, as estimated; Excel's own limit is 5 MB. */
const MOST_READ = 2_000_000;

/** Looks into further sheets of a workbook that was looked at, as many at a time as one answer may bring. */
export async function lookFurther(office: OfficeParts, seen: SeenWorkbook, names: readonly string[], sizeOf: (name: string) => number): Promise<SeenWorkbook> {
  const groups: string[][] = [];
  let size = Infinity;
  for (const name of names) {
    size += sizeOf(name);
    if (size > MOST_READ) {
      groups.push([]);
      size = sizeOf(name);
    }
    groups[groups.length - 1]!.push(name);
  }
  let all = seen;
  for (const group of groups) {
    const more = await lookAtParts(office, group);
    all = { ...more, inspected: new Map([...all.inspected, ...more.inspected]) };
  }
  return all;
}

/** The estimate may be wrong: an answer that is too large is asked for in halves. */
async function lookAtParts(office: OfficeParts, names: readonly string[]): Promise<SeenWorkbook> {
  try {
    return await lookAt(office, names);
  } catch (error) {
    if ((error as { code?: string }).code !== "ResponsePayloadSizeLimitExceeded" || names.length < 2) throw error;
    const half = Math.ceil(names.length / 2);
    const first = await lookAtParts(office, names.slice(0, half));
    const second = await lookAtParts(office, names.slice(half));
    return { ...second, inspected: new Map([...first.inspected, ...second.inspected]) };
  }
}

function inspect(workbook: Excel.Workbook, name: string): () => SeenSheet | undefined {
  const sheet = workbook.worksheets.getItemOrNullObject(name).load("name");
  const id = sheet.names.getItemOrNullObject(SHEET_ID_NAME).load("value");
  const used = sheet.getUsedRangeOrNullObject(true).untrack().load("formulas,rowIndex,columnIndex");
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
