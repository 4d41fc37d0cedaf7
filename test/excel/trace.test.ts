/** Drill-down in Excel, over the real Office.js: the figure that is selected is taken apart, its contributors' cells are gone to. */
import { followSelection, showFigure, showPlace } from "../../taskpane/flow/trace.ts";
import type { Desk } from "../../taskpane/flow/desk.ts";
import { initialState } from "../../taskpane/state/model.ts";
import { reduce } from "../../taskpane/state/reducer.ts";
import { directEngine } from "../../taskpane/worker/engine.ts";
import { planConsolidation } from "../../src/sheet/consolidated.ts";
import { consolidate } from "../../src/consolidation/consolidate.ts";
import { readXlsxGrid } from "../../src/source/xlsx.ts";
import { writeXlsx } from "../../src/writer/xlsx.ts";
import { randomReport } from "../support/generator.ts";
import { calculateBook } from "../excel-host/calculate-book.ts";
import { bookFromGrid, openBench, settle, until, type Bench } from "./support.ts";

const CITY = "示例市人民政府";
const units = ["示例市教育局", "示例市财政局", "示例市公安局"];
const members = units.map((unit, index) => ({ id: `m${index}`, report: randomReport({ edition: "2021", seed: index + 1, unit, year: 2024, size: "small" }), counted: true }));
const plan = planConsolidation(consolidate({ unit: CITY, year: 2024, members }));

function openPane(bench: Bench) {
  let state = initialState("zh-CN");
  const desk: Desk = {
    getState: () => state,
    dispatch: (action) => void (state = reduce(state, action)),
    engine: directEngine,
    host: () => bench.host,
    ask: async () => "cancel",
    download: () => undefined,
    begin: () => new AbortController().signal,
  };
  const stop = followSelection(desk, bench.host, { short: 0, long: 5 });
  return { desk, stop, trace: () => state.trace };
}


describe.each([8, 9])("with ExcelApi 1.%i", (api) => {
  it("takes the selected figure of a workbook that the command line made apart, and follows an edit", async () => {
    const bench = openBench(bookFromGrid(await readXlsxGrid(await writeXlsx(plan))), api);
    await calculateBook(bench.book);
    const { desk, stop, trace } = openPane(bench);
    await settle(bench.excel);
    bench.book.select(CITY, "A1");
    await settle(bench.excel);
    expect(trace().shown).toBe(false);

    bench.book.select(CITY, "I22:I22");
    await until(() => trace().figure !== null);
    const figure = trace().figure!;
    expect([figure.contributors.map(({ unit }) => unit).sort(), figure.shown]).toEqual([[...units].sort(), undefined]);
    const trips = bench.excel.trips.length;
    bench.book.select(CITY, "J22");
    await until(() => trace().figure?.at.column !== figure.at.column);
    // The workbook is not read again for the next cell: only the sheet's name is asked for.
    expect(bench.excel.trips.length - trips).toBeLessThanOrEqual(1);

    bench.book.select(CITY, "I22");
    await until(() => trace().figure?.at.column === figure.at.column);
    const [first] = trace().figure!.contributors;
    const { place } = first!.cells[0]!;
    await showPlace(desk, place!);
    expect(bench.book.active).toBe(`${first!.unit}!${place!.address}`);
    await settle(bench.excel);
    // Looking at a contributor's own cell is no new question.
    expect(trace().figure).toMatchObject({ city: CITY });

    bench.book.type(first!.unit, place!.address, first!.value + 1000);
    await calculateBook(bench.book);
    await settle(bench.excel);
    bench.book.select(CITY, "I22");
    await until(() => trace().figure?.value === figure.value! + 1000);
    expect(trace().figure!.shown).toBeUndefined();
    await showFigure(desk, { unit: units[1]!, year: 2024, table: "requests", cell: "outcome-total/total" });
    expect(bench.book.active).toMatch(new RegExp(`^${units[1]}!O\\d+$`));
    stop();
    const last = trace();
    bench.book.select(CITY, "J22");
    await settle(bench.excel);
    expect(trace()).toBe(last);
    expect(bench.excel.unknown).toEqual([]);
  }, 60_000);

  it("answers a selection that was made while the pane was busy once it is done", async () => {
    const bench = openBench(bookFromGrid(await readXlsxGrid(await writeXlsx(plan))), api);
    await calculateBook(bench.book);
    const { desk, stop, trace } = openPane(bench);
    await settle(bench.excel);
    desk.dispatch({ type: "progress", progress: { kind: "consolidating", name: "", done: 0, of: 0 } });
    bench.book.select(CITY, "J22");
    bench.book.select(CITY, "I22");
    await settle(bench.excel);
    expect(trace().figure).toBeNull();
    desk.dispatch({ type: "progress", progress: null });
    await until(() => trace().figure !== null);
    expect(trace().figure).toMatchObject({ city: CITY, at: { row: "newly-received", column: "natural-persons" } });
    stop();
  }, 60_000);

  it("asks nothing of a workbook that is not ours, and says nothing when Excel does not answer", async () => {
    const foreign = openBench(undefined, api);
    const pane = openPane(foreign);
    await settle(foreign.excel);
    foreign.book.select("Sheet1", "C3");
    await settle(foreign.excel);
    expect(foreign.excel.trips.some(({ answerBytes }) => answerBytes > 20_000)).toBe(false);
    expect(pane.trace().shown).toBe(false);
    pane.stop();

    const bench = openBench(bookFromGrid(await readXlsxGrid(await writeXlsx(plan))), api);
    const other = openPane(bench);
    await settle(bench.excel);
    for (let request = 1; request <= 4; request++) bench.excel.failAt(request, { kind: "code", code: 5004 });
    bench.book.select(CITY, "I22");
    await settle(bench.excel);
    expect(other.desk.getState().problem).toBeNull();
    bench.excel.clearFaults();
    bench.book.select(CITY, "I22");
    await until(() => other.trace().figure !== null);
    other.stop();
  }, 60_000);
});
