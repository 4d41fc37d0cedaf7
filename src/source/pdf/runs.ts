import { normalise } from "../characters.ts";
import type { Glyph } from "./print.ts";
import type { PrintLine } from "./print-lines.ts";

/** Characters that stand together on a line. */
export interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** A figure, or a sign for none. */
  readonly figure: boolean;
}

const NUMBER = /^(?:增加?|减少?|新增|净增|净减|[+\-−–↑↓])?[::]?\d[\d,]*(?:\.\d+)?(?:百万元|千元|万元|亿元|元|万|亿|人次|件|项|条|次|部|个|宗|份|起|人|篇)?(?:[([][^)\]]{0,60}[)\]])?$/;
const CHINESE = /^[〇零一二两三四五六七八九十百千万]{1,12}$/;
const NONE = /^(?:[/\\*—–―−-]{1,3}|无|暂无|不适用|不涉及|未发生)$/;
/** Printed apart from its figure: a unit behind it, a sign before it. */
export const UNIT = /^(?:百万元|千元|万元|亿元|元|万|亿|人次|件|项|条|次|部|个|宗|份|起|人|篇)$/;
const SIGN = /^(?:增加?|减少?|[+\-−])$/;
const TOGETHER = 0.8;

const isFigure = (text: string) => {
  const normal = normalise(text);
  return normal.length <= 70 && (NUMBER.test(normal) || NONE.test(normal) || CHINESE.test(normal));
};

/** Gap between two characters that parts them, as a share of their size: as lines are printed. */
const PARTS = 0.45;

/** Cells of labels stand close to each other. */
export const LABEL_GAP = 0.12;

/** Cuts a line where its gaps are wider than `parts` of the print's size; digits part more readily. */
export function runsOf(line: PrintLine, parts = PARTS): Run[] {
  const groups: Glyph[][] = [];
  for (const glyph of line.glyphs) {
    const group = groups[groups.length - 1];
    const last = group?.[group.length - 1];
    const isDigits = last && /[\d.,]$/.test(last.text) && /^[\d.,]/.test(glyph.text);
    if (last && !glyph.spaced && glyph.left - last.right <= glyph.size * (isDigits ? 0.2 : parts)) group!.push(glyph);
    else groups.push([glyph]);
  }
  const runs = groups.map((group): Run => {
    const text = group.map((glyph) => glyph.text).join("");
    return { text, left: group[0]!.left, right: group[group.length - 1]!.right, figure: isFigure(text) };
  });
  return runs.reduce<Run[]>((done, run) => {
    const last = done[done.length - 1];
    const near = last && run.left - last.right < line.size * TOGETHER;
    if (near && ((last.figure && UNIT.test(normalise(run.text))) || (run.figure && SIGN.test(normalise(last.text))))) done[done.length - 1] = { text: `${last.text}${run.text}`, left: last.left, right: run.right, figure: true };
    else done.push(run);
    return done;
  }, []);
}
