/** Rows and columns that a user inserts, rows sorted, sheets renamed: read as they are, and after the next write every formula looks at the right cells. */
import { consolidate } from "../../src/consolidation/consolidate.ts";
import { parsePolicy } from "../../src/consolidation/policy.ts";
import { planConsolidation } from "../../src/sheet/consolidated.ts";
import type { Report } from "../../src/report/model.ts";
import type { WorkbookPlan } from "../../src/sheet/plan.ts";
import { readBack } from "../../src/sheet/read-back.ts";
import { randomReport } from "../support/generator.ts";
import { calculateBook } from "../excel-host/calculate-book.ts";
import { insert, sortRows } from "../excel-host/user-edits.ts";
import { openBench, useBenches, withoutCheckpoint, type Bench } from "./support.ts";

const { open } = useBenches();
const CITY = "示例市人民政府";
const LEDGER = "台账";
const units = [1, 2, 3].map((number) => `示例市第${number}局`);
const [, unit = ""] = units;
/** The second unit's figures come from this seed. */
const reportsOf = (seed: number): Report[] => units.map((name, index) => randomReport({ edition: "2021", seed: index === 1 ? seed : index + 1, unit: name, year: 2024, size: "small" }));
const cityOf = (seed: number): WorkbookPlan => planConsolidation(consolidate({ unit: CITY, year: 2024, members: reportsOf(seed).map((report, index) => ({ id: `m${index}`, report, counted: true })) }));
const [before, after] = [cityOf(2), cityOf(77)];

const { policy } = parsePolicy({ sources: [{ table: "二", rows: ["行政许可"], from: "提供", provider: unit, values: { "行政许可/本年处理决定数量": 4711 } }] });
const providedOf = (seed: number): WorkbookPlan => planConsolidation(consolidate({ unit: CITY, year: 2024, members: reportsOf(seed).map((report, index) => ({ id: `m${index}`, report, counted: true })), policy }));

type Edit = readonly [sheet: string, axis: "rows" | "columns", at: number, count?: number];
/** Where the tables stand: 二 rows 5 to 18, 三 from 20, 四 at the end; the ledger's units from row 4. */
const [first, second, third] = units as [string, string, string];
const edits: readonly (readonly [name: string, edits: readonly Edit[]])[] = [
  ["a row in 表二, in 表三, between the headings and the figures of 表四", [[first, "rows", 6], [second, "rows", 26], [third, "rows", lastRow(third)]]],
  ["rows in 表三's header and at its end, above everything, a column among the figures", [[first, "rows", 21], [first, "rows", 47, 2], [second, "rows", 0, 2], [third, "columns", 9]]],
  ["a column before everything, rows and a column together", [[first, "columns", 0], [second, "rows", 40], [second, "rows", 8, 3], [second, "columns", 12]]],
  ["rows and a column in the city's sheet", [[CITY, "rows", 30], [CITY, "rows", 7], [CITY, "columns", 10]]],
  ["rows and columns in the ledger", [[LEDGER, "rows", 5], [LEDGER, "rows", 0], [LEDGER, "columns", 20, 2], [LEDGER, "columns", 3]]],
  ["something everywhere", [[second, "rows", 24], [CITY, "rows", 24], [LEDGER, "rows", 6], [first, "columns", 8], [LEDGER, "columns", 40], ["目录", "rows", 2]]],
];

function lastRow(name: string): number {
  const sheet = before.sheets.find((one) => one.name === name)!;
  return Math.max(...sheet.cells.filter(({ column }) => column < 15).map(({ row }) => row));
}

const readReports = async ({ host }: Bench) => readBack(await host.readGrid())!.reports.map(({ report }) => report);
const stateOf = (bench: Bench) => withoutCheckpoint(bench.book.snapshot());

let written: Bench;
let figures: Report[];
beforeAll(async () => {
  written = openBench(undefined, 9);
  expect(await written.host.write(before, {})).toMatchObject({ ok: true });
  await calculateBook(written.book);
  figures = await readReports(written);
}, 60_000);

/** The written workbook, its formulas calculated, for a test of its own. */
function start(): Bench {
  const bench = open(undefined, 9);
  bench.book.become(written.book);
  return bench;
}

