import { quoteSheet } from "../../sheet/address.ts";
import { SHEET_ID_NAME } from "../../sheet/unit-sheet.ts";
import { sheetNameFor } from "../../sheet/names.ts";
import type { SheetPlan, WorkbookPlan } from "../../sheet/plan.ts";
import { STORE, hasSheet, seenSheet, type SeenSheet, type SeenWorkbook } from "./seen.ts";
import type { Written, WrittenSheet } from "./record.ts";

/** A planned sheet and what it meets in the workbook. */
export interface Meeting {
  readonly planned: SheetPlan;
  /** Name that the plan gave it, before the workbook had a say. */
  readonly plannedName: string;
  readonly existing?: SeenSheet;
  readonly written?: WrittenSheet;
  /** A sheet of somebody else has the planned name. */
  readonly foreign: boolean;
}

/**
 * Finds for every planned sheet the sheet of ours that it updates, also where the user renamed it, and a free name
 * where somebody else's sheet has the planned one. All formulas and links of the plan follow the names.
 */
export function arrange(plan: WorkbookPlan, seen: SeenWorkbook, written: Written): Meeting[] {
  const visible = plan.sheets.filter((sheet) => sheet.kind !== "metadata");
  const taken = new Set([...seen.sheets.map((sheet) => sheet.name), ...visible.map((sheet) => sheet.name), STORE.sheet]);
  const names = new Map<string, string>();
  const met = visible.map((sheet) => {
    const before = written.find((one) => one.name.toLowerCase() === sheet.name.toLowerCase());
    const existing = existingSheet(sheet, before, plan, seen, written);
    const foreign = existing === undefined && hasSheet(seen, sheet.name);
    const name = existing?.name ?? (foreign ? sheetNameFor(sheet.name, taken, sheet.name) : sheet.name);
    taken.add(name);
    names.set(sheet.name, name);
    return { sheet, existing, foreign, written: existing && before };
  });
  const renamed = [...names].filter(([from, to]) => from !== to);
  return met.map(({ sheet, existing, foreign, written: before }) => ({ planned: withId(withNames(sheet, names, renamed)), plannedName: sheet.name, existing, foreign, written: before }));
}

function existingSheet(sheet: SheetPlan, before: WrittenSheet | undefined, plan: WorkbookPlan, seen: SeenWorkbook, written: Written): SeenSheet | undefined {
  const named = seenSheet(seen, sheet.name);
  // A sheet that carries the id of another one of ours is a copy that the user made of it: not ours to write over.
  if (named) return before || (named.id !== undefined && !written.some((one) => one.id === named.id)) ? named : undefined;
  if (!before) return undefined;
  const planned = new Set(plan.sheets.map((one) => one.name.toLowerCase()));
  const renamed = [...seen.inspected.values()].filter((one) => one.id === before.id && !planned.has(one.name.toLowerCase()));
  // Renamed and copied: nobody can say which of them is the one that was written, so none is written over.
  return renamed.length === 1 ? renamed[0] : undefined;
}

/** Every sheet of ours carries its id in a name of its own; the plan gives one only to sheets with a report. */
export function withId(sheet: SheetPlan): SheetPlan {
  const known = sheet.names.some((name) => name.name === SHEET_ID_NAME);
  return known ? sheet : { ...sheet, names: [...sheet.names, { name: SHEET_ID_NAME, refersTo: `"${sheet.id}"` }] };
}

function withNames(sheet: SheetPlan, names: ReadonlyMap<string, string>, renamed: readonly (readonly [string, string])[]): SheetPlan {
  if (renamed.length === 0) return sheet;
  // One pass, so that two sheets may swap names: every reference of a plan is quoted.
  const pattern = new RegExp(renamed.map(([from]) => `${quoteSheet(from)}!`.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("|"), "g");
  const follow = (formula: string) => formula.replace(pattern, (reference) => `${quoteSheet(names.get(reference.slice(1, -2).replaceAll("''", "'"))!)}!`);
  return {
    ...sheet,
    name: names.get(sheet.name)!,
    cells: sheet.cells.map((cell) => ({
      ...cell,
      ...(cell.formula !== undefined && { formula: follow(cell.formula) }),
      ...(cell.link && { link: { ...cell.link, sheet: names.get(cell.link.sheet) ?? cell.link.sheet } }),
    })),
  };
}
