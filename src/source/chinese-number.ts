const DIGITS: Readonly<Record<string, number>> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** A number in Chinese numerals up to 99,999,999, or null. 三百五 is 350 and 一万二 is 12,000; 三百零五 is 305. */
export function parseChinese(text: string): number | null {
  if (/^[〇零一二两三四五六七八九]{2,}$/.test(text)) return null;
  let total = 0;
  let section = 0;
  let digit = 0;
  /** What a last digit counts, where no 零 stands before it: a tenth of the unit before. */
  let tenth = 1;
  for (const mark of text) {
    const value = DIGITS[mark];
    if (value !== undefined) {
      if (digit !== 0) return null;
      digit = value;
      if (value === 0) tenth = 1;
    } else if (digit === 0 && mark !== "十" && (mark !== "万" || section === 0)) {
      // 百 alone, or 千二: what it counts is lost, or it is no number.
      return null;
    } else if (mark === "万") {
      total = (total + section + digit) * 10000;
      section = digit = 0;
      tenth = 1000;
    } else {
      section += (digit || (mark === "十" ? 1 : 0)) * UNITS[mark]!;
      digit = 0;
      tenth = UNITS[mark]! / 10;
    }
  }
  return total + section + digit * tenth;
}
