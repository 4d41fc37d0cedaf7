/** What a person settles for a city in the built page: roster typed, names asked, second hand-ins weighed, sources, last year; all of it stays in the workbook. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import type { Page } from "playwright-core";
import { parsePolicy } from "../../src/consolidation/policy.ts";
import { readBack } from "../../src/sheet/read-back.ts";
import { readXlsxGrid } from "../../src/source/xlsx.ts";
import { violations } from "./accessibility.ts";
import { openDesk, picture, type OpenPane, type PaneDesk } from "./browser.ts";

const sample = (name: string) => readFileSync(join(__dirname, "../../samples/示例市2024", `${name}.txt`), "utf8");
const asFile = (name: string, content: string | Buffer) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });
/** The first figure of the row 本年新收 three more than it is. */
const changed = (text: string) => text.replace(/(一、本年新收政府信息公开申请数量\s+)(\d+)/, (_, label: string, figure: string) => label + (Number(figure) + 3));

let desk: PaneDesk;
let pane: OpenPane;
beforeAll(async () => { desk = await openDesk(); }, 240_000);
afterAll(() => desk.close());
afterEach(() => pane.close());

const look = async (page: Page, name: string) => {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect({ name, wide, found: await violations(page) }).toEqual({ name, wide: 0, found: [] });
  await picture(page, name);
};
const read = async (page: Page, ...files: ReturnType<typeof asFile>[]) => {
  await page.getByTestId("place-intake").click();
  await page.getByTestId("file-input").setInputFiles(files);
  await page.getByTestId("read-button").click();
  await page.waitForFunction(() => !document.querySelector(".status-bar"));
};
const counts = (page: Page, words: string) => page.waitForFunction((wanted) => (document.querySelector('[data-testid="hand-in-counts"]')?.textContent ?? "").replace(/\s+/g, "") === wanted, words);
const pasteInto = (page: Page, cell: string, text: string) =>
  page.locator(`[data-cell="${cell}"]`).evaluate((field, clip) => {
    const data = new DataTransfer();
    data.setData("text/plain", clip);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
const exported = async (page: Page) => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("export-xlsx-button").click()]);
  return readFileSync(await download.path());
};
const consolidate = async (page: Page, units: number) => {
  await page.getByTestId("place-consolidate").click();
  await page.getByTestId("consolidate-button").click();
  await page.getByTestId("status").getByText(`已汇总 ${units} 个单位`).waitFor({ timeout: 30_000 });
};

