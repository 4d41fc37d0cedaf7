import type { EditionId } from "../form/definition.ts";
import { editionOfYear, findForm, forms } from "../form/forms.ts";
import type { Finding } from "../finding/model.ts";
import type { Report, ReportTable } from "../report/model.ts";
import type { Source } from "../source/word.ts";
import { groupTables, LEVEL_LENGTH, type Found, type Group } from "./groups.ts";
import { identify, titleOf, type Identity } from "./identity.ts";
import { linesOf, type PrintedLine } from "./lines.ts";
import { readRowsTable, type ReadTable, type Surroundings } from "./rows.ts";
import { labelKey } from "./script.ts";
import { cutSegments } from "./segments.ts";
import { passagesOf } from "./passages.ts";
import type { RunningText } from "./running.ts";
import { checkSections, sectionTitle } from "./sections.ts";
import { readStripTable } from "./strip.ts";
import { pagesAmong } from "./unread.ts";
import { splitAtTitles } from "./split-untabled.ts";
import { findStatistics, isUnfilled, readStatisticsTable } from "./statistics-table.ts";
import { turnBack } from "./turned.ts";
import { findTables } from "./tables.ts";
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
  const identity = identify(group.head, group.foot, group.titles);
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
