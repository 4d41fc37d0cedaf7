import fc from "fast-check";
import { parseChinese } from "./chinese-number.ts";

const DIGITS = "零一二三四五六七八九";
const MARKS = ["", "十", "百", "千"];

/** A number below ten thousand in full Chinese writing: 一千零五, 三百五十. */
function write(value: number): string {
  const digits = [...String(value)].map(Number);
  let text = "";
  digits.forEach((digit, at) => {
    const place = digits.length - 1 - at;
    if (digit > 0) text += DIGITS[digit]! + MARKS[place]!;
    else if (digits.slice(at + 1).some((one) => one > 0) && !text.endsWith("零")) text += "零";
  });
  return text;
}

describe("parseChinese", () => {
  it.each([["十", 10], ["十五", 15], ["二十", 20], ["一百零三", 103], ["两千三百", 2300], ["十二万五千", 125_000], ["一万零二", 10_002]])("%s", (text, value) => expect(parseChinese(text)).toBe(value));
  it("takes a last digit for a tenth of the unit before it, as people say it", () => expect(["三百五", "一千二", "一万二", "十万零五"].map(parseChinese)).toEqual([350, 1200, 12_000, 100_005]));
  it("takes a unit that counts nothing for no number", () => expect(["百", "千", "万", "百五", "千二", "一千百"].map(parseChinese)).toEqual([null, null, null, null, null, null]));
  it("takes digits in a row for no number", () => expect(parseChinese("二〇二一")).toBeNull());
  it("reads back whatever is written in full", () => fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), (value) => expect(parseChinese(write(value))).toBe(value))));
});
