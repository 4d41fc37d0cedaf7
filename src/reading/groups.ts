import { titleOf, titlesOf, type PlacedTitle } from "./identity.ts";
import type { PrintedLine } from "./lines.ts";
import { sectionTitle } from "./sections.ts";
import { labelAt, type Segment } from "./segments.ts";
import type { FoundStatistics } from "./statistics-table.ts";
import type { FoundTable } from "./tables.ts";
import { PAGE_FURNITURE, isWording } from "./wording.ts";

/** A table of any kind. */
export type Found = FoundTable | FoundStatistics;

/** The tables of one report, with the lines that stand around them. */
export interface Group {
  readonly tables: Found[];
  /** The last table in print, which may be one that does not count. */
  last: Found;
  /** Tables that stand twice, each with what the one that counts is called. */
  readonly doubled: Map<Found["table"], string>;
  /** Tables above which a year stands, each with it. */
  readonly captions: Map<Found["table"], number>;
  /** Tables above which a word of caution stands, each with its line. */
  readonly cautions: Map<Found["table"], PrintedLine>;
  /** Tables behind a section that is to follow them, each with that section's title. */
  readonly behind: Map<Found["table"], PrintedLine>;
  /** Lines before the first table and behind the last, of this report only. */
  head: PrintedLine[];
  foot: PrintedLine[];
  /** The titles of the whole source, where `head` begins with it. */
  titles?: readonly PlacedTitle[];
  /** Everything from the first line of `head` to the last of `foot`, its tables too. */
  all: PrintedLine[];
}

const firstLine = (segments: readonly Segment[], at: number) => {
  const segment = segments[at]!;
  return segment.prose?.line ?? segment.labels[0]?.word.line ?? segment.slots[0]?.word.line ?? 0;
};

/**
 * Line on which a table's own print begins: its first row, or the first heading of table 四. What stands above in the
 * same run of labels may be the report's title.
 */
function startLine(segments: readonly Segment[], table: Found): number {
  const segment = table.table === "reviews" ? segments[table.from]! : table.table === "statistics" ? undefined : table.chain[0]?.segment;
  const place = segment && (table.table === "reviews" ? segment.hits.find((hit) => hit.phrase.meanings.some((meaning) => meaning.table === "reviews"))?.start : "chain" in table ? table.chain[0]!.start : undefined);
  return (place === undefined ? undefined : labelAt(segment!, place)?.word.line) ?? firstLine(segments, table.from);
}

function lastLine(segments: readonly Segment[], at: number): number {
  const segment = segments[at]!;
  return segment.slots[segment.slots.length - 1]?.word.line ?? segment.labels[segment.labels.length - 1]?.word.line ?? 0;
}

