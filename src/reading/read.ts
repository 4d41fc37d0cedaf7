import type { EditionId } from "../form/definition.ts";
import { editionOfYear, findForm, forms } from "../form/forms.ts";
import type { Finding } from "../finding/model.ts";
import type { Report, ReportTable } from "../report/model.ts";
import type { Source } from "../source/word.ts";
import { identify, titleOf, titlesOf, type Identity } from "./identity.ts";
import { linesOf, type PrintedLine } from "./lines.ts";
import { readRowsTable, type ReadTable, type Surroundings } from "./rows.ts";
import { labelKey } from "./script.ts";
import { cutSegments, labelAt, type Segment } from "./segments.ts";
import { passagesOf } from "./passages.ts";
import type { RunningText } from "./running.ts";
import { checkSections, sectionTitle } from "./sections.ts";
import { readStripTable } from "./strip.ts";
import { pagesAmong } from "./unread.ts";
import { splitAtTitles } from "./split-untabled.ts";
import { findStatistics, isUnfilled, readStatisticsTable, type FoundStatistics } from "./statistics-table.ts";
import { turnBack } from "./turned.ts";
import { findTables, type FoundTable } from "./tables.ts";
import { PAGE_FURNITURE, isWording } from "./wording.ts";
import { readToldTable, regionOf } from "./told-table.ts";

/** A report with what reading has to say of it. */
export interface ReadReport {
  readonly report: Report;
  readonly findings: readonly Finding[];
  /** What stands around its tables: `proseOf` tells the numbers in it. */
  readonly running: RunningText;
}

/** All that a source holds. `findings` are about the source as a whole: nothing readable in it, say. */
export interface Reading {
  readonly reports: readonly ReadReport[];
  readonly findings: readonly Finding[];
}

type Found = FoundTable | FoundStatistics;

interface Group {
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
const LEVEL_LENGTH = 24;

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
function groupTables(tables: readonly Found[], segments: readonly Segment[], lines: readonly PrintedLine[]): Group[] {
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
    const next = groups[at + 1];
    const after = lines.slice(firstAt(lines, finish + 1), next ? firstAt(lines, startLine(segments, next.tables[0]!)) : lines.length);
    const border = next ? after.findIndex((line, index) => titleOf(after, index) !== undefined || /^(?:本报告|根据《|按照《|一、总体情况)/.test(line.text)) : -1;
    group.foot = border < 0 ? after : after.slice(0, border);
    group.all = [...lines.slice(firstAt(lines, from), firstAt(lines, finish + 1)), ...group.foot];
    from = border < 0 ? finish + 1 : Math.max(0, after[Math.max(0, border - 1)]!.line);
  });
  return groups;
}

/** Shorter lines stand several times in any table. */
const LEAST_REPEATED = 6;
const LONGEST_REPEATED = 60;

/** Tells lines that stand several times between tables' rows, running headers of a printed page, by their `labelKey`. */
function repeatedLines(lines: readonly PrintedLine[]): (key: string) => boolean {
  let counts: Map<string, number> | undefined;
  // Most tables have no line that needs to be asked for.
  const countLines = () => {
    counts = new Map();
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at]!;
      if (line.prose || line.text.length < LEAST_REPEATED || line.text.length > LONGEST_REPEATED) continue;
      const key = labelKey(line.text);
      if (key.length >= LEAST_REPEATED) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  };
  return (key) => key.length >= LEAST_REPEATED && ((counts ?? countLines()).get(key) ?? 0) > 1;
}

/** A group's running text: what stands around its tables, and paragraphs and section titles between them. */
function runningOf(group: Group, source: Source, withStatistics: boolean): RunningText {
  const { all, head, foot } = group;
  return { lines: all.filter((line, at) => at < head.length || at >= all.length - foot.length || line.prose || sectionTitle(line)), text: source.text, withStatistics };
}

/** Lines on which a page's running header repeats the title: between a label and its figures it is nobody's text. */
function runningHeaders(lines: readonly PrintedLine[]): ReadonlySet<number> {
  const named = new Map<string, number[]>();
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.prose || line.text.length > LONGEST_REPEATED || !line.text.includes("年度报告")) continue;
    const key = labelKey(line.text);
    const others = named.get(key);
    if (others) others.push(line.line);
    else if (key.length >= LEAST_REPEATED) named.set(key, [line.line]);
  }
  return new Set([...named.values()].filter((places) => places.length > 1).flat());
}

