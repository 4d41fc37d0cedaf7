import { formatOrigin, type Origin } from "../../src/report/model.ts";
import type { Source } from "../../src/source/word.ts";

/** What was read, for showing: its text, and where in it the places stand that have no offsets of their own. */
export interface ShownSource {
  readonly name: string;
  readonly text: string;
  /** `formatOrigin` of a grid cell → start and end in `text`. */
  readonly places: Readonly<Record<string, readonly [number, number]>>;
}

/** Finds every grid cell in the shown text. Words stand in the text in reading order, so one pass is enough. */
export function showSource(source: Source): ShownSource {
  const places: Record<string, readonly [number, number]> = {};
  let cursor = 0;
  for (const word of source.words) {
    if (word.origin.kind !== "table" && word.origin.kind !== "sheet") continue;
    if (word.raw === "") continue;
    const start = source.text.indexOf(word.raw, cursor);
    if (start < 0) continue;
    const end = start + word.raw.length;
    const key = formatOrigin(word.origin);
    places[key] = [places[key]?.[0] ?? start, end];
    cursor = end;
  }
  return { name: source.name, text: source.text, places };
}

export interface Excerpt {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
  /** Line of the marked words, from 1. */
  readonly line: number;
}

/** Start and end of an origin in the shown text, or undefined where it is not in it. */
export function placeOf(source: ShownSource, origin: Origin): readonly [number, number] | undefined {
  if (origin.kind === "line") return origin.start < origin.end && origin.end <= source.text.length ? [origin.start, origin.end] : undefined;
  return source.places[formatOrigin(origin)];
}

const LONGEST_LINE = 160;

/** The marked words with some lines around them, long lines cut. */
export function excerptOf(source: ShownSource, origin: Origin, around = 2): Excerpt | undefined {
  const place = placeOf(source, origin);
  if (!place) return undefined;
  const [start, end] = place;
  const { text } = source;
  const before = text.slice(0, start).split("\n");
  const after = text.slice(end).split("\n");
  const ownBefore = before.pop() ?? "";
  const ownAfter = after.shift() ?? "";
  const cutLeft = ownBefore.length > LONGEST_LINE ? `…${ownBefore.slice(-LONGEST_LINE)}` : ownBefore;
  const cutRight = ownAfter.length > LONGEST_LINE ? `${ownAfter.slice(0, LONGEST_LINE)}…` : ownAfter;
  const shorten = (line: string) => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line);
  const written = (line: string) => line.trim() !== "";
  const above = (around === 0 ? [] : before.filter(written).slice(-around)).map((line) => `${shorten(line)}\n`).join("");
  const below = after.filter(written).slice(0, around).map((line) => `\n${shorten(line)}`).join("");
  return { before: above + cutLeft, marked: text.slice(start, end), after: cutRight + below, line: before.length + 1 };
}
