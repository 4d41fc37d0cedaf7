import fc from "fast-check";
import { consolidate } from "../consolidation/consolidate.ts";
import type { Member } from "../consolidation/model.ts";
import { toMember } from "../consolidation/nested.ts";
import { parsePolicy } from "../consolidation/policy.ts";
import { formOf } from "../form/forms.ts";
import type { Report } from "../report/model.ts";
import { planConsolidation } from "../sheet/consolidated.ts";
import type { WorkbookPlan } from "../sheet/plan.ts";
import { planReports } from "../sheet/workbook.ts";
import { readXlsxGrid } from "../source/xlsx.ts";
import { writeXlsx } from "../writer/xlsx.ts";
import { randomReport } from "../../test/support/generator.ts";
import { openTrace, type TracedFigure } from "./trace.ts";

const YEAR = 2024;
const CITY = "示例市人民政府";
const report = (unit: string, seed: number): Report => randomReport({ edition: "2021", seed, unit, year: YEAR, size: "small" });
const member = (unit: string, seed: number): Member => ({ id: `m${seed}`, report: report(unit, seed), counted: true });
const open = async (plan: WorkbookPlan) => openTrace(await readXlsxGrid(await writeXlsx(plan)))!;
const blanked = (one: Member, table: string, cell: string): Member => ({
  ...one,
  report: { ...one.report, tables: one.report.tables.map((own) => (own.table === table ? { ...own, cells: { ...own.cells, [cell]: { value: null, status: "blank" as const } } } : own)) },
});
/** Every figure that stands anywhere on a sheet. */
const figuresOn = (plan: WorkbookPlan, trace: Awaited<ReturnType<typeof open>>, sheet: string) =>
  plan.sheets.find(({ name }) => name === sheet)!.cells.flatMap(({ row, column }) => trace.at(sheet, `${String.fromCharCode(65 + column)}${row + 1}`) ?? []);

