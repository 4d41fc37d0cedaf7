import { changeWord, type Word } from "../source/word.ts";
import { lexicon } from "./phrases.ts";
import { labelKey } from "./script.ts";
import { isDigits, parseValue } from "./value.ts";

/** `(12)`, `12、`, `12,`: a figure in brackets or with the mark of a list behind it. */
const DRESSED = /^(?:\((-?\d[\d,]{0,14}(?:\.\d{1,8})?)\)|(-?\d[\d,]{0,14}(?:\.\d{1,8})?)[、,;])$/;
const LONGEST_DRESSED = 28;
/** Fewer neighbours dressed alike are item numbers, remarks, or a change printed (12) for a minus. */
const HABIT = 12;
/** Table 二 has no fewer rows; a column of their numbers counts all of them. */
const LEAST_ROWS = 5;

const NO_PLACES: ReadonlySet<number> = new Set();
const ONE = "一".charCodeAt(0);

const figureOf = (word: Word | undefined): string | undefined => {
  const text = word?.text ?? "";
  if (text.length < 2 || text.length > LONGEST_DRESSED || !isMark(text.charCodeAt(text.length - 1))) return undefined;
  const found = DRESSED.exec(text);
  return found ? (found[1] ?? found[2]) : undefined;
};

/** The figures of a source that prints them all within marks, without the marks; an item's number keeps its own. */
function undressed(words: readonly Word[]): readonly Word[] {
  let beside = 0;
  let before = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (word.text === "") continue;
    const dressed = figureOf(word) !== undefined;
    if (dressed && before) beside++;
    before = dressed;
  }
  if (beside < HABIT) return words;
  const isItem = (figure: string, next: Word | undefined) => /^[1-8]$/.test(figure) && next !== undefined && lexicon.scan(labelKey(next.text)).some((hit) => hit.start === 0 && hit.phrase.meanings.some((meaning) => meaning.role === "row" && meaning.item === figure));
  return words.map((word, at) => {
    const figure = figureOf(word);
    return figure === undefined || isItem(figure, words[at + 1]) ? word : changeWord(word, { text: figure });
  });
}

/** Places of the numbers 1, 2, 3 … that stand right before the rows' labels: a column 序号, one cell a line. */
function serials(words: readonly Word[]): ReadonlySet<number> {
  const places: number[] = [];
  for (let at = 0; at + 1 < words.length; at++) {
    const { text } = words[at]!;
    const first = text.charCodeAt(0);
    if (text.length > 2 || !(first >= 0x31 && first <= 0x39) || words[at + 1]!.text.charCodeAt(0) < 0x80 || !isDigits(text) || !lexicon.isRow(labelKey(words[at + 1]!.text))) continue;
    // In nearly all sources the first figure before a row's label is the last of the row above.
    if (Number(text) !== places.length + 1) return NO_PLACES;
    places.push(at);
  }
  return places.length >= LEAST_ROWS ? new Set(places) : NO_PLACES;
}

/** True for words that are no figures, by their last character: a bracket closes a label's remark. */
const endsLabel = (text: string) => text.length > 1 && (text.charCodeAt(text.length - 1) >= 0x80 || text.endsWith(")"));

/**
 * Places of the numbers 1, 2, 3 … that stand right behind the labels of rows: a column 行次. Only where rows one below
 * the other then have as many figures as the form, and have not with their numbers; each table begins anew.
 */
function numbersBehind(words: readonly Word[]): ReadonlySet<number> {
  const places: number[] = [];
  let run: number[] = [];
  const end = () => {
    if (run.length >= LEAST_ROWS) places.push(...run);
    run = [];
  };
  for (let at = 0; at + 1 < words.length; at++) {
    const { text, prose } = words[at]!;
    const columns = prose || !endsLabel(text) ? undefined : lexicon.columnsOf(labelKey(text));
    if (!columns) continue;
    let count = 0;
    while (at + 1 + count < words.length && !words[at + 1 + count]!.prose && parseValue(words[at + 1 + count]!.text)) count++;
    if (count === 0) continue;
    const number = Number(words[at + 1]!.text);
    const isNumbered = columns.includes(count - 1) && !columns.includes(count);
    if (!isNumbered || number !== run.length + 1) end();
    if (isNumbered && number === run.length + 1) run.push(at + 1);
    at += count;
  }
  end();
  return places.length > 0 ? new Set(places) : NO_PLACES;
}

