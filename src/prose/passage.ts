import type { Origin } from "../report/model.ts";
import { isNormalCode, normalise } from "../source/characters.ts";
import { isSpace } from "../source/text-lines.ts";

/** A paragraph of running text, normalised and without white space, each character's place in print kept. */
export interface Passage {
  /** Normalised (NFKC), white space left out. */
  readonly text: string;
  readonly raw: string;
  /** Offset in `raw` of every character of `text`, and of its end. */
  readonly places: readonly number[];
  /** How deep in brackets each character of `text` stands, within its sentence. */
  readonly depths: readonly number[];
  /** Offsets in `raw` of its line ends: print breaks paragraphs. */
  readonly breaks: readonly number[];
  readonly origin: Origin;
  /** Number of the section it stands in (一 … 九), empty before the first; its printed title. */
  readonly section: string;
  readonly title: string;
}

/** A piece of a passage: a sentence, a number, a label. Offsets into `Passage.text`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const isSentenceEnd = (mark: string) => mark === "。" || mark === "!" || mark === "?";

/** Makes a passage of printed text. Each character is normalised by itself, so that places are never lost. */
export function toPassage(raw: string, origin: Origin, section = "", title = ""): Passage {
  let text = "";
  const places: number[] = [];
  const depths: number[] = [];
  const breaks: number[] = [];
  let depth = 0;
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    if (code === 10 || (code === 13 && raw.charCodeAt(at + 1) !== 10)) breaks.push(at);
    // Nearly every character is its own normal form, and no bracket: the loop below is for the others.
    if (code >= 0x3003 && isNormalCode(code)) {
      text += raw[at]!;
      places.push(at);
      depths.push(depth);
      continue;
    }
    for (const mark of isNormalCode(code) ? raw[at]! : normalise(raw[at]!)) {
      if (isSpace(mark.charCodeAt(0))) continue;
      if (mark === ")") depth = Math.max(0, depth - 1);
      if (isSentenceEnd(mark)) depth = 0;
      text += mark;
      places.push(at);
      depths.push(depth);
      if (mark === "(") depth++;
    }
  }
  places.push(raw.length);
  return { text, raw, places, depths, breaks, origin, section, title };
}

/** Sentences of a passage: up to 。 ！ or ？, the mark included. */
export function sentencesOf(passage: Passage): Stretch[] {
  const sentences: Stretch[] = [];
  let start = 0;
  for (let at = 0; at < passage.text.length; at++) {
    if (!isSentenceEnd(passage.text[at]!)) continue;
    sentences.push({ start, end: at + 1 });
    start = at + 1;
  }
  if (start < passage.text.length) sentences.push({ start, end: passage.text.length });
  return sentences;
}

/** A stretch as it was printed. */
export const printed = (passage: Passage, { start, end }: Stretch): string => passage.raw.slice(passage.places[start], (passage.places[Math.max(start, end - 1)] ?? 0) + 1).trim();

/** Where a stretch stands: to the character in text, the cell or line in other sources. */
export function originAt(passage: Passage, { start, end }: Stretch): Origin {
  const { origin, places } = passage;
  if (origin.kind !== "line") return origin;
  const above = passage.breaks.filter((end) => end < places[start]!).length;
  return { ...origin, line: origin.line + above, start: origin.start + places[start]!, end: origin.start + places[Math.max(start, end - 1)]! + 1 };
}
