import { toPassage, type Passage } from "../prose/passage.ts";
import type { PrintedLine } from "./lines.ts";

/** `三、收到和处理政府信息公开申请情况`, at the start of a line. */
const SECTION = /^([一二三四五六七八九])、([^,。;:\d]{2,40})/;
/** Shorter lines are labels and page furniture. */
const SHORTEST = 8;

const isTelling = (line: PrintedLine) => line.prose || (line.text.length >= SHORTEST && /\p{Script=Han}/u.test(line.text) && /\d|未|没有|无/.test(line.text));

/** A printed line that a paragraph may run on from; shorter ones end where they are. */
const FULL_LINE = 24;
const HEADING = /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)|\d{1,2}[.、](?!\d))/;

/** True where a paragraph goes on: the line above is full and ends within a sentence, this one is the next and no heading. */
const runsOn = (above: PrintedLine, line: PrintedLine) =>
  above.text.length >= FULL_LINE && line.line - above.line === 1 && !/[。!?；;:：]$/.test(above.text) && !HEADING.test(line.text) && !SECTION.test(above.text);

/** No paragraph of any report is as long: print without any end of a sentence is looked at so far. */
const LONGEST = 100_000;

/**
 * The paragraphs of a report in which numbers may be told, each with the section it stands in.
 *
 * A number that print tears over two lines is one number. `text` is the source's: `line` origins point into it, so
 * that every number keeps its place to the character.
 */
export function passagesOf(lines: readonly PrintedLine[], text: string): Passage[] {
  let section = "";
  let title = "";
  const passages: Passage[] = [];
  for (let from = 0, to = 0; from < lines.length; from = to) {
    const first = lines[from]!;
    let telling = isTelling(first);
    // Print breaks paragraphs into lines: they are put together again.
    for (to = from + 1; to < lines.length && runsOn(lines[to - 1]!, lines[to]!); to++) telling ||= isTelling(lines[to]!);
    const heading = SECTION.exec(first.text);
    if (heading) [section, title] = [heading[1]!, heading[2]!];
    if (!telling) continue;
    const [begin, end] = [first.origin, lines[to - 1]!.origin];
    const origin = begin.kind === "line" && end.kind === "line" ? { ...begin, end: end.end } : begin;
    const raw = origin.kind === "line" ? text.slice(origin.start, Math.min(origin.end, origin.start + LONGEST)) : lines.slice(from, to).map((line) => line.text).join("");
    passages.push(toPassage(raw, origin, section, title));
  }
  return passages;
}
