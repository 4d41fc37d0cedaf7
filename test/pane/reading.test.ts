/** Every real layout, pasted into the built page as text and as HTML: unit, year, findings and every figure. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkReport } from "../../src/checking/check.ts";
import { formOf } from "../../src/form/forms.ts";
import { readSource } from "../../src/reading/read.ts";
import { formatFigure } from "../../src/report/figure.ts";
import type { Report } from "../../src/report/model.ts";
import { readHtml } from "../../src/source/html.ts";
import { readText } from "../../src/source/text.ts";
import { fileCase } from "../support/files/cases.ts";
import { unembeddedPdf } from "../support/files/unembedded-pdf.ts";
import { layoutOf } from "../support/layouts/registry.ts";
import { openDesk, paste, read, shownFigures, type OpenPane, type PaneDesk } from "./browser.ts";

const root = join(__dirname, "../..");
const fixtures = ["city-2020", "county-2021", "department-2020", "district-2019"].map((name) => ({ name, path: join(root, `test/fixtures/real-layouts/${name}.half.txt`) }));
const shared = ["yuan-2019", "zhumadian-2020", "weiyuan-2021", "qianjiang-chengguan-2020"].map((name) => ({ name, path: join(root, `../shared/reports/${name}.txt`) })).filter(({ path }) => existsSync(path));
const sources = [...fixtures, ...shared];

const figuresOf = (report: Report): Record<string, string> =>
  Object.fromEntries(report.tables.flatMap((table) => formOf(table).cells.map((cell) => {
    const { value } = table.cells[cell.id] ?? { value: null };
    return [`${table.table}/${cell.id}`, value === null ? "" : formatFigure(value, cell.measure)];
  })));

let desk: PaneDesk;
let pane: OpenPane;
beforeAll(async () => { desk = await openDesk(); }, 240_000);
afterAll(() => desk.close());
beforeEach(async () => { pane = await desk.open(); });
afterEach(() => pane.close());

describe.each(sources)("$name pasted", ({ path }) => {
  const text = readFileSync(path, "utf8");
  const inText = readSource(readText(text)).reports[0]!;

  it("as text", async () => {
    const { page, faults } = pane;
    await paste(page, text);
    await read(page);
    expect(await page.getByTestId("recognised-unit").inputValue()).toBe(inText.report.unit);
    expect(await page.getByTestId("recognised-year").inputValue()).toBe(String(inText.report.year));
    expect(await page.getByTestId("finding").count()).toBe(inText.findings.length + checkReport(inText.report).length);
    expect(await shownFigures(page)).toEqual(figuresOf(inText.report));
    expect(faults).toEqual([]);
  });

  it("as HTML, which the clipboard holds beside the text", async () => {
    const { page, faults } = pane;
    const html = layoutOf("html").render(inText.report, { seed: 3 });
    const expected = readSource(readHtml(html)).reports[0]!;
    await paste(page, "the text of the same page, which is not read", html);
    await read(page);
    expect(await page.getByTestId("recognised-unit").inputValue()).toBe(expected.report.unit);
    expect(await page.getByTestId("recognised-year").inputValue()).toBe(String(expected.report.year));
    expect(await shownFigures(page)).toEqual(figuresOf(expected.report));
    const first = page.getByTestId("finding").first();
    if ((await first.count()) > 0) {
      await first.getByRole("button").first().click();
      await first.locator("mark, .finding-line").first().waitFor();
    }
    expect(faults).toEqual([]);
  });
});

describe("a PDF that names a Chinese font without bringing it", () => {
  it("is read by the maps that lie beside the page", async () => {
    const { page, faults } = pane;
    const { drawing, report } = fileCase(2);
    await page.getByTestId("file-input").setInputFiles({ name: "u.pdf", mimeType: "application/pdf", buffer: Buffer.from(unembeddedPdf(drawing, "GBK-EUC-H")) });
    await read(page);
    expect(await page.getByTestId("recognised-unit").inputValue()).toBe(report.unit);
    expect(await shownFigures(page)).toEqual(figuresOf(report));
    expect(faults).toEqual([]);
  });
});
