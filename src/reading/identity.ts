import type { Origin } from "../report/model.ts";
import { parseChinese } from "../source/chinese-number.ts";
import type { PrintedLine } from "./lines.ts";
import { NUMBERED } from "./sections.ts";

/** Whose report it is and of which year, each with where it was found. */
export interface Identity {
  readonly unit: string;
  readonly unitOrigin?: Origin;
  readonly year: number | null;
  readonly yearOrigin?: Origin;
  /** Other years that the title, the period or the first section name. */
  readonly otherYears: readonly number[];
}

interface Found<T> {
  readonly value: T;
  readonly origin: Origin;
}

export interface Title {
  readonly unit: string;
  readonly year: number | null;
  readonly line: PrintedLine;
  /** The unit stands on the line above: perhaps the name of the site that prints it. */
  readonly fromAbove?: boolean;
}

export interface PlacedTitle extends Title {
  readonly at: number;
}

const UNIT = "[\\p{Script=Han}A-Za-z()〇·]";
const YEAR = "(20\\d{2}|二[〇○零0][〇○零一二三四五六七八九]{2})";
const REPORT = "(?:(?:政府|政务)?信息公开|政务公开)(?:工作)?(?:的)?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:(?:年度)?报告|年报)";
/** 某局2020年(度)政府信息公开工作年度报告 */
const UNIT_YEAR = new RegExp(`^(${UNIT}{2,40}?)(?:关于)?${YEAR}年?度?(?:的)?${REPORT}`, "u");
/** 2020年(度)某局政府信息公开工作年度报告 */
const YEAR_UNIT = new RegExp(`^${YEAR}年?度?(${UNIT}{2,40}?)(?:的)?${REPORT}`, "u");
/** 某局政府信息公开工作年度报告(2020年) */
const UNIT_REPORT = new RegExp(`^(${UNIT}{2,40}?)(?:的)?${REPORT}(?:\\(?${YEAR}年?度?\\)?|\\([^()]{1,16}\\))?$`, "u");
/** 2020年政府信息公开工作年度报告, its unit on the line above. */
const YEAR_REPORT = new RegExp(`^${YEAR}年?度?(?:的)?${REPORT}`, "u");
const UNIT_END = /(?:人民政府|政府|委员会|办事处|管委会|委|局|办公室|办|厅|院|中心|处|站|所|队|会|社|镇|乡|县|区|市|州|盟|旗|街道|公司|学校|大学|学院|医院|馆|部|署|集团|台|行)$/;
const NOT_A_UNIT = /(?:首页|当前位置|政府信息公开|信息公开|年度报告|索引|发布|来源|标题|名称|目录|门户|网站|公开指南|日期|时间|机构|责任编辑|下载|附件|打印|关闭|附件|^本|^我|^各|^全|^年|^(?:政府|政务)$)/;
const PERIOD = /(?:自|从|期限|时限|时间)?[^。]{0,6}?(20\d{2})年?1月1日(?:起)?[^。]{0,4}?(?:至|到|-|—|~)/;

/** 2020, 二〇二〇 or 二零二零 as a number. */
function yearOf(text: string | undefined): number | null {
  if (!text) return null;
  if (/^\d{4}$/.test(text)) return Number(text);
  const digits = [...text].map((mark) => (mark === "○" || mark === "0" ? 0 : parseChinese(mark)));
  return digits.every((digit) => digit !== null) ? Number(digits.join("")) : null;
}

/** The name without what a page or a sentence puts around it. */
function cleanUnit(text: string): string {
  const name = text.replace(/^(?:(?:名称|标题|关于|现将|发布|公布|编制)[::]?)+/, "").replace(/(?:关于|的)$/, "");
  const opened = name.split("(").length - name.split(")").length;
  return opened === 0 ? name : name.replace(/^[^(]*\)|\([^)]*$/g, "");
}

