/**
 * CJK Radicals Supplement code points that PDF text layers print instead of characters and that NFKC leaves alone.
 * Kangxi radicals (U+2F00…) and full-width forms are NFKC's own work.
 */
const RADICALS: Readonly<Record<string, string>> = {
  "⺁": "厂", "⺇": "几", "⺌": "小", "⺎": "兀", "⺏": "尣", "⺗": "心", "⺟": "母", "⺠": "民", "⺫": "目", "⺮": "竹", "⺼": "肉",
  "⻄": "西", "⻅": "见", "⻆": "角", "⻉": "贝", "⻋": "车", "⻓": "长", "⻔": "门", "⻘": "青", "⻙": "韦", "⻚": "页", "⻛": "风",
  "⻜": "飞", "⻝": "食", "⻢": "马", "⻣": "骨", "⻤": "鬼", "⻥": "鱼", "⻦": "鸟", "⻨": "麦", "⻩": "黄", "⻬": "齐", "⻮": "齿",
  "⻰": "龙", "⻳": "龟", "⻫": "齐", "⻭": "齿", "⻯": "龙",
};

const RADICAL = /[⺀-⻿]/g;
/** Zero-width characters, soft hyphens, variation selectors and byte order marks: printed as nothing. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/g;
/** Marks that turn what follows them on the page: `12` may be seen as 21, and a row from right to left. */
export const TURNING = /[\u202b\u202e\u2067]/;

/** Raised, lowered and circled figures mark a footnote or an item: as plain digits they would run into the figure before them. */
const MARKS = /[¹²³⁰-⁹₀-₉①-⑳⓪❶-❿➀-➓\u3251-\u325f\u32b1-\u32bf]+/g;

const inBrackets = (marks: string) => `(${[...marks].map((mark) => (mark >= "❶" && mark <= "❿" ? mark.charCodeAt(0) - 0x2775 : mark >= "➀" && mark <= "➓" ? ((mark.charCodeAt(0) - 0x2780) % 10) + 1 : mark.normalize("NFKC"))).join("")})`;

/** ASCII, the common characters, and the punctuation of Chinese print are their own normal form: most words are. */
export const isNormalCode = (code: number): boolean =>
  (code >= 0x20 && code <= 0x7e) || (code >= 0x4e00 && code <= 0x9fff) || code === 0x3001 || code === 0x3002 || code === 0x201c || code === 0x201d || code === 0x300a || code === 0x300b;

/** Full-width ！ to ～ are ASCII, moved; the ideographic and the no-break space are spaces. None joins with a neighbour. */
const isWide = (code: number) => code >= 0xff01 && code <= 0xff5e;
const isWideSpace = (code: number) => code === 0x3000 || code === 0xa0;

/** The normal form of text in normal and full-width characters, undefined where it holds others. */
function narrowed(raw: string): string | undefined {
  let text = "";
  let from = 0;
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    if (isNormalCode(code)) continue;
    if (!isWide(code) && !isWideSpace(code)) return undefined;
    text += raw.slice(from, at) + (isWide(code) ? String.fromCharCode(code - 0xfee0) : " ");
    from = at + 1;
  }
  return from === 0 ? raw : text + raw.slice(from);
}

/**
 * Compatibility form (NFKC) of printed text: half-width brackets, digits and commas, real characters for radicals;
 * `46①` becomes `46(1)`, never 461.
 *
 * Length may change: keep offsets of the raw text beside it.
 */
export function normalise(raw: string): string {
  return narrowed(raw) ?? raw.replace(MARKS, inBrackets).normalize("NFKC").replace(RADICAL, (radical) => RADICALS[radical] ?? radical).replace(INVISIBLE, "");
}

/** The normal form of running text without its white space, in one pass where it holds no rare characters. */
export function compact(raw: string): string {
  let text = "";
  let from = 0;
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    if ((code >= 0x4e00 && code <= 0x9fff) || (code > 0x20 && isNormalCode(code))) continue;
    const wide = isWide(code);
    if (!wide && code !== 0x20 && !isWideSpace(code)) return normalise(raw).replace(/\s+/g, "");
    text += wide ? raw.slice(from, at) + String.fromCharCode(code - 0xfee0) : raw.slice(from, at);
    from = at + 1;
  }
  return from === 0 ? raw : text + raw.slice(from);
}

/**
 * A number printed with spaces between its thousands (`2 120 471`), white space folded to single spaces. `599 599` is
 * rather one figure twice than a number.
 */
export const GROUPED = /^(?!(\d{3})(?: \1)+$)[+-]?[1-9]\d{0,2}(?: \d{3})+(?:\.\d+)?$/;
