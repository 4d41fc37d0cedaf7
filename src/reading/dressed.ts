import { changeWord, type Word } from "../source/word.ts";
import { lexicon } from "./phrases.ts";
import { labelKey } from "./script.ts";

/** `(12)`, `12、`, `12,`: a figure in brackets or with the mark of a list behind it. */
const DRESSED = /^(?:\((-?\d[\d,]{0,14}(?:\.\d{1,8})?)\)|(-?\d[\d,]{0,14}(?:\.\d{1,8})?)[、,;])$/;
/** Fewer neighbours dressed alike are item numbers, remarks, or a change printed (12) for a minus. */
const HABIT = 12;
/** Table 二 has no fewer rows; a column of their numbers counts all of them. */
const LEAST_ROWS = 5;

const figureOf = (word: Word | undefined): string | undefined => {
  const text = word?.text ?? "";
  const last = text.charCodeAt(text.length - 1);
  if (text.length < 2 || text.length > 28 || !(last === 0x29 || last === 0x3001 || last === 0x2c || last === 0x3b)) return undefined;
  const found = DRESSED.exec(text);
  return found ? (found[1] ?? found[2]) : undefined;
};

/** The figures of a source that prints them all within marks, without the marks; an item's number keeps its own. */
function undressed(words: readonly Word[]): readonly Word[] {
  let beside = 0;
  let before = false;
  for (const word of words) {
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
    if (text.length > 2 || !(first >= 0x31 && first <= 0x39) || words[at + 1]!.text.charCodeAt(0) < 0x80 || !/^\d+$/.test(text)) continue;
    if (lexicon.isRow(labelKey(words[at + 1]!.text))) places.push(at);
  }
  return places.length >= LEAST_ROWS && places.every((at, index) => Number(words[at]!.text) === index + 1) ? new Set(places) : new Set();
}

/** The words without what a source puts around and beside all of its figures: brackets, commas, a column of row numbers. */
export function plainFigures(words: readonly Word[]): readonly Word[] {
  const numbers = serials(words);
  return undressed(numbers.size === 0 ? words : words.filter((_, at) => !numbers.has(at)));
}
