/** From a cell to its place in the source, for every kind of file: each printed figure is found where it is printed. */
import { formOf } from "../../src/form/forms.ts";
import { intakeFile } from "../../src/intake/intake.ts";
import { cellOf } from "../../src/report/table.ts";
import { placeCells } from "../../taskpane/places/trace/cell-places.ts";
import { showSource } from "../../taskpane/worker/shown-source.ts";
import { fileCase } from "../support/files/cases.ts";
import { excelStyles, makeXlsx, sheetsOf } from "../support/files/excel-file.ts";
import { convertAll, describeWithWriter } from "../support/files/office-convert.ts";
import { makeDocx, type WordStyle } from "../support/files/word-file.ts";
import { layoutOf } from "../support/layouts/registry.ts";

const plain = (text: string) => text.normalize("NFKC").replace(/\s+/g, "");

/** Every printed figure of the file has a place, which reads as it was printed; figures of one row of table 三 stand in one line. */
async function expectPlaced(name: string, bytes: Uint8Array): Promise<void> {
  const { source, reports } = await intakeFile({ name, bytes });
  const { report } = reports[0]!;
  const shown = showSource(source!);
  const places = placeCells(shown, report);
  const placeOf = new Map(places.map((place) => [`${place.table}|${place.cell}`, place]));
  const wrong: string[] = [];
  let printed = 0;
  for (const table of report.tables) {
    const lines = new Map<string, Set<number>>();
    for (const { id, row } of formOf(table).cells) {
      const { raw, origin } = cellOf(table, id);
      if (raw === undefined || raw === "" || !origin) continue;
      printed += 1;
      const place = placeOf.get(`${table.table}|${id}`);
      const text = place && shown.text.slice(place.start, place.end);
      if (!place || plain(text!) !== plain(raw)) wrong.push(`${table.table} ${id}: ${raw} → ${text}`);
      else lines.set(row.id, (lines.get(row.id) ?? new Set()).add(shown.text.slice(0, place.start).split("\n").length));
    }
    if (table.table === "requests") for (const [row, found] of lines) if (found.size > 1) wrong.push(`${row} in lines ${[...found].join()}`);
  }
  expect({ name, wrong }).toEqual({ name, wrong: [] });
  expect(printed).toBeGreaterThan(100);
}

const styles: readonly WordStyle[] = ["plain", "nested", "numbered"];

describe("the place of a figure in its file", () => {
  it.each(styles)("docx, %s", async (style) => {
    const { drawing, seed } = fileCase(styles.indexOf(style) + 1);
    await expectPlaced("report.docx", await makeDocx(drawing, style, seed));
  });
  it.each(excelStyles)("xlsx, %s", async (style) => {
    const { drawing, seed } = fileCase(excelStyles.indexOf(style) + 1);
    await expectPlaced("report.xlsx", makeXlsx([{ sheets: sheetsOf(drawing, style, seed) }])[0]!);
  });
  it("html", async () => {
    const { report, seed } = fileCase(4);
    await expectPlaced("report.html", new TextEncoder().encode(layoutOf("html").render(report, { seed })));
  });
});

describeWithWriter("the place of a figure in a PDF of LibreOffice", () => {
  it("is the figure itself, though only page and line are known", async () => {
    const made = await Promise.all([1, 2, 3].map(async (seed) => ({ name: `r${seed}.docx`, bytes: await makeDocx(fileCase(seed).drawing, "plain", seed) })));
    for (const bytes of await convertAll(made, "pdf")) await expectPlaced("report.pdf", bytes);
  }, 200_000);
});
