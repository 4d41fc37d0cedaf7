import { intakeFile } from "../../src/intake/intake.ts";
import { formatOrigin } from "../../src/report/model.ts";
import { borderlessHtml, borderlessStyles } from "../support/files/borderless.ts";
import { expectExact, fileCase, SEEDS } from "../support/files/cases.ts";
import { convertAll, describeWithWriter } from "../support/files/office-convert.ts";
import { makeDocx } from "../support/files/word-file.ts";
import { randomReport } from "../support/generator.ts";
import type { NumberStyleId } from "../support/layouts/model.ts";
import { layoutOf } from "../support/layouts/registry.ts";
import { scoreReading } from "../support/score.ts";

/** The last two print nothing, or signs, for most zeros. */
const numbers: readonly NumberStyleId[] = ["plain", "thousands", "with-measure", "full-width-digits", "zero-empty", "zero-mixed"];
const editions = ["2021", "2019", "hybrid"] as const;

const cases = Object.entries(borderlessStyles).flatMap(([name, style], at) =>
  Array.from({ length: 2 * SEEDS }, (_, run) => {
    const seed = run * 7 + at + 1;
    const options = { seed, numbers: numbers[(run * 3 + at) % numbers.length]!, width: run % 2 ? "half" : "full" } as const;
    const report = randomReport({ edition: editions[(run + at) % 3]!, seed: seed * 13 + 5, unit: "示例市教育局" });
    const layout = layoutOf("html");
    const drawing = layout.draw(report, options);
    return { name, options, truth: layout.truth(report, options), html: borderlessHtml(drawing, style, seed) };
  }),
);

describeWithWriter("a PDF whose tables have no lines", () => {
  let made: Promise<Uint8Array[]> | undefined;
  const pdfs = () => (made ??= convertAll(cases.map(({ html }, at) => ({ name: `b${at}.html`, bytes: html })), "pdf:writer_web_pdf_Export"));

  it.each(Object.keys(borderlessStyles))("%s: what was printed is what is read, or it is said", async (name) => {
    for (const [at, one] of cases.entries()) {
      if (one.name !== name) continue;
      const { reports } = await intakeFile({ name: "r.pdf", bytes: (await pdfs())[at]! });
      const score = scoreReading(reports, one.truth);
      const blanks = one.options.numbers.startsWith("zero-");
      expect({ at, identity: score.identity, silent: score.silent }).toEqual({ at, identity: true, silent: [] });
      // Rows without any figure may be told from wrapped labels by nobody: they are blank, and said to be.
      if (SEEDS === 1) expect({ at, wrong: score.wrong, exact: score.exact >= (blanks ? 0.9 : 1) * score.cells }).toEqual({ at, wrong: [], exact: true });
    }
  }, 240_000);

  it("from a .docx with running headers and page numbers", async () => {
    const drawn = Array.from({ length: 3 * SEEDS }, (_, seed) => fileCase(seed + 40));
    const docx = await Promise.all(drawn.map(({ drawing, seed }) => makeDocx(drawing, "open", seed)));
    const files = await convertAll(docx.map((bytes, at) => ({ name: `d${at}.docx`, bytes })), "pdf");
    for (const [at, { truth }] of drawn.entries()) await expectExact("d.pdf", files[at]!, truth);
  }, 240_000);

  it("tells page and line of a figure", async () => {
    const { reports } = await intakeFile({ name: "r.pdf", bytes: (await pdfs())[0]! });
    const cells = reports[0]!.report.tables.flatMap((table) => Object.values(table.cells));
    expect(cells.every((cell) => /^page:\d+ line:\d+$/.test(formatOrigin(cell.origin)))).toBe(true);
  }, 240_000);
});
