import fc from "fast-check";
import { canonical, guardText, holds } from "./content.ts";

describe("guardText", () => {
  it("marks what Excel would make something else of, and nothing else", () => {
    expect(["=1", "+1", "-x", "@a", "\t", "007", "１２", "2020年", "二〇二〇年五月一日", "true", "#N/A", "'a"].map(guardText)).toEqual(["'=1", "'+1", "'-x", "'@a", "'\t", "'007", "'１２", "'2020年", "'二〇二〇年五月一日", "'true", "'#N/A", "''a"]);
    expect(["市教育局", "自然人", "合计", ""].map(guardText)).toEqual(["市教育局", "自然人", "合计", ""]);
  });

  it("never leaves a text that begins like a formula, and loses nothing", () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("=", "+", "-", "@", "\t", "'", "甲", "1") }));
    fc.assert(
      fc.property(text, (given) => {
        const guarded = guardText(given);
        expect(guarded).not.toMatch(/^[=+\-@\t\r\n]/);
        expect(guarded.replace(/^'/, "")).toBe(given.startsWith("'") ? given : given.replaceAll("\r\n", "\n"));
      }),
    );
  });
});

describe("holds", () => {
  it("knows a formula in Excel's spelling, and one that somebody changed", () => {
    const planned = { input: "=IF(ISNUMBER('市教育局'!I12),'市教育局'!I12,\"\")", text: false };
    expect(holds(planned, '=IF(ISNUMBER(市教育局!I12),市教育局!I12,"")')).toBe(true);
    expect(holds(planned, '=IF(ISNUMBER(市教育局!I13),市教育局!I13,"")')).toBe(false);
    expect(holds(planned, 12)).toBe(false);
    // Numbers and texts count as much as references do.
    expect(holds({ input: "='市教育局'!S2+19", text: false }, "=市教育局!S2+12")).toBe(false);
    expect(holds({ input: '=IF(H3>0,"有误","已报")', text: false }, '=IF(H3>0,"有误","已核")')).toBe(false);
  });

  it("knows a text with or without its mark, and does not take a formula for it", () => {
    expect(holds({ input: "'007", text: true }, "007")).toBe(true);
    expect(holds({ input: "'007", text: true }, 7)).toBe(false);
    expect(canonical(0.1 + 0.2)).toBe(canonical(0.3));
  });
});
