/** From a consolidated figure to its source in two clicks, from a cell to its place in the source and back, in the built page. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { violations } from "./accessibility.ts";
import { openDesk, paste, picture, read, type OpenPane, type PaneDesk, type PaneOptions } from "./browser.ts";

const root = join(__dirname, "../..");
const sample = (name: string) => readFileSync(join(root, "samples/示例市2024", name), "utf8");
const names = ["市教育局.txt", "市财政局.txt", "市公安局.txt"];

let desk: PaneDesk;
let pane: OpenPane;
let folder: string;
beforeAll(async () => { desk = await openDesk(); folder = mkdtempSync(join(tmpdir(), "trace-")); }, 240_000);
afterAll(async () => { await desk.close(); rmSync(folder, { recursive: true, force: true }); });
afterEach(() => pane.close());

async function consolidated(options: PaneOptions): Promise<Page> {
  pane = await desk.open(options);
  const { page } = pane;
  for (const name of names) {
    await paste(page, sample(name));
    await read(page);
  }
  await page.getByTestId("place-consolidate").click();
  await page.getByTestId("city-input").fill("示例市");
  await page.getByTestId("consolidate-button").click();
  await page.getByTestId("status").getByText("已汇总 3 个单位").waitFor();
  return page;
}

const looks = [
  ["320-zh", 320, { colorScheme: "light", forcedColors: "none" }],
  ["450-zh", 450, { colorScheme: "light", forcedColors: "none" }],
  ["450-dark", 450, { colorScheme: "dark", forcedColors: "none" }],
  ["450-contrast", 450, { colorScheme: "light", forcedColors: "active" }],
] as const;

const cell = (page: Page, address: string) => page.getByTestId("sheet-grid").locator(`[data-address="${address}"]`);
const activeSheet = (page: Page) => page.locator('[data-testid="sheet-tab"][aria-selected="true"]').innerText();
const contributors = (page: Page) => page.getByTestId("contributor");
/** What the eye sees marked, within the frame of the source. */
const here = (page: Page) =>
  page.getByTestId("source-view").locator("[data-here]").first().evaluate((mark) => {
    const [own, frame] = [mark.getBoundingClientRect(), mark.closest('[data-testid="source-view"]')!.getBoundingClientRect()];
    return { text: mark.textContent, figure: (mark as HTMLElement).dataset.figure, inView: own.top >= frame.top && own.bottom <= frame.bottom };
  });

