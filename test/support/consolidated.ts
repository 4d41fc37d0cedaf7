import { formsOfEdition } from "../../src/form/forms.ts";
import type { EditionId } from "../../src/form/definition.ts";
import type { Cell, Report } from "../../src/report/model.ts";
import type { ConsolidatedMember, ConsolidatedReports } from "../../src/sheet/consolidated.ts";
import { mappedFigure } from "../../src/sheet/ledger.ts";

/** The plain sum of the counted members: what the sheets' formulas must come to. */
export function sumMembers(unit: string, year: number, edition: EditionId, members: readonly ConsolidatedMember[]): ConsolidatedReports {
  const tables = formsOfEdition(edition).map((form) => {
    const cells = form.cells.map(({ id }): [string, Cell] => {
      const values = members.filter((member) => member.counted).flatMap((member) => mappedFigure(member.report, form, id).value ?? []);
      return [id, values.length === 0 ? { value: null, status: "blank" } : { value: values.reduce((sum, value) => sum + value, 0), status: "summed", origin: { kind: "consolidated" } }];
    });
    return { table: form.id, edition: form.edition, cells: Object.fromEntries(cells) };
  });
  const report: Report = { unit, year, file: "", tables };
  return { report, members, missing: [{ unit: "示例市未报局", kind: "municipal-department" }], findings: [{ code: "unit-missing", at: { part: "consolidation" }, unit: "示例市未报局", words: { unit: "示例市未报局" } }] };
}
