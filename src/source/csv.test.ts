import fc from "fast-check";
import { guardFormula, writeCsv } from "../writer/csv.ts";
import { parseCsv } from "./csv.ts";

describe("parseCsv", () => {
  it("takes quotes, empty fields and every kind of line end", () => {
    expect(parseCsv('\uFEFF单位,别名\r\n"甲,乙","说""好"""\n,\r丙')).toEqual([["单位", "别名"], ["甲,乙", '说"好"'], ["", ""], ["丙"]]);
    expect(parseCsv("a\n\nb,")).toEqual([["a"], [""], ["b", ""]]);
  });

  it("never throws on bad quoting", () => {
    expect(parseCsv('"open,\n1')).toEqual([["open,\n1"]]);
    expect(parseCsv('"a"b,c"d')).toEqual([["ab", 'c"d']]);
    expect(parseCsv("")).toEqual([]);
  });

  it("reads back every cell that the writer writes, its guard apart", () => {
    const cell = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', ",", "\r", "\n", "=", "-", "1", "件") }));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (rows) => {
        expect(parseCsv(writeCsv(rows))).toEqual(rows.map((row) => row.map(guardFormula)));
      }),
    );
  });
});
