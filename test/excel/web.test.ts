/** The built pane in Chromium, as Excel on the web opens it: Microsoft's office.js unmodified, the workbook ours. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readXlsxGrid } from "../../src/source/xlsx.ts";
import { writeXlsx } from "../../src/writer/xlsx.ts";
import { openOnTheWeb, type WebExcel, type WebOptions } from "../excel-host/excel-on-the-web.ts";
import { violations } from "../pane/accessibility.ts";
import { openBrowser, paste, picture, read } from "../pane/browser.ts";
import { smallCity } from "./journeys.ts";
import { bookFromGrid, until } from "./support.ts";

const sample = (name: string) => readFileSync(join(__dirname, "../../samples/示例市2024", `${name}.txt`), "utf8");
const [education, finance] = ["示例市教育局", "示例市财政局"] as const;

let chromium: Awaited<ReturnType<typeof openBrowser>>;
let excel: WebExcel;
const open = async (options?: WebOptions) => (excel = await openOnTheWeb(chromium.browser, options));
beforeAll(async () => { chromium = await openBrowser(); }, 240_000);
afterAll(() => chromium.close());
afterEach(async () => {
  const { server, faults } = excel;
  await excel.close();
  expect([server.unknown, faults]).toEqual([[], []]);
});

const said = (text: string | RegExp) => excel.pane.getByTestId("status").getByText(text).waitFor();
const sheets = () => excel.book.sheets.filter(({ visibility }) => visibility === "Visible").map(({ name }) => name);
const readSample = async (name: string) => {
  await paste(excel.pane, sample(name));
  await read(excel.pane);
};
const write = async () => {
  await excel.pane.getByTestId("place-check").click();
  await excel.pane.getByTestId("write-button").click();
};
const figureAt = (name: string) => excel.pane.locator(`input[data-cell="${name}"]`);

describe("the built pane in Excel on the web", () => {
  // Excel answers as slowly as over a network: whoever goes on the moment that something is said is heard all the same.
  it("pastes, writes, updates, hears of an edit, consolidates, and takes the last write back", async () => {
    const { page, book, pane } = await open({ delay: 150 });
    await readSample("市教育局");
    await write();
    await said("已写入");
    expect(sheets()).toEqual(["Sheet1", "目录", education, "校验", "来源"]);
    const written = book.snapshot();

    // The user types into a cell of Excel: the pane says so, shows the figure, and finds what does not add up any more.
    const figure = figureAt("requests/newly-received/natural-persons");
    const before = Number(await figure.inputValue());
    const place = addressOf(education, before);
    book.type(education, place, before + 40);
    await said(new RegExp(`“${education}”的 ${place}，已重新核对：[1-9]`));
    expect(await figure.inputValue()).toBe(String(before + 40));
    expect(await pane.getByTestId("finding").count()).toBeGreaterThan(0);
    await picture(page, "excel-web-edited-450");
    expect(await violations(pane)).toEqual([]);
    book.type(education, place, before);
    await said("没有错误");
    expect(await pane.getByTestId("finding").count()).toBe(0);

    // Written again: nothing is there twice.
    await readSample("市财政局");
    await write();
    await said("已写入");
    expect([...sheets()].sort()).toEqual(["Sheet1", "目录", education, finance, "校验", "来源"].sort());
    const two = book.snapshot();

    await pane.getByTestId("place-consolidate").click();
    await pane.getByTestId("city-input").fill("示例市");
    await pane.getByTestId("consolidate-button").click();
    await said("已汇总 2 个单位");
    expect(sheets()).toEqual(expect.arrayContaining(["目录", "示例市", "台账", education, finance]));
    expect(book.active).toBe("示例市");
    await picture(page, "excel-web-consolidated-450");

    // A figure of the city, its unit, its source: the cell is selected in Excel, then two clicks.
    book.select("示例市", "I22");
    await pane.getByTestId("contributor").first().getByRole("button").first().click();
    await wentTo(await contributorOf());
    await pane.getByTestId("contributor").first().getByTestId("traced-source").click();
    expect(Number(await pane.getByTestId("source-view").locator("[data-here]").first().innerText())).toBe(activeValue());
    await picture(page, "excel-web-source-450");
    await pane.getByTestId("trace-close").click();

    await pane.getByTestId("undo-button").click();
    await said("已撤销");
    expect(sheetsOf(book.snapshot())).toEqual(sheetsOf(two));
    expect(written).not.toEqual(two);
  }, 120_000);

  it("knows a workbook that the command line made, and tells where the user goes", async () => {
    const plan = smallCity();
    const { pane, book, server } = await open({ book: bookFromGrid(await readXlsxGrid(await writeXlsx(plan))), api: 9 });
    await pane.getByTestId("place-consolidate").click();
    await pane.getByText("示例市第2局").first().waitFor();
    expect(await pane.getByTestId("city-input").inputValue()).toBe("示例市人民政府");
    const before = book.snapshot();
    await pane.getByTestId("consolidate-button").click();
    await said("已汇总 3 个单位");
    expect(sheetsOf(book.snapshot())).toEqual(sheetsOf(before));
    expect(server.book.heard.size).toBeGreaterThan(0);
  }, 120_000);

  it("takes the figure that the user selects in Excel apart; one click goes to the unit's cell", async () => {
    const { page, pane, book } = await open({ book: bookFromGrid(await readXlsxGrid(await writeXlsx(smallCity()))), api: 9, locale: "en-US" });
    // Excel speaks English: so does the pane.
    await pane.locator('html[lang="en-US"]').waitFor({ state: "attached" });
    await pane.getByTestId("status").getByText("示例市人民政府").waitFor();
    // The pane has asked Excel to tell where the user goes.
    await until(() => book.heard.has("selected Workbook"));
    book.select("示例市人民政府", "A1");
    book.select("示例市人民政府", "I22");
    const contributors = pane.getByTestId("contributor");
    await contributors.first().waitFor();
    expect((await contributors.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.unit))).sort()).toEqual(["示例市第1局", "示例市第2局", "示例市第3局"]);
    const unit = await contributorOf();
    const value = Number((await contributors.first().locator(".contributor-value").innerText()).replaceAll(",", ""));
    await contributors.first().getByRole("button").first().click();
    await wentTo(unit);
    expect(activeValue()).toBe(value);
    // The pane stays with the figure of the city.
    expect(await contributors.count()).toBe(3);
    await picture(page, "excel-web-traced-450");
    expect(await violations(pane)).toEqual([]);
  }, 120_000);
});

/** The unit whose figure stands first among the contributors. */
const contributorOf = async () => (await excel.pane.getByTestId("contributor").first().getAttribute("data-unit"))!;

