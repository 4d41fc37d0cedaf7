import type { Candidate } from "./candidates.ts";
import { isDigit } from "./value.ts";
import { isNumber, isPrinted, type LabelWord, type Segment, type Slot } from "./segments.ts";

/** A figure within words (`共46件`, `约1200万元`); not an item's number, a year, an article or a date. */
const HOLDS_FIGURE = /\d|^[〇零一二三四五六七八九十廿卅百千]{2,8}$|^[〇零廿]|^[^\p{Script=Han}\p{P}\s]{1,3}$|^口$/u;
const NO_FIGURE = /^[(\[]?\d{1,2}[)\].、．:](?!\d)|^[(\[]?\d{1,2}[)\]]?$|20\d\d|\d月|\d日|第\d/;
/** The number of an item, which stands on the line of its label or, with a cell a line, before it. */
const ITEM_NUMBER = /^[(\[]?\d{1,2}[)\].、．:]?$/;

/**
 * Words that stand where a row's figures should stand, hold a figure, and could not be read as one. A row with figures
 * has none: what stands beside them is a remark.
 */
export function unreadFigures(candidate: Candidate, next: Candidate | undefined): LabelWord[] {
  if (candidate.valued && candidate.segment.slots.some(isPrinted)) return [];
  const end = next?.segment === candidate.segment ? next.start : candidate.segment.key.length;
  const { labels } = candidate.segment;
  const isItem = (at: number) => labels[at + 1]?.word.line === labels[at]!.word.line || (next?.row.item ?? "") !== "";
  return labels.filter(({ word, start, end: finish }, at) => start >= candidate.end && finish <= end && HOLDS_FIGURE.test(word.text) && (!NO_FIGURE.test(word.text) || (ITEM_NUMBER.test(word.text) && !isItem(at))));
}

/** The beginning of a figure that a narrow column broke off: `45,4` over `10`, `2420.` over `5`. No item has such a number. */
const BROKEN_OFF = /^\d[\d,]*,\d{0,3}$|^\d{3,}\.$/;

/** Words among a table's labels that are the beginnings of figures: the rest stands where the figure is looked for. */
export function brokenOff(segments: readonly Segment[], from: number, to: number): LabelWord[] {
  const broken: LabelWord[] = [];
  for (let at = from; at <= to; at++) for (const label of segments[at]!.labels) if (isDigit(label.word.text.charCodeAt(0)) && BROKEN_OFF.test(label.word.text)) broken.push(label);
  return broken;
}

/** A figure with a unit or a sign of money that nobody could read, or the like: `19万3千元`, `约5`, `一四`. */
const BEGINS_FIGURE = /^[,;、]?(?:约|近|超|逾|人民币|[¥$])?\d|^[〇零一二三四五六七八九]{2,8}$/;

/** Words right behind a row's figures, on their line or the next, that begin as a figure does and could not be read as one. */
export function unreadBeside(candidate: Candidate, segments: readonly Segment[]): LabelWord[] {
  const last = candidate.valued ? candidate.segment.slots.findLast(isPrinted) : undefined;
  const behind = segments[candidate.segment.index + 1];
  if (!last || !behind) return [];
  const beside: LabelWord[] = [];
  for (const label of behind.labels) {
    if (label.word.line - last.word.line > 1 || !BEGINS_FIGURE.test(label.word.text) || NO_FIGURE.test(label.word.text)) break;
    beside.push(label);
  }
  return beside;
}

/** Digits that an amount may hold behind its point: 分. */
const MOST_PLACES = 6;
/** Shorter figures fit into the narrowest cell. */
const LEAST_DIGITS = 3;

/**
 * True for a lone figure that may be the rest of the one above, which print broke off at the end of its line
 * (`2730.65294` over `1`), rather than a page's number.
 */
export function mayContinue(slot: Slot, above: Slot | undefined): boolean {
  if (!above || !isNumber(above) || !isNumber(slot) || slot.word.line - above.word.line !== 1 || above.value.unit !== undefined) return false;
  const [whole, places = ""] = above.value.decimal.split(".");
  return places === "" ? whole!.length >= LEAST_DIGITS : places.length + slot.value.decimal.length <= MOST_PLACES;
}

/** Tells the lone figures that are numbers of pages: the next page's or the last one's stands elsewhere in the source. */
export function pagesAmong(segments: readonly Segment[]): (slot: Slot) => boolean {
  let numbers: Map<number, number> | undefined;
  const listNumbers = () => {
    numbers = new Map();
    for (const { slots } of segments) for (const slot of slots) if (slot.word.alone && mayBePage(slot)) numbers.set(Number(slot.word.text), slot.word.line);
    return numbers;
  };
  return (slot) => {
    const [known, number, { line }] = [numbers ?? listNumbers(), Number(slot.word.text), slot.word];
    return (known.get(number + 1) ?? -1) > line + LEAST_PAGE || (known.get(number - 1) ?? Infinity) < line - LEAST_PAGE;
  };
}

/** Lines between the numbers of two pages, at the least. */
const LEAST_PAGE = 8;

/** No report has more pages. */
const MOST_PAGES = 300;

/** True for a lone figure that may be the number of a page. */
export const mayBePage = (slot: Slot): boolean => /^\d{1,3}$/.test(slot.word.text) && Number(slot.word.text) <= MOST_PAGES;

/**
 * True where a lone figure below a row's label is rather a page's number than the row's figure: the table's other
 * rows of one figure print theirs beside their labels.
 */
export function isPageNumber(slots: readonly Slot[], candidate: Candidate, others: readonly Candidate[]): boolean {
  if (!slots.every((slot) => slot.word.alone)) return false;
  return others.some((other) => {
    const figures = other.segment.slots.filter(isPrinted);
    const label = other.segment.labels[other.segment.labels.length - 1];
    return other !== candidate && other.valued && figures.length === 1 && !figures[0]!.word.alone && figures[0]!.word.line === label?.word.line;
  });
}
