import { findForm } from "../form/forms.ts";
import { evaluateEquation } from "./evaluate.ts";

const reviews = findForm("reviews", "2021")!;
const [equation] = reviews.equations;
const verdictOf = (values: Record<string, number>) => evaluateEquation(equation!, (id) => values[id.split("/")[1]!] ?? null);

describe("evaluateEquation", () => {
  it("compares both sides", () => {
    expect(verdictOf({ upheld: 3, corrected: 1, "other-result": 0, pending: 2, total: 7 })).toMatchObject({ state: "fails", left: 6, right: 7, difference: -1, blanks: [] });
  });

  it("treats a blank as unknown, not zero, and keeps the side that is complete", () => {
    expect(verdictOf({ upheld: 3, corrected: 1, "other-result": 0, total: 4 })).toEqual({ state: "unknown", left: null, right: 4, difference: null, blanks: ["reconsideration/pending"] });
  });

  it("knows what may be smaller and what may not be below zero", () => {
    const disclosure = findForm("disclosure", "2019")!;
    const of = (ruleId: string, ...values: number[]) => {
      const found = disclosure.equations.find((one) => one.ruleId === ruleId)!;
      return evaluateEquation(found, (id) => values[[...found.left, ...found.right].indexOf(id)] ?? null).state;
    };
    expect([of("disclosed-within-total", 1, 2), of("disclosed-within-total", 3, 2), of("items-nonnegative", 54, -54), of("items-nonnegative", 54, -55)]).toEqual(["holds", "fails", "holds", "fails"]);
  });
});
