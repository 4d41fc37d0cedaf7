/** The whole way through the built page without Excel: three units read, corrected, written, consolidated, exported, opened again. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readBack } from "../../src/sheet/read-back.ts";
import { readXlsxGrid } from "../../src/source/xlsx.ts";
import { violations } from "./accessibility.ts";
import { openDesk, paste, picture, read, write, type OpenPane, type PaneDesk } from "./browser.ts";

const sample = (name: string) => join(__dirname, "../../samples/示例市2024", name);
const units = ["市教育局.txt", "市财政局.txt", "市公安局.txt"].map((name) => ({ name, text: readFileSync(sample(name), "utf8") }));

let desk: PaneDesk;
let pane: OpenPane;
beforeAll(async () => { desk = await openDesk(); }, 240_000);
afterAll(() => desk.close());
afterEach(() => pane.close());

const FIRST = "requests/newly-received/natural-persons";

describe("the pane without Excel", () => {
  it("reads three units, corrects one, writes, consolidates, exports, and opens the export again", async () => {
    pane = await desk.open({ width: 1360, height: 860 });
    const { page, faults } = pane;
    expect(await violations(page)).toEqual([]);
    for (const { text } of units) {
      await paste(page, text);
      await read(page);
    }
    expect(await page.getByTestId("document-picker").locator("option").count()).toBe(3);
    expect(await violations(page)).toEqual([]);

    const field = page.locator(`input[data-cell="${FIRST}"]`);
    const before = Number(await field.inputValue());
    await field.fill(String(before + 5));
    await field.press("Enter");
    expect(await field.getAttribute("aria-label")).toMatch(/手改/);
    expect(await page.getByTestId("finding").count()).toBeGreaterThan(0);
    await page.getByTestId("undo-button").click();
    await page.waitForFunction(([name, value]) => (document.querySelector(`input[data-cell="${name}"]`) as HTMLInputElement).value === value, [FIRST, String(before)] as const);
    expect(await page.getByTestId("finding").count()).toBe(0);

    await write(page);
    expect(await page.getByTestId("sheet-tab").allInnerTexts()).toEqual(["目录", "示例市教育局", "示例市财政局", "示例市公安局", "校验", "来源"]);
    expect(await violations(page)).toEqual([]);
    await page.getByTestId("write-button").click();
    await page.getByTestId("status").getByText("最新").waitFor();

    await page.getByTestId("place-consolidate").click();
    await page.getByTestId("city-input").fill("示例市");
    expect(await page.getByTestId("year-input").inputValue()).toBe("2024");
    await page.getByTestId("consolidate-button").click();
    await page.getByTestId("status").getByText("已汇总 3 个单位").waitFor();
    expect(await page.getByTestId("sheet-tab").allInnerTexts()).toEqual(["目录", "示例市", "台账", "附注", "校验", "来源", "示例市教育局", "示例市财政局", "示例市公安局"]);
    expect(await violations(page)).toEqual([]);

    // Left out by keyboard, and taken in again; the workbook keeps the choice.
    const second = page.getByRole("checkbox", { name: "计入 示例市财政局" });
    await second.focus();
    await page.keyboard.press("Space");
    expect(await page.getByTestId("counted").innerText()).toBe("2 / 3");
    expect(await violations(page)).toEqual([]);
    await page.getByTestId("consolidate-button").click();
    await page.getByTestId("status").getByText("已汇总 2 个单位").waitFor();
    expect(await second.isChecked()).toBe(false);
    await second.press("Space");
    await page.getByTestId("consolidate-button").click();
    await page.getByTestId("status").getByText("已汇总 3 个单位").waitFor();
    expect(await second.isChecked()).toBe(true);

    const sheets = await page.getByTestId("sheet-tab").count();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("export-xlsx-button").click()]);
    expect(download.suggestedFilename()).toBe("示例市2024年政府信息公开年报.xlsx");
    const exported = readFileSync(await download.path());
    const back = readBack(await readXlsxGrid(exported))!;
    expect(back.reports.map(({ report }) => report.unit)).toEqual(["示例市教育局", "示例市财政局", "示例市公安局"]);
    expect(faults).toEqual([]);
    await pane.close();

    pane = await desk.open({ width: 1360, height: 860 });
    const again = pane.page;
    await again.getByTestId("file-input").setInputFiles({ name: "示例市2024.xlsx", mimeType: "application/octet-stream", buffer: exported });
    await read(again);
    expect(await again.getByTestId("document-picker").locator("option").count()).toBe(3);
    expect(await again.getByTestId("recognised-unit").inputValue()).toBe("示例市教育局");
    await again.getByTestId("open-workbook-input").setInputFiles({ name: "示例市2024.xlsx", mimeType: "application/octet-stream", buffer: exported });
    await again.getByTestId("sheet-grid").waitFor();
    expect(await again.getByTestId("sheet-tab").count()).toBe(sheets);
    expect(pane.faults).toEqual([]);
  }, 120_000);

  it("lets a figure typed into a sheet go through to the city's sheet, and takes it back", async () => {
    pane = await desk.open({ width: 1360, height: 860 });
    const { page } = pane;
    for (const { text } of units.slice(0, 2)) {
      await paste(page, text);
      await read(page);
    }
    await page.getByTestId("place-consolidate").click();
    await page.getByTestId("city-input").fill("示例市");
    await page.getByTestId("consolidate-button").click();
    await page.getByTestId("status").getByText("已汇总 2 个单位").waitFor();
    const cell = () => page.getByTestId("sheet-grid").locator('[data-address="I22"]');
    const city = Number(await cell().innerText());
    await page.getByTestId("sheet-tab").getByText("示例市教育局").click();
    const unit = Number(await cell().innerText());
    await cell().click();
    await page.keyboard.type(String(unit + 1000));
    await page.keyboard.press("Enter");
    expect(Number(await cell().innerText())).toBe(unit + 1000);
    await page.getByTestId("sheet-tab").getByText("示例市", { exact: true }).click();
    expect(Number(await cell().innerText())).toBe(city + 1000);
    await cell().click();
    expect(await page.getByTestId("cell-formula").inputValue()).toMatch(/^=IF\(COUNTIFS\('台账'!/);
    // Undo shows what it took back: the unit's sheet is open again.
    await page.getByTestId("undo-button").click();
    await page.waitForFunction((value) => document.querySelector('[data-address="I22"]')?.textContent === value, String(unit));
    await page.getByTestId("sheet-tab").getByText("示例市", { exact: true }).click();
    expect(Number(await cell().innerText())).toBe(city);
  }, 120_000);

  it("puts a number that was not placed into a cell by hand", async () => {
    pane = await desk.open({ width: 450 });
    const { page } = pane;
    // One figure too many in a row: nobody can say which of them does not belong.
    await paste(page, units[0]!.text.replace(/(（一）予以公开\n)((?:\d+\n){7})/, "$1$29\n"));
    await read(page);
    const open = page.locator('[data-testid="finding"][data-code="not-placed"]');
    expect(await open.count()).toBeGreaterThan(0);
    const many = await open.count();
    await open.first().getByTestId("place-number").click();
    await page.getByTestId("placing").waitFor();
    await page.locator('input[data-cell="requests/granted/natural-persons"]').click();
    await page.getByTestId("cell-detail").getByText("手改").waitFor();
    expect(await open.count()).toBe(many - 1);
  }, 60_000);

  it.each([
    ["an empty paste", "", "还没有内容可读"],
    ["a text without tables", "今天天气不错。", "没有找到年度报告的表格"],
  ])("says what to do about %s", async (_, text, words) => {
    pane = await desk.open({ width: 320 });
    const { page } = pane;
    if (text) await paste(page, text);
    await page.getByTestId("read-button").click();
    await page.getByTestId("error").getByText(words).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, `error-${text === "" ? "empty" : "no-table"}-320`);
  }, 60_000);

  it("asks when the same unit comes twice with other figures", async () => {
    pane = await desk.open({ width: 450 });
    const { page } = pane;
    await paste(page, units[0]!.text);
    await read(page);
    await write(page);
    await page.reload();
    await page.getByTestId("source-input").waitFor();
    await paste(page, units[0]!.text);
    await read(page);
    await write(page);
    // The same figures again, read anew: an update, no question. Other figures: a question.
    await paste(page, units[0]!.text.replace("规章\n0\n0\n0", "规章\n1\n0\n1"));
    await read(page);
    await page.getByTestId("place-check").click();
    await page.getByTestId("write-button").click();
    await page.getByRole("alertdialog").getByText("同一个单位又报了一份").waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, "question-450");
    await page.getByTestId("answer-yes").click();
    await page.getByTestId("status").getByText("已写入").waitFor();
    expect(await page.getByTestId("sheet-tab").allInnerTexts()).toEqual(expect.arrayContaining(["示例市教育局", "示例市教育局(2)"]));
  }, 60_000);
});