/** Cells whose results, as another engine calculates them, are not those of the plan; places are followed by what was inserted. */
async function wrongResults({ book }: Bench, plan: WorkbookPlan, done: readonly Edit[], names: (name: string) => string = (name) => name): Promise<string[]> {
  await calculateBook(book);
  return plan.sheets.filter(({ kind }) => kind !== "metadata").flatMap((sheet) => {
    const moved = (axis: "rows" | "columns", index: number) => done.filter(([name, along]) => name === sheet.name && along === axis).reduce((at, [, , from, count = 1]) => (at >= from ? at + count : at), index);
    return sheet.cells.flatMap(({ row, column, value, formula }) => {
      const cell = book.sheet(names(sheet.name)).cells.get(`${moved("rows", row)},${moved("columns", column)}`);
      const now = cell?.result ?? cell?.value ?? "";
      return String(now) === String(value ?? "") ? [] : [`${sheet.name} ${row},${column}: ${String(now)} instead of ${String(value)}${formula === undefined ? "" : ` (${formula.slice(0, 60)})`}`];
    });
  });
}

describe.each(edits)("%s", (_, done) => {
  it("is read as it is, followed by the next write, and taken back", async () => {
    const bench = start();
    for (const edit of done) insert(bench.book, ...edit);
    expect(await readReports(bench)).toEqual(figures);
    // Nothing of the user's is in the way: nothing is asked, and what was inserted stays.
    const met = await bench.host.preview(before);
    expect(met.map(({ sheet, state, differences }) => [sheet, state, differences.slice(0, 3)])).toEqual(before.sheets.slice(0, -1).map(({ name }) => [name, "unchanged", []]));
    const inserted = stateOf(bench);
    expect((await bench.host.preview(after)).filter(({ state }) => state === "changed-by-user")).toEqual([]);
    expect(await bench.host.write(after, {})).toMatchObject({ ok: true, skipped: [] });
    expect(await wrongResults(bench, after, done)).toEqual([]);
    expect((await readReports(bench)).map(({ tables }) => figuresIn(tables))).toEqual(reportsOf(77).map(({ tables }) => figuresIn(tables)));
    expect(await bench.host.undo()).toBe(true);
    expect(stateOf(bench)).toEqual(inserted);
  }, 60_000);
});

const figuresIn = (tables: Report["tables"]) => tables.map(({ cells }) => Object.entries(cells).map(([id, { value }]) => [id, value]));

/** A figure of the second unit that both plans have and that differs, in 表三 below the inserted row. */
const changed = after.sheets.find(({ name }) => name === unit)!.cells.find(({ row, column, value, formula }) => {
  const was = before.sheets.find(({ name }) => name === unit)!.cells.find((cell) => cell.row === row && cell.column === column);
  return row > 26 && column < 15 && formula === undefined && typeof value === "number" && typeof was?.value === "number" && was.value !== value;
})!;
const above = `${String.fromCharCode(65 + changed.column)}${changed.row + 1}`;
const below = `${String.fromCharCode(65 + changed.column)}${changed.row + 2}`;

describe("a figure changed below an inserted row", () => {
  it.each([["kept", []], ["overwritten", [unit]]] as const)("is asked about at its place, and %s", async (_, overwrite) => {
    const bench = start();
    const done: Edit[] = [[unit, "rows", 26]];
    insert(bench.book, ...done[0]!);
    bench.book.type(unit, below, 4711);
    expect((await bench.host.preview(after)).filter(({ state }) => state === "changed-by-user")).toMatchObject([{ sheet: unit, differences: expect.arrayContaining([{ address: below, now: "4711", planned: String(changed.value) }]) }]);
    expect(await bench.host.write(after, { overwrite })).toMatchObject({ ok: true, skipped: overwrite.length > 0 ? [] : [unit] });
    if (overwrite.length > 0) return expect(await wrongResults(bench, after, done)).toEqual([]);
    // Kept: everything adds up as it does where nothing was inserted and the same figure was typed.
    const plain = start();
    plain.book.type(unit, above, 4711);
    expect(await plain.host.write(after, {})).toMatchObject({ ok: true, skipped: [unit] });
    for (const { book } of [bench, plain]) await calculateBook(book);
    for (const name of [LEDGER, CITY, "目录"]) expect([name, resultsOn(bench, name)]).toEqual([name, resultsOn(plain, name)]);
    expect(resultsOn(bench, LEDGER)).toContain(4711);
    expect(await readReports(bench)).toEqual(await readReports(plain));
  }, 60_000);
});

