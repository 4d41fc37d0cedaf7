const DIGITS = "零一二三四五六七八九";
const PLACES = ["", "十", "百", "千"];

function below10000(value: number): string {
  let text = "";
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      gap = text !== "";
      continue;
    }
    if (gap) text += DIGITS[0];
    gap = false;
    text += DIGITS[digit]! + PLACES[place]!;
  }
  return text;
}

/** Chinese numeral of a whole number from 0 to 99,999,999: 零, 十二, 一百零三, 二百一十二万零四百七十一. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 99_999_999) throw new RangeError(`no numeral for ${value}`);
  if (value === 0) return DIGITS[0]!;
  const [high, low] = [Math.floor(value / 10000), value % 10000];
  const lowText = low === 0 ? "" : (high > 0 && low < 1000 ? DIGITS[0]! : "") + below10000(low);
  const text = (high > 0 ? `${below10000(high)}万` : "") + lowText;
  return text.replace(/^一十/, "十");
}
