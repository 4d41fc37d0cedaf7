import { readFileSync } from "node:fs";
import { join } from "node:path";
import { layouts } from "./registry.ts";

describe("docs/layouts.md", () => {
  const rows = readFileSync(join(__dirname, "../../../docs/layouts.md"), "utf8").split("\n").filter((line) => line.startsWith("| `"));

  it("names every layout, in the registry's order (else run `npm run docs:layouts`)", () => {
    expect(rows.map((row) => /^\| `([^`]+)`/.exec(row)![1])).toEqual(layouts.map((layout) => layout.id));
  });

  it("shows nothing silently wrong", () => {
    expect(rows.filter((row) => !/\| 0 \| 0 of \d+ \|$/.test(row))).toEqual([]);
  });
});
