import { toPassage, type Passage } from "../prose/passage.ts";
import type { PrintedLine } from "./lines.ts";

/** `三、收到和处理政府信息公开申请情况`, at the start of a line. */
const SECTION = /^([一二三四五六七八九])、([^,。;:\d]{2,40})/;
/** Shorter lines are labels and page furniture. */
const SHORTEST = 8;

const isTelling = (line: PrintedLine) => line.prose || (line.text.length >= SHORTEST && /\p{Script=Han}/u.test(line.text) && /\d|未|没有|无/.test(line.text));

/**
 * The paragraphs of a report in which numbers may be told, each with the section it stands in.
 *
 * `text` is the source's: `line` origins point into it, so that every number keeps its place to the character.
 */
export function passagesOf(lines: readonly PrintedLine[], text: string): Passage[] {
  let section = "";
  let title = "";
  return lines.flatMap((line) => {
    const heading = SECTION.exec(line.text);
    if (heading) [section, title] = [heading[1]!, heading[2]!];
    if (!isTelling(line)) return [];
    const { origin } = line;
    return [toPassage(origin.kind === "line" ? text.slice(origin.start, origin.end) : line.text, origin, section, title)];
  });
}
