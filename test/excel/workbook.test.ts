import { readXlsxGrid } from "../../src/source/xlsx.ts";
import { toAddress } from "../../src/sheet/address.ts";
import { readBack } from "../../src/sheet/read-back.ts";
import { writeXlsx } from "../../src/writer/xlsx.ts";
import { holds } from "../../src/writer/excel/content.ts";
import { calculateBook } from "../excel-host/calculate-book.ts";
import { WorkbookState } from "../excel-host/workbook-state.ts";
import { planOf, smallCity } from "./journeys.ts";
import { bookFromGrid, reopen, settle, useBenches, withoutCheckpoint } from "./support.ts";

const { open, keep } = useBenches();
const one = planOf(1);
const unit = one.sheets[1]!.name;

describe("a workbook in Excel", () => {
  it("that the command line made is known sheet by sheet, and updated", async () => {
    const bench = open(bookFromGrid(await readXlsxGrid(await writeXlsx(planOf(2)))));
    expect((await bench.host.preview(planOf(2))).map(({ state }) => state)).toEqual(planOf(2).sheets.slice(0, -1).map(() => "unchanged"));
    bench.book.type(unit, "M6", 4711);
    expect((await bench.host.preview(planOf(3))).map(({ sheet, state }) => [sheet, state])).toEqual([["目录", "update"], [unit, "changed-by-user"], [planOf(2).sheets[2]!.name, "unchanged"], [planOf(3).sheets[3]!.name, "new"], ["校验", expect.stringMatching(/update|unchanged/)], ["来源", "update"]]);
    expect(await bench.host.write(planOf(3), {})).toMatchObject({ ok: true, skipped: [unit] });
  });

  it("has every formula of a consolidation, which another engine calculates to the planned results", async () => {
    const plan = smallCity();
    const { host, book } = open();
    expect(await host.write(plan, {})).toMatchObject({ ok: true });
    await calculateBook(book);
    const differing: string[] = [];
    let formulas = 0;
    for (const sheet of plan.sheets) {
      for (const { row, column, formula, value } of sheet.cells) {
        if (formula === undefined) continue;
        formulas += 1;
        const now = book.sheet(sheet.name).cells.get(`${row},${column}`)!.result ?? "";
        if (!holds({ input: typeof now === "number" ? now : String(now), text: true }, value ?? "") && String(now) !== String(value ?? "")) differing.push(`${sheet.name}!${toAddress(row, column)} ${String(now)} ≠ ${String(value)}`);
      }
    }
    expect(differing).toEqual([]);
    expect(formulas).toBeGreaterThan(1_000);
    expect(readBack(await host.readGrid())).toMatchObject({ kind: "consolidation", city: { unit: "示例市人民政府", year: 2024 } });
  }, 60_000);

  it("tells of the user's edits, not of our own, and stops when told to", async () => {
    for (const api of [8, 9]) {
      const { host, book, excel } = open(undefined, api);
      await host.write(one, {});
      const heard: string[] = [];
      const stop = host.onEdit((sheet, address) => heard.push(`${sheet}!${address}`));
      await settle(excel);
      book.type(unit, "M6", 1);
      await settle(excel);
      expect(heard).toEqual([`${unit}!M6`]);
      stop();
      book.type(unit, "M6", 2);
      await settle(excel);
      expect(heard).toHaveLength(1);
    }
  });

  it.each([8, 9])("tells where the user went, on sheets written meanwhile too (ExcelApi 1.%i)", async (api) => {
    const { host, book, excel } = open(undefined, api);
    const heard: string[] = [];
    const stops = [host.onSelection((sheet, cell) => heard.push(`at ${sheet}!${cell}`)), host.onEdit((sheet, address) => heard.push(`edit ${sheet}!${address}`))];
    await settle(excel);
    await host.write(one, {});
    await settle(excel, ADDED);
    book.select(unit, "M6");
    book.select("Sheet1", "C2:D9");
    book.select(unit, "$B$2,$D$4:$E$5");
    await settle(excel);
    book.type(unit, "M6", 1);
    await settle(excel);
    expect(heard).toEqual([`at ${unit}!M6`, "at Sheet1!C2", `at ${unit}!B2`, `edit ${unit}!M6`]);
    for (const stop of stops) stop();
    await settle(excel);
    book.select(unit, "A1");
    await settle(excel);
    expect([heard.length, [...book.heard]]).toEqual([4, []]);
  });

  it.each([8, 9])("hears what is done the moment a write is over, however slowly Excel answers (ExcelApi 1.%i)", async (api) => {
    const { host, book, excel } = open(undefined, api);
    const heard: string[] = [];
    const stops = [host.onEdit((sheet, address) => heard.push(`edit ${sheet}!${address}`)), host.onSelection((sheet, cell) => heard.push(`at ${sheet}!${cell}`))];
    await settle(excel);
    for (let request = 1; request <= 8; request++) excel.failAt(request, { kind: "delay", milliseconds: 100 });
    expect(await host.write(one, {})).toMatchObject({ ok: true });
    excel.clearFaults();
    book.type(unit, "M6", 1);
    book.select(unit, "M6");
    await settle(excel, ADDED);
    // Excel's own word of the new sheets, which comes later, makes nobody listen twice.
    book.type(unit, "M6", 2);
    await settle(excel);
    expect(heard).toEqual([`edit ${unit}!M6`, `at ${unit}!M6`, `edit ${unit}!M6`]);
    for (const stop of stops) stop();
    await settle(excel);
    expect([...book.heard]).toEqual([]);
  });

  it("is written all the same where Excel does not let us listen to the new sheets", async () => {
    for (const fault of [{ kind: "code", code: 7000 }, { kind: "hang" }] as const) {
      const { host, excel, book } = open();
      const heard: string[] = [];
      const stop = host.onEdit((sheet, address) => heard.push(`${sheet}!${address}`));
      await settle(excel);
      excel.takeCounts();
      expect(await host.write(one, {})).toMatchObject({ ok: true });
      // The list of sheets is the last but one request of the write.
      const listed = excel.takeCounts().trips - 1;
      book.become(open().book);
      excel.failAt(listed, fault);
      expect(await host.write(one, {})).toMatchObject({ ok: true });
      await settle(excel, ADDED);
      book.type(unit, "M6", 1);
      await settle(excel);
      // Excel's own word of the new sheets still brings them in.
      expect(heard).toEqual([`${unit}!M6`]);
      stop();
    }
  });

  it.each([8, 9])("is asked once for each kind of event, whoever listens and however many sheets come (ExcelApi 1.%i)", async (api) => {
    const { host, book, excel } = open(undefined, api);
    const heard: string[] = [];
    const stops = ["a", "b"].flatMap((who) => [host.onEdit((sheet, address) => heard.push(`${who} ${sheet}!${address}`)), host.onSelection(() => undefined)]);
    await settle(excel);
    await host.write(planOf(3), {});
    await settle(excel, ADDED);
    excel.takeCounts();
    const gone = book.add("来了又走");
    book.remove(gone);
    for (const name of ["甲", "乙", "丙"]) book.add(name);
    await settle(excel, ADDED);
    // A kind of event a request; of 1.8 with the sheets one by one where one of them is gone again.
    expect(excel.takeCounts().trips).toBe(api === 9 ? 0 : 2 * (1 + 4));
    for (const name of ["丁", "戊", "己"]) book.add(name);
    await settle(excel, ADDED);
    expect(excel.takeCounts().trips).toBe(api === 9 ? 0 : 2);
    book.type("己", "B2", 1);
    book.type("乙", "B3", 1);
    await settle(excel);
    expect(heard).toEqual(["a 己!B2", "b 己!B2", "a 乙!B3", "b 乙!B3"]);
    expect(excel.takeCounts().trips).toBe(2);
    stops.splice(0, 2).forEach((stop) => stop());
    book.type("乙", "B4", 1);
    await settle(excel);
    expect(heard.slice(4)).toEqual(["b 乙!B4"]);
    for (const stop of stops) stop();
    await settle(excel);
    expect([...book.heard]).toEqual([]);
  });

  it("is described and shown", async () => {
    const { host, book } = open();
    await host.write(one, {});
    expect(await host.describe()).toEqual({ name: "工作簿1.xlsx", sheets: book.sheets.map(({ name }) => ({ name, visible: name !== "_gdr" })) });
    await host.show(unit, "B3");
    expect(book.active).toBe(`${unit}!B3`);
  });

  it("gives page layout, filters and shrinking only to an Excel that knows them", async () => {
    const [old, young] = [open(undefined, 8), open(undefined, 13)];
    await old.host.write(one, {});
    await young.host.write(one, {});
    expect(old.book.sheet(unit).page).toEqual({});
    expect(young.book.sheet(unit).page).toMatchObject({ PaperSize: "A4", area: expect.stringMatching(/^A1:O\d+$/), CenterFooter: expect.stringContaining("&8") });
    expect(young.book.sheet("目录").filter).not.toBe("");
    expect((await young.host.readGrid()).sheets.find((sheet) => sheet.name === unit)!.merges).toHaveLength(one.sheets[1]!.merges.length);
  });
});

