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
const INVISIBLE = /[­​-‏‪-‮⁠-⁤︀-️﻿]/g;

/**
 * Compatibility form (NFKC) of printed text: half-width brackets, digits and commas, real characters for radicals.
 *
 * Length may change: keep offsets of the raw text beside it.
 */
export function normalise(raw: string): string {
  // eslint-disable-next-line no-control-regex -- plain ASCII is its own normal form; most cells are.
  if (/^[\x20-\x7e]*$/.test(raw)) return raw;
  return raw.normalize("NFKC").replace(RADICAL, (radical) => RADICALS[radical] ?? radical).replace(INVISIBLE, "");
}
