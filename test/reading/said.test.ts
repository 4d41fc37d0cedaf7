/**
 * Prints in which something cannot be read, or not for sure: what is not exact is said of its table.
 *
 * `test/fixtures/said/<name>/`: the source, and in truth.json the cells that matter (table → cell id → figure in units
 * of its measure; null: the print does not have it).
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { forms } from "../../src/form/forms.ts";
import { isTableRef } from "../../src/finding/model.ts";
import { readFixture } from "../support/fixture.ts";

const folder = join(__dirname, "../fixtures/said");

interface Truth {
  readonly about: string;
  readonly truth: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
}

const cases = readdirSync(folder).sort().map((name): readonly [string, Truth, () => ReturnType<typeof readFixture>] => {
  const kind = existsSync(join(folder, name, "source.html")) ? "html" : "text";
  const source = readFileSync(join(folder, name, kind === "html" ? "source.html" : "source.txt"), "utf8");
  return [name, JSON.parse(readFileSync(join(folder, name, "truth.json"), "utf8")) as Truth, () => readFixture({ kind, source })];
});

it.each(cases)("%s is exact or said", (_, { truth }, read) => {
  const [first, ...others] = read();
  expect(others).toEqual([]);
  for (const [number, cells] of Object.entries(truth)) {
    const id = forms.find((form) => form.number === number)!.id;
    const table = first!.report.tables.find((one) => one.table === id);
    const isSaid = first!.findings.some(({ at }) => isTableRef(at) && at.table === id);
    const wrong = Object.entries(cells).filter(([cell, value]) => (table?.cells[cell]?.value ?? null) !== value);
    expect([number, isSaid ? [] : wrong]).toEqual([number, []]);
    // Else it belongs among the layouts.
    expect(wrong.length).toBeGreaterThan(0);
  }
});
