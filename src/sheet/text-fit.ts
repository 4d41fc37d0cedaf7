import type { LayoutBox } from "./layout-box.ts";

/** One of the fifteen columns: in characters (Excel's unit) and in points. */
export const COLUMN_CHARACTERS = 6.7;
export const COLUMN_POINTS = 35;

const EM = 9;
const LINE_POINTS = 11.5;
const PADDING = { across: 5, down: 3 } as const;
const PLAIN_ROW = 14.5;

/** Width in ems: ideographs and full-width marks 1, everything else half. */
export const emsOf = (text: string): number => [...text].reduce((sum, mark) => sum + (mark.codePointAt(0)! > 0x2e7f || "“”—…".includes(mark) ? 1 : 0.55), 0);

/** Lines that a text needs in a box `points` wide, at `em` points a character. */
export function linesOf(text: string, points: number, em: number = EM): number {
  const perLine = Math.max(1, Math.floor((points - PADDING.across) / em));
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(emsOf(line) / perLine)), 0);
}

/** Height in points for so many lines of 9-point text. */
export const heightOf = (lines: number): number => Math.max(PLAIN_ROW, lines * LINE_POINTS + PADDING.down);

/** Rows high enough that no printed text is cut; a tall box that spans rows stretches its last one. */
export function heightsOf(boxes: readonly LayoutBox[]): Record<number, number> {
  const heights: Record<number, number> = {};
  const need = (box: LayoutBox) => heightOf(linesOf(box.text, box.columnSpan * COLUMN_POINTS));
  const bySpan = [...boxes].sort((a, b) => a.rowSpan - b.rowSpan);
  for (const box of bySpan) {
    const rows = Array.from({ length: box.rowSpan }, (_, index) => box.row + index);
    const last = rows[rows.length - 1]!;
    const above = rows.slice(0, -1).reduce((sum, row) => sum + (heights[row] ?? PLAIN_ROW), 0);
    heights[last] = Math.max(heights[last] ?? PLAIN_ROW, need(box) - above);
  }
  return heights;
}