describe("rows of the ledger that were sorted", () => {
  it.each([["kept", []], ["overwritten", [LEDGER]]] as const)("are read as they are, asked about, and add up when %s", async (_, overwrite) => {
    const bench = start();
    const names = (row: number) => String(bench.book.sheet(LEDGER).cells.get(`${row},0`)?.value ?? "");
    sortRows(bench.book, LEDGER, 4, 6, (a, b) => (names(a) < names(b) ? 1 : -1));
    expect([4, 5, 6].map(names)).toEqual([...units].reverse());
    expect(await readReports(bench)).toEqual(figures);
    expect((await bench.host.preview(after)).filter(({ state }) => state === "changed-by-user").map(({ sheet }) => sheet)).toEqual([LEDGER]);
    expect(await bench.host.write(after, { overwrite })).toMatchObject({ ok: true });
    const wrong = await wrongResults(bench, after, []);
    expect(wrong.filter((one) => overwrite.length > 0 || !one.startsWith(LEDGER))).toEqual([]);
  }, 60_000);
});

it("a ledger that was sorted, with a row inserted too, is asked about and adds up when overwritten", async () => {
  const bench = start();
  const names = (row: number) => String(bench.book.sheet(LEDGER).cells.get(`${row},0`)?.value ?? "");
  sortRows(bench.book, LEDGER, 4, 6, (a, b) => (names(a) < names(b) ? 1 : -1));
  const done: Edit[] = [[LEDGER, "rows", 5]];
  insert(bench.book, ...done[0]!);
  expect(await readReports(bench)).toEqual(figures);
  expect((await bench.host.preview(after)).filter(({ state }) => state === "changed-by-user").map(({ sheet }) => sheet)).toEqual([LEDGER]);
  const changed = stateOf(bench);
  expect(await bench.host.write(after, { overwrite: [LEDGER] })).toMatchObject({ ok: true });
  expect(await wrongResults(bench, after, done)).toEqual([]);
  expect(await bench.host.undo()).toBe(true);
  expect(stateOf(bench)).toEqual(changed);
}, 60_000);

it("rows inserted where figures are provided, in the table of differences and in the city's sheet, are followed", async () => {
  const bench = open(undefined, 9);
  const [first, second] = [providedOf(2), providedOf(77)];
  expect(await bench.host.write(first, {})).toMatchObject({ ok: true });
  await calculateBook(bench.book);
  const differences = first.sheets.find(({ name }) => name === "差额表")!;
  const done: Edit[] = [[differences.name, "rows", Math.max(...differences.cells.map(({ row }) => row))], [differences.name, "columns", 2], [CITY, "rows", 8, 2]];
  const written = await readReports(bench);
  for (const edit of done) insert(bench.book, ...edit);
  expect(await readReports(bench)).toEqual(written);
  const inserted = stateOf(bench);
  expect((await bench.host.preview(second)).filter(({ state }) => state === "changed-by-user")).toEqual([]);
  expect(await bench.host.write(second, {})).toMatchObject({ ok: true, skipped: [] });
  expect(await wrongResults(bench, second, done)).toEqual([]);
  expect(await bench.host.undo()).toBe(true);
  expect(stateOf(bench)).toEqual(inserted);
}, 60_000);

it("a sheet that was renamed and has new rows is followed, and so are the formulas that look at it", async () => {
  const bench = start();
  const done: Edit[] = [[unit, "rows", 22, 3]];
  insert(bench.book, ...done[0]!);
  bench.book.sheet(unit).name = "二局 (定稿)";
  expect(await readReports(bench)).toEqual(figures);
  expect(await bench.host.write(after, {})).toMatchObject({ ok: true, skipped: [] });
  expect(bench.book.find(unit)).toBeUndefined();
  expect(await wrongResults(bench, after, done, (name) => (name === unit ? "二局 (定稿)" : name))).toEqual([]);
}, 60_000);

const resultsOn = ({ book }: Bench, name: string) => [...book.sheet(name).cells].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, { result }]) => result ?? []);
