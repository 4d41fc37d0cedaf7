/** A whole city in Excel on the web, the built pane in Chromium: the folder is dropped, read, consolidated in few requests, cancelled midway, taken back. */
import { join } from "node:path";
import { cities, reportsOf } from "../../samples/making/city.ts";
import { formOf } from "../../src/form/forms.ts";
import { locateFigures } from "../../src/sheet/locate-figures.ts";
import { inSheetOrder } from "../../src/sheet/unit-sheet.ts";
import { calculateBook } from "../excel-host/calculate-book.ts";
import { openOnTheWeb, type WebExcel } from "../excel-host/excel-on-the-web.ts";
import { dropPaths, openBrowser, picture } from "../pane/browser.ts";

const [city] = cities;
const { folder, unit, year } = city!;
/** Round trips that 54 units with the consolidated sheets may take, and bytes of each. */
const [MOST_TRIPS, MOST_BYTES] = [12, 1_000_000];

let chromium: Awaited<ReturnType<typeof openBrowser>>;
let excel: WebExcel;
beforeAll(async () => { chromium = await openBrowser(); }, 240_000);
afterAll(() => chromium.close());

const said = (text: string | RegExp, timeout = 60_000) => excel.pane.getByTestId("status").getByText(text).waitFor({ timeout });
/** Cancels in the very moment that the status looks so: from here, a fast machine would be done before the click arrives. */
const cancelOnce = async (selector: string, looks: string, of: "text" | "aria-valuenow") => {
  const seen = await excel.pane.waitForFunction(
    ([where, pattern, what]) => {
      const found = document.querySelector(where!);
      const now = what === "text" ? found?.textContent : found?.getAttribute(what!);
      const button = [...document.querySelectorAll("button")].find((one) => one.textContent === "取消");
      if (!button || !now || !new RegExp(pattern!).test(now)) return null;
      button.click();
      return now;
    },
    [selector, looks, of],
    { timeout: 60_000 },
  );
  return (await seen.jsonValue())!;
};

it("is dropped as a folder, read with a pause, consolidated after a cancel midway, adds up to the published totals, and is taken back", async () => {
  excel = await openOnTheWeb(chromium.browser, { api: 8 });
  const { pane, page, server, book, faults } = excel;
  const empty = book.snapshot();

  await dropPaths(page, pane, [join(__dirname, "../../samples", folder)]);
  await pane.getByText("已选 56 个文件").waitFor();
  await pane.getByTestId("read-button").click();
  await cancelOnce('[data-testid="status"]', "（(?:[3-9]|[1-4]\\d)/56）", "text");
  await said(/已停止：读了 \d+ 个文件/);
  // What was read is kept; the others are still there, and are read on.
  const left = await pane.locator(".files-list li").count();
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(56);
  await pane.getByTestId("read-button").click();
  await said(/^读了 \d+ 个文件/);
  expect(await pane.locator(".files-list li:visible").count()).toBe(0);

  await pane.getByTestId("place-consolidate").click();
  await pane.getByTestId("city-input").fill(unit);
  await pane.getByTestId("year-input").fill(String(year));
  expect(await pane.getByTestId("counted").innerText()).toBe("54");

  await pane.getByTestId("consolidate-button").click();
  const done = Number(await cancelOnce(".status-bar", "[1-9]", "aria-valuenow"));
  expect(book.sheets.length).toBeGreaterThan(1);
  await pane.getByTestId("error").getByText("已取消，工作簿没有改动。").waitFor({ timeout: 60_000 });
  expect(book.snapshot()).toEqual(empty);
  expect(done).toBeLessThan(1);

  server.takeCounts();
  await pane.getByTestId("consolidate-button").click();
  await said("已汇总 54 个单位");
  const { trips, largest } = server.takeCounts();
  expect([trips <= MOST_TRIPS, largest <= MOST_BYTES, trips, largest]).toEqual([true, true, expect.any(Number), expect.any(Number)]);
  expect(await pane.getByTestId("error").count()).toBe(0);
  expect(book.active).toBe(unit);
  await picture(page, "excel-web-city-450");

  await calculateBook(book, [unit]);
  const figures = figuresOf(unit);
  for (const [id, total] of totals()) expect([id, figures.get(id)]).toEqual([id, total]);

  await pane.getByTestId("undo-button").click();
  await said("已撤销");
  expect(book.snapshot()).toEqual(empty);
  expect([server.unknown, faults]).toEqual([[], []]);
  await excel.close();
}, 180_000);

/** Tables 三 and 四 of the city: sums of what the made-up units report, which test/samples holds to the published ones. */
function totals(): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { tables } of reportsOf(city!)) {
    for (const table of tables.filter(({ table: name }) => name !== "disclosure")) {
      for (const { id } of formOf(table).cells) sums.set(`${table.table} ${id}`, (sums.get(`${table.table} ${id}`) ?? 0) + table.cells[id]!.value!);
    }
  }
  expect(sums.size).toBeGreaterThan(150);
  return sums;
}

/** What a sheet of the pretend Excel shows in its official cells, found by their labels. */
function figuresOf(name: string): Map<string, unknown> {
  const { cells } = excel.book.sheet(name);
  const rows: { value: string | number | boolean }[][] = [];
  for (const [key, cell] of cells) {
    const [row = 0, column = 0] = key.split(",").map(Number);
    const value = cell.value ?? cell.result;
    if (value !== undefined) (rows[row] ??= [])[column] = { value };
  }
  const [{ tables } = { tables: [] }] = reportsOf(city!);
  const located = locateFigures({ unit, year }, inSheetOrder(tables).map(formOf), { rows: Array.from(rows, (row) => row ?? []) }, "zh-CN");
  return new Map(located.flatMap(({ form, places }) => [...places].map(([id, { row, column }]) => [`${form.definition.id} ${id}`, rows[row]?.[column]?.value] as const)));
}
