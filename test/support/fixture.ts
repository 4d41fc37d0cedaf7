import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkReport } from "../../src/checking/check.ts";
import { isTableRef, type Finding } from "../../src/finding/model.ts";
import { findForm, formOf } from "../../src/form/forms.ts";
import { readWhole } from "../../src/intake/read-sources.ts";
import { formatFigure, parseFigure } from "../../src/report/figure.ts";
import { BLANK, type Cell, type Report, type ReportTable } from "../../src/report/model.ts";
import { readHtml } from "../../src/source/html.ts";
import { readText } from "../../src/source/text.ts";
import type { Scored } from "./score.ts";

/** What a careful person reads in a source. */
export interface Expected {
  /** What is special about the source. */
  readonly about: string;
  readonly reports: readonly ExpectedReport[];
}

/**
 * One report: tables by their printed number, rows by their label path, each with its figures in official column
 * order: `12` printed, `12*` forced by the equations, `.` blank. Amounts are in 万元.
 */
export interface ExpectedReport {
  readonly unit: string;
  readonly year: number | null;
  readonly editions: Readonly<Record<string, string>>;
  readonly cells: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Codes of reading and checking, each once, sorted. */
  readonly findings: readonly string[];
}

export interface Fixture {
  readonly name: string;
  readonly folder: string;
  readonly kind: "text" | "html";
  readonly source: string;
  readonly expected: Expected;
}

export const fixturesFolder = join(__dirname, "../fixtures/layouts");

/** Every fixture folder, by name. */
export function layoutFixtures(): Fixture[] {
  const names = readdirSync(fixturesFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  return names.map((name) => {
    const folder = join(fixturesFolder, name);
    const kind = existsSync(join(folder, "source.html")) ? "html" : "text";
    const source = readFileSync(join(folder, kind === "html" ? "source.html" : "source.txt"), "utf8");
    return { name, folder, kind, source, expected: JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Expected };
  });
}

/** The fixture's reports as read, with the findings of reading and checking together. */
export const readFixture = ({ kind, source }: Pick<Fixture, "kind" | "source">): Scored[] =>
  readWhole(kind === "html" ? readHtml(source) : readText(source)).reports.map(({ report, findings }) => ({ report, findings: [...findings, ...checkReport(report)] }));

const printCell = (cell: Cell, scale: 0 | 6) => (cell.value === null ? "." : formatFigure(cell.value, { scale }) + (cell.status === "derived" ? "*" : ""));

/** A report in the words of `expected.json`. */
export function describeReport(report: Report, findings: readonly Pick<Finding, "code">[]): ExpectedReport {
  const rowsOf = (table: ReportTable) => formOf(table).rows.map((row) => [row.path, row.band.columns.map((column) => printCell(table.cells[`${row.id}/${column.id}`] ?? BLANK, column.measure.scale)).join(" ")]);
  return {
    unit: report.unit,
    year: report.year,
    editions: Object.fromEntries(report.tables.map((table) => [formOf(table).number, table.edition])),
    cells: Object.fromEntries(report.tables.map((table) => [formOf(table).number, Object.fromEntries(rowsOf(table))])),
    findings: [...new Set(findings.map((finding) => finding.code))].sort(),
  };
}

/** `expected.json` as it is written: one line a row of a table. */
export const printExpected = (expected: Expected) => `${JSON.stringify(expected, null, 1)}\n`;

const TABLES = { 二: "disclosure", 三: "requests", 四: "reviews" } as const;

/** Cells of the truth whose value was read wrongly or not at all, on a table without any finding. */
export function silentCells(expected: ExpectedReport, read: Scored | undefined): string[] {
  return Object.entries(expected.cells).flatMap(([number, rows]) => {
    const id = TABLES[number as keyof typeof TABLES];
    const form = findForm(id, expected.editions[number] as ReportTable["edition"])!;
    const table = read?.report.tables.find((other) => other.table === id);
    if (!table || read!.findings.some((finding) => isTableRef(finding.at) && finding.at.table === id)) return [];
    return form.rows.flatMap((row) => rows[row.path]!.split(" ").flatMap((token, at) => {
      const column = row.band.columns[at]!;
      const truth = token === "." ? null : parseFigure(token.replace("*", ""), column.measure);
      const value = table.cells[`${row.id}/${column.id}`]?.value ?? null;
      return value === truth ? [] : [`${number} ${row.path} ${column.label}: ${value} for ${truth}`];
    }));
  });
}
