import { parseChinese } from "../source/chinese-number.ts";
import type { Measure } from "../form/definition.ts";
import { formatFigure, parseFigure } from "../report/figure.ts";
import { simplified } from "./script.ts";

/** What a word prints: a number, or one of the ways to print that there is none (`/ - — 无 不适用`). */
export type Value =
  | {
      readonly kind: "number";
      /** Plain decimal without sign. */
      readonly decimal: string;
      readonly negative: boolean;
      /** A sign or 增/减 was printed: only a change can bear one. */
      readonly signed: boolean;
      /** Unit of money or of ten thousands printed behind the number. */
      readonly unit?: keyof typeof MONEY;
      /** A remark printed behind the number: `22(其中修订16件)`. */
      readonly remark?: string;
      /** Not the print to the letter: letters taken for digits (`1O`), digits apart in one cell (`5 3`) or on one line (`20 227`); one figure for several rows. */
      readonly doubt?: "letters" | "pieces" | "apart" | "merged";
      /** `¥` without a unit behind the number: it says 元, a column's heading may say 万元. */
      readonly currency?: true;
      /** What the print says it is: money (¥), another money ($), things (件), a change (增, 较上年). */
      readonly of?: "money" | "foreign-money" | "things" | "change";
    }
  | { readonly kind: "none" };

/** Power of ten from the printed unit to 分 (10⁻⁶ 万元). */
const MONEY = { 元: 2, 千元: 5, 万元: 6, 百万元: 8, 亿元: 10, 万: 6, 亿: 10 } as const;

export type MoneyUnit = keyof typeof MONEY;

