import type { FormCell } from "../../../src/form/compile.ts";
import { formatFigure } from "../../../src/report/figure.ts";
import type { Random } from "../random.ts";
import { chineseNumeral } from "./chinese-numerals.ts";
import type { NumberStyle, NumberStyleId } from "./model.ts";

const wide = (text: string) => text.replace(/[0-9.+-]/g, (char) => String.fromCodePoint(char.codePointAt(0)! + 0xfee0));
const grouped = (text: string, mark: string) => text.replace(/^(-?)(\d+)/, (_, sign: string, whole: string) => sign + whole.replace(/\B(?=(\d{3})+$)/g, mark));
const isSigned = (cell: FormCell) => cell.measure.signed === true;
const isAmount = (cell: FormCell) => cell.measure.id === "amount";

type Print = (value: number, cell: FormCell, plain: string, random: Random) => string;

/** A style that only touches 本年增/减: `up` and `down` stand before the figure; zero stays 0. */
const signs = (up: string, down: string): Print => (value, cell, plain) =>
  isSigned(cell) && value !== 0 ? (value > 0 ? up : down) + plain.replace("-", "") : plain;

/** A style that only touches amounts, in 元, 万元 or 亿元: exact, whatever the places. */
const amounts = (scale: number, mark: string): Print => (value, cell, plain) => (isAmount(cell) ? movePoint(value, scale) + mark : plain);

/** `value` is in 0.01 元; scale 2 prints 元, 6 prints 万元, 10 prints 亿元. */
function movePoint(value: number, scale: number): string {
  const digits = String(value).padStart(scale + 1, "0");
  const places = digits.slice(-scale).replace(/0+$/, "");
  return digits.slice(0, -scale) + (places && `.${places}`);
}

const revised: Print = (value, cell, plain, random) =>
  cell.measure.id === "documents" && value > 1 && random.chance(0.7) ? `${plain}(其中修订${random.int(1, value - 1)}件)` : plain;

const numerals: Print = (value, cell, plain) => (isAmount(cell) ? plain : (value < 0 ? "减" : "") + chineseNumeral(Math.abs(value)));

const lossless = (id: NumberStyleId, description: string, print: Print): NumberStyle => ({
  id,
  description,
  lossless: true,
  print: (value, cell, plain, random) => ({ text: print(value, cell, plain, random) }),
});

const zeros = (id: NumberStyleId, description: string, marks: readonly string[]): NumberStyle => ({
  id,
  description,
  lossless: false,
  print: (value, _cell, plain, random) => (value === 0 ? { text: random.pick(marks), blank: true } : { text: plain }),
});

const styles: readonly NumberStyle[] = [
  lossless("plain", "0 · -58 · 6125.81442", (_value, _cell, plain) => plain),
  lossless("full-width-digits", "１２０", (_value, _cell, plain) => wide(plain)),
  lossless("thousands", "2,120,471", (_value, _cell, plain) => grouped(plain, ",")),
  lossless("thousands-wide", "2，120，471", (_value, _cell, plain) => grouped(plain, "，")),
  lossless("thousands-space", "2 120 471", (_value, _cell, plain) => grouped(plain, " ")),
  lossless("signed-word", "增150 · 减54", signs("增", "减")),
  lossless("signed-long-word", "增加150 · 减少58", signs("增加", "减少")),
  lossless("plus-minus", "+2 · -16", signs("+", "-")),
  lossless("full-width-signs", "＋2 · －16", signs("＋", "－")),
  lossless("minus-sign", "−16 (U+2212)", signs("", "−")),
  lossless("arrows", "↑2 · ↓3", signs("↑", "↓")),
  lossless("amount-yuan", "251000元 in a 万元 column", amounts(2, "元")),
  lossless("amount-wan", "6125.81442万元, 2000万", (_value, cell, plain, random) => (isAmount(cell) ? plain + random.pick(["万元", "万元", "万"]) : plain)),
  lossless("amount-yi", "1.79亿元", amounts(10, "亿元")),
  lossless("with-measure", "12件 · 3项", (_value, cell, plain) => (isAmount(cell) ? `${plain}万元` : plain + cell.measure.label)),
  lossless("revised-note", "22(其中修订16件)", revised),
  lossless("chinese-numerals", "零 · 十二 · 减五十四", numerals),
  lossless("mixed", "another of the above for each figure", (value, cell, plain, random) => {
    const spaced: readonly NumberStyleId[] = ["mixed", "thousands-space", "chinese-numerals"];
    return random.pick(styles.filter((style) => style.lossless && !spaced.includes(style.id))).print(value, cell, plain, random).text;
  }),
  zeros("zero-slash", "zeros as /", ["/"]),
  zeros("zero-hyphen", "zeros as -", ["-"]),
  zeros("zero-dash", "zeros as —", ["—"]),
  zeros("zero-none", "zeros as 无", ["无"]),
  zeros("zero-not-applicable", "zeros as 不适用", ["不适用"]),
  zeros("zero-empty", "zeros left out", [""]),
  zeros("zero-mixed", "zeros as 0, /, - or nothing", ["/", "-", "—", ""]),
];

/** Every way to print figures. Those that are not lossless print zeros as signs for "none". */
export const numberStyles: readonly NumberStyle[] = styles;

export function numberStyle(id: NumberStyleId): NumberStyle {
  const style = styles.find((entry) => entry.id === id);
  if (!style) throw new Error(`no number style ${id}`);
  return style;
}

/** Text of one figure; `null` prints `blankMark`. Styles that print the measure say so in the cell, never the header. */
export function printFigure(value: number | null, cell: FormCell, style: NumberStyle, blankMark: string, random: Random): { text: string; blank?: true } {
  if (value === null) return { text: blankMark, blank: true };
  return style.print(value, cell, formatFigure(value, cell.measure), random);
}
