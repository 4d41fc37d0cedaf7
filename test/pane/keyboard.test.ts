/** The whole way by keyboard alone: paste, check, correct, let a finding stand, write, consolidate, drill down, export. No mouse is touched. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { readBack } from "../../src/sheet/read-back.ts";
import { readXlsxGrid } from "../../src/source/xlsx.ts";
import { violations } from "./accessibility.ts";
import { openDesk, type OpenPane, type PaneDesk } from "./browser.ts";

const sample = (name: string) => readFileSync(join(__dirname, "../../samples/示例市2024", name), "utf8");
const MOST_TABS = 400;

let desk: PaneDesk;
let pane: OpenPane;
beforeAll(async () => { desk = await openDesk(); }, 240_000);
afterAll(() => desk.close());
afterEach(() => pane.close());

const focused = (page: Page, selector: string) => page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);

/** Presses Tab (or Shift+Tab) until the focus is there; fails where it cannot be reached. */
async function tabTo(page: Page, selector: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let count = 0; count < MOST_TABS; count++) {
    if (await focused(page, selector)) {
      const seen = await page.evaluate(() => {
        const { width, height } = document.activeElement!.getBoundingClientRect();
        return width > 0 && height > 0;
      });
      expect({ selector, seen }).toEqual({ selector, seen: true });
      return;
    }
    await page.keyboard.press(key);
  }
  throw new Error(`${selector} cannot be reached by ${key}; the focus is on ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200))}`);
}

const id = (name: string) => `[data-testid="${name}"]`;

/** To the tab of a place, and to the place by the arrow keys. */
async function goToPlace(page: Page, place: "intake" | "check" | "consolidate"): Promise<void> {
  await tabTo(page, '[role="tab"][id^="tab-"][aria-selected="true"]', "Shift+Tab");
  for (let step = 0; step < 8 && !(await focused(page, id(`place-${place}`))); step++) await page.keyboard.press("ArrowRight");
  expect(await focused(page, id(`place-${place}`))).toBe(true);
}

async function pasteByKeyboard(page: Page, text: string): Promise<void> {
  await tabTo(page, id("source-input"));
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.keyboard.press("Control+V");
  await page.waitForFunction((length) => (document.querySelector('[data-testid="source-input"]') as HTMLTextAreaElement).value.length >= length * 0.9, text.length);
  await tabTo(page, id("read-button"));
  await page.keyboard.press("Enter");
  await page.locator(id("recognised-unit")).waitFor();
}

it("goes the whole way without a mouse", async () => {
  pane = await desk.open({ width: 1360, height: 900 });
  const { page, faults } = pane;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);

  // Read: one with a figure too many, one good.
  await pasteByKeyboard(page, sample("市教育局.txt").replace(/(一、本年新收政府信息公开申请数量\s+)(\d+)/, (_, label: string, figure: string) => `${label}${Number(figure) + 1}`));
  const errors = () => page.locator(`${id("finding")}[data-level="error"]`);
  expect(await errors().count()).toBeGreaterThan(0);

  // Look at a finding, and at the words of the source.
  await tabTo(page, ".finding-button");
  await page.keyboard.press("Enter");
  await page.locator(id("excerpt")).first().waitFor();

  // Correct the figure.
  await tabTo(page, 'input[data-cell="requests/newly-received/natural-persons"]');
  const wrong = Number(await page.locator('input[data-cell="requests/newly-received/natural-persons"]').inputValue());
  await page.keyboard.press("Control+A");
  await page.keyboard.type(String(wrong - 1));
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="finding"][data-level="error"]').length === 0);

  // A second report, with a fault that may stand: said by whom and why.
  await goToPlace(page, "intake");
  await pasteByKeyboard(page, sample("市财政局.txt").replace(/(一、本年新收政府信息公开申请数量\s+)(\d+)/, (_, label: string, figure: string) => `${label}${Number(figure) + 1}`));
  const open = await errors().count();
  expect(open).toBeGreaterThan(0);
  await tabTo(page, ".finding-error .finding-button");
  await page.keyboard.press("Enter");
  await tabTo(page, id("accept-open"));
  await page.keyboard.press("Enter");
  await page.keyboard.type("该单位已书面说明");
  await page.keyboard.press("Tab");
  await page.keyboard.type("王五");
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await page.locator(id("acceptance")).getByText("该单位已书面说明（王五，").waitFor();
  expect(await page.evaluate(() => localStorage.getItem("gdr-who"))).toBe("王五");

  // Write, consolidate.
  await tabTo(page, id("write-button"));
  await page.keyboard.press("Enter");
  await page.locator(id("status")).getByText("已写入").waitFor();
  await goToPlace(page, "consolidate");
  await tabTo(page, id("city-input"));
  await page.keyboard.type("示例市");
  await tabTo(page, id("consolidate-button"));
  await page.keyboard.press("Enter");
  await page.locator(id("status")).getByText("已汇总 2 个单位").waitFor();

  // Into the sheet, to a figure, into what stands behind it, to the unit's cell and its source.
  await tabTo(page, `${id("sheet-grid")} [data-address]`);
  const chosen = page.locator(`${id("sheet-grid")} .cell-chosen`);
  for (let step = 0; step < 60 && !/新收/.test(await chosen.innerText()); step++) await page.keyboard.press("ArrowDown");
  for (let step = 0; step < 20 && !/style-figure/.test((await chosen.getAttribute("class"))!); step++) await page.keyboard.press("ArrowRight");
  await page.locator(id("trace")).waitFor();
  await tabTo(page, id("trace-look"), "Shift+Tab");
  await page.keyboard.press("Enter");
  expect(await focused(page, "#trace-title")).toBe(true);
  const zeros = (await page.locator(".contributors > .contributor > .contributor-button:visible").count()) === 0;
  if (zeros) {
    await tabTo(page, ".trace-blank summary");
    await page.keyboard.press("Enter");
  }
  await tabTo(page, ".contributor-button");
  const unit = await page.evaluate(() => document.activeElement!.closest("[data-unit]")!.getAttribute("data-unit"));
  await page.keyboard.press("Enter");
  await page.waitForFunction((name) => document.querySelector('[data-testid="sheet-tab"][aria-selected="true"]')?.textContent === name, unit);
  await tabTo(page, id("traced-source"));
  await page.keyboard.press("Enter");
  await page.locator(`${id("source-view")} [data-here]`).waitFor();
  await tabTo(page, ".source-figure");
  await page.keyboard.press("ArrowRight");
  expect(await focused(page, ".source-figure")).toBe(true);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.locator(id("trace")).waitFor({ state: "detached" });

  // A footnote in other words; all of it in the export.
  await tabTo(page, id("footnote"));
  await page.keyboard.press("Control+A");
  await page.keyboard.type("本汇总由两家单位相加而成。");
  await page.locator(id("footnotes-state")).getByText("已改写").waitFor();
  expect(await violations(page)).toEqual([]);
  await tabTo(page, id("export-xlsx-button"));
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  const back = readBack(await readXlsxGrid(readFileSync(await download.path())))!;
  expect(back.reports.map(({ report }) => report.unit)).toEqual(["示例市教育局", "示例市财政局"]);
  expect(back.reports[0]!.report.tables.find(({ table }) => table === "requests")!.cells["newly-received/natural-persons"]).toMatchObject({ value: wrong - 1, status: "edited" });
  expect(back.accepted).toEqual([expect.objectContaining({ why: "该单位已书面说明", who: "王五" })]);
  expect(back.footnotes).toEqual(["本汇总由两家单位相加而成。"]);
  expect(faults).toEqual([]);
}, 180_000);
