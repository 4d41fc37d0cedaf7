import { parseChinese } from "../source/chinese-number.ts";
import type { Passage, Stretch } from "./passage.ts";

/** A number printed in running text, with the words around it. Offsets into the passage's text. */
export interface ProseNumber extends Stretch {
  /** Digits as printed, separators of thousands left out: `8.22`. */
  readonly digits: string;
  /** Ten thousands or hundred millions behind the digits, as a power of ten: 万 4, 亿 8. */
  readonly power: 0 | 4 | 8;
  /** Unit of measure behind it (件, 条, %, 万元, …), empty where none is printed. */
  readonly unit: string;
  /** 余, 多, 约, 近: not exact. */
  readonly approximate: boolean;
  /** What stands before it since the last number, comma or full stop; see `labelOf`. */
  readonly label: string;
  /** What follows its unit up to the next mark. */
  readonly behind: string;
  readonly sentence: Stretch;
}

const UNITS = ["人次", "万元", "亿元", "千元", "百分点", "个百分点", "工作日", "平方米", "件", "条", "篇", "次", "项", "个", "人", "元", "%", "份", "期", "场", "部", "起", "宗", "例", "户", "家", "批", "处", "台", "名", "页", "类", "天", "号", "万次", "本", "册", "幅", "张", "所", "只", "把", "辆", "组", "届", "轮", "款", "笔", "封", "则", "通", "站", "余", "年", "月", "日", "时", "分"].sort((a, b) => b.length - a.length);
/** Not a count: dates, ordinals of documents and meetings. */
const NOT_COUNTED = new Set(["年", "月", "日", "时", "号", "届", "天", "工作日", "分"]);
const BOUNDARY = /[,。;:!?、()]/;

const APPROXIMATE = /[约近超]$|超过$|不少于$|以上$/;

const unitAt = (text: string, at: number) => UNITS.find((unit) => text.startsWith(unit, at)) ?? "";

const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
};

/** Digits with their groups of thousands: `45,109` is one number, `3,12` two. A full-width comma parts numbers. */
function digitsAt(passage: Passage, at: number): { digits: string; end: number } {
  const { text, raw, places } = passage;
  let end = at;
  while (isDigit(text, end)) end++;
  let digits = text.slice(at, end);
  if (digits.length <= 3) {
    while (text[end] === "," && raw[places[end]!] === "," && /^\d{3}(?!\d)/.test(text.slice(end + 1, end + 5))) {
      digits += text.slice(end + 1, end + 4);
      end += 4;
    }
  }
  if (text[end] === "." && /\d/.test(text[end + 1] ?? "")) {
    const from = end++;
    while (isDigit(text, end)) end++;
    digits += text.slice(from, end);
  }
  return { digits, end };
}

