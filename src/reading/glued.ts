import { findForm } from "../form/forms.ts";
import { changeWord, type Word } from "../source/word.ts";
import { lexicon } from "./phrases.ts";
import { labelKey } from "./script.ts";
import { isDigit, isDigits, parseValue } from "./value.ts";

/** A figure before the next label: `1规范性文件`, `0二、上年结转…`. Not before the number of an item: `17.重复申请`. */
const FRONT = /^(\d[\d,]{0,14}(?:\.\d{1,8})?)((?:[一二三四五六七八九十]{1,2}、|\([一二三四五六七八九十]{1,2}\))?[\u4e00-\u9fff]{2}.{0,80})$/;
/** A figure behind its own label: `规章0`. */
const BACK = /^(\D{2,80}?)(\d[\d,]{0,14}(?:\.\d{1,8})?)$/;
const SECTION = /^[一二三四五六]、/;
const NUMBER = /^\([一二三四五六七八九十]{1,2}\)/;
/** No label is longer, with its remark and figures. */
const LONGEST = 100;
/** Figures of table 四, all in one row. No row has more than some. */
const STRIP = findForm("reviews", "2021")!.cells.length;
const MOST_FIGURES = 20;
/** So many rows that lack theirs are a habit of the print. */
const HABIT = 2;
/** The mark of a footnote has fewer digits, and fewer rows bear one and lack a figure too. */
const LONGER_THAN_MARK = 3;
const NO_MARKS = 3;

/** A label and its figure, what is counted behind it. */
const GLUED = /^(\D{2,40})(\d[\d,]{0,14}(?:\.\d{1,8})?(?:件|项|条|宗|万元|亿元|元)?)$/;
/** A row's own number. */
const ITEM = /^\(?[\d一二三四五六七八九十]{1,2}[)、.．]/;
/** As many figures behind a label on its line belong to a row of table 三. */
const ROW_OF_FIGURES = 5;

const [OPENING, CLOSING] = [0x28, 0x29];
const isHan = (code: number) => code >= 0x4e00 && code <= 0x9fff;

/** A label with the figures that print runs into it. */
interface Run {
  readonly at: number;
  readonly label: string;
  readonly front: string;
  readonly back: string;
  /** How many cells its row has, in any edition; undefined for a heading. */
  readonly columns: readonly number[] | undefined;
}

const isHeading = (label: string) => SECTION.test(label) || lexicon.scan(labelKey(label.replace(NUMBER, "")))[0]?.start === 0;

/** A word as a label between figures, or undefined where it is no label of the forms. */
function runOf(text: string, at: number): Run | undefined {
  const front = FRONT.exec(text);
  const rest = front ? front[2]! : text;
  const back = BACK.exec(rest);
  const own = back && lexicon.columnsOf(labelKey(back[1]!)) ? back : null;
  const label = own ? own[1]! : rest;
  const columns = lexicon.columnsOf(labelKey(label));
  if (!columns && !(front && isHeading(label))) return undefined;
  return { at, label, front: front?.[1] ?? "", back: own?.[2] ?? "", columns };
}

/** True where some word has both a figure and a label in it, by the characters at its ends: most sources have none. */
function mayHoldRuns(words: readonly Word[]): boolean {
  for (let at = 0; at < words.length; at++) {
    const { text } = words[at]!;
    if (text.length < 3 || text.length > LONGEST) continue;
    const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)];
    const mayBe = isDigit(first) ? (isHan(last) || isDigit(last) || last === CLOSING) && FRONT.test(text) : isDigit(last) && (isHan(first) || first === OPENING);
    const run = mayBe ? runOf(text, at) : undefined;
    if (run && (run.front !== "" || run.back !== "")) return true;
  }
  return false;
}

/** What a row's label and the next one hold of the row's figures. */
interface Seam {
  readonly row: Run | undefined;
  readonly next: Run | undefined;
  readonly takesBack: boolean;
  readonly takesFront: boolean;
  /** An edition has as many cells without them: only if the source's other rows lack theirs. */
  readonly open: boolean;
}

/** The one way in which a row has as many figures as the form by what its label and the next hold; undefined where there is none. */
function seamOf(row: Run | undefined, between: number, next: Run | undefined): Seam | undefined {
  const hasBack = row !== undefined && row.back !== "";
  const hasFront = next !== undefined && next.front !== "";
  // Behind the figures of table 四 stands the next section.
  const columns = next && SECTION.test(next.label) && !next.columns ? [...(row?.columns ?? []), STRIP] : row?.columns;
  const ways = [[hasBack, false], [false, hasFront], [hasBack, hasFront]] as const;
  const different = ways.filter(([back, front], at) => (back || front) && (at < 2 || (hasBack && hasFront)) && columns?.includes(between + Number(back) + Number(front)));
  const [only] = different;
  return only && different.length === 1 ? { row, next, takesBack: only[0], takesFront: only[1], open: columns!.includes(between) } : undefined;
}

