import { guardFormula, writeCsv } from "./csv.ts";

describe("writeCsv", () => {
  it("begins with a byte order mark and ends every line with CRLF", () => {
    expect(writeCsv([["单位", "原文"], ["甲,乙", '说"好"']])).toBe('\uFEFF单位,原文\r\n"甲,乙","说""好"""\r\n');
  });

  it("lets no cell become a formula, yet keeps figures and bare signs as they are", () => {
    expect(["=1+1", "+A1", "-2+3", "@x", "\tx", "＝1"].map(guardFormula)).toEqual(["'=1+1", "'+A1", "'-2+3", "'@x", "'\tx", "'＝1"]);
    expect(["-54", "+2", "-0.5", "-", "--", "12件", ""].map(guardFormula)).toEqual(["-54", "+2", "-0.5", "-", "--", "12件", ""]);
  });
});
