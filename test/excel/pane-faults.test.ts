/** Every journey of the pane, with every fault of Excel at every request: nothing lost, a message that says what to do, a retry that succeeds. */
import { toAddress } from "../../src/sheet/address.ts";
import { refreshHeld } from "../../taskpane/flow/desk.ts";
import { recheck } from "../../taskpane/flow/notice-edit.ts";
import { meetWorkbook } from "../../taskpane/flow/meet-workbook.ts";
import { undoStep } from "../../taskpane/flow/undo.ts";
import { consolidateReports, writeReports } from "../../taskpane/flow/write.ts";
import { textsOf } from "../../taskpane/texts/texts.ts";
import { FULL, faults, sayFault } from "./fault-list.ts";
import { openPane, type PaneBench } from "./pane-bench.ts";
import { openBench, withoutCheckpoint } from "./support.ts";

const PATIENCE = 700;
const unit = "示例市教育局";
/** Requests that a fault may be planted at beyond what the journey makes when all goes well. */
const MOST_REQUESTS = 30;

interface PaneJourney {
  readonly name: string;
  readonly before: (pane: PaneBench) => Promise<unknown>;
  readonly run: (pane: PaneBench) => Promise<unknown>;
}

const write = ({ desk }: PaneBench) => writeReports(desk);
const start = async (pane: PaneBench, ...names: string[]) => {
  for (const name of names) await pane.read(name);
  await write(pane);
};
const consolidate = ({ desk }: PaneBench) => {
  desk.dispatch({ type: "city", unit: "示例市" });
  return consolidateReports(desk);
};

const journeys: readonly PaneJourney[] = [
  { name: "write", before: (pane) => pane.read("市教育局"), run: write },
  { name: "write again, with a second unit", before: async (pane) => [await start(pane, "市教育局"), await pane.read("市财政局")], run: write },
  {
    name: "overwrite what the user changed",
    before: async (pane) => {
      await start(pane, "市教育局");
      const [key = "2,0"] = [...pane.book.sheet(unit).cells].find(([, { value }]) => value === "规章") ?? [];
      const [row = 0, column = 0] = key.split(",").map(Number);
      pane.book.type(unit, toAddress(row, column), "规章（改）");
      await pane.read("市财政局");
    },
    run: (pane) => {
      pane.answers.push("yes", "yes", "yes", "yes");
      return write(pane);
    },
  },
  { name: "consolidate", before: (pane) => start(pane, "市教育局", "市财政局"), run: consolidate },
  { name: "undo", before: async (pane) => [await start(pane, "市教育局"), await pane.read("市财政局"), await write(pane)], run: ({ desk, state }) => (state().past[state().past.length - 1]?.external ? undoStep(desk) : refreshHeld(desk).then(() => desk.dispatch({ type: "problem", problem: null }))) },
  { name: "open beside a workbook of ours", before: (pane) => start(pane, "市教育局"), run: ({ desk, host }) => meetWorkbook(desk, host) },
  { name: "hear of an edit", before: async (pane) => [await start(pane, "市教育局"), pane.book.type(unit, "M22", 999)], run: ({ desk, host }) => recheck(desk, host, unit, "M22") },
];

async function prepare(journey: PaneJourney) {
  const from = openPane();
  await journey.before(from);
  const state = from.state();
  const done = openPane();
  done.book.become(from.book);
  done.become(state);
  await journey.run(done);
  expect([journey.name, done.problem()]).toEqual([journey.name, null]);
  return { from, state, before: from.book.snapshot(), after: done.book.snapshot(), requests: done.excel.trips.length };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(withoutCheckpoint(a)) === JSON.stringify(withoutCheckpoint(b));

describe("a fault of Excel at any request of the pane", () => {
  // By default one fault a request, each kind in its turn.
  let [requestsMet, cases, turn] = [0, 0, 0];
  const host = openBench(undefined, 8, PATIENCE);
  afterAll(() => console.log(`pane's fault matrix: ${journeys.length} journeys with ${requestsMet} requests × ${FULL ? faults.length : 1} faults = ${cases} cases, nothing lost${FULL ? "" : " (EXCEL_FAULTS=full for all faults)"}`));

  it.each(journeys)("is told, leaves the workbook as before or as after, and a retry succeeds: $name", async (journey) => {
    const { from, state, before, after, requests } = await prepare(journey);
    expect(requests).toBeLessThan(MOST_REQUESTS);
    requestsMet += requests;
    for (let request = 1; request <= requests; request++) {
      for (const fault of FULL ? faults : [faults[turn++ % faults.length]!]) {
        const pane = openPane(host);
        pane.book.become(from.book);
        pane.excel.takeCounts();
        pane.become({ ...state, problem: null });
        const place = `request ${request}, ${sayFault(fault)}`;
        pane.excel.failAt(request, fault);
        await journey.run(pane);
        const now = pane.book.snapshot();
        const { problem, progress } = pane.state();
        expect([place, same(now, before) || same(now, after), progress]).toEqual([place, true, null]);
        if (problem) {
          for (const language of ["zh-CN", "en-US"] as const) expect([place, textsOf[language].problems[problem.code].advice]).toEqual([place, expect.stringMatching(/请|[A-Za-z]{3}/)]);
        } else expect([place, same(now, after)]).toEqual([place, true]);
        pane.excel.clearFaults();
        await journey.run(pane);
        expect([place, pane.problem(), same(pane.book.snapshot(), after)]).toEqual([place, null, true]);
        cases += 1;
      }
    }
    expect(host.excel.unknown).toEqual([]);
  }, 900_000);
});
