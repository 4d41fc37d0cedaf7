import { forms } from "../form/forms.ts";
import { toTraditional } from "../../test/support/layouts/characters.ts";
import { labelKey } from "./script.ts";

const labels = forms.flatMap((form) => [
  ...form.rows.flatMap((row) => [row.label, row.note ?? "", ...row.headings.map((heading) => heading.label)]),
  ...form.definition.bands.flatMap((band) => [band.label ?? "", band.stub ?? "", ...(band.aliases ?? []), ...band.columns.map((column) => column.label)]),
]);

it("compares labels of both scripts as equal", () => {
  for (const label of labels) expect(labelKey(toTraditional(label))).toBe(labelKey(label));
});

it("never changes a simplified label", () => {
  for (const label of labels) expect(labelKey(label)).toBe(label.replace(/[^\p{Script=Han}\d]+/gu, ""));
});
