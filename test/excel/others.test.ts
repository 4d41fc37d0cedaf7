/** What others, and the user, do to the workbook around a write: none of it is lost, none of it is silently written over. */
import { toAddress } from "../../src/sheet/address.ts";
import { readBack } from "../../src/sheet/read-back.ts";
import { planReports } from "../../src/sheet/workbook.ts";
import { writeReports } from "../../taskpane/flow/write.ts";
import { randomReport } from "../support/generator.ts";
import { WorkbookState } from "../excel-host/workbook-state.ts";
import { planOf } from "./journeys.ts";
import { openPane } from "./pane-bench.ts";
import { reopen, useBenches, withoutCheckpoint, type Bench } from "./support.ts";

const { open } = useBenches();
const [one, two] = [planOf(1), planOf(2)];
const unit = one.sheets[1]!.name;
/** The same unit with other figures: most cells of its sheet are to be written. */
const other = planReports([{ report: randomReport({ edition: "2021", seed: 99, unit, year: 2024, size: "small" }), findings: [] }]);
/** A figure that `other` changes. */
const changed = other.sheets[1]!.cells.find(({ row, column, value }) => typeof value === "number" && value !== one.sheets[1]!.cells.find((cell) => cell.row === row && cell.column === column)?.value && row > 5)!;
/** All cells that both hold and `other` changes. */
const changedCells = other.sheets[1]!.cells.filter(({ row, column, value }) => typeof value === "number" && one.sheets[1]!.cells.some((cell) => cell.row === row && cell.column === column && typeof cell.value === "number" && cell.value !== value));
const address = `${String.fromCharCode(65 + changed.column)}${changed.row + 1}`;
const readAt = ({ book }: Bench, row: number, column: number) => book.read(book.sheet(unit), row, column);

