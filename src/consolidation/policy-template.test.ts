import { formOf, formsOfEdition } from "../form/forms.ts";
import { formatPolicy, parsePolicy, ruleFor } from "./policy.ts";
import { policyTemplate } from "./policy-template.ts";

describe.each([[2020, "2019"], [2024, "2021"]] as const)("the template of %i", (year, edition) => {
  const policy = policyTemplate("甲市人民政府", year);

  it("covers every cell of tables 二, 三 and 四 of its edition, and names no row that the edition lacks", () => {
    for (const form of formsOfEdition(edition)) for (const cell of form.cells) expect([form.id, cell.id, ruleFor(policy, form, cell.id)?.from]).toEqual([form.id, cell.id, form.id === "disclosure" ? "provided" : "summed"]);
    for (const rule of policy.sources) {
      const form = formOf({ table: rule.table, edition });
      expect(rule.rows?.filter((row) => !form.row(row)) ?? []).toEqual([]);
    }
  });

  it("is read back from its own file without a word", () => {
    expect(parsePolicy(JSON.parse(JSON.stringify(formatPolicy(policy))))).toEqual({ policy, findings: [] });
  });
});