function readGroup(group: Group, around: Surroundings, source: Source): ReadReport {
  const identity = identify(group.head, group.foot);
  const read: ReadTable[] = [];
  for (const found of group.tables) {
    if (found.table === "statistics") read.push(readStatisticsTable(found, around.segments));
    else if (found.table !== "reviews") read.push(readRowsTable(found, around, identity.year));
  }
  const editionOf = (table: string) => read.find((entry) => entry.table.table === table)?.table.edition;
  const edition: EditionId = editionOf("requests") ?? editionOf("disclosure") ?? (identity.year === null ? "2021" : editionOfYear(identity.year));
  for (const found of group.tables) {
    const form = found.table === "reviews" ? (findForm("reviews", edition) ?? findForm("reviews", "2019")) : undefined;
    if (found.table === "reviews" && form) read.push(readStripTable(found, form, around));
  }
  for (const entry of read) {
    const { table, edition: own, origin } = entry.table;
    const raw = group.doubled.get(table);
    const section = group.behind.get(table);
    if (section) (entry as { findings: readonly Finding[] }).findings = [{ code: "table-behind", at: { table, edition: own }, origin, words: { raw: section.text.slice(0, LEVEL_LENGTH) } }, ...entry.findings];
    const caution = group.cautions.get(table);
    if (caution) (entry as { findings: readonly Finding[] }).findings = [{ code: "table-captioned", at: { table, edition: own }, origin: caution.origin, words: { raw: caution.text } }, ...entry.findings];
    const captioned = group.captions.get(table);
    if (captioned !== undefined && identity.year !== null && captioned !== identity.year) {
      (entry as { findings: readonly Finding[] }).findings = [{ code: "table-of-year", at: { table, edition: own }, origin, words: { raw: String(captioned), year: String(identity.year) } }, ...entry.findings];
    }
    if (raw !== undefined) (entry as { findings: readonly Finding[] }).findings = [{ code: "table-doubled", at: { table, edition: own }, origin, words: { raw } }, ...entry.findings];
  }
  const order = (table: ReportTable) => forms.findIndex((form) => form.id === table.table);
  read.sort((a, b) => order(a.table) - order(b.table));
  const named = withIdentity(identity, read, source.name);
  const sections = read.some(({ table }) => table.table !== "statistics") ? checkSections(group.all, named.report.year, identity.otherYears) : [];
  return { report: named.report, findings: [...named.findings, ...sections.map((finding) => saidOf(named.report, finding))], running: runningOf(group, source, read.some(({ table }) => table.table === "statistics")) };
}

/** A source without tables: reports one after the other, each told in its sentences. */
function readUntabled(lines: readonly PrintedLine[], source: Source): Reading {
  const parts = splitAtTitles(lines);
  const reports = parts.flatMap((part) => readTold(part, source) ?? []);
  return reports.length > 0 ? { reports, findings: [] } : { reports: [], findings: [{ code: "no-report", at: { part: "file" }, file: source.name }] };
}

/** One report without tables: one of the years to 2018 may tell the statistics form in its sentences. */
function readTold(lines: readonly PrintedLine[], source: Source): ReadReport | undefined {
  const identity = identify(lines, lines);
  const passages = passagesOf(lines, source.text);
  const told = identity.year === null || editionOfYear(identity.year) === "2014" ? readToldTable(passages) : undefined;
  const titled = lines.some((_, at) => titleOf(lines, at) !== undefined);
  if (!told && !titled) return undefined;
  const unit = told && !titled ? regionOf(identity.unit, told) : identity.unit;
  const read = withIdentity({ ...identity, unit }, told ? [told] : [], source.name);
  return { ...read, running: { lines, text: source.text, withStatistics: told !== undefined } };
}

function withIdentity(identity: Identity, read: readonly ReadTable[], file: string): Omit<ReadReport, "running"> {
  const report: Report = { unit: identity.unit, unitOrigin: identity.unitOrigin, year: identity.year, yearOrigin: identity.yearOrigin, file, tables: read.map((entry) => entry.table) };
  const about = { part: "report" as const };
  const findings: Finding[] = [];
  if (identity.unit === "") findings.push({ code: "unit-unknown", at: about });
  if (identity.year === null) findings.push({ code: "year-unknown", at: about });
  if (identity.otherYears.length > 0) findings.push({ code: "year", at: { part: "prose" }, origin: identity.yearOrigin, words: { years: [identity.year, ...identity.otherYears].join("、") } });
  // Hostile print has more findings than a call has arguments.
  for (const entry of read) for (const finding of entry.findings) findings.push(finding);
  return { report, findings: findings.map((finding) => saidOf(report, finding)) };
}