/** Excel is asked to go to a sheet, and goes when it gets round to it. */
const wentTo = (sheet: string) => until(() => excel.book.active.startsWith(`${sheet}!`));

/** What stands in the cell that is selected in Excel. */
function activeValue() {
  const [sheet, address] = excel.book.active.split("!") as [string, string];
  return excel.book.sheet(sheet).cells.get(`${Number(address.replace(/\D+/, "")) - 1},${address.charCodeAt(0) - 65}`)?.value;
}

/** What a person can see: our hidden sheet may say the same in other words. */
const sheetsOf = (snapshot: unknown) => (snapshot as { sheets: { name: string; cells: unknown[] }[] }).sheets.filter(({ name }) => name !== "_gdr").map(({ name, cells }) => [name, cells]);

/** Where a figure stands on a unit's sheet: the first cell below 三 that holds it. */
function addressOf(sheet: string, value: number): string {
  const found = [...excel.book.sheet(sheet).cells].filter(([, cell]) => cell.value === value && cell.formula === undefined).map(([key]) => key.split(",").map(Number) as [number, number]);
  const [row, column] = found.sort((a, b) => a[0] - b[0] || a[1] - b[1]).find(([at]) => at > 18)!;
  return `${String.fromCharCode(65 + column)}${row + 1}`;
}
