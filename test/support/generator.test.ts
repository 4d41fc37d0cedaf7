import fc from "fast-check";
import { formOf } from "../../src/form/forms.ts";
import { randomReport, reportArbitrary } from "./generator.ts";
import { brokenRules } from "./truth.ts";

describe("randomReport", () => {
  it("gives the same report for the same wishes", () => {
    expect(randomReport({ edition: "2021", seed: 5 })).toEqual(randomReport({ edition: "2021", seed: 5 }));
  });

  it("mixes editions in a hybrid, table 四 following table 三", () => {
    const [second, third, fourth] = randomReport({ edition: "hybrid", seed: 3 }).tables;
    expect(second!.edition).not.toBe(third!.edition);
    expect(fourth!.edition).toBe(third!.edition);
  });

  it("fills every official cell and obeys every rule", () => {
    fc.assert(
      fc.property(reportArbitrary(), (report) => {
        for (const table of report.tables) expect(Object.keys(table.cells)).toEqual(formOf(table).cells.map((cell) => cell.id));
        expect(brokenRules(report)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