describe("a figure of the city", () => {
  it("is taken apart when it is chosen; two clicks lead to the words of the source", async () => {
    const page = await consolidated({ width: 1360, height: 900 });
    const total = Number(await cell(page, "I22").innerText());
    await cell(page, "I22").click();
    await page.getByTestId("trace").waitFor();
    expect(Number((await page.getByTestId("trace-value").locator("strong").innerText()).replaceAll(",", ""))).toBe(total);
    expect(await contributors(page).count()).toBe(3);
    const values = (await contributors(page).locator(".contributor-value").allInnerTexts()).map(Number);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(values.reduce((sum, value) => sum + value, 0)).toBe(total);
    expect(await violations(page)).toEqual([]);

    // One click: the unit's cell. A second one: the whole source, at the place.
    const unit = (await contributors(page).first().getAttribute("data-unit"))!;
    await contributors(page).first().getByRole("button").first().click();
    await page.waitForFunction((name) => document.querySelector('[data-testid="sheet-tab"][aria-selected="true"]')?.textContent === name, unit);
    expect(await page.getByTestId("cell-address").innerText()).toBe("I22");
    expect(await contributors(page).first().locator("mark").innerText()).toBe(String(values[0]));
    await contributors(page).first().getByTestId("traced-source").click();
    expect(await here(page)).toMatchObject({ text: String(values[0]), inView: true });
    expect(await violations(page)).toEqual([]);
    await picture(page, "trace-full");

    // And back: a number in the source goes to its cell.
    const other = page.getByTestId("source-view").locator('[data-figure="requests/granted/total"]');
    await other.click();
    await page.waitForFunction(() => document.querySelector('[data-testid="cell-address"]')?.textContent !== "I22");
    expect(await page.getByTestId("sheet-grid").locator(".cell-chosen").innerText()).toBe(await other.innerText());
    await page.getByTestId("trace-close").click();
    await page.getByTestId("city-input").waitFor();
    expect(pane.faults).toEqual([]);
  }, 120_000);

  it("follows a figure that is changed in a unit's sheet", async () => {
    const page = await consolidated({ width: 1360, height: 900 });
    await cell(page, "I22").click();
    await page.getByTestId("trace").waitFor();
    const before = Number(await page.getByTestId("trace-value").locator("strong").innerText());
    await page.getByTestId("sheet-tab").getByText("示例市财政局").click();
    const own = Number(await cell(page, "I22").innerText());
    await cell(page, "I22").click();
    await page.keyboard.type(String(own + 500));
    await page.keyboard.press("Enter");
    await page.getByTestId("sheet-tab").getByText("示例市", { exact: true }).click();
    await cell(page, "J22").click();
    await cell(page, "I22").click();
    await page.waitForFunction((value) => document.querySelector('[data-testid="trace-value"] strong')?.textContent === value, String(before + 500));
    expect(await contributors(page).first().getAttribute("data-unit")).toBe("示例市财政局");
    await contributors(page).first().getByRole("button").first().click();
    await contributors(page).first().getByText("手改").waitFor();
  }, 120_000);

  it("of a workbook that the command line made says its provider, its blanks and its kept lines", async () => {
    const made = join(folder, "汇总.xlsx");
    const reports = join(root, "samples/示例市2020");
    const cli = (...words: string[]) => {
      try { execFileSync(process.execPath, ["--import", "tsx", "src/cli.ts", ...words], { cwd: root, stdio: "pipe" }); } catch (error) { if ((error as { status?: number }).status !== 1) throw error; }
    };
    cli("consolidate", reports, "--unit", "示例市人民政府", "--year", "2020", "--roster", join(reports, "名册.csv"), "--policy", join(reports, "policy.json"), "--out", made);
    pane = await desk.open({ width: 1360, height: 900 });
    const { page } = pane;
    await page.getByTestId("open-workbook-input").setInputFiles(made);
    await page.getByTestId("status").getByText("已打开").waitFor({ timeout: 60_000 });
    await page.getByTestId("sheet-tab").getByText("示例市人民政府", { exact: true }).click();
    const provided = page.getByTestId("sheet-grid").locator("td.style-figureProvided");
    await provided.first().click();
    await page.getByTestId("trace-provided").waitFor({ timeout: 60_000 });
    expect(await page.getByTestId("trace-provided").innerText()).toMatch(/提供/);
    expect(await page.getByTestId("trace-difference").innerText()).toMatch(/^-?[\d.]+$|不明/);
    expect(await violations(page)).toEqual([]);
    await picture(page, "trace-provided-full");

    const summed = page.getByTestId("sheet-grid").locator("td.style-figure", { hasText: /^\d{3,}$/ }).last();
    await summed.click();
    await page.waitForFunction(() => !document.querySelector('[data-testid="trace-provided"]') && document.querySelector('[data-testid="contributor"]'));
    await contributors(page).first().getByRole("button").first().click();
    const unit = (await contributors(page).first().getAttribute("data-unit"))!;
    await page.waitForFunction((name) => name.startsWith(document.querySelector('[data-testid="sheet-tab"][aria-selected="true"]')?.textContent ?? "?") || document.querySelector('[data-testid="sheet-tab"][aria-selected="true"]')?.textContent !== "示例市人民政府", unit);
    // The source is not here any more; the line that the workbook keeps of it is.
    await contributors(page).first().getByTestId("traced-source").click();
    await page.waitForFunction(() => document.querySelector('[data-testid="sheet-tab"][aria-selected="true"]')?.textContent === "来源");
    expect(await activeSheet(page)).toBe("来源");
    expect(pane.faults).toEqual([]);
  }, 180_000);

  it("stands well at every width and in every look", async () => {
    const page = await consolidated({ width: 320, height: 760 });
    const city = await activeSheet(page);
    const stands = async () => expect([await violations(page), await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)]).toEqual([[], 0]);
    for (const [name, width, media] of looks) {
      await page.setViewportSize({ width, height: 860 });
      await page.emulateMedia(media);
      await page.getByTestId("sheet-tab").getByText(city, { exact: true }).click();
      await cell(page, "I22").click();
      await page.getByTestId("trace").waitFor();
      await page.getByTestId("trace-look").click();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("trace-title");
      await stands();
      await picture(page, `trace-${name}-1`);
      await contributors(page).first().getByRole("button").first().click();
      await contributors(page).first().getByTestId("traced-source").click();
      await page.getByTestId("source-view").waitFor();
      await page.getByTestId("source-view").scrollIntoViewIfNeeded();
      await stands();
      await picture(page, `trace-${name}-2`);
      // The place is kept open until it is closed.
      await contributors(page).first().getByTestId("traced-source").click();
      await page.getByTestId("source-view").waitFor({ state: "detached" });
      await page.getByTestId("trace-close").click();
    }
    expect(pane.faults).toEqual([]);
  }, 180_000);
});

describe("a cell of the pane", () => {
  it("shows its place in the source, a number there selects its cell, and the text's own numbers stand beside it", async () => {
    pane = await desk.open({ width: 450, height: 900 });
    const { page, faults } = pane;
    await paste(page, sample("市教育局.txt").replace(/(本年新收政府信息公开申请数量\n)/, "$1").replace(/^(.*)$/m, "$1\n2024年，市教育局共收到政府信息公开申请777件。"));
    await read(page);
    await page.locator('input[data-cell="requests/newly-received/total"]').click();
    await page.getByTestId("source-toggle").click();
    const own = await page.locator('input[data-cell="requests/newly-received/total"]').inputValue();
    expect(await here(page)).toMatchObject({ text: own, figure: "requests/newly-received/total", inView: true });
    expect(await page.getByTestId("told").innerText()).toMatch(/与表不符.*777/s);
    expect(await violations(page)).toEqual([]);
    await picture(page, "source-450");
    await page.getByTestId("told").getByRole("button").first().click();
    await page.waitForFunction(() => document.querySelector('[data-testid="source-view"] [data-here]')?.textContent?.includes("777"));

    await page.getByTestId("source-view").locator('[data-figure="reviews/reconsideration/total"], [data-figure^="reviews/"]').first().click();
    expect(await page.locator(".figure-chosen input").getAttribute("data-cell")).toMatch(/^reviews\//);
    expect(faults).toEqual([]);
  }, 90_000);
});