/** The title that a line prints, or undefined. A unit that the line does not name is looked for on the line above. */
export function titleOf(lines: readonly PrintedLine[], at: number): Title | undefined {
  const line = lines[at]!;
  if (line.prose || line.text.length > 120 || !line.text.includes("公开") || !/信息公开|政务公开/.test(line.text)) return undefined;
  return titleIn(titleText(line.text), lines, at);
}

/** The last step of a page's path, what stands in 《》, without the word that announces a title. */
function titleText(line: string): string {
  const step = line.slice(Math.max(line.lastIndexOf(">"), line.lastIndexOf("»")) + 1);
  const quoted = /《([^《》]*公开[^《》]*)》/.exec(step)?.[1] ?? step;
  return quoted.replace(/^[^\p{Script=Han}\d]*(?:名称|标题|附件\d{0,2})[::]?/u, "").replaceAll("《", "").replaceAll("》", "");
}

function titleIn(text: string, lines: readonly PrintedLine[], at: number): Title | undefined {
  const line = lines[at]!;
  if (text.length > 70) return undefined;
  const named = UNIT_YEAR.exec(text);
  if (named && !NOT_A_UNIT.test(named[1]!)) return { unit: cleanUnit(named[1]!), year: yearOf(named[2]), line };
  const behind = YEAR_UNIT.exec(text);
  if (behind && !NOT_A_UNIT.test(behind[2]!)) return { unit: cleanUnit(behind[2]!), year: yearOf(behind[1]), line };
  const bare = YEAR_REPORT.exec(text);
  if (bare) return { unit: unitAbove(lines, at), year: yearOf(bare[1]), line, fromAbove: true };
  const plain = UNIT_REPORT.exec(text);
  if (plain && UNIT_END.test(plain[1]!) && !NOT_A_UNIT.test(plain[1]!)) {
    const next = lines[at + 1];
    const below = next && /^\(?(20\d{2})年?度?\)?$/.exec(next.text);
    return { unit: cleanUnit(plain[1]!), year: yearOf(plain[2] ?? below?.[1]), line };
  }
  return undefined;
}

/** Lines over which a title is torn, at most. */
const TORN_LINES = 3;

/** A title that two or three short lines print together: 某局 | 2020年 | 政府信息公开工作年度报告, or torn anywhere. */
function tornTitle(lines: readonly PrintedLine[], at: number): Title | undefined {
  let text = "";
  for (let next = at; next < at + TORN_LINES && next < lines.length; next++) {
    const line = lines[next]!;
    if (line.prose || line.text.length > 40 || /[:>|]|^[一二三四五六]、/.test(line.text)) return undefined;
    text += line.text;
    const title = next > at && text.includes("公开") && /信息公开|政务公开/.test(text) ? titleIn(text, lines, at) : undefined;
    if (title && title.unit !== "" && UNIT_END.test(title.unit)) return title;
  }
  return undefined;
}

function firstTornTitle(lines: readonly PrintedLine[]): Title | undefined {
  // Only lines around 公(开) are looked at closely: a text may have half a million others.
  let tried = 0;
  for (let named = 0; named < lines.length; named++) {
    if (!lines[named]!.text.includes("公")) continue;
    for (let at = Math.max(tried, named - TORN_LINES + 1); at <= named; at++) {
      const title = tornTitle(lines, at);
      if (title) return title;
    }
    tried = named + 1;
  }
  return undefined;
}

function unitAbove(lines: readonly PrintedLine[], at: number): string {
  for (let above = at - 1; above >= 0 && above >= at - 2; above--) {
    const text = lines[above]!.text.replace(/关于$/, "");
    if (!lines[above]!.prose && text.length >= 3 && text.length <= 30 && UNIT_END.test(text) && !NOT_A_UNIT.test(text)) return text;
  }
  return "";
}

/** 威远县人民政府办公室 answers for the government; an office of its own right keeps its name. */
const ofGovernment = (unit: string) => unit.replace(/(人民政府)(?:办公室|办公厅|政务公开.*|信息公开.*|办)$/, "$1").replace(/([局厅])办公室$/, "$1");