describe("a co-author between the look and the write", () => {
  it("is not written over: nothing is written, the difference is shown, and asked about", async () => {
    const bench = open();
    await bench.host.write(one, {});
    await bench.host.readGrid();
    const before = bench.book.snapshot();
    bench.excel.meanwhile(1, () => bench.book.type(unit, address, 4711));
    expect(await bench.host.write(other, {})).toMatchObject({ ok: false, problem: "changed-meanwhile", detail: `${unit}!${address}` });
    expect(readAt(bench, changed.row, changed.column)).toBe(4711);
    const now = bench.book.snapshot();
    bench.book.type(unit, address, one.sheets[1]!.cells.find(({ row, column }) => row === changed.row && column === changed.column)!.value as number);
    expect(bench.book.snapshot()).toEqual(before);
    bench.book.type(unit, address, 4711);
    expect(bench.book.snapshot()).toEqual(now);
    expect((await bench.host.preview(other)).find(({ sheet }) => sheet === unit)).toMatchObject({ state: "changed-by-user", differences: expect.arrayContaining([{ address, now: "4711", planned: String(changed.value) }]) });
    expect(await bench.host.write(other, { overwrite: [unit] })).toMatchObject({ ok: true, written: expect.arrayContaining([unit]) });
    expect(await bench.host.undo()).toBe(true);
    expect(readAt(bench, changed.row, changed.column)).toBe(4711);
  });

  it("keeps what was typed where nothing is to be written", async () => {
    const bench = open();
    await bench.host.write(one, {});
    await bench.host.readGrid();
    bench.excel.meanwhile(1, () => bench.book.type(unit, "AC40", "合办"));
    expect(await bench.host.write(other, {})).toMatchObject({ ok: true });
    expect(readAt(bench, 39, 28)).toBe("合办");
    expect(readAt(bench, changed.row, changed.column)).toBe(changed.value);
  });

  it.each([0.02, 0.3, 0.6, 0.99])("keeps what was typed into the very cells of the very request that fails after a share of %d", async (share) => {
    const bench = open();
    await bench.host.write(one, {});
    await bench.host.readGrid();
    const before = open();
    before.book.become(bench.book);
    const typed = changedCells.map(({ row, column }, index) => [toAddress(row, column), 4711 + index] as const);
    for (const [place, value] of typed) before.book.type(unit, place, value);
    bench.excel.meanwhile(1, () => typed.forEach(([place, value]) => bench.book.type(unit, place, value)));
    bench.excel.failAt(1, { kind: "half", code: "GeneralException", share });
    expect(await bench.host.write(other, {})).toMatchObject({ ok: false, problem: "unknown" });
    expect(withoutCheckpoint(bench.book.snapshot())).toEqual(withoutCheckpoint(before.book.snapshot()));
  });

  it("keeps what was typed into cells that a request never reached, even where Excel says nothing of it", async () => {
    const bench = open();
    await bench.host.write(one, {});
    await bench.host.readGrid();
    bench.excel.meanwhile(1, () => bench.book.type(unit, address, 4711));
    bench.excel.failAt(1, { kind: "code", code: 5102 });
    expect(await bench.host.write(other, {})).toMatchObject({ ok: false, problem: "connection" });
    expect(readAt(bench, changed.row, changed.column)).toBe(4711);
  });

  it.each(["write", "undo"] as const)("is given back what was typed while a %s is put back", async (way) => {
    const bench = open();
    await bench.host.write(one, {});
    if (way === "undo") await bench.host.write(other, {});
    await bench.host.readGrid();
    if (way === "write") bench.excel.failAt(1, { kind: "half", code: "GeneralException", share: 0.99 });
    // The write, or the looks of the undo; then the steps that put back.
    const putsBack = way === "write" ? 3 : await looksOfUndo(bench) + 1;
    bench.excel.meanwhile(putsBack, () => bench.book.type(unit, address, 4711));
    if (way === "write") expect(await bench.host.write(other, {})).toMatchObject({ ok: false, problem: "unknown" });
    else expect(await bench.host.undo()).toBe(true);
    const back = open();
    await back.host.write(one, {});
    back.book.type(unit, address, 4711);
    expect(withoutCheckpoint(bench.book.snapshot())).toEqual(withoutCheckpoint(back.book.snapshot()));
  });

  it("keeps a sheet that came to be under a name of ours, and is written beside at the next try", async () => {
    const bench = open();
    await bench.host.readGrid();
    bench.excel.meanwhile(1, () => {
      bench.book.add(unit);
      bench.book.type(unit, "B2", "同事的表");
    });
    expect(await bench.host.write(one, {})).toMatchObject({ ok: false, problem: "changed-meanwhile" });
    expect(bench.book.sheets.map(({ name }) => name)).toEqual(["Sheet1", unit]);
    expect(readAt(bench, 1, 1)).toBe("同事的表");
    expect(await bench.host.write(one, {})).toMatchObject({ ok: true, written: expect.arrayContaining([`${unit}(2)`]) });
  });

  it("renames or deletes a sheet: said, and right at the next try", async () => {
    const bench = open();
    await bench.host.write(one, {});
    await bench.host.readGrid();
    bench.excel.meanwhile(1, () => void (bench.book.sheet(unit).name = "定稿"));
    expect(await bench.host.write(other, {})).toMatchObject({ ok: false, problem: "changed-meanwhile" });
    expect(await bench.host.write(other, {})).toMatchObject({ ok: true, written: expect.arrayContaining(["定稿"]) });
    await bench.host.readGrid();
    bench.excel.meanwhile(1, () => bench.book.remove(bench.book.sheet("定稿")));
    expect(await bench.host.write(one, {})).toMatchObject({ ok: false, problem: "changed-meanwhile" });
    expect(await bench.host.write(one, {})).toMatchObject({ ok: true, written: expect.arrayContaining([unit]) });
  });

  it("writes another unit from a pane of their own: both units are in the workbook, neither is left out", async () => {
    const mine = openPane(open());
    const theirs = openPane(reopen(mine));
    await mine.read("市教育局");
    await writeReports(mine.desk);
    await theirs.read("市财政局");
    await mine.read("市公安局");
    // While this pane plans, the other one writes.
    const write = mine.host.write;
    let theirTurn = true;
    const host = { ...mine.host, write: async (...given: Parameters<typeof write>) => {
      if (theirTurn) await ((theirTurn = false), writeReports(theirs.desk));
      return write(...given);
    } };
    await writeReports({ ...mine.desk, host: () => host });
    expect([mine.problem(), theirs.problem(), mine.asked]).toEqual([null, null, []]);
    expect(readBack(await theirs.host.readGrid())!.reports.map(({ report }) => report.unit).sort()).toEqual(["示例市公安局", "示例市教育局", "示例市财政局"]);
  }, 60_000);
});

/** Requests that an undo makes before it does anything. */
async function looksOfUndo({ book }: Bench): Promise<number> {
  const trial = open();
  trial.book.become(book);
  expect(await trial.host.undo()).toBe(true);
  return trial.excel.trips.length - 1;
}

