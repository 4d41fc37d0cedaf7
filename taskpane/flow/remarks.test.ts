/** @jest-environment node */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readBack } from "../../src/sheet/read-back.ts";
import { readXlsxGrid } from "../../src/source/xlsx.ts";
import { PageWorkbook } from "../host/page-workbook.ts";
import { findingsOf } from "../state/findings.ts";
import { initialState } from "../state/model.ts";
import { reduce } from "../state/reducer.ts";
import { acceptNamed, keyOfFinding } from "../state/remarks.ts";
import { partedFindings } from "../state/remarks-reducer.ts";
import { directEngine } from "../worker/engine.ts";
import type { Desk } from "./desk.ts";
import { exportXlsx } from "./export.ts";
import { readInput } from "./read.ts";
import { resetFootnotes } from "./remarks.ts";
import { undoStep } from "./undo.ts";
import { consolidateReports, writeReports } from "./write.ts";

const sample = (name: string) => readFileSync(join(__dirname, "../../samples/示例市2024", `${name}.txt`), "utf8");

function openPane() {
  let state = initialState("zh-CN");
  const host = new PageWorkbook("页内工作簿");
  const files: Uint8Array[] = [];
  const desk: Desk = {
    getState: () => state,
    dispatch: (action) => void (state = reduce(state, action)),
    engine: directEngine,
    host: () => host,
    ask: async () => "yes",
    download: (_, bytes) => void files.push(bytes),
    begin: () => new AbortController().signal,
  };
  const read = async (text: string) => {
    desk.dispatch({ type: "input", text });
    await readInput(desk);
  };
  const sheetTexts = async (name: string) => (await host.readGrid()).sheets.find((sheet) => sheet.name === name)!.rows.flatMap((row) => row.map((cell) => String(cell?.value ?? "")));
  const exported = async () => {
    await exportXlsx(desk);
    return readBack(await readXlsxGrid(files.at(-1)!))!;
  };
  return { desk, host, read, sheetTexts, exported, state: () => state };
}

const wrong = sample("市教育局").replace(/(一、本年新收政府信息公开申请数量\s+)(\d+)/, (_, label: string, figure: string) => `${label}${Number(figure) + 1}`);
const REASON = { why: "来文说明了原因", who: "李四", when: "2025-01-20" };

describe("a finding that a person lets stand", () => {
  it("is no longer counted, goes to 校验, is known again, and lapses when a value changes", async () => {
    const pane = openPane();
    const { desk } = pane;
    await pane.read(wrong);
    const document = () => pane.state().work.documents[0]!;
    const errors = findingsOf(document());
    expect(errors.length).toBeGreaterThan(0);
    for (const finding of errors) desk.dispatch({ type: "accept", acceptance: acceptNamed(document().report, finding, REASON) });
    expect(partedFindings(pane.state(), document())).toMatchObject({ open: [], accepted: errors.map(({ code }) => ({ code })) });
    await undoStep(desk);
    expect(partedFindings(pane.state(), document()).open).toHaveLength(1);
    desk.dispatch({ type: "accept", acceptance: acceptNamed(document().report, errors.at(-1)!, REASON) });

    await writeReports(desk);
    expect(pane.state().problem).toBeNull();
    expect(await pane.sheetTexts("校验")).toContain("来文说明了原因（李四，2025-01-20）");
    expect(partedFindings(pane.state(), document()).open).toEqual([]);
    await writeReports(desk);
    expect(pane.state().status.text).toContain("最新");

    desk.dispatch({ type: "edit-cell", id: document().id, choice: { table: "requests", cell: "newly-received/natural-persons" }, value: 4711 });
    expect(partedFindings(pane.state(), document()).open.map(({ code }) => code)).toEqual(expect.arrayContaining(["acceptance-lapsed"]));
    expect(partedFindings(pane.state(), document()).accepted).toEqual([]);
  }, 60_000);

  it("can be taken back, also where the workbook has it already; a foreign key changes nothing", async () => {
    const pane = openPane();
    const { desk } = pane;
    await pane.read(wrong);
    const { report } = pane.state().work.documents[0]!;
    const [finding] = findingsOf(pane.state().work.documents[0]!);
    desk.dispatch({ type: "accept", acceptance: acceptNamed(report, finding!, REASON) });
    desk.dispatch({ type: "withdraw", key: "NOT-A-KEY" });
    await writeReports(desk);
    expect((await pane.exported()).accepted).toEqual([expect.objectContaining(REASON)]);
    desk.dispatch({ type: "withdraw", key: keyOfFinding(report, finding!) });
    expect(partedFindings(pane.state(), pane.state().work.documents[0]!).accepted).toEqual([]);
    expect((await pane.exported()).accepted).toEqual([]);
    await writeReports(desk);
    expect(await pane.sheetTexts("校验")).not.toContain("来文说明了原因（李四，2025-01-20）");
  }, 60_000);
});

describe("footnotes", () => {
  it("edited in the pane go to the export at once, survive planning and reading again, and can be put back", async () => {
    const pane = openPane();
    const { desk } = pane;
    for (const name of ["市教育局", "市财政局"]) await pane.read(sample(name));
    desk.dispatch({ type: "city", unit: "示例市" });
    await consolidateReports(desk);
    const generated = pane.state().heldRemarks.footnotes!;
    expect(generated).toMatchObject({ own: false, texts: [expect.stringContaining("2份")] });

    const texts = ["本报告由我市两家单位汇总。", "第二条。"];
    desk.dispatch({ type: "footnotes", footnotes: { texts, own: true } });
    expect((await pane.exported()).footnotes).toEqual(texts);
    expect(pane.state().work.remarks.footnotes).toBeDefined();
    await writeReports(desk);
    expect(await pane.sheetTexts("附注")).toEqual(expect.arrayContaining(texts));
    expect(pane.state()).toMatchObject({ heldRemarks: { footnotes: { texts, own: true } }, work: { remarks: { accepted: {} } } });
    await pane.read(sample("市公安局"));
    await consolidateReports(desk);
    expect(pane.state().heldRemarks.footnotes).toEqual({ texts, own: true });
    expect((await pane.exported()).policy?.footnotes).toEqual(texts);

    expect(await resetFootnotes(desk)).toBe(true);
    expect(pane.state().work.remarks.footnotes).toMatchObject({ own: false, texts: [expect.stringContaining("3份")] });
    await writeReports(desk);
    expect(pane.state().heldRemarks.footnotes).toMatchObject({ own: false, texts: [expect.stringContaining("3份")] });
    await undoStep(desk);
    await undoStep(desk);
    expect(pane.state().heldRemarks.footnotes).toEqual({ texts, own: true });
  }, 60_000);
});