/** A finding with the report that it is about. Named one by one: to copy findings of many shapes is slow. */
function saidOf({ unit, year, file }: Report, { code, level, at, origin, expected, received, terms, words }: Finding): Finding {
  return { code, level, at, unit, year, file, origin, expected, received, terms, words };
}

/** What two equal reports have in common, cheap to make: their tables and the sum of their figures. */
function outlineOf(report: Report): string {
  let outline = "";
  for (const { table, edition, cells } of report.tables) {
    let sum = 0;
    for (const { id } of findForm(table, edition)!.cells) sum += cells[id]!.value ?? 0;
    outline += `${table} ${edition} ${sum};`;
  }
  return outline;
}

const sameTables = (a: Report, b: Report) =>
  a.tables.length === b.tables.length &&
  a.tables.every((table, at) => {
    const other = b.tables[at]!;
    return table.table === other.table && table.edition === other.edition && findForm(table.table, table.edition)!.cells.every(({ id }) => table.cells[id]!.value === other.cells[id]!.value && (table.cells[id]!.raw ?? "") === (other.cells[id]!.raw ?? ""));
  });

/** A report that stands twice is read once, and said so. Two that differ in any cell are two reports. */
function mergeDoubled(reports: readonly ReadReport[]): ReadReport[] {
  if (reports.length < 2) return [...reports];
  interface Kept {
    readonly entry: ReadReport;
    count: number;
  }
  const kept: Kept[] = [];
  const byOutline = new Map<string, Kept[]>();
  for (const entry of reports) {
    const outline = outlineOf(entry.report);
    const agrees = <T>(a: T, b: T, none: T) => a === b || a === none || b === none;
    const alike = byOutline.get(outline) ?? [];
    const twin = entry.report.tables.length > 0 && alike.find((other) => sameTables(other.entry.report, entry.report) && agrees(other.entry.report.unit, entry.report.unit, "") && agrees<number | null>(other.entry.report.year, entry.report.year, null));
    if (twin) twin.count++;
    else {
      const one = { entry, count: 1 };
      kept.push(one);
      byOutline.set(outline, [...alike, one]);
    }
  }
  return kept.map(({ entry, count }) => {
    if (count === 1) return entry;
    const { unit, year, file } = entry.report;
    const doubled: Finding = { code: "report-doubled", at: { part: "report" }, unit, year, file, words: { count: String(count) } };
    return { ...entry, findings: [doubled, ...entry.findings] };
  });
}

/** More tables than any text of reports holds (200 reports): noise that looks like labels must not take for ever. */
const MOST_TABLES = 600;

/** More than one report's tables share a budget for lost cells: a table needs some dozen nodes, hopeless noise any number. */
const MANY_TABLES = 6;
const ALL_NODES = 6_000;

/**
 * Reads a source into reports. Any source has a reading; nothing is invented and no printed number of a table
 * vanishes: it is in a cell, or in a finding.
 *
 * A source with a title but no table gives a report without tables; one with neither gives `no-report`.
 */
export function readSource(source: Source): Reading {
  const words = turnBack(source.words);
  const lines = linesOf(words);
  const isRepeated = repeatedLines(lines);
  const headers = runningHeaders(lines);
  const segments = cutSegments(headers.size === 0 ? words : words.filter((word) => !headers.has(word.line)));
  const found = findTables(segments, MOST_TABLES);
  const statistics = findStatistics(segments);
  const all: readonly Found[] = [...found.tables, ...statistics].sort((a, b) => a.from - b.from || a.to - b.to);
  const kept = all.slice(0, MOST_TABLES);
  const number = found.count + statistics.length;
  if (kept.length === 0) return readUntabled(lines, source);
  if (kept.every((table) => table.table === "statistics" && isUnfilled(table))) {
    // The form was left empty where the sentences tell it.
    const told = readUntabled(lines, source);
    if (told.reports.some(({ report }) => report.tables.length > 0)) return told;
  }
  const around: Surroundings = { segments, isRepeated, isPaged: pagesAmong(segments), ...(kept.length > MANY_TABLES && { budget: Math.ceil(ALL_NODES / kept.length) }) };
  const reports = mergeDoubled(groupTables(kept, segments, lines).map((group) => readGroup(group, around, source)));
  const counts = { count: String(number), most: String(MOST_TABLES) };
  return { reports, findings: number > kept.length ? [{ code: "too-many-tables", at: { part: "file" }, file: source.name, words: counts }] : [] };
}
