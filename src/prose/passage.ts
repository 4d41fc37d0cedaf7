import type { Origin } from "../report/model.ts";
import { normalise } from "../source/characters.ts";

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

const SENTENCE_END = /[。!?]/;

/** Makes a passage of printed text. Each character is normalised by itself, so that places are never lost. */
export function toPassage(raw: string, origin: Origin, section = "", title = ""): Passage {
  let text = "";
  const places: number[] = [];
  const depths: number[] = [];
  const breaks: number[] = [];
  let depth = 0;
  for (let at = 0; at < raw.length; at++) {
    if (raw[at] === "\n" || (raw[at] === "\r" && raw[at + 1] !== "\n")) breaks.push(at);
    for (const mark of normalise(raw[at]!)) {
      if (/\s/.test(mark)) continue;
      if (mark === ")") depth = Math.max(0, depth - 1);
      if (SENTENCE_END.test(mark)) depth = 0;
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
    if (!SENTENCE_END.test(passage.text[at]!)) continue;
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
