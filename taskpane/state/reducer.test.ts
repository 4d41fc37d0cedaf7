import { readFileSync } from "node:fs";
import { join } from "node:path";
import { directEngine } from "../worker/engine.ts";
import type { Action } from "./actions.ts";
import { currentDocument } from "./documents.ts";
import { fromDraft, toDraft } from "./draft.ts";
import { findingsOf } from "./findings.ts";
import { initialState, type PaneState } from "./model.ts";
import { reduce } from "./reducer.ts";

const text = readFileSync(join(__dirname, "../../samples/示例市2024/市教育局.txt"), "utf8");
const CELL = { table: "requests", cell: "newly-received/natural-persons" } as const;
const run = (state: PaneState, ...actions: Action[]) => actions.reduce(reduce, state);
const readState = async () => run(initialState("zh-CN"), { type: "input", text, step: "paste" }, { type: "read", readings: [await directEngine.run("readPasted", { text })], step: "read" });

describe("the pane's state", () => {
  it("opens the check after reading, and knows unit and year", async () => {
    const state = await readState();
    expect(state).toMatchObject({ place: "check", work: { input: { text: "" }, city: { year: "2024" } } });
    expect(currentDocument(state.work)?.report).toMatchObject({ unit: "示例市教育局", year: 2024 });
  });

  it("keeps what was printed when a figure is edited, finds what breaks, and takes it back", async () => {
    const before = await readState();
    const edited = run(before, { type: "edit-cell", id: "d1", choice: CELL, value: 99 });
    const cell = edited.work.documents[0]!.report.tables.find(({ table }) => table === "requests")!.cells[CELL.cell];
    expect(cell).toMatchObject({ value: 99, status: "edited", raw: "6" });
    expect(findingsOf(edited.work.documents[0]!).length).toBeGreaterThan(0);
    expect(run(edited, { type: "undo" }).work).toBe(before.work);
  });

  it("counts the same edit, said twice, once", async () => {
    const edit: Action = { type: "edit-cell", id: "d1", choice: CELL, value: 99 };
    const state = await readState();
    expect(run(state, edit, edit).past).toHaveLength(state.past.length + 1);
  });

  it("takes letters typed into one field for one step", async () => {
    const state = await readState();
    const typed = run(state, { type: "identity", id: "d1", unit: "甲" }, { type: "identity", id: "d1", unit: "甲局" }, { type: "identity", id: "d1", year: 2023 });
    expect(typed.past).toHaveLength(state.past.length + 2);
  });

  it("does not double a report that is read again", async () => {
    const state = await readState();
    const again = run(state, { type: "read", readings: [await directEngine.run("readPasted", { text })], step: "read" });
    expect(again.work.documents).toHaveLength(1);
  });

  it("brings a draft back as it was, and nothing else", async () => {
    const { work } = await readState();
    expect(fromDraft(toDraft(work))).toEqual(work);
    expect(fromDraft("{}")).toBeNull();
    expect(fromDraft("not json")).toBeNull();
  });
});
