/** Every state of the pane at 320 and 450 px and as a full page, in both languages, light and dark: pictures to look at, axe on each. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { violations } from "./accessibility.ts";
import { openDesk, paste, picture, pictures, read, write, type PaneDesk, type PaneOptions } from "./browser.ts";

const report = readFileSync(join(__dirname, "../fixtures/real-layouts/district-2019.half.txt"), "utf8");
const looks: readonly (PaneOptions & { readonly name: string })[] = [
  { name: "320-zh-light", width: 320, height: 760, language: "zh-CN", scheme: "light" },
  { name: "320-en-dark", width: 320, height: 760, language: "en-US", scheme: "dark" },
  { name: "450-zh-dark", width: 450, height: 860, language: "zh-CN", scheme: "dark" },
  { name: "450-en-light", width: 450, height: 860, language: "en-US", scheme: "light" },
  { name: "full-zh-light", width: 1440, height: 900, language: "zh-CN", scheme: "light" },
  { name: "full-en-dark", width: 1440, height: 900, language: "en-US", scheme: "dark" },
  { name: "450-zh-contrast", width: 450, height: 860, language: "zh-CN", scheme: "dark", forcedColours: true },
];

let desk: PaneDesk;
beforeAll(async () => { desk = await openDesk(); console.log(`pictures: ${pictures}`); }, 240_000);
afterAll(() => desk.close());

it.each(looks)("$name", async ({ name, ...options }) => {
  const { page, faults, close } = await desk.open(options);
  const look = async (state: string) => {
    // Nothing is cut off sideways: only tables and sheets scroll in their own frames.
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect({ state, wide, found: await violations(page) }).toEqual({ state, wide: 0, found: [] });
    await picture(page, `${name}-${state}`);
  };
  await look("1-empty");
  await page.getByTestId("place-check").click();
  await page.getByTestId("place-check").focus();
  await look("2-check-empty");
  await paste(page, report);
  await look("3-pasted");
  await read(page);
  const first = page.getByTestId("finding").first();
  await first.getByRole("button").first().click();
  await first.locator(".finding-source").waitFor();
  await look("4-check");
  await page.getByTestId("preview-requests").scrollIntoViewIfNeeded();
  await page.locator('input[data-cell^="requests/"]').nth(20).click();
  await look("5-preview");
  await write(page);
  await page.locator(".workbook").scrollIntoViewIfNeeded();
  await look("6-workbook");
  await page.getByTestId("place-consolidate").click();
  await page.getByTestId("city-input").fill("示例市");
  await page.getByTestId("consolidate-button").click();
  await page.locator("#result-title").waitFor();
  await page.waitForFunction(() => !document.querySelector(".status-bar"));
  await look("7-consolidated");
  expect(faults).toEqual([]);
  await close();
}, 90_000);
