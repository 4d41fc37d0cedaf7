import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findForm } from "../../src/form/forms.ts";
import type { EditionId, TableId } from "../../src/form/definition.ts";
import { parseFigure } from "../../src/report/figure.ts";
import type { Cell, Report } from "../../src/report/model.ts";

const folder = join(__dirname, "../../../shared/reports");

/** The hand-keyed truth of the real reports; only on machines that have ../shared. */
export const expectedReports = {
  "yuan-2019": { unit: "六安市裕安区人民政府", year: 2019, editions: { 二: "2019", 三: "2019", 四: "2019" } },
  "zhumadian-2020": { unit: "驻马店市人民政府", year: 2020, editions: { 二: "2019", 三: "2019", 四: "2019" } },
  "weiyuan-2021": { unit: "威远县人民政府", year: 2021, editions: { 二: "2021", 三: "2021", 四: "2021" } },
  "qianjiang-chengguan-2020": { unit: "重庆市黔江区城市管理局", year: 2020, editions: { 二: "2019", 三: "2019", 四: "2019" } },
} as const satisfies Record<string, { unit: string; year: number; editions: Record<string, EditionId> }>;

export type ExpectedName = keyof typeof expectedReports;

export const hasExpected = existsSync(folder);

const tableIds: Readonly<Record<string, TableId>> = { 二: "disclosure", 三: "requests", 四: "reviews" };
const statuses: Readonly<Record<string, Cell["status"]>> = { read: "read", lost: "derived", blank: "blank" };

/** A report as the reader should find it, from its `.expected.csv`. */
export function reportFromExpected(name: ExpectedName): Report {
  const { unit, year, editions } = expectedReports[name];
  const lines = readFileSync(join(folder, `${name}.expected.csv`), "utf8").trim().split(/\r?\n/).slice(1);
  const cells: Record<string, Record<string, Cell>> = {};
  for (const line of lines) {
    const [table = "", path = "", label = "", printed = "", status = ""] = splitCsv(line);
    const form = findForm(tableIds[table]!, editions[table as "二"])!;
    const cell = form.cells.find((entry) => entry.row.path === path && entry.column.label === label);
    if (!cell) throw new Error(`${name}: no cell ${line}`);
    const value = printed === "" ? null : parseFigure(printed, cell.measure);
    (cells[table] ??= {})[cell.id] = { value, status: statuses[status]!, ...(status === "read" ? { raw: printed } : {}) };
  }
  return { unit, year, file: `${name}.txt`, tables: Object.entries(editions).map(([number, edition]) => ({ table: tableIds[number]!, edition, cells: cells[number] ?? {} })) };
}

const splitCsv = (line: string): string[] => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((match) => match[1]!.replace(/^"|"$/g, "").replaceAll('""', '"')).slice(0, 5);
