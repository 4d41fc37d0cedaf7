import fc from "fast-check";
import { sheetNameFor } from "./names.ts";

describe("sheet names", () => {
  it("replaces what Excel forbids and numbers clashes without regard to case", () => {
    expect(sheetNameFor("a/b[c]:*?\\", new Set(), "x")).toBe("a_b_c_____");
    expect(sheetNameFor("abc", new Set(["ABC"]), "x")).toBe("abc(2)");
    expect(sheetNameFor("'", new Set(), "x")).toBe("_");
    expect(sheetNameFor("", new Set(["未命名单位"]), "未命名单位")).toBe("未命名单位(2)");
  });

  it("always gives a name that Excel takes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), fc.array(fc.string({ maxLength: 5 })), (name, taken) => {
        const given = sheetNameFor(name, new Set(taken), "单位");
        expect(given.length).toBeGreaterThan(0);
        expect(given.length).toBeLessThanOrEqual(31);
        expect(given).not.toMatch(/[[\]:*?/\\]|^'|'$/);
        expect(taken.map((one) => one.toLowerCase())).not.toContain(given.toLowerCase());
      }),
    );
  });
});
