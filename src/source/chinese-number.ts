const DIGITS: Readonly<Record<string, number>> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

/** A number in Chinese numerals up to 99,999,999, or null. */
export function parseChinese(text: string): number | null {
  if (/^[〇零一二两三四五六七八九]{2,}$/.test(text)) return null;
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const mark of text) {
    const value = DIGITS[mark];
    if (value !== undefined) {
      if (digit !== 0) return null;
      digit = value;
    } else if (mark === "万") {
      total = (total + section + digit) * 10000;
      section = digit = 0;
    } else {
      section += (digit || (mark === "十" ? 1 : 0)) * (mark === "十" ? 10 : mark === "百" ? 100 : 1000);
      digit = 0;
    }
  }
  return total + section + digit;
}
