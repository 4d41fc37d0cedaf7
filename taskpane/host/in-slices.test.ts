import { planWriteInParts } from "../../src/writer/excel/plan-write.ts";
import { atOnce, type InParts } from "../../src/writer/excel/in-parts.ts";
import { planReports } from "../../src/sheet/workbook.ts";
import { randomReport } from "../../test/support/generator.ts";
import { inSlices } from "./in-slices.ts";

function* counting(parts: number, part: () => void): InParts<number> {
  for (let done = 0; done < parts; done++) {
    part();
    yield;
  }
  return parts;
}

const busy = (milliseconds: number) => {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
};

describe("inSlices", () => {
  it("lets the pane paint while long work goes on, and gives its result", async () => {
    const order: string[] = [];
    setTimeout(() => order.push("painted"), 0);
    const result = await inSlices(counting(50, () => busy(3))).then((value) => (order.push("done"), value));
    expect([result, order]).toEqual([50, ["painted", "done"]]);
  });

  it("does not pause what is short, and rejects with what the work throws", async () => {
    const timer = jest.fn();
    setTimeout(timer, 0);
    expect(await inSlices(counting(3, () => undefined))).toBe(3);
    expect(timer).not.toHaveBeenCalled();
    await expect(inSlices(counting(3, () => { throw new RangeError("no"); }))).rejects.toThrow(RangeError);
  });

  it("finds a pause at every sheet of a write, and the same plan with and without", async () => {
    const plan = planReports([1, 2, 3].map((seed) => ({ report: randomReport({ edition: "2021", seed, unit: `示例市第${seed}局`, year: 2024, size: "small" }), findings: [] })));
    const seen = () => ({ sheets: [{ name: "Sheet1", visible: true }], inspected: new Map(), readOnly: false, structureProtected: false });
    let pauses = 0;
    const work = planWriteInParts(plan, seen(), []);
    while (!work.next().done) pauses += 1;
    expect(pauses).toBeGreaterThan(plan.sheets.length);
    expect(await inSlices(planWriteInParts(plan, seen(), []))).toEqual(atOnce(planWriteInParts(structuredClone(plan), seen(), [])));
  });
});
