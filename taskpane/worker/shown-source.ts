import { formatOrigin, type Origin } from "../../src/report/model.ts";
import type { Source } from "../../src/source/word.ts";

/** What was read, for showing: its text, and where in it the places stand that have no offsets of their own. */
export interface ShownSource {
  readonly name: string;
  readonly text: string;
  /** `formatOrigin` of a grid cell → start and end in `text`. */
  readonly places: Readonly<Record<string, readonly [number, number]>>;
}

/** How far past the last words found the next ones may stand: separators, and words that the text shows otherwise. */
const REACH = 64;

/** Finds every word that has no offsets of its own in the shown text. Words stand there in reading order, so one pass is enough. */
export function showSource(source: Source): ShownSource {
  const places: Record<string, readonly [number, number]> = {};
  let cursor = 0;
  let skipped = 0;
  for (const { raw, origin } of source.words) {
    if (raw === "") continue;
    if (origin.kind === "line") {
      cursor = Math.max(cursor, origin.end);
      continue;
    }
    const found = source.text.slice(cursor, cursor + raw.length + REACH + 2 * skipped).indexOf(raw);
    if (found < 0) {
      skipped += raw.length + 1;
      continue;
    }
    const start = cursor + found;
    const end = start + raw.length;
    const key = formatOrigin(origin);
    places[key] = [places[key]?.[0] ?? start, end];
    cursor = end;
    skipped = 0;
  }
  return { name: source.name, text: source.text, places };
}

export interface Excerpt {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
  readonly origin: Origin;
}

/** Start and end of an origin in the shown text, or undefined where it is not in it. */
export function placeOf(source: ShownSource, origin: Origin): readonly [number, number] | undefined {
  if (origin.kind === "line") return origin.start < origin.end && origin.end <= source.text.length ? [origin.start, origin.end] : undefined;
  return source.places[formatOrigin(origin)];
}

/** Characters that make a number part of something else: a longer number, or the number of an item. */
const BEFORE = /[\d.,．，A-Za-z(（]/;
const AFTER = /[\d.．、)）A-Za-z]/;

/** Where a figure is printed by itself within a range, from `from` on: between blanks if it can be, never inside a number. */
export function findPrinted(text: string, [start, end]: readonly [number, number], raw: string, from = start): readonly [number, number] | undefined {
  if (raw === "") return undefined;
  const fits = (at: number, isBlank: boolean) => {
    const [before, after] = [text[at - 1] ?? "\n", text[at + raw.length] ?? "\n"];
    return isBlank ? /\s/.test(before) && /\s/.test(after) : !BEFORE.test(before) && !AFTER.test(after);
  };
  for (const isBlank of [true, false]) {
    for (let at = text.indexOf(raw, from); at >= 0 && at + raw.length <= end; at = text.indexOf(raw, at + 1)) if (fits(at, isBlank)) return [at, at + raw.length];
  }
  return undefined;
}

const LONGEST_LINE = 160;

/** The marked words with some lines around them, long lines cut. `raw`: the words meant, where an origin is a whole line. */
export function excerptOf(source: ShownSource, origin: Origin, around = 2, raw?: string): Excerpt | undefined {
  const whole = placeOf(source, origin);
  if (!whole) return undefined;
  const place = (raw !== undefined && origin.kind !== "line" && findPrinted(source.text, whole, raw)) || whole;
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
  return { before: above + cutLeft, marked: text.slice(start, end), after: cutRight + below, origin };
}
