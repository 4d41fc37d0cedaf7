import { titlesOf, type PlacedTitle, type Title } from "./identity.ts";
import type { PrintedLine } from "./lines.ts";

/** How a report begins under its title: why it is written, its first section, its year, its unit speaking. */
const OPENING = /^(?:一、|\(一\)|1[.、]|本报告|根据|按照|依据|依照|遵照|为|现将|现|20\d\d年|一年来|今年|本年|全年|[我本])/;
/** Lines between a title and the beginning of its report: date, source, 字号. */
const FURNITURE = 8;
/** Characters of running text that make a report rather than a teaser. */
const LEAST_TEXT = 60;

const sameUnit = (a: string, b: string) => a === "" || b === "" || a.includes(b) || b.includes(a);
const isAnother = (one: Title, other: Title) => !sameUnit(one.unit, other.unit) || (one.year !== null && other.year !== null && one.year !== other.year);

/** A report of its own follows: running text that begins as one does, before the next title. */
function hasBody(lines: readonly PrintedLine[]): boolean {
  const first = lines.findIndex((line) => line.prose || /^一、/.test(line.text));
  if (first < 0 || first > FURNITURE || !OPENING.test(lines[first]!.text)) return false;
  return lines.reduce((sum, line) => sum + (line.prose ? line.text.length : 0), 0) >= LEAST_TEXT;
}

/**
 * Parts a source without tables at the titles of other units or years that a report follows. A list of titles (a
 * contents page, links to other reports) parts nothing. What stands before the first title belongs to the first report.
 */
export function splitAtTitles(lines: readonly PrintedLine[]): readonly (readonly PrintedLine[])[] {
  const titles = titlesOf(lines);
  const starts: PlacedTitle[] = [];
  titles.forEach((title, index) => {
    const body = lines.slice(title.at + 1, titles[index + 1]?.at ?? lines.length);
    const last = starts[starts.length - 1];
    if (hasBody(body) && (!last || isAnother(last, title))) starts.push(title);
  });
  if (starts.length < 2) return [lines];
  return starts.map((start, index) => {
    const [from, to] = [index === 0 ? 0 : beginOf(lines, start), starts[index + 1] ? beginOf(lines, starts[index + 1]!) : lines.length];
    // Titles of others in this report's own stretch (the list above it, links below it) are not its name.
    const others = new Set(titles.filter((title) => title.at !== start.at && isAnother(start, title)).map(({ at }) => at));
    return lines.slice(from, to).filter((_, at) => !others.has(from + at));
  });
}

/** A unit on the line above its title belongs to it. */
const beginOf = (lines: readonly PrintedLine[], { at, unit, line }: PlacedTitle): number => (unit !== "" && !line.text.includes(unit) && at > 0 && lines[at - 1]!.text.startsWith(unit) ? at - 1 : at);
