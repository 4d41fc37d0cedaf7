/** What a hand drops on the built pane: a folder with folders in it and what systems leave there, and a file that is too large. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dropPaths, openDesk, type PaneDesk } from "./browser.ts";

const sample = (name: string) => join(__dirname, "../../samples/示例市2024", `${name}.txt`);
const LARGEST_MB = 50;

let desk: PaneDesk;
let folder: string;
beforeAll(async () => {
  desk = await openDesk();
  folder = mkdtempSync(join(tmpdir(), "dropped-"));
}, 240_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await desk.close();
});

it("takes folders apart, leaves out what systems put there, and says of a file above 50 MB what to do", async () => {
  const city = join(folder, "各单位");
  mkdirSync(join(city, "市直/教育"), { recursive: true });
  copyFileSync(sample("市教育局"), join(city, "市直/教育/市教育局.txt"));
  copyFileSync(sample("市财政局"), join(city, "市财政局.txt"));
  for (const name of [".DS_Store", "Thumbs.db", "~$市财政局.docx"]) writeFileSync(join(city, "市直", name), "x");
  const [large, largest] = [join(city, "太大.docx"), join(city, "正好.docx")];
  for (const name of [large, largest]) writeFileSync(name, "");
  // Holes: nothing is really written to the disk.
  truncateSync(large, LARGEST_MB * 1024 * 1024 + 1);
  truncateSync(largest, LARGEST_MB * 1024 * 1024);
  const { page, faults, close } = await desk.open();
  await dropPaths(page, page, [city, sample("市公安局")]);
  await page.getByText("已选 5 个文件").waitFor();
  expect((await page.locator(".files-name").allInnerTexts()).sort()).toEqual(["太大.docx", "正好.docx", "市公安局.txt", "市教育局.txt", "市财政局.txt"].sort());
  await page.getByTestId("read-button").click();
  await page.getByTestId("outcomes").waitFor();
  const lines = await page.locator('[data-testid="outcome"]').evaluateAll((all) => Object.fromEntries(all.map((one) => [(one as HTMLElement).dataset.file!, one.textContent!])));
  expect(Object.values(lines).filter((line) => /示例市(?:教育|财政|公安)局 2024/.test(line))).toHaveLength(3);
  expect(lines["太大.docx"]).toMatch(/50 MB/);
  // As large as may be: read, and no Word document.
  expect(lines["正好.docx"]).toMatch(/打不开/);
  expect(faults).toEqual([]);
  await close();
}, 60_000);
