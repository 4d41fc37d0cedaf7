import { FULL, faults, sayFault, short } from "./fault-list.ts";
import { journeys, type Journey } from "./journeys.ts";
import { openBench, withoutCheckpoint, type Bench } from "./support.ts";

/** Less, and a busy machine looks like a hanging Excel. */
const PATIENCE = 600;
const chosen = FULL ? faults : short;

/** The workbook as it was left, put into a bench of its own. */
function branch(from: Bench, to: Bench): Bench {
  to.book.become(from.book);
  to.excel.takeCounts();
  return to;
}

async function prepare(journey: Journey) {
  const start = openBench();
  await journey.before(start);
  const done = branch(start, openBench());
  expect(await journey.run(done)).toBe(true);
  return { start, before: start.book.snapshot(), after: done.book.snapshot(), requests: done.excel.trips.length };
}

describe("a fault of Excel at any request", () => {
  let count = 0;
  const test = openBench(undefined, 8, PATIENCE);
  afterAll(() => console.log(`fault matrix: ${journeys.length} journeys, ${chosen.length} faults, ${count} cases, nothing lost${FULL ? "" : " (EXCEL_FAULTS=full for all)"}`));

  it.each(journeys)("leaves the workbook as before or as after: $name", async (journey) => {
    const { start, before, after, requests } = await prepare(journey);
    for (let request = 1; request <= requests; request++) {
      for (const fault of chosen) {
        const bench = branch(start, test);
        bench.excel.failAt(request, fault);
        const done = await journey.run(bench);
        const now = bench.book.snapshot();
        const place = `request ${request}, ${sayFault(fault)}`;
        // What failed left no trace, not even in the checkpoint; an undo whose answer was lost may have been done.
        const whole = done ? same(now, after) : JSON.stringify(now) === JSON.stringify(before) || (journey.name === "undo" && same(now, after));
        expect([place, whole]).toEqual([place, true]);
        bench.excel.clearFaults();
        expect([place, (await journey.run(bench)) || journey.name === "undo"]).toEqual([place, true]);
        expect([place, same(bench.book.snapshot(), after)]).toEqual([place, true]);
        count += 1;
      }
    }
    expect(test.excel.unknown).toEqual([]);
  }, 600_000);
});

/** Equal but for the order of sheets and the last checkpoint, which may hold the same in other words. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(withoutCheckpoint(a)) === JSON.stringify(withoutCheckpoint(b));