describe.each([320, 450])("the desk at %i px", (width) => {
  it("types a roster, asks about a name, weighs a second hand-in, and keeps all that in the workbook", async () => {
    pane = await desk.open({ width, height: 900 });
    const { page, faults } = pane;
    await page.getByTestId("place-roster").click();
    await page.getByTestId("edit-roster").waitFor();
    await look(page, `desk-${width}-1-no-roster`);
    await page.getByTestId("edit-roster").click();
    await pasteInto(page, "0/name", "示例市教育体育局\t市直部门\t示例市人民政府\t\t教体局\t张三 0396-1\n示例市财政局\t市直部门\t示例市人民政府\n示例市公安局\t市直部门\t示例市人民政府\t\t\t李四\n示例市文联\t市直部门\t示例市人民政府\n");
    expect(await page.locator('[data-cell="2/contact"]').inputValue()).toBe("李四");
    await look(page, `desk-${width}-2-editor`);
    await page.getByTestId("undo-button").click();
    expect(await page.locator('[data-testid="roster-table"] tbody tr').count()).toBe(1);
    await pasteInto(page, "0/name", "单位\t类别\t联系\n示例市教育体育局\t市直部门\t张三\n示例市财政局\t市直部门\t\n示例市公安局\t市直部门\t李四\n示例市文联\t市直部门\t\n");
    await page.getByTestId("roster-done").click();
    await read(page, asFile("教育局.txt", sample("市教育局")), asFile("财政局.txt", sample("市财政局")));
    await page.getByTestId("city-input").fill("示例市人民政府");
    await page.getByTestId("unknown-unit").waitFor();
    await counts(page, "应报5已报2未报3有误0");
    await look(page, `desk-${width}-3-asked`);
    await page.getByTestId("unknown-is").click();
    await counts(page, "应报4已报2未报2有误0");

    // A person's word: this one need not hand in.
    const exempt = page.locator('[data-testid="unit"][data-unit="示例市文联"]');
    await exempt.getByRole("button").first().click();
    await page.getByTestId("unit-state").selectOption("not-required");
    await counts(page, "应报3已报2未报1有误0不需报1");
    expect(await page.getByTestId("copy-reminder-text").inputValue()).toMatch(/应报3个单位，已报2个[\s\S]*示例市公安局（李四）/);
    await consolidate(page, 2);

    await read(page, asFile("财政局更正.txt", changed(sample("市财政局"))));
    await page.getByTestId("place-roster").click();
    await page.getByTestId("weighed").waitFor();
    expect(await page.getByTestId("weighed").locator("tr", { hasText: "自然人" }).first().innerText()).toMatch(/\+3/);
    await page.getByTestId("second-hand-in").scrollIntoViewIfNeeded();
    await look(page, `desk-${width}-4-second`);

    // Without an answer nothing replaces anything: writing asks, refusing keeps the first.
    await page.getByTestId("place-consolidate").click();
    await page.getByTestId("consolidate-button").click();
    await page.getByTestId("answer-yes").waitFor();
    await look(page, `desk-${width}-5-question`);
    await page.getByTestId("answer-yes").click();
    await page.getByTestId("status").getByText("已汇总 2 个单位").waitFor();
    const back = readBack(await readXlsxGrid(await exported(page)))!;
    expect(back.reports.map(({ report, counted }) => [report.unit, counted])).toEqual([["示例市教育局", true], ["示例市财政局", false], ["示例市财政局", true]]);
    expect(back.roster!.map(({ name, aliases }) => [name, aliases])).toEqual([["示例市教育体育局", ["示例市教育局"]], ["示例市财政局", []], ["示例市公安局", []], ["示例市文联", []]]);
    expect(back.given).toEqual({ 示例市文联: "not-required" });
    expect(faults).toEqual([]);
  }, 120_000);

  it("starts sources from the template, says what is missing, opens last year, and opens again what was kept", async () => {
    pane = await desk.open({ width, height: 900 });
    const { page, faults } = pane;
    await read(page, asFile("教育局.txt", sample("市教育局")), asFile("财政局.txt", sample("市财政局")));
    await page.getByTestId("place-consolidate").click();
    await page.getByTestId("city-input").fill("示例市人民政府");
    await page.getByTestId("setting-policy").click();
    await page.getByTestId("policy-template").click();
    await page.locator('[data-testid="policy-findings"] [data-code="provider-missing"]').first().waitFor();
    await look(page, `desk-${width}-6-policy`);
    await page.getByTestId("edit-rule").nth(2).click();
    await page.getByTestId("rule-provider").fill("示例市教育局");
    await page.getByTestId("rule-scope").fill("全市");
    await look(page, `desk-${width}-7-rule`);
    await page.getByTestId("rule-done").click();
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByTestId("export-policy").click()]);
    const written = parsePolicy(JSON.parse(readFileSync(await file.path(), "utf8")));
    expect(written.findings).toEqual([]);
    expect(written.policy.sources[2]).toMatchObject({ from: "provided", provider: "示例市教育局", scope: "全市" });
    await page.getByTestId("policy-input").setInputFiles(asFile("设置.json", JSON.stringify({ sources: [{ table: "二", rows: ["行政许可", "行政许诺"], from: "提供", provider: "示例市财政局", kolor: 1 }] })));
    await page.getByTestId("policy-file-findings").waitFor();
    expect(await page.locator('[data-testid="policy-file-findings"] [data-code="policy-unknown-key"]').count()).toBe(2);
    await page.getByTestId("setting-policy").click();

    await page.getByTestId("setting-previous").click();
    await page.getByTestId("previous-input").setInputFiles([asFile("上年教育局.txt", changed(sample("市教育局")).replaceAll("2024", "2023")), asFile("上年财政局.txt", sample("市财政局").replaceAll("2024", "2023")), asFile("坏.docx", "nothing")]);
    await page.getByTestId("year-table").waitFor();
    expect(await page.getByTestId("previous-summary").innerText()).toMatch(/2023.*2 个单位中有 2 个/);
    expect(await page.getByTestId("previous-unread").innerText()).toMatch(/坏\.docx/);
    await look(page, `desk-${width}-8-previous`);
    await consolidate(page, 2);
    const bytes = await exported(page);
    await pane.close();

    pane = await desk.open({ width, height: 900 });
    const again = pane.page;
    await again.getByTestId("open-workbook-input").setInputFiles(asFile("示例市.xlsx", bytes));
    await again.getByTestId("sheet-grid").waitFor();
    expect(await again.getByTestId("sheet-tab").allInnerTexts()).toEqual(expect.arrayContaining(["同比", "单位同比", "差额表"]));
    await again.getByTestId("place-consolidate").click();
    await again.getByTestId("setting-previous").click();
    await again.getByTestId("year-table").waitFor();
    expect(await again.getByTestId("previous-summary").innerText()).toMatch(/2023.*2 个单位中有 2 个/);
    expect([...faults, ...pane.faults]).toEqual([]);
  }, 120_000);
});

it("gives every file its line, members of archives too, and a bad one stops nothing", async () => {
  pane = await desk.open({ width: 450, height: 900 });
  const { page } = pane;
  const archive = Buffer.from(zipSync({ "财政局.txt": Buffer.from(sample("市财政局")), "空.txt": Buffer.alloc(0) }));
  await read(page, asFile("坏.docx", Buffer.from([1, 2, 3, 4])), asFile("空.txt", ""), asFile("包.zip", archive), asFile("教育局.txt", sample("市教育局")), asFile("闲话.txt", "今天天气不错。"));
  await page.getByTestId("outcomes").waitFor();
  const lines = await page.locator('[data-testid="outcome"]').evaluateAll((all) => Object.fromEntries(all.map((one) => [(one as HTMLElement).dataset.file!, one.textContent!])));
  expect(Object.keys(lines).sort()).toEqual(["包.zip/空.txt", "包.zip/财政局.txt", "坏.docx", "教育局.txt", "空.txt", "闲话.txt"].sort());
  expect(lines["包.zip/财政局.txt"]).toMatch(/示例市财政局 2024/);
  expect(lines["教育局.txt"]).toMatch(/示例市教育局 2024/);
  expect(lines["包.zip/空.txt"]).toMatch(/空的/);
  expect(lines["坏.docx"]).toMatch(/打不开/);
  expect(lines["闲话.txt"]).toMatch(/没有/);
  expect(await page.getByTestId("outcome-counts").innerText()).toBe("6 个文件，2 份报告");
  await look(page, "desk-450-9-outcomes");
}, 60_000);
