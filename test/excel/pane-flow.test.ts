/** The pane's own flows over the real Office.js: what a user does with the buttons, without the buttons. */
import { readBack } from "../../src/sheet/read-back.ts";
import { undoStep } from "../../taskpane/flow/undo.ts";
import { consolidateReports, writeReports } from "../../taskpane/flow/write.ts";
import { memberKeys } from "../../taskpane/state/members.ts";
import { textsOf, type ProblemCode } from "../../taskpane/texts/texts.ts";
import type { Fault } from "../excel-host/excel-server.ts";
import { openPane, texts } from "./pane-bench.ts";
import { openBench } from "./support.ts";

const units = ["示例市教育局", "示例市财政局", "示例市公安局"];

let pane: ReturnType<typeof openPane>;
beforeEach(() => { pane = openPane(); });
afterEach(() => expect(pane.excel.unknown).toEqual([]));

describe("what Excel may answer instead of writing", () => {
  const faults: readonly (readonly [string, Fault, ProblemCode])[] = [
    ["a cell is being edited", { kind: "code", code: 5004 }, "cell-edit"],
    ["too much at once", { kind: "code", code: 5102 }, "connection"],
    ["the request is too large", { kind: "code", code: 5103 }, "too-large"],
    ["the answer is too large", { kind: "code", code: 5104 }, "too-large"],
    ["nothing may be written", { kind: "code", code: 7000 }, "no-permission"],
    ["it hangs", { kind: "hang" }, "connection"],
    ["it stops midway", { kind: "half", code: "GeneralException" }, "unknown"],
    ["a sheet is protected meanwhile", { kind: "half", code: "AccessDenied" }, "protected"],
  ];

  it.each(faults)("is said in words that tell what to do, and the same button succeeds afterwards: %s", async (_, fault, code) => {
    pane = openPane(openBench(undefined, 8, 700));
    const { desk, read, book, excel } = pane;
    await read("市教育局");
    const before = book.snapshot();
    // The workbook is looked at, then written.
    excel.failAt(2, fault);
    await writeReports(desk);
    expect([pane.state().problem?.code, pane.state().progress, book.snapshot()]).toEqual([code, null, before]);
    for (const language of ["zh-CN", "en-US"] as const) expect(textsOf[language].problems[code].advice).not.toBe("");
    excel.clearFaults();
    await writeReports(desk);
    expect([pane.problem(), pane.sheets()]).toEqual([null, ["Sheet1", "目录", units[0], "校验", "来源"]]);
  }, 60_000);
});

describe("the pane's flows in Excel", () => {
  it("writes a unit, finds nothing to write the second time, consolidates three, and takes it all back", async () => {
    const { desk, read, book } = pane;
    await read("市教育局");
    await writeReports(desk);
    expect([pane.problem(), pane.sheets()]).toEqual([null, ["Sheet1", "目录", units[0], "校验", "来源"]]);
    const written = book.snapshot();
    await writeReports(desk);
    expect(pane.state().status.text).toBe(texts.status.upToDate);
    expect(book.snapshot()).toEqual(written);

    await read("市财政局");
    await read("市公安局");
    desk.dispatch({ type: "city", unit: "示例市" });
    await consolidateReports(desk);
    expect([pane.problem(), pane.state().status.text]).toEqual([null, texts.status.consolidated(3)]);
    expect(pane.sheets()).toEqual(expect.arrayContaining(["目录", "示例市", "台账", "附注", ...units, "校验", "来源"]));
    expect(pane.state().held.map(({ report }) => report.unit)).toEqual(units);
    expect(pane.asked).toEqual([]);

    // Everything is there: consolidating again changes nothing, and what the user left out stays out.
    desk.dispatch({ type: "count-member", key: memberKeys(pane.state().held)[1]!, counted: false });
    await consolidateReports(desk);
    expect([pane.problem(), pane.state().status.text]).toEqual([null, texts.status.consolidated(2)]);
    await consolidateReports(desk);
    expect(pane.state().status.text).toBe(texts.status.consolidated(2));
    expect(readBack(await pane.host.readGrid())!.reports.map(({ counted }) => counted)).toEqual([true, false, true]);
  }, 120_000);

  it("takes the consolidation back, in the workbook and in the pane", async () => {
    const { desk, read, book } = pane;
    for (const name of ["市教育局", "市财政局", "市公安局"]) await read(name);
    await writeReports(desk);
    const before = pane.sheets();
    desk.dispatch({ type: "city", unit: "示例市" });
    await consolidateReports(desk);
    expect(pane.sheets()).not.toEqual(before);
    await undoStep(desk);
    expect([pane.problem(), pane.sheets(), pane.state().work.consolidation]).toEqual([null, before, null]);
    expect(readBack(await pane.host.readGrid())).toMatchObject({ kind: "reports", reports: units.map((unit) => ({ report: { unit } })) });
    // One write alone can be taken back in Excel; the pane says so rather than pretend.
    const now = book.snapshot();
    await undoStep(desk);
    expect([pane.state().status.text, book.snapshot()]).toEqual([texts.status.undoneHere(texts.steps.write), now]);
  }, 120_000);

  it("asks before it overwrites what the user changed, and leaves it on no", async () => {
    const { desk, read, book, answers } = pane;
    await read("市教育局");
    await writeReports(desk);
    book.type(units[0]!, "C2", "改了名的局");
    await read("市财政局");
    answers.push("no", "no", "no");
    await writeReports(desk);
    expect(pane.problem()).toBeNull();
    expect(pane.sheets()).toEqual(expect.arrayContaining([units[0], units[1]]));
    expect(pane.asked.length).toBeGreaterThan(0);
  }, 60_000);

  it("says in the pane's words that a sheet is protected, and that Excel is editing a cell, and changes nothing", async () => {
    const { desk, read, book, excel } = pane;
    await read("市教育局");
    await writeReports(desk);
    await read("市财政局");
    book.sheet("目录").protected = true;
    const before = book.snapshot();
    await writeReports(desk);
    expect([pane.problem(), pane.state().problem?.detail]).toEqual(["工作表受保护，没有写入。", "目录"]);
    expect(book.snapshot()).toEqual(before);
    book.sheet("目录").protected = false;

    const unlocked = book.snapshot();
    for (let request = 1; request <= 12; request++) {
      excel.clearFaults();
      excel.failAt(request, { kind: "code", code: 5004 });
      const writes = pane.state().past.length;
      await writeReports(desk);
      if (pane.state().past.length > writes) break;
      expect([request, pane.problem()]).toEqual([request, "Excel 正在编辑单元格，没有写入。"]);
      expect(pane.state().progress).toBeNull();
      expect(book.snapshot()).toEqual(unlocked);
    }
    excel.clearFaults();
    await writeReports(desk);
    expect([pane.problem(), pane.sheets()]).toEqual([null, expect.arrayContaining([units[0], units[1]])]);
  }, 120_000);
});
