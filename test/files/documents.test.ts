import { intakeFile } from "../../src/intake/intake.ts";
import { formatOrigin } from "../../src/report/model.ts";
import { expectExact, fileCase, SEEDS } from "../support/files/cases.ts";
import { convertAll, describeWithWriter } from "../support/files/office-convert.ts";
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
