import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type Frame, type Page } from "playwright-core";
import { buildIfStale, built } from "../../scripts/pane/build.mjs";
import { serveFolder } from "../../scripts/pane/serve.mjs";

const EXECUTABLE = process.env.CHROMIUM ?? "/usr/bin/chromium";
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

/** Pictures of the journeys; a folder of its own each run unless PANE_PICTURES names one. */
export const pictures = process.env.PANE_PICTURES ?? join(tmpdir(), "pane-pictures");

export interface PaneOptions {
  readonly width?: number;
  readonly height?: number;
  readonly language?: "zh-CN" | "en-US";
  readonly scheme?: "light" | "dark";
  readonly forcedColours?: boolean;
}

export interface OpenPane {
  readonly page: Page;
  /** Faults of the page: exceptions and breaches of its policy. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

/** The built pane in a real Chromium, without Excel and without any network but its own server. */
export interface PaneDesk {
  readonly open: (options?: PaneOptions) => Promise<OpenPane>;
  readonly close: () => Promise<void>;
}

/** A real Chromium, and a pane that is built from the sources as they are. */
export async function openBrowser(): Promise<{ readonly browser: Browser; readonly close: () => Promise<void> }> {
  if (!existsSync(EXECUTABLE)) throw new Error(`Chromium is missing: ${EXECUTABLE} (set CHROMIUM, or apt-get install chromium)`);
  buildIfStale();
  mkdirSync(pictures, { recursive: true });
  const profile = mkdtempSync(join(tmpdir(), "pane-"));
  const browser = await chromium.launch({ executablePath: EXECUTABLE, args: FLAGS, env: { ...process.env, HOME: profile } });
  const close = async () => {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  };
  return { browser, close };
}

export async function openDesk(): Promise<PaneDesk> {
  const { browser, close } = await openBrowser();
  const server = await serveFolder(built);
  return {
    open: (options = {}) => openPane(browser, `http://localhost:${server.port}/taskpane.html`, options),
    close: async () => {
      await close();
      await server.close();
    },
  };
}

async function openPane(browser: Browser, address: string, { width = 450, height = 900, language, scheme = "light", forcedColours = false }: PaneOptions): Promise<OpenPane> {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, acceptDownloads: true, forcedColors: forcedColours ? "active" : "none" });
  if (language) await context.addInitScript((kept) => localStorage.setItem("gdr-language", kept), language);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !/ERR_FAILED|ERR_BLOCKED/.test(message.text())) faults.push(message.text());
  });
  // Anything but the pane itself is unreachable, as in an intranet: office.js too.
  await page.route((url) => url.hostname !== "localhost", (route) => route.abort());
  await page.goto(address);
  await page.getByTestId("source-input").waitFor();
  return { page, faults, close: () => context.close() };
}

/** What a paste gives the page: text, and HTML where there is some. */
export async function paste(page: Page | Frame, text: string, html = ""): Promise<void> {
  await page.getByTestId("place-intake").click();
  await page.getByTestId("source-input").evaluate((box, clip) => {
    const data = new DataTransfer();
    data.setData("text/plain", clip.text);
    if (clip.html) data.setData("text/html", clip.html);
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, { text, html });
}

export async function read(page: Page | Frame): Promise<void> {
  await page.getByTestId("read-button").click();
  await page.getByTestId("recognised-unit").waitFor();
}

/** Value of every figure of the preview by `table/row/column`. */
export const shownFigures = (page: Page): Promise<Record<string, string>> =>
  page.locator("input.figure-input").evaluateAll((fields) => Object.fromEntries(fields.map((field) => [(field as HTMLInputElement).dataset.cell!, (field as HTMLInputElement).value])));

export const picture = (page: Page, name: string): Promise<Buffer> => page.screenshot({ path: join(pictures, `${name}.png`) });

/** Writes what the pane holds and waits until the workbook shows it. */
export async function write(page: Page): Promise<void> {
  await page.getByTestId("place-check").click();
  await page.getByTestId("write-button").click();
  await page.getByTestId("sheet-grid").waitFor();
  await page.waitForFunction(() => /已写入|Wrote|最新|up to date/.test(document.querySelector('[data-testid="status"]')?.textContent ?? ""));
}

/** Drops files or folders of this machine on the pane, as a hand does: the browser reads them itself. */
export async function dropPaths(page: Page, pane: Page | Frame, paths: readonly string[]): Promise<void> {
  const box = (await pane.getByTestId("source-input").boundingBox())!;
  const input = await page.context().newCDPSession(page);
  for (const type of ["dragEnter", "dragOver", "drop"] as const) await input.send("Input.dispatchDragEvent", { type, x: box.x + box.width / 2, y: box.y + box.height / 2, data: { items: [], files: [...paths], dragOperationsMask: 1 } });
  await input.detach();
}
