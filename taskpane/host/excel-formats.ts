import { holds } from "../../src/writer/excel/content.ts";
import type { Step } from "../../src/writer/excel/step.ts";
import { request, type OfficeParts } from "./excel-office.ts";

/** Ids of conditional formats, by sheet. */
export type FormatIds = ReadonlyMap<string, readonly string[]>;

type ClearStep = Extract<Step, { do: "clear-conditional" }>;

/**
 * The conditional formats that steps are to take away: ours alone, known by their formulas; those of the user stay. One
 * more request, and only where a sheet's own formats change, which they do with the form's edition.
 */
export async function findFormats(office: OfficeParts, steps: readonly Step[]): Promise<FormatIds> {
  const clears = steps.filter((step): step is ClearStep => step.do === "clear-conditional" && step.formulas !== undefined);
  if (clears.length === 0) return new Map();
  return request(office, (context) => {
    const asked = clears.map((step) => {
      const formats = context.workbook.worksheets.getItemOrNullObject(step.sheet).getRange().untrack().conditionalFormats;
      return { step, formats: formats.load("items/id,items/type,items/customOrNullObject/rule/formula") };
    });
    return () => new Map(asked.map(({ step, formats }) => [step.sheet, formats.isNullObject ? [] : formats.items.filter((format) => isOurs(format, step.formulas!)).map(({ id }) => id)]));
  });
}

const isOurs = ({ type, customOrNullObject }: Excel.ConditionalFormat, formulas: readonly string[]): boolean =>
  type === "Custom" && !customOrNullObject.isNullObject && formulas.some((formula) => holds({ input: formula, text: false }, customOrNullObject.rule.formula));
