import type { Finding } from "../finding/model.ts";
import type { PrintedLine } from "./lines.ts";

/** What the titles of the six sections say, whatever their numbers. Rows of table 三 (一、本年新收…) say otherwise. */
const TITLES: readonly RegExp[] = [
  /^(?:总体|基本|工作)(?:工作)?(?:情况|概况)|^概述/,
  /^(?:政府信息)?主动公开/,
  /^(?:收到和处理|政府信息公开申请|依申请公开|申请公开)(?!.*(?:数量|办理结果))/,
  /复议|诉讼/,
  /问题|改进/,
  /^其他(?:需要)?(?:报告|说明)?(?:的)?事项/,
];
const NUMERALS = "一二三四五六";
/** Fewer titles than this are a part of a report that somebody pasted. */
const LEAST_TITLES = 4;

/** The number of a section as any print has it, behind white space and what is printed as nothing. */
export const NUMBERED = /^[\s\u00ad\u200b-\u206f\ufe00-\ufe0f]*[一二三四五六⼀⼆㆒-㆕㊀-㊅]/;

export interface SectionTitle {
  /** As printed, from 1. */
  readonly number: number;
  readonly line: PrintedLine;
}

/** The title of one of the six sections that a line prints or begins with. */
export function sectionTitle(line: PrintedLine): SectionTitle | undefined {
  if ((line.prose && !line.mayBe(NUMBERED)) || line.text[1] !== "、") return undefined;
  const found = /^([一二三四五六])、(.{2,40})/.exec(line.text);
  if (!found || !TITLES.some((title) => title.test(found[2]!)) || (line.text.length > 40 && !line.prose)) return undefined;
  return { number: NUMERALS.indexOf(found[1]!) + 1, line };
}

/** The year with which the text of section 一 begins. */
function openingYear(lines: readonly PrintedLine[]): { year: number; line: PrintedLine } | undefined {
  const start = lines.findIndex((line) => line.mayBe(NUMBERED) && /^一、(?:总体|基本)情况/.test(line.text));
  const opening = start < 0 ? undefined : lines.slice(start, start + 4).find((line) => line.prose);
  const found = opening && /^(?:一、(?:总体|基本)情况)?[。.]?(20\d{2})年(?:度)?,/.exec(opening.text);
  return found ? { year: Number(found[1]), line: opening! } : undefined;
}

/**
 * Whether the six sections stand in order, and whether the first begins in the report's own year (`numbering`,
 * `year`). Silent where a text prints too few section titles to tell.
 */
export function checkSections(lines: readonly PrintedLine[], year: number | null, known: readonly number[]): Finding[] {
  const titles: SectionTitle[] = [];
  for (const line of lines) {
    const title = sectionTitle(line);
    if (title) titles.push(title);
  }
  const findings: Finding[] = [];
  const broken = titles.findIndex((title, at) => title.number !== at + 1);
  if (titles.length >= LEAST_TITLES && (broken >= 0 || titles.length < NUMERALS.length)) {
    findings.push({ code: "numbering", at: { part: "prose" }, origin: titles[broken < 0 ? titles.length - 1 : broken]!.line.origin, received: titles.map((title) => NUMERALS[title.number - 1]).join("、"), expected: [...NUMERALS].join("、"), words: { found: titles.map((title) => NUMERALS[title.number - 1]).join("、") } });
  }
  const opening = openingYear(lines);
  if (opening && year !== null && opening.year !== year && !known.includes(opening.year)) {
    findings.push({ code: "year", at: { part: "prose" }, origin: opening.line.origin, expected: String(year), received: String(opening.year), words: { years: `${year}、${opening.year}` } });
  }
  return findings;
}