/** Index of the first line at or behind a line number; lines are in order. */
function firstAt(lines: readonly { readonly line: number }[], line: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.line < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True for a table right behind another of its kind, within a report that goes on after it; 四 is a report's last. */
function standsTwice(tables: readonly Found[], at: number, group: Group): boolean {
  const { table } = tables[at]!;
  const next = tables[at + 1];
  if (table === "statistics" || group.last.table !== table) return false;
  if (table === "reviews") return group.tables.length > 1;
  return next !== undefined && next.table !== table && !group.tables.some((other) => other.table === next.table);
}

/** What a table counts where a report has it twice: 市本级 and 全市, or one year and the next. */
const LEVEL = /(?:[市县区省州旗]|乡镇|镇)?本级|全[市县区省州旗镇乡]|[市县区]直|汇总|20\d\d年/;
const WHOLE = /^全|汇总/;
const yearIn = (level: string) => (level.startsWith("20") ? Number.parseInt(level, 10) : 0);
/** Lines above a table in which its level stands, and the longest of them. */
const LEVEL_LINES = 12;
export const LEVEL_LENGTH = 24;

function levelAbove(lines: readonly PrintedLine[], end: number, start: number): string {
  const above = lines.slice(firstAt(lines, end + 1), firstAt(lines, start + 1)).slice(-LEVEL_LINES);
  for (let at = above.length - 1; at >= 0; at--) {
    const found = above[at]!.prose || above[at]!.text.length > LEVEL_LENGTH ? null : LEVEL.exec(above[at]!.text);
    if (found) return found[0];
  }
  return "";
}

/** A caption right above a table that names a year: `附表:2020年…行政复议、行政诉讼情况`. Dates and the report's title are none. */
const CAPTION = /(20\d\d)年(?:度)?(?!\d|度).{0,12}(?:表|情况|复议|诉讼|申请)/;
/** Printed lines between a caption and the first figure, or row, of its table. */
const CAPTION_LINES = 6;
const CAPTION_LENGTH = 48;

function captionYear(lines: readonly PrintedLine[], end: number, start: number): number | undefined {
  const above = lines.slice(firstAt(lines, Math.max(end + 1, start - CAPTION_LINES)), firstAt(lines, start + 1));
  for (const [at, line] of above.entries()) {
    const found = line.prose || line.text.length > CAPTION_LENGTH || titleOf(above, at) ? null : CAPTION.exec(line.text);
    if (found) return Number(found[1]);
  }
  return undefined;
}

/** Words above a table that say that its figures are another year's or office's, no real ones, or counted in tens of thousands. */
const CAUTION = /上年|去年|往年|同期|历年|历史|计划数|正式数据|全省|全国|作废|(?:填[报写表]|^)示例|示例表|样[表例本]|模板|范例|填[表报写]说明|下属|所属单位|直属单位|二级单位|[草初]稿|意见稿|原表|更正前|修改前|单位[::]?.{0,8}[十百千万亿](?:件|宗|条|项|个|次)/;

const CAUTION_LENGTH = 30;

/** The line right above a table that bears such words, its own headings aside. */
function cautionAbove(lines: readonly PrintedLine[], end: number, start: number, table: Found["table"]): PrintedLine | undefined {
  const near = lines.slice(firstAt(lines, Math.max(end + 1, start - CAPTION_LINES)), firstAt(lines, start));
  // What stands above the section's title belongs to the text, or to the table before.
  const above = near.slice(near.findLastIndex((line) => sectionTitle(line) !== undefined) + 1);
  return above.find((line) => !line.prose && line.text.length <= CAUTION_LENGTH && CAUTION.test(line.text) && !PAGE_FURNITURE.test(line.text) && !isWording(line.text, table));
}

/** Sections from this number on stand behind the tables. */
const BEHIND_TABLES = 5;

/** The title of such a section between one table of a report and the next. */
function sectionBetween(lines: readonly PrintedLine[], end: number, start: number): PrintedLine | undefined {
  return lines.slice(firstAt(lines, end + 1), firstAt(lines, start)).find((line) => (sectionTitle(line)?.number ?? 0) >= BEHIND_TABLES);
}

/** Of a table that stands twice the one of the whole city or county counts, of two years the report's, else the first. */
function keepOne(group: Group, table: Found, year: number | null, first: string, second: string): void {
  const own = year !== null && yearIn(second) === year && yearIn(first) !== year;
  const whole = (WHOLE.test(second) && !WHOLE.test(first)) || own || (yearIn(first) > 0 && yearIn(second) > yearIn(first));
  if (whole) group.tables[group.tables.length - 1] = table;
  group.last = table;
  group.doubled.set(table.table, (whole ? second : first) || "1");
}

/** Tables of one report stand together; a table of a kind that is there already, or another title, begins the next. */
export function groupTables(tables: readonly Found[], segments: readonly Segment[], lines: readonly PrintedLine[]): Group[] {
  const groups: Group[] = [];
  const titles = titlesOf(lines);
  const titleLines = titles.map((title) => title.line);
  let end = -1;
  let level = "";
  for (const [at, table] of tables.entries()) {
    const start = startLine(segments, table);
    const group = groups[groups.length - 1];
    const latest = titles[firstAt(titleLines, start + 1) - 1];
    const between = latest && latest.line.line > end ? latest : undefined;
    const before = titles[firstAt(titleLines, end + 1) - 1];
    const another = between !== undefined && before !== undefined && (between.unit !== before.unit || between.year !== before.year) && between.unit !== "";
    const twice = group !== undefined && !another && standsTwice(tables, at, group);
    if (!group || another || (!twice && group.tables.some((other) => other.table === table.table))) groups.push({ tables: [table], last: table, doubled: new Map(), captions: new Map(), cautions: new Map(), behind: new Map(), head: [], foot: [], all: [] });
    else if (twice) keepOne(group, table, latest?.year ?? null, level, levelAbove(lines, end, start));
    else {
      group.tables.push(table);
      group.last = table;
    }
    if (!twice) {
      level = levelAbove(lines, end, start);
      const year = captionYear(lines, end, start) ?? (table.table === "reviews" && table.slots[0] ? captionYear(lines, end, table.slots[0].word.line) : undefined);
      const own = groups[groups.length - 1]!;
      if (year !== undefined) own.captions.set(table.table, year);
      const caution = cautionAbove(lines, end, start, table.table);
      if (caution) own.cautions.set(table.table, caution);
      const section = own === group ? sectionBetween(lines, end, start) : undefined;
      if (section) own.behind.set(table.table, section);
    }
    end = lastLine(segments, table.to);
  }
  let from = 0;
  groups.forEach((group, at) => {
    const start = startLine(segments, group.tables[0]!);
    const finish = lastLine(segments, group.last.to);
    group.head = lines.slice(firstAt(lines, from), firstAt(lines, start + 1));
    if (at === 0) group.titles = titles;
    const next = groups[at + 1];
    const after = lines.slice(firstAt(lines, finish + 1), next ? firstAt(lines, startLine(segments, next.tables[0]!)) : lines.length);
    const border = next ? after.findIndex((line, index) => titleOf(after, index) !== undefined || /^(?:本报告|根据《|按照《|一、总体情况)/.test(line.text)) : -1;
    group.foot = border < 0 ? after : after.slice(0, border);
    group.all = [...lines.slice(firstAt(lines, from), firstAt(lines, finish + 1)), ...group.foot];
    from = border < 0 ? finish + 1 : Math.max(0, after[Math.max(0, border - 1)]!.line);
  });
  return groups;
}
