import { isPrinted, type Segment, type Slot } from "./segments.ts";

/**
 * A row's figures without the copies that a sheet prints in every cell of what was merged: the same print below the
 * same heading, side by side. Two figures that happen to be alike stand below headings of their own, and both stay.
 */
export function withoutCopies(slots: readonly Slot[], header: readonly Segment[]): readonly Slot[] {
  const first = slots.find(isPrinted)?.word.place;
  if (!first) return slots;
  const headings = new Map<number, string>();
  for (const segment of header) for (const { word } of segment.labels) if (word.place?.grid === first.grid && word.place.row < first.row) headings.set(word.place.column, word.text);
  return slots.filter((slot, at) => {
    const before = slots[at - 1];
    const [left, own] = [before?.word.place, slot.word.place];
    if (!before || !left || !own || own.column !== left.column + 1 || left.row !== own.row || before.word.raw !== slot.word.raw) return true;
    return headings.get(own.column) === undefined || headings.get(own.column) !== headings.get(left.column);
  });
}
