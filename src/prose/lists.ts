import type { Subject } from "./claim.ts";
import type { ProseNumber } from "./numbers.ts";
import type { Passage } from "./passage.ts";

/** How deep in brackets a number stands. */
const depthOf = (passage: Passage, number: ProseNumber) => passage.depths[number.start] ?? 0;

/** A list is no longer than this: work stays linear in the text whatever it holds. */
const LONGEST_LIST = 40;

const REST = /(?:其他|其它|其余)/;
const OWN_LEVEL = /本级|市直|区直|县直|市级/;
const LOWER_LEVEL = /县区|区县|县\(市|县市区|乡镇|街道|各县|各区/;
const OPENS = /其中|分别(?:为|是)?/;
const OPEN_ENDED = /包括|等|如/;

interface Listed {
  /** Index of the whole among the sentence's numbers. */
  readonly of: number;
  readonly complete: boolean;
}

/** The whole that a list beginning at `first` divides: the number right before its bracket, or before 其中. */
function wholeOf(passage: Passage, numbers: readonly ProseNumber[], first: number, subjects: readonly (Subject | undefined)[]): number | undefined {
  const number = numbers[first]!;
  const depth = depthOf(passage, number);
  for (let at = first - 1; at >= Math.max(0, first - LONGEST_LIST); at--) {
    const other = numbers[at]!;
    if (other.unit !== number.unit || depthOf(passage, other) > depth) continue;
    // Applications are divided from what was received, not from another part.
    if (subjects[first] && !/^(?:received|newly|closed|answered|review:[a-z-]+$)/.test(subjects[at] ?? "")) continue;
    return at;
  }
  return undefined;
}

/** Where the list that a number stands in begins: behind 其中, or where its bracket opens. */
function firstOf(passage: Passage, numbers: readonly ProseNumber[], at: number): number | undefined {
  const depth = depthOf(passage, numbers[at]!);
  for (let first = at; first >= Math.max(0, at - LONGEST_LIST); first--) {
    const number = numbers[first]!;
    const own = depthOf(passage, number);
    if (own < depth) return undefined;
    if (own > depth) continue;
    const between = passage.text.slice(first === 0 ? number.sentence.start : numbers[first - 1]!.end, number.start);
    if (depth > 0 && between.includes("(") && !between.slice(between.lastIndexOf("(")).includes(")")) return first;
    if (OPENS.test(between)) return first;
    if (/[;。]/.test(between)) return undefined;
  }
  return undefined;
}

/** Numbers of the same list, at the same depth, of the same unit, from its first on. */
function membersOf(passage: Passage, numbers: readonly ProseNumber[], first: number): number[] {
  const start = numbers[first]!;
  const depth = depthOf(passage, start);
  const members = [first];
  for (let at = first + 1; at < Math.min(numbers.length, first + 2 * LONGEST_LIST); at++) {
    const number = numbers[at]!;
    const between = passage.text.slice(numbers[at - 1]!.end, number.start);
    const own = depthOf(passage, number);
    if (own < depth) break;
    if (own > depth || number.unit === "%") continue;
    if (/[;。]/.test(between) || OPENS.test(between) || number.unit !== start.unit) break;
    members.push(at);
  }
  return members;
}

/**
 * The list that a number is part of, or undefined. `complete` where its parts must add up to the whole: one of them is
 * the rest (其他), or they are the levels of a government (市直, 县区), or all that was handled (新收, 结转).
 *
 * 其中包括 and a list that goes on with other things are never complete: their sum proves nothing.
 */
export function findParts(passage: Passage, numbers: readonly ProseNumber[], at: number, subjects: readonly (Subject | undefined)[]): Listed | undefined {
  const first = firstOf(passage, numbers, at);
  if (first === undefined) return undefined;
  const of = wholeOf(passage, numbers, first, subjects);
  if (of === undefined) return undefined;
  const members = membersOf(passage, numbers, first);
  if (!members.includes(at)) return undefined;
  const labels = members.map((member) => numbers[member]!.label);
  const opening = passage.text.slice(numbers[of]!.end, numbers[first]!.start);
  const levels = labels.some((label) => OWN_LEVEL.test(label)) && labels.some((label) => LOWER_LEVEL.test(label));
  const flow = members.some((member) => subjects[member] === "newly-received") && members.some((member) => subjects[member] === "carried-in");
  const rest = REST.test(labels[labels.length - 1] ?? "");
  const whole = numbers[of]!;
  const exact = !whole.approximate && members.every((member) => !numbers[member]!.approximate);
  return { of, complete: exact && members.length > 1 && !OPEN_ENDED.test(opening) && (levels || flow || rest) };
}

const SHARE = /占|比例|比重/;

export const isShare = ({ unit, label }: ProseNumber) => unit === "%" && SHARE.test(label) && !/率/.test(label);

/** What stands before 占 where it names its own part (自然人申请占80%); empty where the number before it is the part. */
export const shareWords = (label: string): string => label.slice(0, Math.max(0, label.search(SHARE))).replace(/^.*[,;(、]/, "").replace(/分别|约|其中|各|所|的|\)|[“”"]/g, "");

/**
 * The number that a percentage is the share of: the last one that is not deeper in brackets. Rates (办结率) are none,
 * nor is a percentage whose own words name its part.
 */
export function findShare(passage: Passage, numbers: readonly ProseNumber[], at: number): number | undefined {
  const number = numbers[at]!;
  if (!isShare(number) || shareWords(number.label) !== "") return undefined;
  const depth = depthOf(passage, number);
  for (let before = at - 1; before >= Math.max(0, at - LONGEST_LIST); before--) {
    const other = numbers[before]!;
    if (depthOf(passage, other) > depth) continue;
    if (other.unit === "%") return undefined;
    return before;
  }
  return undefined;
}
