import { measures } from "../form/measures.ts";
import { parseChinese } from "../source/chinese-number.ts";
import { parseValue, toFigure } from "./value.ts";

const figure = (text: string, measure = measures.amount as Parameters<typeof toFigure>[1], unit?: Parameters<typeof toFigure>[2]) => {
  const value = parseValue(text);
  return value?.kind === "number" ? toFigure(value, measure, unit) : value;
};

describe("printed values", () => {
  it.each([
    ["减54", -54], ["增150", 150], ["+2", 2], ["-16", -16], ["减少58", -58], ["↓3", -3], ["2,120,471", 2120471], ["十二", 12], ["一百零五", 105], ["3件", 3], ["22(其中修订16件)", 22],
  ])("reads %s", (text, value) => {
    expect(figure(text, measures.itemsChange)).toMatchObject({ value });
  });

  it.each(["2020年", "1.属于国家秘密", "第3项", "20201月1日", "3.", "(一)", "1,23", "18:30", "12%"])("does not take %s for a value", (text) => {
    expect(parseValue(text)).toBeUndefined();
  });

  it.each(["/", "-", "—", "——", "无", "不适用"])("keeps %s apart from zero", (text) => {
    expect(parseValue(text)).toEqual({ kind: "none" });
  });

  it("converts amounts exactly and shows what it did", () => {
    expect(figure("251000元")).toEqual({ value: 25_100_000, conversion: "251000元＝25.1万元" });
    expect(figure("6125.81442万元")).toEqual({ value: 6_125_814_420 });
    expect(figure("1.79亿元")).toEqual({ value: 17_900_000_000, conversion: "1.79亿元＝17900万元" });
    expect(figure("2000万")).toEqual({ value: 2_000_000_000 });
    expect(figure("251000", measures.amount, "元")).toEqual({ value: 25_100_000, conversion: "251000元＝25.1万元" });
  });

  it("keeps the bare number where no unit is printed, except that zero is zero", () => {
    expect(figure("3829.46")).toEqual({ value: 3_829_460_000, measureUnknown: true });
    expect(figure("0")).toEqual({ value: 0 });
  });

  it("refuses what cannot be held exactly", () => {
    expect(figure("1.2345678万元")).toBeNull();
    expect(figure("3.5", measures.cases)).toBeNull();
  });

  it("does not take a year in Chinese digits for a count", () => {
    expect(parseChinese("二〇二〇")).toBeNull();
  });
});
