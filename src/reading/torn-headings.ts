import { forms } from "../form/forms.ts";
import { changeWord, type Word } from "../source/word.ts";
import { labelKey } from "./script.ts";

/** Headings that stand beside several rows: `三、本年度办理结果`, `(三)不予公开`. */
const HEADINGS: readonly string[] = [...new Set(forms.filter(({ id }) => id === "requests").flatMap(({ rows }) => rows.flatMap(({ headings }) => headings.map(({ label }) => labelKey(label)))))];
const STARTS = new Set(HEADINGS.map((heading) => heading.charCodeAt(0)));
const LONGEST = Math.max(...HEADINGS.map(({ length }) => length));
/** A number and a character at least, or it may begin anything. */
const LEAST = 2;
/** A heading in the middle of its rows has lines of theirs between its own. */
const MOST_LINES = 3;
const OPENING = 0x28;

/** A heading of which the first pieces have been found. */
interface Open {
  readonly places: number[];
  rest: string;
  line: number;
}

const mayStart = (code: number, next: number) => STARTS.has(code === OPENING ? next : code);

/** The places of each heading's pieces, in order; only of headings that are whole. */
function tornHeadings(words: readonly Word[]): readonly (readonly number[])[] {
  const whole: (readonly number[])[] = [];
  let open: Open[] = [];
  let line = -1;
  for (let at = 0; at < words.length; at++) {
    const { text, line: own, prose } = words[at]!;
    if (text === "" || own === line) continue;
    line = own;
    if (prose || text.length > LONGEST + LEAST) continue;
    if (open.length > 0) open = open.filter((one) => own - one.line <= MOST_LINES);
    if (open.length === 0 && !mayStart(text.charCodeAt(0), text.charCodeAt(1))) continue;
    const key = labelKey(text);
    if (key === "") continue;
    const goesOn = open.find(({ rest }) => rest.startsWith(key));
    if (goesOn) {
      goesOn.places.push(at);
      goesOn.rest = goesOn.rest.slice(key.length);
      goesOn.line = own;
      if (goesOn.rest === "") {
        whole.push(goesOn.places);
        open = open.filter((one) => one !== goesOn);
      }
      continue;
    }
    const heading = key.length < LEAST ? undefined : HEADINGS.find((one) => one.length > key.length && one.startsWith(key));
    if (heading) open.push({ places: [at], rest: heading.slice(key.length), line: own });
  }
  return whole;
}

/**
 * Words in which every heading that a narrow column tears over lines stands whole, where its first piece stood.
 *
 * `三、本年`, `度办理结` and `果` stand at the beginnings of the lines of whatever rows are beside them, within the labels of
 * rows that take several lines too. Only whole headings are put together: what is left over stays.
 */
export function withWholeHeadings(words: readonly Word[]): readonly Word[] {
  const torn = tornHeadings(words);
  if (torn.length === 0) return words;
  const firsts = new Map(torn.map((places) => [places[0]!, places]));
  const others = new Set(torn.flatMap((places) => places.slice(1)));
  return words.flatMap((word, at) => {
    if (others.has(at)) return [];
    const pieces = firsts.get(at)?.map((place) => words[place]!);
    return pieces ? [changeWord(word, { text: pieces.map(({ text }) => text).join(""), raw: pieces.map(({ raw }) => raw).join("") })] : [word];
  });
}
