import { changeWord, type Word } from "../source/word.ts";
import { plainFigures } from "./dressed.ts";
import { endsFigure, splitGlued, withoutRuns } from "./glued.ts";
import { withWholeHeadings } from "./torn-headings.ts";
import { isDigit } from "./value.ts";

const SIGN = /^(?:增|减|增加|减少|新增|净增|净减|[+-])[::]?$/;
const MONEY_UNIT = /^(?:百万元|千元|万元|亿元|元|万|亿)$/;
const COUNT_UNIT = /^(?:件|项|条|次|部|个|宗|份|起|篇|人|人次)$/;
const MORE = /^(?:新?增加?|\+)\d{1,9}[项件个]?$/;
const FEWER = /^(?:减少?|-)\d{1,9}[项件个]?$/;
/** Words of a remark in brackets behind a figure, at most. */
const LONGEST_REMARK = 10;
const PLAIN = /^[+-]?\d[\d,]*(?:\.\d+)?$/;

function joined(first: Word, second: Word): Word {
  const [from, to] = [first.origin, second.origin];
  return changeWord(first, {
    text: first.text + second.text,
    raw: first.line === second.line ? `${first.raw} ${second.raw}` : first.raw + second.raw,
    origin: from.kind === "line" && to.kind === "line" && first.line === second.line ? { ...from, end: to.end } : from,
  });
}

/** A sign apart from its figure: 增 2, + 2; `- 3` only within a cell, for elsewhere a dash stands for nothing. */
function isSign(word: Word, next: Word | undefined): boolean {
  if (word.text.length > 3 || next === undefined || next.line !== word.line || next.cell !== word.cell || !SIGN.test(word.text)) return false;
  return /^\d/.test(next.text) && PLAIN.test(next.text) && (word.text !== "-" || word.place !== undefined);
}

/** A unit of money apart from its amount: `12.5 万元`, or on the line below. */
const isUnitOf = (word: Word, next: Word | undefined) =>
  next !== undefined && next.text.length <= 3 && next.text.charCodeAt(0) > 0x7f && next.line - word.line <= 2 && MONEY_UNIT.test(next.text) && PLAIN.test(word.text);

/** A sign behind its figure at the end of a line: `4 减`. */
const isSignBehind = (word: Word, next: Word | undefined, after: Word | undefined) =>
  next !== undefined && next.line === word.line && after?.line !== next.line && /^(?:[增减↑↓]|增加|减少)$/.test(next.text) && /^\d{1,9}$/.test(word.text);

/** A unit of counting apart from its figure: `3 件`. */
const isCountOf = (word: Word, next: Word | undefined) =>
  next !== undefined && next.text.length <= 2 && next.line === word.line && next.text.charCodeAt(0) > 0x7f && COUNT_UNIT.test(next.text) && PLAIN.test(word.text);

/** What came and what went, apart in one cell: `增3 减0` is one change. */
const isOneChange = (word: Word, next: Word | undefined) => next !== undefined && word.cell === next.cell && next.text.length <= 12 && FEWER.test(next.text) && MORE.test(word.text);

/** `(二)部分公开`, the next row; `(1)`, a footnote's mark that is a word of its own. */
const ITEM_OR_MARK = /^\((?:\d+|[一二三四五六七八九十]+)\)/;

/** Words of a remark in brackets that a cell prints behind its figure: `5 (其中 2 件为新增)`. None where the bracket stays open. */
function remarkBehind(word: Word, at: number, words: readonly Word[]): number {
  const first = words[at + 1];
  if (!first || first.cell !== word.cell || !first.text.startsWith("(") || ITEM_OR_MARK.test(first.text) || !PLAIN.test(word.text)) return 0;
  for (let next = at + 1; next <= at + LONGEST_REMARK && words[next]?.cell === word.cell; next++) if (words[next]!.text.endsWith(")")) return next - at;
  return 0;
}

const CHANGES = new Set([..."新增"].map((mark) => mark.charCodeAt(0)));

/**
 * True for most words of a report, at a glance: a label that ends in no figure, a short figure before another or an
 * empty cell. Nothing that follows belongs to them, nor are they two words.
 */
function standsForItself({ text }: Word, next: Word | undefined): boolean {
  const first = text.charCodeAt(0);
  if (isDigit(first)) return text.length < 3 && (next === undefined || next.text === "" || isDigit(next.text.charCodeAt(0)));
  return text.length > 3 && first >= 0x4e00 && first <= 0x9fff && !CHANGES.has(first) && !endsFigure(text);
}

/** The words of a source as reading takes them: signs and units with their figures, labels apart from theirs. */
export function readableWords(source: readonly Word[]): readonly Word[] {
  const words = withoutRuns(plainFigures(withWholeHeadings(source)));
  let changed: Word[] | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const next = words[at + 1];
    let taken: readonly Word[] | undefined;
    let used = 1;
    if (word.text !== "" && !standsForItself(word, next) && !word.prose) {
      const remark = isSign(word, next) || isUnitOf(word, next) || isCountOf(word, next) || isOneChange(word, next) || isSignBehind(word, next, words[at + 2]) ? 1 : remarkBehind(word, at, words);
      if (remark > 0) {
        taken = [words.slice(at + 1, at + 1 + remark).reduce(joined, word)];
        used = 1 + remark;
      } else taken = splitGlued(word, at, words);
    }
    if (taken) {
      changed ??= words.slice(0, at);
      changed.push(...taken);
      at += used - 1;
    } else changed?.push(word);
  }
  return changed ?? words;
}
