import fc from "fast-check";
import { coverRectangles, runsOfEqual } from "./rectangles.ts";

describe("coverRectangles", () => {
  it("joins rows below each other that have the same run", () => {
    const cells = [0, 1, 2].flatMap((row) => [0, 1].map((column) => ({ row, column, value: row < 2 ? "a" : "b" })));
    expect(coverRectangles(cells)).toEqual([
      { area: { top: 0, left: 0, bottom: 1, right: 1 }, value: "a" },
      { area: { top: 2, left: 0, bottom: 2, right: 1 }, value: "b" },
    ]);
  });

  it("covers every cell once, with its own value", () => {
    const cell = fc.record({ row: fc.nat(6), column: fc.nat(6), value: fc.constantFrom("a", "b") });
    fc.assert(
      fc.property(fc.uniqueArray(cell, { selector: ({ row, column }) => `${row},${column}` }), (cells) => {
        const covered = coverRectangles(cells).flatMap(({ area, value }) => {
          const found = [];
          for (let row = area.top; row <= area.bottom; row++) for (let column = area.left; column <= area.right; column++) found.push({ row, column, value });
          return found;
        });
        const sorted = (list: typeof cells) => list.map(({ row, column, value }) => `${row},${column},${value}`).sort();
        expect(sorted(covered)).toEqual(sorted(cells));
      }),
    );
  });

  it("leaves gaps of a list out", () => {
    expect(runsOfEqual([1, 1, undefined, 1, 2])).toEqual([[0, 1, 1], [3, 3, 1], [4, 4, 2]]);
  });
});
