import { Mark, type Line } from "./text-lines.ts";

/** A longer line is a whole document that lost its line ends, where figures stand among its sentences. */
const LONG_LINE = 400;
const FIGURES_OF_TABLE = 40;
/** A sentence tells fewer figures that stand alone. */
const FEWEST_FIGURES = 3;

/** Digits that stand alone. */
const LONE_FIGURE = /(?<=\s)\d{1,9}(?=\s)/g;

/** Documents that lost their line ends, in their sentences. */
export const partLongLines = (lines: readonly Line[]): readonly Line[] => (lines.some(isLong) ? lines.flatMap((line) => (isLong(line) ? partLong(line) : [line])) : lines);

const isLong = ({ raw, marks }: Line) => raw.length >= LONG_LINE && (marks & Mark.sentenceEnd) > 0 && (marks & Mark.space) > 0;

/** A line's sentences: what is told behind a table's last figure is a line of its own. */
function partLong(line: Line): Line[] {
  const { raw, start, marks } = line;
  if ((raw.match(LONE_FIGURE)?.length ?? 0) < FIGURES_OF_TABLE) return [line];
  const parts: Line[] = [];
  for (let from = 0; from < raw.length; ) {
    const end = raw.indexOf("。", from) + 1 || raw.length;
    const piece = raw.slice(from, end);
    const figures = [...piece.matchAll(LONE_FIGURE)];
    const last = figures.length < FEWEST_FIGURES ? undefined : figures[figures.length - 1]!;
    const cut = last ? last.index + last[0].length : 0;
    if (cut > 0) parts.push({ ...line, raw: piece.slice(0, cut), start: start + from, marks: marks & ~Mark.sentenceEnd });
    parts.push({ ...line, raw: piece.slice(cut), start: start + from + cut });
    from = end;
  }
  return parts;
}