/** Years, telephone numbers, document numbers, addresses and item numbers are no counts. */
function isCount(text: string, start: number, end: number, unit: string): boolean {
  const before = text[start - 1] ?? "";
  const after = text[end] ?? "";
  if (/[A-Za-z\d\-_/.@#〔[【第+~]/.test(before)) return false;
  if (/[A-Za-z_@〕\]】~]/.test(after)) return false;
  if (NOT_COUNTED.has(unit)) return false;
  if (unit !== "") return true;
  if (/[-/]/.test(after)) return false;
  // A bare number counts something where its clause ends behind it: `召开发布会16,`.
  return /\p{Script=Han}|[”"》:)]/u.test(before) && (after === "" || /[,。;、()]/.test(after)) && end - start <= 7;
}

const CHINESE = /([零一二两三四五六七八九十百千万]{1,15})([余多]?)(件|宗|份|条|起|篇|人次)/y;
const IS_CHINESE = /[一二两三四五六七八九十百千]/;
/** Ordinals, and numbers that are not exact: 第三件, 每一件, 几十件, 上百件. */
const NO_COUNT_BEFORE = /[第每逐某这那哪任同另前后首各几数上好成若\d.点分之]$/;
/** 一件事, 一起, 一条龙, 一份子: no count of anything. */
const IDIOM = /^一(?:[份条起篇]|件(?:事|一|不|件|实事))/;

/** A count in Chinese numerals right before its unit: 三件, 十二件, 两件. 一是, 第三, 十三五 are none. */
function chineseAt(text: string, at: number): { digits: string; power: 0; unit: string; end: number; approximate: boolean } | undefined {
  if (!IS_CHINESE.test(text[at]!)) return undefined;
  CHINESE.lastIndex = at;
  const match = CHINESE.exec(text);
  if (!match || NO_COUNT_BEFORE.test(text.slice(Math.max(0, at - 1), at)) || IDIOM.test(text.slice(at, at + 5))) return undefined;
  // 未收到一件申请 says that there was none.
  if (match[1] === "一" && /(?:未|没有|无)(?!经|办结|审结)[^,;。:]{0,12}$/.test(text.slice(Math.max(0, at - 15), at))) return undefined;
  const value = parseChinese(match[1]!);
  return value === null ? undefined : { digits: String(value), power: 0, unit: match[3]!, end: at + match[0].length, approximate: match[2] !== "" };
}

/**
 * Every number of a passage that counts something, in order. Dates, document numbers, telephone numbers and item
 * numbers are none; Chinese numerals count only right before their unit. Linear; never throws.
 */
export function numbersOf(passage: Passage, sentences: readonly Stretch[]): ProseNumber[] {
  const { text } = passage;
  const numbers: ProseNumber[] = [];
  for (const sentence of sentences) {
    let from = sentence.start;
    for (let at = sentence.start; at < sentence.end; ) {
      if (!isDigit(text, at)) {
        const told = chineseAt(text, at);
        if (told) {
          const { end, ...number } = told;
          const approximate = told.approximate || APPROXIMATE.test(text.slice(Math.max(sentence.start, at - 3), at));
          numbers.push({ start: at, end, ...number, approximate, sentence, label: labelOf(text, from, at), behind: behindOf(text, end, sentence.end) });
          from = end;
        }
        // The rest of a numeral is no numeral of its own.
        at = told?.end ?? at + 1;
        while (!told && at < sentence.end && IS_CHINESE.test(text[at]!) && IS_CHINESE.test(text[at - 1]!)) at++;
        continue;
      }
      const { digits, end: digitsEnd } = digitsAt(passage, at);
      let end = digitsEnd;
      let approximate = APPROXIMATE.test(text.slice(Math.max(sentence.start, at - 3), at));
      const skip = () => {
        if (/[余多]/.test(text[end] ?? "")) {
          approximate = true;
          end++;
        }
      };
      skip();
      const power = text[end] === "万" && text[end + 1] !== "元" ? 4 : text[end] === "亿" && text[end + 1] !== "元" ? 8 : 0;
      if (power > 0) end++;
      skip();
      const unit = unitAt(text, end);
      if (isCount(text, at, end, unit) && digits.length <= 16) {
        const last = end + unit.length;
        numbers.push({ start: at, end: last, digits, power, unit, approximate, sentence, label: labelOf(text, from, at), behind: behindOf(text, last, sentence.end) });
        from = last;
      }
      at = Math.max(digitsEnd, at + 1);
    }
  }
  return numbers;
}

/** Words before a number since the number before it: the last clause that says anything. */
function labelOf(text: string, from: number, at: number): string {
  let start = at;
  while (start > from) {
    const mark = text[start - 1]!;
    // A clause of filler alone (`,其中:5件`) takes the one before it too.
    if (/[,;。!?]/.test(mark) && /\p{Script=Han}{2}/u.test(text.slice(start, at).replace(/其中|包括|另有|分别/g, ""))) break;
    start--;
  }
  return text.slice(start, at);
}

function behindOf(text: string, from: number, limit: number): string {
  let end = from;
  while (end < limit && end - from < 40 && !BOUNDARY.test(text[end]!)) end++;
  return text.slice(from, end);
}

/** The number as a plain decimal in its unit: `8.22万` is `82200`. */
export function plainDecimal({ digits, power }: Pick<ProseNumber, "digits" | "power">): string {
  if (power === 0) return digits.replace(/^0+(?=\d)/, "");
  const [whole = "", places = ""] = digits.split(".");
  const shifted = `${whole}${places.slice(0, power).padEnd(power, "0")}`.replace(/^0+(?=\d)/, "");
  const rest = places.slice(power);
  return rest ? `${shifted}.${rest}` : shifted;
}
