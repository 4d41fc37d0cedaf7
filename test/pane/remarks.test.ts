/** Letting a finding stand and wording the footnotes, in the built page: looks, axe, undo, and what the workbook shows. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { frameNames } from "../../src/sheet/workbook.ts";
import { violations } from "./accessibility.ts";
import { openDesk, paste, picture, read, type PaneDesk } from "./browser.ts";

const sample = (name: string) => readFileSync(join(__dirname, "../../samples/示例市2024", name), "utf8");
const wrong = sample("市教育局.txt").replace(/(一、本年新收政府信息公开申请数量\s+)(\d+)/, (_, label: string, figure: string) => `${label}${Number(figure) + 1}`);

let desk: PaneDesk;
beforeAll(async () => { desk = await openDesk(); }, 240_000);
afterAll(() => desk.close());

it.each([
  ["320-zh", { width: 320, height: 760 }],
  ["450-en-dark", { width: 450, height: 860, language: "en-US", scheme: "dark" }],
] as const)("%s", async (name, options) => {
  const sheets = frameNames("language" in options ? options.language : "zh-CN");
  const { page, faults, close } = await desk.open(options);
  const look = async (state: string) => {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect({ state, wide, found: await violations(page) }).toEqual({ state, wide: 0, found: [] });
    await picture(page, `remarks-${name}-${state}`);
  };
  await paste(page, wrong);
  await read(page);
  const error = page.locator('[data-testid="finding"][data-level="error"]').first();
  await error.getByRole("button").first().click();
  await error.getByTestId("accept-open").click();
  await error.getByTestId("accept-confirm").click();
  await error.getByRole("alert").or(error.locator('[aria-invalid="true"]')).first().waitFor();
  await error.getByTestId("accept-confirm").scrollIntoViewIfNeeded();
  await look("1-form");
  await error.getByTestId("accept-why").fill("来文说明了原因");
  await error.getByTestId("accept-who").fill("李四");
  await error.getByTestId("accept-confirm").click();
  await page.getByTestId("acceptance").first().waitFor();
  await page.getByTestId("acceptance").first().scrollIntoViewIfNeeded();
  await look("2-accepted");
  await page.getByTestId("undo-button").click();
  await page.getByTestId("acceptance").waitFor({ state: "detached" });
  await error.getByTestId("accept-open").click();
  // Who it was is remembered.
  expect(await error.getByTestId("accept-who").inputValue()).toBe("李四");
  await error.getByTestId("accept-why").fill("来文说明了原因");
  await error.getByTestId("accept-confirm").click();

  await paste(page, sample("市财政局.txt"));
  await read(page);
  await page.getByTestId("place-consolidate").click();
  await page.getByTestId("city-input").fill("示例市");
  await page.getByTestId("consolidate-button").click();
  await page.getByTestId("footnotes").waitFor();
  await page.waitForFunction(() => !document.querySelector(".status-bar"));
  await page.getByTestId("footnotes").scrollIntoViewIfNeeded();
  await look("3-footnotes");
  const first = page.getByTestId("footnote").first();
  const generated = await first.inputValue();
  await first.fill("本汇总由本办逐份核对后相加。");
  await page.getByTestId("remarks-write").scrollIntoViewIfNeeded();
  await look("4-pending");
  await page.getByTestId("remarks-write").click();
  await page.getByTestId("remarks-write").waitFor({ state: "detached" });
  await page.getByTestId("sheet-tab").getByText(sheets.footnotes, { exact: true }).click();
  expect(await page.getByTestId("sheet-grid").innerText()).toContain("本汇总由本办逐份核对后相加。");
  await page.getByTestId("sheet-tab").getByText(sheets.checks, { exact: true }).click();
  expect(await page.getByTestId("sheet-grid").innerText()).toContain("来文说明了原因（李四，");
  await page.getByTestId("footnotes-reset").click();
  await page.waitForFunction((text) => (document.querySelector('[data-testid="footnote"]') as HTMLTextAreaElement).value === text, generated);
  expect(faults).toEqual([]);
  await close();
}, 120_000);
