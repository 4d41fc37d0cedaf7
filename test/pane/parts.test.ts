/** What serves the pane goes away while it is open, and comes back: nothing of the work is lost, and trying again succeeds. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openDesk, picture, type PaneDesk } from "./browser.ts";

const sample = (name: string) => join(__dirname, "../../samples/示例市2024", `${name}.txt`);
const asPage = (path: string) => `<html><body>${readFileSync(path, "utf8").split("\n").map((line) => `<p>${line}</p>`).join("")}</body></html>`;
const html = { name: "市公安局.html", mimeType: "text/html", buffer: Buffer.from(asPage(sample("市公安局"))) };

let desk: PaneDesk;
beforeAll(async () => { desk = await openDesk(); }, 240_000);
afterAll(() => desk.close());

it("a part of the page or of the reading that cannot be loaded says so in its place, and is tried again", async () => {
  const { page, close } = await desk.open({ width: 320, height: 640 });
  const input = page.getByTestId("file-input");
  await input.setInputFiles(sample("市教育局"));
  await page.getByTestId("read-button").click();
  await page.getByTestId("status").getByText(/^读到 1 份/).waitFor();
  const cut = /\.js$/;
  await page.route(cut, (route) => route.abort());

  await page.getByTestId("place-intake").click();
  await input.setInputFiles(html);
  await page.getByTestId("read-button").click();
  await page.getByTestId("error").getByText("没有载入").waitFor();

  await page.getByTestId("place-consolidate").click();
  const message = page.getByTestId("part-error");
  await message.getByText("内容没有丢失").waitFor();
  await picture(page, "parts-320");
  await message.getByRole("button", { name: "重试" }).click();
  await message.waitFor();

  await page.unroute(cut);
  await message.getByRole("button", { name: "重试" }).click();
  await page.getByTestId("city-input").waitFor();
  expect(await message.count()).toBe(0);
  expect(await page.getByTestId("counted").innerText()).toBe("1");

  await page.getByTestId("place-intake").click();
  await input.setInputFiles(html);
  await page.getByTestId("read-button").click();
  await page.getByTestId("status").getByText(/^读到 1 份/).waitFor();
  expect(await page.getByTestId("error").count()).toBe(0);
  await close();
}, 60_000);
