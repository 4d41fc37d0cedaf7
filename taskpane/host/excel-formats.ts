import { holds } from "../../src/writer/excel/content.ts";
import type { Step } from "../../src/writer/excel/step.ts";
import { request, type OfficeParts } from "./excel-office.ts";

/** A conditional format by formula; others are none of our making. */
export interface FormulaFormat {
  readonly id: string;
  readonly formula: string;
}

/** Ids of conditional formats, by sheet. */
export type FormatIds = ReadonlyMap<string, readonly string[]>;

type ClearStep = Extract<Step, { do: "clear-conditional" }>;

/** Queues the question for a sheet's conditional formats by formula. */
export function askFormats(sheet: Excel.Worksheet): () => FormulaFormat[] {
  const formats = sheet.getRange().untrack().conditionalFormats.load("items/id,items/type,items/customOrNullObject/rule/formula");
  return () => formats.items.flatMap(({ id, type, customOrNullObject }) => (type === "Custom" && !customOrNullObject.isNullObject ? [{ id, formula: customOrNullObject.rule.formula }] : []));
}

/**
 * The conditional formats that steps are to take away: ours alone, known by their formulas; those of the user stay. One
 * more request where the last look does not tell them, and only where a sheet's own formats change.
 */
export async function findFormats(office: OfficeParts, steps: readonly Step[], known: (sheet: string) => readonly FormulaFormat[] | undefined): Promise<FormatIds> {
  const clears = steps.filter((step): step is ClearStep => step.do === "clear-conditional" && step.formulas !== undefined);
  const idsOf = ({ formulas = [] }: ClearStep, formats: readonly FormulaFormat[]) => formats.filter(({ formula: now }) => formulas.some((formula) => holds({ input: formula, text: false }, now))).map(({ id }) => id);
  const found = new Map(clears.flatMap((step) => {
    const formats = known(step.sheet);
    return formats ? [[step.sheet, idsOf(step, formats)] as const] : [];
  }));
  const unknown = clears.filter(({ sheet }) => !found.has(sheet));
  if (unknown.length === 0) return found;
  return request(office, (context) => {
    const asked = unknown.map((step) => ({ step, read: askFormats(context.workbook.worksheets.getItem(step.sheet)) }));
    return () => new Map([...found, ...asked.map(({ step, read }) => [step.sheet, idsOf(step, read())] as const)]);
  });
}
