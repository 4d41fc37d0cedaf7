import fc from "fast-check";
import { evaluateEquation } from "../balance/evaluate.ts";
import { compileForm, type CellId, type Equation, type Form } from "../form/compile.ts";
import { forms } from "../form/forms.ts";
import { measures } from "../form/measures.ts";
import { formatFigure } from "../report/figure.ts";
import { calculate, type Calculation } from "../../test/support/calculate.ts";
import { toAddress } from "./address.ts";
import { checkFormula, checkText, differenceFormula, sumFormula } from "./formula.ts";

/** A form of amounts, made up: no official rule compares 万元, yet formulas must be ready for one. */
const amounts = compileForm({
  id: "disclosure", edition: "2021", number: "二", title: "", layout: "bands",
  bands: [{ id: "band", columns: ["a", "b", "total"].map((id) => ({ id, label: id, measure: measures.amount })), rows: [{ id: "row", label: "row" }] }],
  rules: [
    { kind: "balance", id: "review-total", level: "error", per: "row", left: ["a", "b"], right: ["total"] },
    { kind: "at-most", id: "flow", level: "error", per: "row", left: ["a"], right: ["b"] },
  ],
});

const byGrid = (form: Form) => (id: CellId) => {
  const cell = form.cell(id)!;
  return toAddress(cell.row.index, form.definition.bands[0]!.columns.length > 1 ? cell.row.band.columns.indexOf(cell.column) : cell.index);
};

type Entry = number | null | string;

const sheetOf = (form: Form, entries: ReadonlyMap<CellId, Entry>): Calculation["values"] =>
  Object.fromEntries(
    [...entries].flatMap(([id, entry]) => (entry === null ? [] : [[byGrid(form)(id), typeof entry === "number" ? Number(formatFigure(entry, form.cell(id)!.measure)) : entry]])),
  );

describe("formulas", () => {
  const flow = forms[1]!.equations[0]!;

  it("compares two rows with two rows, guarded against blanks", () => {
    expect(checkFormula(forms[1]!, flow, byGrid(forms[1]!))).toBe(
      'IF(COUNT(A1:A2,A22:A23)<4,"？空白",IF(SUM(A1:A2)=SUM(A22:A23),"✓",CONCATENATE("✗ 左",TEXT(SUM(A1:A2),"0")," 右",TEXT(SUM(A22:A23),"0")," 差",TEXT(SUM(SUM(A1:A2),-SUM(A22:A23)),"0"))))',
    );
  });

  it("says both sides and the difference, for counts and for amounts", () => {
    const values = new Map<CellId, Entry>([[flow.left[0]!, 41], [flow.left[1]!, 0], [flow.right[0]!, 40], [flow.right[1]!, 2]]);
    const money = new Map<CellId, Entry>([["row/a", 100_000], ["row/b", 200_000], ["row/total", 300_001]]);
    const results = calculate([
      { values: sheetOf(forms[1]!, values), formulas: [checkFormula(forms[1]!, flow, byGrid(forms[1]!))] },
      { values: sheetOf(amounts, money), formulas: [checkFormula(amounts, amounts.equations[0]!, byGrid(amounts))] },
    ]);
    expect(results).toEqual([["✗ 左41 右42 差-1"], ["✗ 左0.300000 右0.300001 差-0.000001"]]);
  });

  it("joins neighbours into ranges, sheet by sheet, never across", () => {
    const at: Record<string, string> = { a: "'市教育局'!I12", b: "'市教育局'!I13", c: "'市教育局'!J13", d: "'市水利局'!J14", e: "K1", f: "L1", g: "M1" };
    expect(sumFormula(["a", "b", "c", "d", "e", "f", "g"], (id) => at[id]!)).toBe(`IF(COUNT('市教育局'!I12:I13,'市教育局'!J13,'市水利局'!J14,K1:M1)=7,SUM('市教育局'!I12:I13,'市教育局'!J13,'市水利局'!J14,K1:M1),"")`);
  });

  it("stays below Excel's limit on formulas whatever the sheet is called", () => {
    const sheet = `'${"''".repeat(31)}'!`;
    for (const form of forms) {
      for (const equation of form.equations) {
        const at = (id: CellId) => `${sheet}$${toAddress(form.cell(id)!.index * 2, 30)}`;
        expect(Math.max(checkFormula(form, equation, at).length, differenceFormula(form, equation, at).length)).toBeLessThan(8192);
      }
    }
  });

  it("agrees with the evaluation in TypeScript on random figures, blanks and text", () => {
    const entry = (form: Form, id: CellId): fc.Arbitrary<Entry> => {
      const amount = form.cell(id)!.measure.scale === 6;
      const number = amount ? fc.oneof(fc.integer({ min: -3_000_000, max: 3_000_000 }), fc.integer({ min: 0, max: 9_000_000_000_00 })) : fc.oneof(fc.integer({ min: -2, max: 4 }), fc.integer({ min: 0, max: 2_000_000_000 }));
      return fc.oneof({ weight: 30, arbitrary: number }, { weight: 1, arbitrary: fc.constantFrom<Entry>(null, "-", "12件", "") });
    };
    const example = fc.constantFrom<Form>(...forms, amounts, amounts, amounts).chain((form) =>
      fc.constantFrom<Equation>(...form.equations).chain((equation) => {
        const ids = [...equation.left, ...equation.right];
        // Half of the cases are made to balance, or nearly.
        return fc.tuple(fc.tuple(...ids.map((id) => entry(form, id))), fc.constantFrom(null, 0, 1, -1)).map(([entries, off]) => {
          const values = new Map(ids.map((id, at) => [id, entries[at]!]));
          const last = equation.right[equation.right.length - 1];
          if (off !== null && last) {
            const sum = (side: readonly CellId[]) => side.reduce((total, id) => total + (typeof values.get(id) === "number" ? Number(values.get(id)) : 0), 0);
            values.set(last, sum(equation.left) - sum(equation.right.slice(0, -1)) + off);
          }
          return { form, equation, values };
        });
      }),
    );
    // Sampled first and calculated in one go: the engine runs in a process of its own.
    const examples = fc.sample(example, { numRuns: 400, seed: Date.now() });
    const calculated = calculate(
      examples.map(({ form, equation, values }) => ({ values: sheetOf(form, values), formulas: [checkFormula(form, equation, byGrid(form)), differenceFormula(form, equation, byGrid(form))] })),
    );
    examples.forEach(({ form, equation, values }, at) => {
      const valueOf = (id: CellId) => (typeof values.get(id) === "number" ? Number(values.get(id)) : null);
      const verdict = evaluateEquation(equation, valueOf);
      const [check, difference] = calculated[at]!;
      const shown = verdict.difference === null ? null : Number(formatFigure(verdict.difference, form.cell(equation.left[0]!)!.measure));
      expect([sheetOf(form, values), equation.id, check, difference === "" ? null : Number(Number(difference).toFixed(6))]).toEqual([sheetOf(form, values), equation.id, checkText(form, equation, verdict), shown]);
    });
  });
});