const part = (word: Word, text: string): Word => changeWord(word, { text, raw: word.raw.includes(text) ? text : word.raw });

/**
 * Words in which print runs a row's first figure into its label, or its last one into the next label (cells without
 * white space between, rows whose line ends are lost), as the words that they are.
 *
 * Only where the row then has as many figures as the form and has not without; and nowhere in a source in which others
 * are no such figures: a column of row numbers, the marks of footnotes.
 */
export function withoutRuns(words: readonly Word[]): readonly Word[] {
  if (!mayHoldRuns(words)) return words;
  const seams: Seam[] = [];
  let [fronts, backs] = [0, 0];
  let row: Run | undefined;
  let between = 0;
  const close = (next: Run | undefined) => {
    const seam = between <= MOST_FIGURES ? seamOf(row, between, next) : undefined;
    if (seam) seams.push(seam);
    if (row?.back && !seam?.takesBack) backs++;
    if (next?.front && next.columns && !seam?.takesFront) fronts++;
    row = next;
    between = 0;
  };
  for (let at = 0; at < words.length; at++) {
    const { text, prose } = words[at]!;
    if (text === "") continue;
    const run = isDigits(text) || prose || text.length > LONGEST ? undefined : runOf(text, at);
    // `22(二)部分公开(…)` could be taken for a figure with a remark.
    if (!prose && !run?.front && parseValue(text)) between++;
    else close(run);
  }
  close(undefined);
  const sure = seams.filter(({ open }) => !open);
  const sureBacks = sure.filter(({ takesBack }) => takesBack);
  const takesFronts = fronts === 0;
  const takesBacks = backs === 0 && (sureBacks.length >= NO_MARKS || sureBacks.some(({ row: own }) => own!.back.length >= LONGER_THAN_MARK));
  const parts = new Map<number, { front: boolean; back: boolean; run: Run }>();
  const take = (run: Run, side: "front" | "back") => {
    const known = parts.get(run.at) ?? { front: false, back: false, run };
    known[side] = true;
    parts.set(run.at, known);
  };
  for (const { row: own, next, takesBack, takesFront, open } of seams) {
    // A row that needs both has them only where both are taken.
    if ((takesBack && !takesBacks) || (takesFront && !takesFronts) || (open && sure.length < HABIT)) continue;
    if (takesBack) take(own!, "back");
    if (takesFront) take(next!, "front");
  }
  if (parts.size === 0) return words;
  return words.flatMap((word, at) => {
    const found = parts.get(at);
    if (!found) return [word];
    const { front, label, back } = found.run;
    return [...(found.front ? [part(word, front)] : []), changeWord(word, { text: (found.front ? "" : front) + label + (found.back ? "" : back) }), ...(found.back ? [part(word, back)] : [])];
  });
}

const FIGURE_ENDS = new Set([..."件元项"].map((mark) => mark.charCodeAt(0)));

/** True where a word ends as a figure does, with or without what is counted. */
export function endsFigure(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return isDigit(last) || FIGURE_ENDS.has(last);
}

/**
 * `行政许可318`, `规章:0`: a row's label and its first figure without anything between, by what stands on their own line.
 *
 * Where a line does not settle it, the rows of the whole source may (`withoutRuns`).
 */
export function splitGlued(word: Word, at: number, words: readonly Word[]): readonly Word[] | undefined {
  if (word.text.length < 3 || word.text.length > 50 || isDigits(word.text) || !endsFigure(word.text)) return undefined;
  const match = GLUED.exec(word.text.replace(ITEM, "　"));
  if (!match) return undefined;
  let figures = 0;
  for (let next = at + 1; next <= at + ROW_OF_FIGURES && words[next]?.line === word.line && parseValue(words[next]!.text); next++) figures++;
  const label = labelKey(match[1]!);
  // With its item's number and a row of figures, 总计 is a row too, and a remark may stand behind a label.
  const numbered = figures === ROW_OF_FIGURES && (ITEM.test(word.text) || words[at - 1]?.line === word.line);
  if (!lexicon.isRow(label) && !(numbered && lexicon.isRow(label, "with-note"))) return undefined;
  const following = words[at + 1];
  // A digit behind a label that has its figure is a footnote's mark.
  if (figures < ROW_OF_FIGURES && following && parseValue(following.text)) return undefined;
  const digits = match[2]!;
  return [changeWord(word, { text: word.text.slice(0, -digits.length) }), changeWord(word, { text: digits })];
}
