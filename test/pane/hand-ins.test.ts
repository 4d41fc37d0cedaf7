/** The desk of a city office in the built page: a roster, 54 files with faults in them, and what the pane says of it at once. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { violations } from "./accessibility.ts";
import { openDesk, picture, type OpenPane, type PaneDesk } from "./browser.ts";

const folder = join(__dirname, "../../samples/示例市2020");
const sample = (name: string) => readFileSync(join(folder, name), "utf8");
const reports = readdirSync(folder).filter((name) => !/\.(?:csv|json)$/.test(name));
const REMOVED = ["市体育局.txt", "云岭县.txt"];
const LAST_YEAR = "市信访局.txt";
const UNBALANCED = "市公安局.txt";

const asFile = (name: string, text: string | Buffer) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(text) });
const lines = (text: string) => text.split("\n");

/** 自然人 of 一 one more than it should be: the row's total and the column's flow are broken by 1. */
function unbalance(text: string): string {
  const all = lines(text);
  const at = all.findIndex((line) => line.includes("本年新收政府信息公开申请数量"));
  const cell = all.slice(at).findIndex((line, index) => index > 0 && /^\s*\d+\s*$/.test(line));
  all[at + cell] = String(Number(all[at + cell]) + 1);
  return all.join("\n");
}

const dropped = () => [
  ...reports.filter((name) => !REMOVED.includes(name)).map((name) => asFile(name, name === LAST_YEAR ? sample(name).replaceAll("2020", "2019") : name === UNBALANCED ? unbalance(sample(name)) : sample(name))),
  asFile("名册.csv", sample("名册.csv")),
];

let desk: PaneDesk;
let pane: OpenPane;
beforeAll(async () => { desk = await openDesk(); }, 240_000);
afterAll(() => desk.close());
afterEach(() => pane.close());

const choose = async (page: Page, files: ReturnType<typeof dropped>) => {
  await page.getByTestId("place-intake").click();
  await page.getByTestId("file-input").setInputFiles(files);
  await page.getByTestId("read-button").click();
  await page.getByTestId("hand-in-counts").waitFor({ timeout: 60_000 });
};
const reviewed = (page: Page, words: RegExp) => page.waitForFunction((source) => new RegExp(source).test(document.querySelector('[data-testid="hand-in-counts"]')?.textContent?.replace(/\s+/g, "") ?? ""), words.source);
const unitsOf = (page: Page, state: string) => page.locator(`[data-testid="unit"][data-state="${state}"]`).evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.unit!));

describe("the desk", () => {
  it("says at once who of 54 is missing, whose year is wrong and whose figures do not add up", async () => {
    pane = await desk.open({ width: 450, height: 1000 });
    const { page, faults } = pane;
    await choose(page, dropped());
    await reviewed(page, /应报54已报50未报2有误2$/);
    expect((await unitsOf(page, "missing")).sort()).toEqual(["云岭县人民政府", "示例市体育局"]);
    expect((await unitsOf(page, "faulty")).sort()).toEqual(["示例市信访局", "示例市公安局"]);
    const said = (unit: string) => page.locator(`[data-testid="unit"][data-unit="${unit}"] .unit-first`).innerText();
    expect(await said("示例市信访局")).toMatch(/2020.*2019/);
    expect(await said("示例市公安局")).toMatch(/自然人.*1/);
    expect(await page.getByTestId("city-input").inputValue()).toBe("示例市人民政府");
    expect(await page.getByTestId("year-input").inputValue()).toBe("2020");
    expect(await page.getByTestId("outcome-counts").innerText()).toBe("53 个文件，52 份报告");
    expect(await page.getByTestId("copy-reminder-text").inputValue()).toMatch(/未报2个。[\s\S]*云岭县人民政府[\s\S]*示例市体育局/);
    expect(await violations(page)).toEqual([]);
    await picture(page, "hand-ins-450");
    expect(faults).toEqual([]);
  }, 180_000);
});