const NONE = new Set(["/", "\\", "-", "--", "—", "——", "–", "―", "−", "---", "———", "//", "///", "无", "没有", "暂无", "未发生", "未涉及", "无此项", "无此类", "无数据", "不涉及", "不适用", "*", "N/A", "n/a", "#N/A", "NA", "N.A.", "null", "NULL", "None", "nil", "空", "空白", "持平", "无变化", "不变", "×", "✕", "X", "x", "□"]);
/** Letters that scanned or hurried print has for 0 and 1, alone or among digits. */
const LETTERS = /^(?=.*\d|[Oo○ОоlI]$)[\dOo○ОоlI]{1,9}$/;
const withDigits = (text: string) => text.replace(/[Oo○Оо]/g, "0").replace(/[lI]/g, "1");
const PRINTED =
  /^(人民币|共计?|较上一?年|比上一?年|较去年|比去年|同比|与上年相比)?([¥$])?(增加|增长|新增|净增|上升|减少|下降|净减|增|减|负|[+\-−–—‐‑↑↓▼▽])?(?:了)?[::]?(¥)?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(百万元|亿元|万元|千元|元|亿|万|人次|件|项|条|次|部|个|宗|份|起|人|篇)?整?([↑↓]|增加?$|减少?$)?(\(.{0,60}\)|\[.{0,12}\]|[*※#△▲]{1,3})?[。;]?$/;
/** 增2/减0: both in one cell, the change is their difference. */
const BOTH = /^(?:新?增加?|\+)[::]?(\d{1,9})[项件个]?[/,、;]?(?:减少?|-)[::]?(\d{1,9})[项件个]?$/;
/** 3/0: as many more, as many fewer. No date and no page number can stand in the column of the change. */
const BOTH_BARE = /^(\d{1,6})\/(\d{1,6})$/;
const MINUS = new Set(["减少", "下降", "净减", "减", "负", "-", "−", "–", "—", "‐", "‑", "↓", "▼", "▽"]);
/** Excel's mark of a text, or of a formula, before plain digits. */
const MARKED = /^['‘’=](-?\d{1,9}(?:\.\d{1,6})?)$/;
const CHINESE = /^([〇零一二两三四五六七八九十百千万]{1,12})(件|项|条|次|部|个)?$/;

/** A change in words throughout: 减五项. */
const CHINESE_CHANGE = /^(增加?|减少?)([〇零一二两三四五六七八九十百千]{1,9})(?:件|项|条|个)?$/;
/** A change all in brackets: (减5), (+12). Plain figures in brackets are dressed, or a habit of accountants: see dressed.ts. */
const IN_BRACKETS = /^[([](?=[增减净新负上下+\-−–‐‑↑↓▼▽])([^()[\]]{2,14})[)\]]$/;
const OPENS = 0x28;
const LONGEST_IN_BRACKETS = 16;
/** What a remark in brackets may be all of: the figure's unit, or the way that it changed. */
const UNIT_REMARK = /^[([](百万元|亿元|万元|千元|元)[)\]]$/;
const SIGN_REMARK = /^[([](增加?|减少?|上升|下降|净增|净减|\+|-)[)\]]$/;

/** 1 for every code with which a value can begin: letters and most characters cannot, and are decided without any pattern. */
const BEGINS = new Uint8Array(0x10000);
for (const mark of "0123456789+-/\\*$NnOolI\"'‘’=#Xx×✕□增减净新上下较比同与持无没無減淨兩較與共不—–―−〇零一二两三四五六七八九十百千空↑↓▼▽¥暂未人○Оо‐‑负") BEGINS[mark.charCodeAt(0)] = 1;

/** 1 for every code with which a value can end: digits, units, signs behind, remarks, the marks and words for none. Labels that begin as a value does end in others. */
const ENDS = new Uint8Array(0x10000);
for (const mark of `0123456789OoОо○lI*"元亿万次件项条部个宗份起人篇整↑↓增加减少減萬億項個條)]※#△▲。;〇零一二两三四五六七八九十百千${[...NONE].map((none) => none[none.length - 1]).join("")}`) ENDS[mark.charCodeAt(0)] = 1;

type NumberValue = Extract<Value, { kind: "number" }>;

/** A number, of one shape whatever is printed with it: reading asks every figure of a report for all of it. */
const numberOf = (decimal: string, { negative = false, signed = false, unit, remark, doubt, of, currency }: Partial<NumberValue> = {}): NumberValue => ({ kind: "number", decimal, negative, signed, unit, remark, doubt, of, currency });

/** The values of small counts, which most figures of most reports are: made once. */
const SMALL = Array.from({ length: 1000 }, (_, count) => numberOf(String(count)));

const NOTHING: Value = { kind: "none" };

/** The value of plain digits. */
function valueOf(digits: string): Value {
  if (digits.length > 3 || (digits.length > 1 && digits.charCodeAt(0) === 0x30)) return numberOf(digits);
  let count = 0;
  for (let at = 0; at < digits.length; at++) count = count * 10 + digits.charCodeAt(at) - 0x30;
  return SMALL[count]!;
}

export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** True for a plain whole number that can be held exactly. */
export function isDigits(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!isDigit(text.charCodeAt(at))) return false;
  return text.length > 0 && text.length <= 15;
}

/**
 * The value a normalised word prints, or undefined where the word is no value. Anchored: a word with a figure
 * somewhere in it (`2020年`, `1.属于`, `第3项`) is not a value.
 */
export function parseValue(text: string): Value | undefined {
  if (text === "") return undefined;
  if (text.charCodeAt(0) === OPENS) {
    const inner = text.length <= LONGEST_IN_BRACKETS ? IN_BRACKETS.exec(text)?.[1] : undefined;
    return inner === undefined ? undefined : parseValue(inner);
  }
  if (BEGINS[text.charCodeAt(0)] === 0) return undefined;
  if (isDigits(text)) return valueOf(text);
  if (ENDS[text.charCodeAt(text.length - 1)] === 0) return undefined;
  if (NONE.has(text)) return NOTHING;
  if (LETTERS.test(text)) return numberOf(withDigits(text), { doubt: "letters" });
  const wrapped = /^(?:\*{1,3}([^*"]{1,30})\*{1,3}|"([^*"]{1,30})")$/.exec(text);
  if (wrapped) return parseValue((wrapped[1] ?? wrapped[2])!);
  const marked = MARKED.exec(text);
  if (marked) return parseValue(marked[1]!);
  const match = PRINTED.exec(text);
  if (match) {
    const [, opening, symbol, before, yen, whole, places, printedUnit, behind, said] = match;
    const unit = printedUnit ?? (said && UNIT_REMARK.exec(said)?.[1]);
    const sign = before ?? behind ?? (said && SIGN_REMARK.exec(said)?.[1]);
    const remark = (unit !== printedUnit || sign !== (before ?? behind)) ? undefined : said;
    const money = unit !== undefined && unit in MONEY ? (unit as MoneyUnit) : undefined;
    const compared = opening !== undefined && !/^(?:人民币|共计?)$/.test(opening);
    const of = sign !== undefined || compared ? "change" : symbol === "$" ? "foreign-money" : symbol || yen || opening === "人民币" ? "money" : unit !== undefined && !money ? "things" : undefined;
    return numberOf(whole!.replaceAll(",", "") + (places ?? ""), { negative: sign !== undefined && MINUS.has(sign), signed: sign !== undefined, unit: money, remark, of, currency: money === undefined && text.includes("¥") ? true : undefined });
  }
  const both = text.length <= 24 ? (BOTH.exec(text) ?? BOTH_BARE.exec(text)) : null;
  if (both) {
    const change = Number(both[1]) - Number(both[2]);
    return numberOf(String(Math.abs(change)), { negative: change < 0, signed: true, remark: text, of: "change" });
  }
  const change = CHINESE_CHANGE.exec(text);
  const changed = change ? parseChinese(change[2]!) : null;
  if (changed !== null) return numberOf(String(changed), { negative: MINUS.has(change![1]!), signed: true, of: "change" });
  const chinese = CHINESE.exec(text);
  const value = chinese ? parseChinese(chinese[1]!) : null;
  if (value !== null) return numberOf(String(value));
  const plain = simplified(text);
  return plain === text ? undefined : parseValue(plain);
}

/** False for a number that says to be of another kind than a measure counts: ¥87 or 增加87 where cases are counted, 35件 where money is. */
export function isOfKind({ of }: NumberValue, measure: Measure): boolean {
  if (of === undefined) return true;
  return measure.scale > 0 ? of === "money" : of === "things" || (of === "change" && measure.signed === true);
}

/** A printed number as a figure of a measure. */
export interface Figure {
  /** Whole number of 10^-scale of the measure. */
  readonly value: number;
  /** Set where the printed unit differs from the measure's: what was done, to be shown. */
  readonly conversion?: string;
  /** An amount without any unit anywhere: `value` is the bare number. */
  readonly measureUnknown?: true;
}

/**
 * Converts a printed number to a measure exactly, or null where it cannot be held exactly (a fraction of a count,
 * more places than 分). `columnUnit` is the unit printed in the column's heading, for numbers without their own.
 */
export function toFigure(value: NumberValue, measure: Measure, columnUnit?: MoneyUnit): Figure | null {
  const sign = value.negative ? "-" : "";
  if (measure.scale === 0) {
    if (!value.unit && value.decimal.length <= 15 && !value.decimal.includes(".")) return { value: value.negative ? -Number(value.decimal) || 0 : Number(value.decimal) };
    const exponent = value.unit === "万" || value.unit === "亿" ? MONEY[value.unit] - 2 : 0;
    if (value.unit && exponent === 0) return null;
    const figure = parseFigure(sign + value.decimal, { scale: exponent });
    if (figure === null) return null;
    return exponent === 0 ? { value: figure } : { value: figure, conversion: `${value.decimal}${value.unit}＝${figure}` };
  }
  const unit = value.unit ?? (value.currency && columnUnit !== "元" ? undefined : columnUnit);
  // One printed unit is 10^MONEY 分: parsing with that many places is the exact conversion.
  const figure = parseFigure(sign + value.decimal, { scale: unit ? MONEY[unit] : measure.scale });
  if (figure === null) return null;
  // Zero is zero in every unit.
  if (!unit) return figure === 0 ? { value: 0 } : { value: figure, measureUnknown: true };
  const same = MONEY[unit] === measure.scale;
  return same ? { value: figure } : { value: figure, conversion: `${sign}${value.decimal}${unit}＝${formatFigure(figure, measure)}${measure.label}` };
}