describe("what a user made of our sheets", () => {
  it("a copy is never written over as the original, not even where the original was renamed", async () => {
    const bench = open();
    await bench.host.write(one, {});
    const copy = bench.book.copy(bench.book.sheet(unit));
    const copied = copy.name;
    bench.book.type(copied, address, 1);
    const before = JSON.stringify([...copy.cells]);
    expect(await bench.host.write(other, {})).toMatchObject({ ok: true, written: expect.arrayContaining([unit]) });
    expect(JSON.stringify([...bench.book.sheet(copied).cells])).toBe(before);
    expect(readBack(await bench.host.readGrid())!.findings).toEqual([expect.objectContaining({ code: "sheet-copied", words: { sheet: copied } })]);
    bench.book.sheet(unit).name = "改了名";
    await bench.host.readGrid();
    expect(await bench.host.write(one, {})).toMatchObject({ ok: true, written: expect.arrayContaining([unit]) });
    expect(JSON.stringify([...bench.book.sheet(copied).cells])).toBe(before);
    expect(readAt(bench, changed.row, changed.column)).not.toBe(changed.value);
    expect(bench.book.find("改了名")).toBeDefined();
  });

  it("a copy under the name of a planned sheet is written beside", async () => {
    const bench = open();
    await bench.host.write(one, {});
    const second = two.sheets[2]!.name;
    bench.book.copy(bench.book.sheet(unit)).name = second;
    expect((await bench.host.preview(two)).find(({ sheet }) => sheet === second)).toMatchObject({ state: "foreign", target: `${second}(2)` });
    expect(await bench.host.write(two, {})).toMatchObject({ ok: true, written: expect.arrayContaining([`${second}(2)`]) });
  });

  it("a sheet that the plan has no more is marked and named, and its mark goes when it comes back", async () => {
    const bench = open();
    await bench.host.write(two, {});
    const second = two.sheets[2]!.name;
    const before = bench.book.snapshot();
    expect(await bench.host.write(one, {})).toMatchObject({ ok: true, dropped: [second] });
    expect(bench.book.sheet(second).tabColor).toBe("#A6A6A6");
    expect(readBack(await bench.host.readGrid())!.reports.map(({ report }) => report.unit)).toEqual([unit]);
    expect(await bench.host.write(one, {})).toEqual({ ok: true, written: [], skipped: [], dropped: [second] });
    expect(await bench.host.undo()).toBe(true);
    expect(withoutCheckpoint(bench.book.snapshot())).toEqual(withoutCheckpoint(before));
    await bench.host.write(one, {});
    expect(await bench.host.write(two, {})).toEqual(expect.objectContaining({ ok: true, skipped: [] }));
    expect(bench.book.sheet(second).tabColor).toBe("");
  });

  it("is kept: conditional formats, notes and comments of the user on a sheet whose own formats change", async () => {
    const bench = open();
    await bench.host.write(one, {});
    const sheet = bench.book.sheet(unit);
    const theirs = { id: "theirs", area: [5, 2, 9, 4], type: "ColorScale", formula: "", format: {} } as const;
    sheet.conditional.unshift({ ...theirs, area: [...theirs.area] as unknown as typeof sheet.conditional[number]["area"] });
    sheet.notes.set("6,2", "请核对");
    const ours = sheet.conditional.length - 1;
    // Another edition has other rows: formats move, sheets are painted and merged anew.
    const elder = planReports([{ report: randomReport({ edition: "2019", seed: 5, unit, year: 2024, size: "small" }), findings: [] }]);
    expect(await bench.host.write(elder, { overwrite: [unit] })).toMatchObject({ ok: true, written: expect.arrayContaining([unit]) });
    expect(sheet.conditional.filter(({ type }) => type === "ColorScale")).toEqual([expect.objectContaining(theirs)]);
    expect(sheet.conditional.filter(({ type }) => type === "Custom")).toHaveLength(elder.sheets[1]!.conditionalFormats.length);
    expect(sheet.notes.get("6,2")).toBe("请核对");
    expect(await bench.host.undo()).toBe(true);
    expect(sheet.conditional.filter(({ type }) => type === "Custom")).toHaveLength(ours);
    expect(sheet.conditional.filter(({ type }) => type === "ColorScale")).toEqual([expect.objectContaining(theirs)]);
  });

  it.each([
    ["very hidden", (book: WorkbookState) => void (book.sheet(unit).visibility = "VeryHidden")],
    ["hidden", (book: WorkbookState) => void (book.sheet(unit).visibility = "Hidden")],
    ["moved to the front", (book: WorkbookState) => void book.sheets.unshift(...book.sheets.splice(book.sheets.indexOf(book.sheet(unit)), 1))],
  ])("is updated where it is: %s", async (_, change) => {
    const bench = open();
    await bench.host.write(one, {});
    change(bench.book);
    const [visibility, at] = [bench.book.sheet(unit).visibility, bench.book.sheets.indexOf(bench.book.sheet(unit))];
    expect(await bench.host.write(other, {})).toMatchObject({ ok: true, written: expect.arrayContaining([unit]) });
    expect([bench.book.sheet(unit).visibility, bench.book.sheets.indexOf(bench.book.sheet(unit)), readAt(bench, changed.row, changed.column)]).toEqual([visibility, at, changed.value]);
  });
});
