import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compileForm } from "./compile.ts";
import { FormError, type TableForm } from "./definition.ts";
import { disclosure2021 } from "./editions/disclosure.ts";
import { forms } from "./forms.ts";

const official = join(__dirname, "../../../shared/forms.csv");

describe("the official forms", () => {
  (existsSync(official) ? it : it.skip)("has exactly the cells of the official list, in its order", () => {
    const known = new Set<string>(forms.map((form) => form.edition));
    const listed = readFileSync(official, "utf8").trim().split(/\r?\n/).slice(1).filter((line) => known.has(line.slice(0, 4)));
    expect(forms.flatMap((form) => form.cells.map((cell) => [form.edition, form.number, cell.row.path, cell.column.label].join(",")))).toEqual(listed);
  });

  it("names the table, the rule and the unknown row of a wrong definition", () => {
    const wrong: TableForm = { ...disclosure2021, rules: [{ kind: "balance", id: "flow", level: "error", per: "column", left: ["carryed-in"], right: ["rules"] }] };
    expect(() => compileForm(wrong)).toThrow(new FormError("disclosure 2021", 'rule "flow" names unknown row "carryed-in"'));
  });
});
