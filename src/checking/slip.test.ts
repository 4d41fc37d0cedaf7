import fc from "fast-check";
import { sayFinding } from "../finding/say.ts";
import type { ReportTable } from "../report/model.ts";
import { withCells } from "../report/table.ts";
import { randomReport } from "../../test/support/generator.ts";
import { checkTable } from "./check-table.ts";
import { findSlips, isDigitSwap } from "./slip.ts";

const balanced = (seed: number) => randomReport({ edition: "2021", seed, size: "large" }).tables.find((table) => table.table === "requests")!;
const change = (table: ReportTable, values: Readonly<Record<string, number>>) =>
  withCells(table, Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { ...table.cells[id]!, value }])));
const valueOf = (table: ReportTable, id: string) => table.cells[id]!.value!;
const swapDigits = (value: number) => Number(String(value).replace(/^(\d)(\d)/, "$2$1"));

describe("likely slips", () => {
  it("points at the cell in which two digits were swapped, and says what would fit", () => {
    const seed = [1, 2, 3, 4, 5, 6, 7, 8, 9].find((at) => /^(\d)(?!\1)[1-9]/.test(String(valueOf(balanced(at), "granted/natural-persons"))))!;
    const table = balanced(seed);
    const value = valueOf(table, "granted/natural-persons");
    const slips = findSlips(change(table, { "granted/natural-persons": swapDigits(value) }));
    expect(slips).toMatchObject([{ code: "possible-slip", at: { row: "granted", column: "natural-persons" }, received: String(swapDigits(value)), expected: String(value) }]);
    expect(sayFinding(slips[0]!)).toContain("数字颠倒");
    expect(sayFinding(slips[0]!, "en-US")).toContain("two digits swapped");
  });

  it("finds two neighbours that were interchanged, though their row still adds up", () => {
    const table = balanced(3);
    const [a, b] = [valueOf(table, "granted/natural-persons"), valueOf(table, "granted/firms")];
    expect(a).not.toBe(b);
    const slips = findSlips(change(table, { "granted/natural-persons": b, "granted/firms": a }));
    expect(slips).toMatchObject([{ at: { row: "granted" }, words: { kind: "neighbours-swapped" } }]);
  });

  it("never offers anything for a balanced table, and what it offers for one altered cell includes the truth or nothing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(200), fc.integer({ min: 1, max: 90 }), (seed, at, more) => {
        const table = balanced(seed);
        expect(findSlips(table)).toEqual([]);
        const ids = Object.keys(table.cells);
        const id = ids[at % ids.length]!;
        const altered = change(table, { [id]: valueOf(table, id) + more });
        const slips = findSlips(altered);
        // A hint, not a repair: the rules stay broken.
        expect(checkTable(altered).some((finding) => ["flow", "outcome-total", "applicant-total"].includes(finding.code))).toBe(true);
        for (const slip of slips) expect(slip.expected).not.toBe("");
      }),
      { numRuns: 60 },
    );
  });

  it("tells swapped digits from other changes", () => {
    expect([isDigitSwap(372, 327), isDigitSwap(372, 273), isDigitSwap(372, 373), isDigitSwap(12, 120)]).toEqual([true, true, false, false]);
  });
});
