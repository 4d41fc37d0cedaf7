/**
 * How long opening a file takes, as ratios within one run: docx against mammoth alone, xlsx against the library's own
 * read, pdf against pdf.js' text alone; and the whole way to a report. `npm run bench`.
 */
import { readXlsx } from "hucre/xlsx";
import mammoth from "mammoth";
import { writeFileSync, mkdtempSync, readFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { intakeFile } from "../src/intake/intake.ts";
import { readDocx } from "../src/source/office/docx.ts";
import { readPdf } from "../src/source/pdf/read-pdf.ts";
import { readSheets } from "../src/source/sheet.ts";
import { readXlsxGrid } from "../src/source/xlsx.ts";
import { planReports } from "../src/sheet/workbook.ts";
import { writeXlsx } from "../src/writer/xlsx.ts";
import { randomReport } from "../test/support/generator.ts";
import { makeDocx } from "../test/support/files/word-file.ts";
import { layoutOf } from "../test/support/layouts/registry.ts";

const RUNS = 15;

/** Medians of several kinds of work done in turns, after a warm-up, so that all of them meet the same machine. */
async function medians(...works: readonly (() => Promise<unknown> | unknown)[]): Promise<number[]> {
  const times = works.map((): number[] => []);
  for (let run = -4; run < RUNS; run++) {
    for (const [at, work] of works.entries()) {
      const start = performance.now();
      await work();
      if (run >= 0) times[at]!.push(performance.now() - start);
    }
  }
  return times.map((list) => list.sort((a, b) => a - b)[RUNS >> 1]!);
}

function say(kind: string, bytes: Uint8Array, [base, ours, whole]: readonly number[], what: string): void {
  console.log(`${kind.padEnd(5)} ${(bytes.length / 1000).toFixed(0).padStart(5)} kB  ${ours!.toFixed(1)} ms, ${(ours! / base!).toFixed(2)} x ${what} (${base!.toFixed(1)} ms); to a report ${(whole! / base!).toFixed(2)} x`);
}

const report = randomReport({ edition: "2021", seed: 5, size: "large" });
const drawing = layoutOf("html").draw(report, { seed: 5 });

const docx = await makeDocx(drawing);
const buffer = Buffer.from(docx);
say("docx", docx, await medians(() => mammoth.convertToHtml({ buffer }), () => readDocx(docx), () => intakeFile({ name: "a.docx", bytes: docx })), "mammoth alone");

const units = Array.from({ length: 10 }, (_, seed) => ({ report: randomReport({ edition: "2021", seed, size: "large" }), findings: [] }));
const xlsx = new Uint8Array(await writeXlsx(planReports(units)));
say("xlsx", xlsx, await medians(() => readXlsx(xlsx), async () => readSheets(await readXlsxGrid(xlsx)), () => intakeFile({ name: "a.xlsx", bytes: xlsx })), "hucre's own read");

const folder = mkdtempSync(join(tmpdir(), "gdr-bench-"));
writeFileSync(join(folder, "a.docx"), docx);
if (spawnSync("soffice", [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", "pdf", "--outdir", folder, join(folder, "a.docx")], { stdio: "ignore" }).status === 0) {
  const pdf = new Uint8Array(readFileSync(join(folder, "a.pdf")));
  await readPdf(pdf);
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const textAlone = async () => {
    const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0, disableFontFace: true, useSystemFonts: false });
    const document = await task.promise;
    for (let page = 1; page <= document.numPages; page++) await (await document.getPage(page)).getTextContent();
    await task.destroy();
  };
  say("pdf", pdf, await medians(textAlone, () => readPdf(pdf), () => intakeFile({ name: "a.pdf", bytes: pdf })), "pdf.js' text alone");
} else console.log("pdf   LibreOffice Writer is missing: nothing measured");
