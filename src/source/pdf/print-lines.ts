import type { Glyph } from "./print.ts";

/** Characters on one baseline, from left to right. */
export interface PrintLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  /** True where wide gaps part it: a row of a table without lines, rather than running text. */
  readonly gapped: boolean;
  readonly glyphs: readonly Glyph[];
}

const middle = (glyph: Glyph) => glyph.baseline - glyph.size * 0.35;

/** Bold is often the same character printed twice, a hair apart. */
const isReprint = (glyph: Glyph, before: readonly Glyph[]) => before.slice(-3).some((other) => other.text === glyph.text && Math.abs(other.left - glyph.left) < glyph.size * 0.2 && Math.abs(other.baseline - glyph.baseline) < glyph.size * 0.2);

function lineOf(glyphs: readonly Glyph[]): PrintLine {
  const sorted = [...glyphs].sort((a, b) => a.left - b.left);
  const kept: Glyph[] = [];
  let text = "";
  let gapped = false;
  for (const glyph of sorted) {
    if (isReprint(glyph, kept)) continue;
    const last = kept[kept.length - 1];
    const gap = last ? glyph.left - last.right : 0;
    const isDigits = last && /[\d.,]$/.test(last.text) && /^[\d.,]/.test(glyph.text);
    if (last && (glyph.spaced || gap > glyph.size * (isDigits ? 0.2 : 0.45))) text += " ";
    if (gap > glyph.size * 1.6) gapped = true;
    text += glyph.text;
    kept.push(glyph);
  }
  const sizes = kept.map((glyph) => glyph.size).sort((a, b) => a - b);
  return { text, gapped, glyphs: kept, left: kept[0]!.left, right: kept[kept.length - 1]!.right, baseline: kept[0]!.baseline, size: sizes[sizes.length >> 1]! };
}

/**
 * Lines of print from top to bottom. Characters share a line when their middles stand within half of the smaller one,
 * so that figures of another font or size stay beside their label.
 */
export function linesOf(glyphs: readonly Glyph[]): PrintLine[] {
  const lines: { glyphs: Glyph[]; middle: number; size: number }[] = [];
  for (const glyph of [...glyphs].sort((a, b) => middle(a) - middle(b))) {
    const line = lines[lines.length - 1];
    if (line && middle(glyph) - line.middle <= Math.min(line.size, glyph.size) * 0.5) line.glyphs.push(glyph);
    else lines.push({ glyphs: [glyph], middle: middle(glyph), size: glyph.size });
  }
  return lines.map((line) => lineOf(line.glyphs));
}

/** Lines of a cell; a figure that its narrow column broke over lines is put together. */
export function linesOfCell(glyphs: readonly Glyph[], width: number): string[] {
  const lines = linesOf(glyphs);
  const isBroken = lines.length > 1 && lines.every((line, at) => /^[\d.,]+$/.test(line.text) && (at === lines.length - 1 || line.right - line.left > width - line.size * 1.9));
  return isBroken ? [lines.map((line) => line.text).join("")] : lines.map((line) => line.text);
}