describe("a workbook that may not be written", () => {
  it.each([
    ["protected", "a protected sheet", (book: WorkbookState) => void (book.sheet(unit).protected = true)],
    ["protected", "a protected structure", (book: WorkbookState) => void (book.structureProtected = true)],
    ["read-only", "a read-only workbook", (book: WorkbookState) => void (book.readOnly = true)],
  ])("says %s of %s, and stays as it is", async (problem, _, lock) => {
    const bench = open();
    await bench.host.write(one, {});
    bench.book.type(unit, "M6", 4711);
    lock(bench.book);
    const before = bench.book.snapshot();
    expect(await bench.host.write(planOf(2), { overwrite: [unit] })).toMatchObject({ ok: false, problem });
    expect(bench.book.snapshot()).toEqual(before);
  });

  it.each([
    [5004, "cell-edit"],
    [5102, "connection"],
    [5103, "too-large"],
    [5104, "too-large"],
    [7000, "no-permission"],
  ] as const)("says of Office's error %s: %s", async (code, problem) => {
    const { host, excel } = open();
    excel.failAt(2, { kind: "code", code });
    expect(await host.write(one, {})).toMatchObject({ ok: false, problem });
    excel.failAt(1, { kind: "code", code });
    await expect(host.readGrid()).rejects.toMatchObject({ problem });
  });

  it("is put back when the user cancels between two requests", async () => {
    const bench = open(new WorkbookState("Sheet1"), 8, 20_000);
    const stop = new AbortController();
    const before = bench.book.snapshot();
    const large = { ...one, sheets: [...one.sheets, ...Array.from({ length: 3 }, (_, index) => ({ ...one.sheets[1]!, kind: "checks" as const, id: `more${index}`, name: `大表${index}`, cells: Array.from({ length: 9_000 }, (_unused, at) => ({ row: at, column: 0, value: "很长的文字".repeat(8) })), merges: [], conditionalFormats: [] }))] };
    const progress: string[] = [];
    const outcome = await bench.host.write(large, { signal: stop.signal, onProgress: (done, of) => { progress.push(`${done}/${of}`); stop.abort(); } });
    expect(outcome).toEqual({ ok: false, problem: "cancelled" });
    expect(progress).toHaveLength(1);
    expect(bench.book.snapshot()).toEqual(before);
  });

  it("is put right by the next write when Excel was lost halfway and would not let anything be put back", async () => {
    const bench = open();
    const done = open();
    await done.host.write(one, {});
    bench.excel.failAt(2, { kind: "half", code: "GeneralException" });
    for (const later of [3, 4, 5]) bench.excel.failAt(later, { kind: "code", code: 7000 });
    expect(await bench.host.write(one, {})).toMatchObject({ ok: false, pending: true });
    const reopened = keep(reopen(bench));
    expect(await reopened.host.canUndo()).toBe(true);
    expect(await reopened.host.write(one, {})).toMatchObject({ ok: true });
    expect(withoutCheckpoint(bench.book.snapshot())).toEqual(withoutCheckpoint(done.book.snapshot()));
  });
});

/** Before ExcelApi 1.9 new sheets are listened to once no more of them come. */
const ADDED = 300;