const SENTENCES: readonly RegExp[] = [
  /(?:由|对)([\p{Script=Han}]{3,30}?(?:人民政府|委员会|办事处|管委会|局|厅|办公室|中心|镇|乡))(?:根据|按照|依据|编制|开展|办公室根据|202\d|201\d)/u,
  /(?:现将|公布|向社会公布|发布)([\p{Script=Han}]{3,30}?(?:人民政府|委员会|办事处|管委会|局|厅|办公室|中心))(?:20\d{2})/u,
  /(?:与|联系|向|致电|径向|请向)[::]?([\p{Script=Han}]{2,30}?(?:人民政府|委员会|办事处|管委会|局|厅|办公室|中心|管理局))(?:[\p{Script=Han}]{0,12}?)(?:联系|咨询|反映|\()/u,
];

function unitInSentences(lines: readonly PrintedLine[]): Found<string> | undefined {
  for (const pattern of SENTENCES) {
    for (const line of lines.slice(0, 12)) {
      const found = pattern.exec(line.text.slice(0, 1200));
      if (found && !NOT_A_UNIT.test(found[1]!)) return { value: ofGovernment(found[1]!), origin: line.origin };
    }
  }
  return undefined;
}

const PUBLISHER = /(?:发布机构|公开主体|编制单位|编制机关|发文机关|发文单位|信息来源):([\p{Script=Han}()]{3,40}?)(?=发文|发布|公开|成文|生成|索引|日期|时间|浏览|主题|分类|[\d[]|$)/u;

/** 发布机构:… in the head of a page: the last that is asked, for often it is the government for all its departments. */
function unitOfPublisher(lines: readonly PrintedLine[]): Found<string> | undefined {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const found = line.prose || !line.text.includes(":") ? null : PUBLISHER.exec(line.text.slice(0, 300));
    if (found && UNIT_END.test(found[1]!)) return { value: ofGovernment(found[1]!), origin: line.origin };
  }
  return undefined;
}

/** The signature: a unit on its own line right before a date, at the end. */
function unitInSignature(lines: readonly PrintedLine[]): Found<string> | undefined {
  for (let at = lines.length - 1; at >= Math.max(0, lines.length - 12); at--) {
    const { text } = lines[at]!;
    const date = /^(.{0,30}?)(?:20\d{2}年\d{1,2}月\d{1,2}日|二[〇○零].{2}年.{1,3}月.{1,3}日)$/.exec(text);
    if (!date) continue;
    const unit = date[1] ? date[1] : lines[at - 1]?.text ?? "";
    if (unit.length >= 3 && unit.length <= 30 && UNIT_END.test(unit) && !NOT_A_UNIT.test(unit)) return { value: ofGovernment(unit), origin: lines[date[1] ? at : at - 1]!.origin };
  }
  return undefined;
}

const isFirstSection = (line: PrintedLine) => line.mayBe(NUMBERED) && line.text.startsWith("一、");

/** Every title that lines print, in order, with its line's index. */
export function titlesOf(lines: readonly PrintedLine[]): PlacedTitle[] {
  const titles: PlacedTitle[] = [];
  for (let at = 0; at < lines.length; at++) {
    const title = titleOf(lines, at);
    if (title) titles.push({ unit: title.unit, year: title.year, line: title.line, fromAbove: title.fromAbove, at });
  }
  return titles;
}

/** 日 as any print has it. */
const DAY = /[日⽇㏠-㏾]/;

const yearOfPeriod = (line: PrintedLine): number | undefined => {
  const period = line.mayBe(DAY) && line.text.includes("1月1日") ? PERIOD.exec(line.text.slice(0, 3000)) : null;
  return period ? Number(period[1]) : undefined;
};

function periodOf(lines: readonly PrintedLine[]): number | undefined {
  for (let at = 0; at < lines.length; at++) {
    const year = yearOfPeriod(lines[at]!);
    if (year !== undefined) return year;
  }
  return undefined;
}

/** The unit that a page names below the title, in the signature or as its publisher, where above the title stands a government: its site prints the reports of all its departments. */
function ownBesideSite({ unit, line, fromAbove }: Title, head: readonly PrintedLine[], foot: readonly PrintedLine[]): Found<string> | undefined {
  if (!fromAbove || !unit.endsWith("政府")) return undefined;
  const below = head[head.indexOf(line) + 1];
  const isUnit = below !== undefined && !below.prose && below.text.length >= 3 && below.text.length <= 30 && UNIT_END.test(below.text) && !NOT_A_UNIT.test(below.text);
  const others = [isUnit ? { value: ofGovernment(below.text), origin: below.origin } : undefined, unitInSignature(foot), unitOfPublisher(head)];
  return others.find((other) => other !== undefined && !other.value.endsWith("政府"));
}

/** Where a page goes on to other reports. */
const ELSEWHERE = /^(?:相关(?:阅读|链接|新闻|信息|文章|稿件)|延伸阅读|推荐阅读|热门(?:文章|阅读)|猜你喜欢)[::]?$/;

/** The title nearest to the text: pages list other reports' titles above, and below it under 相关阅读; of several years the one of the period. */
function findTitle(head: readonly PrintedLine[], known?: readonly PlacedTitle[]): Title | undefined {
  const section = head.findIndex(isFirstSection);
  const above = section < 0 ? head : head.slice(0, section);
  const titles = known ? known.filter(({ at }) => at < above.length) : titlesOf(above);
  const units = titles.filter((candidate) => candidate.unit !== "");
  const elsewhere = units.length > 1 ? above.findIndex((line) => ELSEWHERE.test(line.text)) : -1;
  const own = elsewhere > (units[0]?.at ?? 0) ? units.filter(({ at }) => at < elsewhere) : units;
  const year = own.length > 1 ? periodOf(head) : undefined;
  const named = own.findLast((title) => title.year === year) ?? own[own.length - 1];
  const torn = named ? undefined : firstTornTitle(above);
  return named ?? torn ?? titles[0];
}

/**
 * Finds unit and year from the title, the first sentences, the signature and the reporting period, in this order.
 *
 * `head` are the lines before the first table, `foot` those behind the last. Nothing found: an empty unit, a null year.
 * `titles`: those of lines that begin with `head`, if they are known.
 */
export function identify(head: readonly PrintedLine[], foot: readonly PrintedLine[], titles?: readonly PlacedTitle[]): Identity {
  // Tables may stand above everything else: then the title follows them.
  const title = findTitle(head, titles) ?? (foot === head || head.some((line) => line.prose) ? undefined : findTitle(foot.filter((line) => !/^(?:上|下)一/.test(line.text))));
  const unit: Found<string> | undefined = title?.unit ? (ownBesideSite(title, head, foot) ?? { value: title.unit, origin: title.line.origin }) : unitInSignature(foot) ?? unitInSentences(head) ?? unitInSignature(head) ?? unitOfPublisher(head);
  const years: Found<number>[] = [];
  if (title && title.year !== null) years.push({ value: title.year, origin: title.line.origin });
  for (let at = 0; at < head.length; at++) {
    const line = head[at]!;
    const period = yearOfPeriod(line);
    if (period !== undefined) years.push({ value: period, origin: line.origin });
  }
  const section = head.findIndex(isFirstSection);
  const opening = head.slice(section + 1).find((line) => line.prose && /^(?:\(一\).{0,12})?(20\d{2})年/.test(line.text));
  const opened = opening && /(20\d{2})年/.exec(opening.text);
  if (opening && opened && years.length === 0) years.push({ value: Number(opened[1]), origin: opening.origin });
  const year = years[0];
  return {
    unit: unit?.value ?? "",
    unitOrigin: unit?.origin,
    year: year?.value ?? null,
    yearOrigin: year?.origin,
    otherYears: [...new Set(years.map((found) => found.value))].filter((value) => value !== year?.value),
  };
}
