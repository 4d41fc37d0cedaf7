import fc from "fast-check";
import { acceptFinding, applyAcceptances, findingKey, sayAcceptance } from "./acceptance.ts";
import type { Finding } from "./model.ts";

const finding = (received: string, unit = "市教育局"): Finding => ({ code: "review-total", unit, at: { table: "reviews", edition: "2019", row: "reconsideration", column: "total" }, expected: "5", received, words: { left: "1＋4＝5", right: "总计 6", difference: "-1" } });

describe("accepting a finding", () => {
  it("closes it with who, when and why", () => {
    const reason = acceptFinding(finding("6"), { why: "已电话核实", who: "张三", when: "2021-01-20" });
    expect(sayAcceptance(reason)).toBe("已电话核实（张三，2021-01-20）");
    expect(applyAcceptances([finding("6"), finding("6", "市水利局")], [reason])).toEqual({ open: [finding("6", "市水利局")], accepted: [finding("6")], lapsed: [] });
  });

  it("lapses when a value changes, and not when only the file is another", () => {
    const reason = acceptFinding(finding("6"), { why: "已核" });
    expect(applyAcceptances([finding("7")], [reason])).toEqual({ open: [finding("7")], accepted: [], lapsed: [reason] });
    expect(applyAcceptances([{ ...finding("6"), file: "b.txt" }], [reason]).open).toEqual([]);
  });

  it("has one key for one finding, whatever the order of its words", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), fc.string(), (words, received) => {
        const turned = Object.fromEntries(Object.entries(words).reverse());
        expect(findingKey({ ...finding(received), words })).toBe(findingKey({ ...finding(received), words: turned }));
        expect(findingKey({ ...finding(received), words })).not.toBe(findingKey({ ...finding(`${received}0`), words }));
      }),
    );
  });
});
