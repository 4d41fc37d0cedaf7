import type { Candidate } from "./candidates.ts";
import type { LabelWord, Slot } from "./segments.ts";
import { isPrinted } from "./segments.ts";

/** A figure within words (`共46件`, `约1200万元`); not an item's number, a year, an article or a date. */
const HOLDS_FIGURE = /\d/;
const NO_FIGURE = /^[(\[]?\d{1,2}[)\].、．:]|^[(\[]?\d{1,2}[)\]]?$|20\d\d|\d月|\d日|第\d/;

/**
 * Words that stand where a row's figures should stand, hold a figure, and could not be read as one. A row with figures
 * has none: what stands beside them is a remark.
 */
export function unreadFigures(candidate: Candidate, next: Candidate | undefined): LabelWord[] {
  if (candidate.valued && candidate.segment.slots.some(isPrinted)) return [];
  const end = next?.segment === candidate.segment ? next.start : candidate.segment.key.length;
  return candidate.segment.labels.filter(({ word, start, end: finish }) => start >= candidate.end && finish <= end && HOLDS_FIGURE.test(word.text) && !NO_FIGURE.test(word.text));
}

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
