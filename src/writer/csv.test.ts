import fc from "fast-check";
import { guardFormula, writeCsv } from "./csv.ts";

/** A reader of RFC 4180 that nothing else uses: the other side of the round trip. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  for (let at = 1, row: string[] = []; at < text.length; ) {
    let field = "";
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        field += text[at];
        if (text[at] === '"') at += 1;
      }
      at += 1;
    } else {
      for (; text[at] !== "," && text[at] !== "\r"; at += 1) field += text[at];
    }
    row.push(field);
    if (text[at] === ",") at += 1;
    else {
      at += 2;
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

describe("writeCsv", () => {
  it("begins with a byte order mark and ends every line with CRLF", () => {
    expect(writeCsv([["单位", "原文"], ["甲,乙", '说"好"']])).toBe('\uFEFF单位,原文\r\n"甲,乙","说""好"""\r\n');
  });

  it("lets no cell become a formula, yet keeps figures and bare signs as they are", () => {
    expect(["=1+1", "+A1", "-2+3", "@x", "\tx", "＝1"].map(guardFormula)).toEqual(["'=1+1", "'+A1", "'-2+3", "'@x", "'\tx", "'＝1"]);
    expect(["-54", "+2", "-0.5", "-", "--", "12件", ""].map(guardFormula)).toEqual(["-54", "+2", "-0.5", "-", "--", "12件", ""]);
  });

  it("gives back every cell, guard apart", () => {
    const cell = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', ",", "\r", "\n", "=", "-", "1", "件") }));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (rows) => {
        expect(readCsv(writeCsv(rows))).toEqual(rows.map((row) => row.map(guardFormula)));
      }),
    );
  });
});