/** A numeral of Chinese writing that is no dash. */
const NUMERAL = /^[〇零二两三四五六七八九十百千]{1,6}$/;
/** Digits, or the dash itself, beside a dash. */
const BESIDE = /^(?:\d[\d,.]*|一)$/;
const DASH = { text: "—" };
/** So many of them are no slip of the pen. */
const LEAST_DASHES = 2;

/**
 * The words with 一 as the dash that it stands for: where figures are printed in digits and no other Chinese numeral
 * among them, 一 beside a figure is a dash that somebody, or a scanner, took for the character.
 */
function withDashes(words: readonly Word[]): readonly Word[] {
  const ones: number[] = [];
  const beside: boolean[] = [];
  let dashes = 0;
  let digits = 0;
  const isBeside = (at: number) => BESIDE.test(words[at - 1]?.text ?? "") || BESIDE.test(words[at + 1]?.text ?? "");
  for (let at = 0; at < words.length; at++) {
    const { text } = words[at]!;
    if (text.length > 6 || text === "") continue;
    if (text === "一") {
      const own = isBeside(at);
      ones.push(at);
      beside.push(own);
      if (own) dashes++;
    } else if (NUMERAL.test(text) && isBeside(at)) return words;
    else if (isDigits(text)) digits++;
  }
  if (dashes < LEAST_DASHES || digits < LEAST_DASHES) return words;
  const plain = words.slice();
  for (const [index, at] of ones.entries()) if (beside[index] || lexicon.isRow(labelKey(words[at - 1]?.text ?? ""))) plain[at] = changeWord(words[at]!, DASH);
  return plain;
}

const isMark = (code: number) => code === 0x29 || code === 0x3001 || code === 0x2c || code === 0x3b;

/** How many of a source's words could be dressed figures, row numbers on either side of labels, and 一: what most sources have none of need not be looked for. */
function survey(words: readonly Word[]) {
  let [dressed, serial, ones, behind] = [0, 0, 0, 0];
  for (let at = 0; at < words.length; at++) {
    const { text } = words[at]!;
    const { length } = text;
    if (length === 0 || length > LONGEST_DRESSED) continue;
    if (length > 1 && isMark(text.charCodeAt(length - 1))) dressed++;
    if (length > 2) continue;
    const first = text.charCodeAt(0);
    if (first === ONE) ones++;
    else if (first >= 0x31 && first <= 0x39) {
      if (at + 1 < words.length && words[at + 1]!.text.charCodeAt(0) >= 0x80) serial++;
      const number = length === 1 ? first - 0x30 : (first - 0x30) * 10 + text.charCodeAt(1) - 0x30;
      if (number === behind + 1 && at > 0 && endsLabel(words[at - 1]!.text)) behind++;
    }
  }
  return { dressed, serial, ones, behind };
}

/**
 * The words without what a source puts around, beside and in place of all of its figures: brackets, commas, a column of
 * row numbers, the character 一 for a dash.
 */
export function plainFigures(source: readonly Word[]): readonly Word[] {
  const { dressed, serial, ones, behind } = survey(source);
  const before = serial >= LEAST_ROWS ? serials(source) : NO_PLACES;
  const numbers = before.size === 0 && behind >= LEAST_ROWS ? numbersBehind(source) : before;
  const words = numbers.size === 0 ? source : source.filter((_, at) => !numbers.has(at));
  const plain = dressed > HABIT ? undressed(words) : words;
  return ones >= LEAST_DASHES ? withDashes(plain) : plain;
}
