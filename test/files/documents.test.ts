import { characterMaps } from "../../src/cli/load-file.ts";
import { intakeFile } from "../../src/intake/intake.ts";
import { formatOrigin } from "../../src/report/model.ts";
import { expectExact, fileCase, SEEDS } from "../support/files/cases.ts";
import { scoreReading } from "../support/score.ts";
import { convertAll, describeWithWriter } from "../support/files/office-convert.ts";
import { unembeddedPdf } from "../support/files/unembedded-pdf.ts";
import { makeDocx, type WordStyle } from "../support/files/word-file.ts";

const styles: readonly WordStyle[] = ["plain", "runs", "nested", "text-box", "numbered"];
const cases = styles.flatMap((style, at) => Array.from({ length: SEEDS }, (_, seed) => ({ style, ...fileCase(seed * styles.length + at + 1) })));
const made = Promise.all(cases.map(async (one) => ({ ...one, bytes: await makeDocx(one.drawing, one.style, one.seed) })));

describe("a .docx made by the docx library", () => {
  it.each(styles)("%s: what was printed is what is read", async (style) => {
    for (const { bytes, truth } of (await made).filter((one) => one.style === style)) await expectExact("report.docx", bytes, truth);
  });

  it("prints the numbers that Word adds to paragraphs, and says where a figure stood", async () => {
    const { bytes } = (await made).find((one) => one.style === "numbered")!;
    const { source, reports } = await intakeFile({ name: "report.docx", bytes });
    expect(source!.text).toMatch(/^三、收到和处理政府信息公开申请情况$/m);
    const cell = reports[0]!.report.tables.find((table) => table.table === "requests")!.cells["newly-received/total"]!;
    expect(formatOrigin(cell.origin)).toMatch(/^table:\d+ row:4 col:\d+$/);
  });
});

describe("a PDF that names a Chinese font without bringing it", () => {
  it.each(["GBK-EUC-H", "UniGB-UCS2-H"] as const)("%s: what was printed is what is read, by Adobe's maps alone", async (map) => {
    for (const seed of [2, 3]) {
      const { drawing, truth } = fileCase(seed);
      const { reports } = await intakeFile({ name: "u.pdf", bytes: unembeddedPdf(drawing, map) }, { maps: characterMaps });
      const { exact, cells, identity, wrong } = scoreReading(reports, truth);
      expect({ exact, identity, wrong }).toEqual({ exact: cells, identity: true, wrong: [] });
    }
  });

  it("is said to have no characters where the maps are not to be had, not to be a scan", async () => {
    const bytes = unembeddedPdf(fileCase(2).drawing, "GBK-EUC-H");
    for (const maps of [undefined, () => Promise.reject(new Error("offline"))]) {
      expect((await intakeFile({ name: "u.pdf", bytes }, { maps })).findings.map(({ words }) => words?.problem)).toEqual(["pdf-without-characters"]);
    }
  });
});

describeWithWriter("files that LibreOffice makes of them", () => {
  it.each(["pdf", "doc"])("%s: what was printed is what is read", async (target) => {
    const all = await made;
    const files = await convertAll(all.map(({ bytes }, at) => ({ name: `r${at}.docx`, bytes })), target);
    for (const [at, { truth }] of all.entries()) await expectExact(`report.${target}`, files[at]!, truth);
  }, 200_000);

  it("tells page and line of a figure in a PDF, joins lines to paragraphs, and leaves page numbers out", async () => {
    const [bytes] = await convertAll([{ name: "r.docx", bytes: (await made)[0]!.bytes }], "pdf");
    const { source, reports } = await intakeFile({ name: "r.pdf", bytes: bytes! });
    expect(source!.text).toMatch(/^本报告按照.*（地址：.*电话：.*）。$/m);
    const cells = Object.values(reports[0]!.report.tables[1]!.cells).map((cell) => formatOrigin(cell.origin));
    expect(cells.every((origin) => /^page:\d+ line:\d+$/.test(origin))).toBe(true);
    expect(new Set(cells.map((origin) => origin.split(" ")[0])).size).toBeGreaterThan(1);
  }, 200_000);

  it("reads a PDF printed from a web page", async () => {
    const { report, truth } = fileCase(7);
    const { layoutOf } = await import("../support/layouts/registry.ts");
    const html = new TextEncoder().encode(layoutOf("html").render(report, { seed: 7 }));
    const [bytes] = await convertAll([{ name: "r.html", bytes: html }], "pdf:writer_web_pdf_Export");
    await expectExact("r.pdf", bytes!, truth);
  }, 200_000);
});