describe("tracing a figure of a workbook", () => {
  const members = [member("示例市教育局", 1), blanked(member("示例市财政局", 2), "requests", "newly-received/natural-persons"), member("示例市教育局", 3), { ...member("示例市统计局", 4), counted: false }];
  const { policy } = parsePolicy({ sources: [{ table: "二", rows: ["行政许可"], from: "提供", provider: "示例市财政局", documents: ["某某文件"], note: "口径说明", values: { "行政许可/本年处理决定数量": 4711 } }] });
  const plan = planConsolidation(consolidate({ unit: CITY, year: YEAR, members: members.slice(0, 2).concat(members[3]!), policy }));

  it("leads from every figure of the city's sheet to the units' cells, and their rows in 来源", async () => {
    const trace = await open(plan);
    const traced = figuresOn(plan, trace, CITY) as TracedFigure[];
    const wanted = trace.city!.sheet === CITY && consolidate({ unit: CITY, year: YEAR, members: [members[0]!], policy }).tables.reduce((sum, table) => sum + formOf(table).cells.length, 0);
    expect(traced).toHaveLength(wanted as number);
    for (const figure of traced) {
      expect(figure.shown).toBeUndefined();
      for (const one of figure.contributors) {
        const [cell] = one.cells;
        expect(trace.at(cell!.place!.sheet, cell!.place!.address)).toMatchObject({ kind: "unit", unit: one.unit, cell: { at: cell!.at } });
        expect(cell!.provenance).toMatchObject({ sheet: "来源" });
      }
    }
    expect(trace.at(CITY, "A1")).toBeUndefined();
    expect(trace.at("台账", "F5")).toBeUndefined();
  });

  it("says who has no figure, who provides one, and what it differs by", async () => {
    const trace = await open(plan);
    const all = figuresOn(plan, trace, CITY) as TracedFigure[];
    expect(all.find(({ at }) => at.row === "newly-received" && at.column === "natural-persons")).toMatchObject({ of: 2, blank: ["示例市财政局"] });
    const provided = all.find(({ at, value }) => at.table === "disclosure" && value === 4711)!;
    expect(provided.provided).toMatchObject({ provider: "示例市财政局", from: "policy", rule: { documents: ["某某文件"], note: "口径说明" } });
    expect(provided.provided!.difference).toBe(4711 - provided.provided!.summed!);
    expect(provided.provided!.contributors.reduce((sum, one) => sum + one.value, 0)).toBe(provided.provided!.summed);
  });

  it("says so where the sheet shows another number than the reports give", async () => {
    const grid = await readXlsxGrid(await writeXlsx(plan));
    const trace = openTrace(grid)!;
    const sheet = grid.sheets.find(({ name }) => name === CITY)!;
    const addressOf = (row: number, column: number) => `${String.fromCharCode(65 + column)}${row + 1}`;
    const place = sheet.rows.flatMap((row, at) => row.map((_, column) => ({ at, column }))).find(({ at, column }) => trace.at(CITY, addressOf(at, column)))!;
    const rows = sheet.rows.map((row, at) => (at === place.at ? Object.assign([...row], { [place.column]: { value: 999_999 } }) : row));
    const typed = openTrace({ ...grid, sheets: grid.sheets.map((one) => (one === sheet ? { ...one, rows } : one)) })!;
    expect(typed.at(CITY, addressOf(place.at, place.column))).toMatchObject({ shown: "999999" });
  });

  it("reaches the towns behind a county behind the city", async () => {
    const county = toMember({ unit: "云岭县人民政府", year: YEAR, members: [member("石桥镇人民政府", 11), member("梅林镇人民政府", 12)] }, { id: "c" });
    const trace = await open(planConsolidation(consolidate({ unit: CITY, year: YEAR, members: [county, member("示例市教育局", 13)] })));
    const figure = (figuresOn(planConsolidation(consolidate({ unit: CITY, year: YEAR, members: [county, member("示例市教育局", 13)] })), trace, CITY) as TracedFigure[]).find(({ at }) => at.row === "outcome-total" && at.column === "total")!;
    const own = figure.contributors.find(({ unit }) => unit === "云岭县人民政府")!;
    expect(own.parts!.map(({ unit }) => unit).sort()).toEqual(["梅林镇人民政府", "石桥镇人民政府"]);
    expect(own.parts!.reduce((sum, one) => sum + one.value, 0)).toBe(own.value);
    expect(own.parts!.every(({ cells }) => cells.every((cell) => cell.place === undefined && cell.cell.value !== null))).toBe(true);
    // The county's own cell leads to its towns too.
    expect(trace.at(own.cells[0]!.place!.sheet, own.cells[0]!.place!.address)).toMatchObject({ kind: "unit", parts: [{}, {}] });
  });

  it("works on a workbook of reports alone, and on nobody else's", async () => {
    const trace = await open(planReports([{ report: report("示例市教育局", 1), findings: [] }]));
    expect(trace.city).toBeUndefined();
    const place = trace.placeOf({ unit: "示例市教育局", year: YEAR }, { table: "requests", cell: "newly-received/total" })!;
    expect(trace.at(place.sheet, place.address)).toMatchObject({ kind: "unit", cell: { at: { row: "newly-received", column: "total" } } });
    expect(openTrace({ sheets: [{ name: "表1", visible: true, rows: [[{ value: 1 }]], merges: [], names: [] }] })).toBeUndefined();
  });

  it("every figure is the sum of what is listed behind it, wherever it came from", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 5 }), (seeds) => {
        const made = planConsolidation(consolidate({ unit: CITY, year: YEAR, members: seeds.map((seed) => member(`第${seed}局`, seed)) }));
        const trace = openTrace({ sheets: made.sheets.map(({ name, visibility, cells, merges, names }) => {
          const rows: { value: string | number | boolean | null; formula?: string }[][] = [];
          for (const { row, column, value, formula } of cells) {
            while (rows.length <= row) rows.push([]);
            rows[row]![column] = { value: value ?? null, ...(formula !== undefined && { formula }) };
          }
          return { name, visible: visibility === "visible", rows, merges, names };
        }) })!;
        for (const figure of figuresOn(made, trace, CITY) as TracedFigure[]) {
          expect(figure.contributors.reduce((sum, one) => sum + one.value, 0)).toBe(figure.value ?? 0);
          expect(figure.contributors.length + figure.blank.length).toBe(figure.of);
        }
      }),
      { numRuns: 5 },
    );
  });
});
