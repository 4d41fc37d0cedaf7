import { strToU8, zipSync } from "fflate";
import { intakeFiles } from "../../src/intake/intake-files.ts";
import { intakeFile } from "../../src/intake/intake.ts";
import { sayAdvice, sayFinding } from "../../src/finding/say.ts";
import { fileCase } from "../support/files/cases.ts";
import { gb18030 } from "../support/files/encodings.ts";
import { makeXlsx, sheetsOf } from "../support/files/excel-file.ts";
import { convertAll, describeWithWriter } from "../support/files/office-convert.ts";
import { makeDocx } from "../support/files/word-file.ts";
import { layoutOf } from "../support/layouts/registry.ts";
import { seededRandom } from "../support/random.ts";

const one = fileCase(3);
const text = strToU8(layoutOf("lines").render(one.report, { seed: 3 }));
const [xlsx, locked] = makeXlsx([{ sheets: sheetsOf(one.drawing, "stacked") }, { sheets: sheetsOf(one.drawing, "stacked"), password: "123" }]) as [Uint8Array, Uint8Array];
const random = seededRandom(5);
const noise = Uint8Array.from({ length: 5000 }, () => random.int(0, 255));

/** Sets a bit or bytes of a file. */
const patched = (bytes: Uint8Array, at: number, ...values: number[]) => {
  const copy = new Uint8Array(bytes);
  copy.set(values, at);
  return copy;
};
const find = (bytes: Uint8Array, ...signature: number[]) => bytes.findIndex((_, at) => signature.every((byte, index) => bytes[at + index] === byte));

/** A PDF of one empty page: what a scanner writes, its picture left away. */
const scan = strToU8("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n");

const problemOf = async (name: string, bytes: Uint8Array) => {
  const { reports, findings } = await intakeFile({ name, bytes });
  expect(reports).toEqual([]);
  expect(findings).toHaveLength(1);
  for (const language of ["zh-CN", "en-US"] as const) for (const said of [sayFinding(findings[0]!, language), sayAdvice(findings[0]!, language)]) expect(said).toMatch(/^[^{}]{5,}$/);
  return findings[0]!.words?.problem;
};

describe("a file that cannot be read", () => {
  it.each(["docx", "doc", "pdf", "xlsx", "xls", "csv", "zip", "html", "txt"])("empty .%s", async (kind) => {
    expect(await problemOf(`a.${kind}`, new Uint8Array())).toBe("empty");
  });

  it.each([["docx", "damaged-document"], ["doc", "damaged-document"], ["wps", "damaged-document"], ["pdf", "damaged-pdf"], ["xlsx", "damaged-workbook"], ["xls", "damaged-workbook"], ["zip", "damaged-archive"], ["txt", "unknown-encoding"]])("random bytes called .%s: %s", async (kind, problem) => {
    expect(await problemOf(`a.${kind}`, noise)).toBe(problem);
  });

  it("cut off anywhere: damaged, never half a report", async () => {
    const docx = await makeDocx(one.drawing);
    for (const part of [0.1, 0.5, 0.9, 0.99]) {
      expect(await problemOf("a.docx", docx.subarray(0, docx.length * part))).toBe("damaged-document");
      expect(await problemOf("a.xlsx", xlsx.subarray(0, xlsx.length * part))).toBe("damaged-workbook");
    }
  });

  it("one changed byte within a packed part: damaged, never another figure", async () => {
    const docx = await makeDocx(one.drawing);
    const at = find(docx, ...strToU8("word/document.xml")) + 600;
    expect(await problemOf("a.docx", patched(docx, at, docx[at]! ^ 0x10))).toBe("damaged-document");
  });

  it("under a password: workbook, document of the same container, archive", async () => {
    expect(await problemOf("a.xlsx", locked)).toBe("password");
    expect(await problemOf("a.docx", locked)).toBe("password");
    const zip = zipSync({ "a.txt": text });
    const directory = find(zip, 0x50, 0x4b, 1, 2);
    expect(await problemOf("a.zip", patched(zip, directory + 8, zip[directory + 8]! | 1))).toBe("password");
  });

  it("a zip bomb is left packed", async () => {
    expect(await problemOf("bomb.zip", zipSync({ "a.txt": new Uint8Array(60_000_000) }))).toBe("unpacks-too-large");
    expect(await problemOf("bomb.xlsx", zipSync({ "xl/workbook.xml": new Uint8Array(60_000_000) }))).toBe("unpacks-too-large");
    const many = Object.fromEntries(Array.from({ length: 5001 }, (_, at) => [`${at}.txt`, new Uint8Array()]));
    expect(await problemOf("many.zip", zipSync(many, { level: 0 }))).toBe("too-many-files");
    // An archive that lies about its size never makes more than it declares.
    const liar = zipSync({ "a.txt": new Uint8Array(30_000_000) });
    const directory = find(liar, 0x50, 0x4b, 1, 2);
    expect(await problemOf("liar.zip", patched(liar, directory + 24, 100, 0, 0, 0))).toBe("damaged-archive");
  });

  it.each([
    ["a.jpg", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16), "image"],
    ["a.rar", strToU8("Rar!\x1a\x07\x01 rest"), "other-archive"],
    ["a.ofd", zipSync({ "OFD.xml": text }), "other-office"],
    ["a.doc", strToU8("{\\rtf1\\ansi }"), "other-office"],
    ["a.zip", zipSync({ "__MACOSX/a.txt": text }), "archive-empty"],
    ["scan.pdf", scan, "scanned-pdf"],
  ])("%s of another kind", async (name, bytes, problem) => {
    expect(await problemOf(name, bytes)).toBe(problem);
  });
});

describeWithWriter("made by LibreOffice", () => {
  it("a PDF under a password, a .doc cut off or under a password", async () => {
    const docx = { name: "r.docx", bytes: await makeDocx(one.drawing) };
    const encrypt = JSON.stringify({ EncryptFile: { type: "boolean", value: "true" }, DocumentOpenPassword: { type: "string", value: "x" } });
    const [pdf] = await convertAll([docx], `pdf:writer_pdf_Export:${encrypt}`);
    expect(await problemOf("a.pdf", pdf!)).toBe("password");
    const [doc] = await convertAll([docx], "doc");
    expect(await problemOf("a.doc", doc!.subarray(0, doc!.length / 3))).toBe("damaged-document");
    const fib = find(doc!, 0xec, 0xa5);
    expect(await problemOf("a.doc", patched(doc!, fib + 0x0b, doc![fib + 0x0b]! | 1))).toBe("password");
  }, 200_000);
});

describe("an archive", () => {
  it("reads its files and those of an archive within, names in GBK too, past clutter and bad ones", async () => {
    const inner = zipSync({ "乙.xlsx": xlsx, "deep.zip": zipSync({ "a.txt": text }) });
    const zip = zipSync({ "市直/x.txt": text, "__MACOSX/._x.txt": noise, "bad.docx": noise, "inner.zip": inner });
    const named = Buffer.from(zip);
    // As Windows packs it: no UTF-8 flag, names in GBK.
    const gbk = zipSync({ "AAAA.txt": text }, { level: 0 });
    for (let at = 0; (at = Buffer.from(gbk).indexOf("AAAA", at)) >= 0; at += 4) gbk.set(gb18030("甲局"), at);
    const { reports, findings, files } = await intakeFile({ name: "all.zip", bytes: named });
    expect(reports.map(({ report }) => [report.file, report.unit])).toEqual([["all.zip/inner.zip/乙.xlsx", one.report.unit], ["all.zip/市直/x.txt", one.report.unit]]);
    expect(findings.map((finding) => [finding.file, finding.words?.problem])).toEqual([["all.zip/bad.docx", "damaged-document"], ["all.zip/inner.zip/deep.zip", "archive-too-deep"]]);
    expect(files!.every(({ intake }) => intake.findings.length > 0 || intake.source)).toBe(true);
    expect((await intakeFile({ name: "g.zip", bytes: gbk })).files!.map(({ name }) => name)).toEqual(["g.zip/甲局.txt"]);
  });
});

describe("intakeFiles", () => {
  const waiting = [{ name: "a.txt", load: async () => text }, { name: "b.docx", load: async () => noise }, { name: "c.txt", load: () => Promise.reject(new Error("fault")) }, { name: "d.zip", load: async () => zipSync({ "x.txt": text, "y.txt": text }) }];

  it("gives an outcome a file, counts, and goes on past bad files and its own faults", async () => {
    const told: string[] = [];
    const faults: string[] = [];
    const outcomes: (string | number | undefined)[][] = [];
    for await (const { name, intake } of intakeFiles(waiting, { onProgress: ({ done, of, name }) => told.push(`${done}/${of} ${name}`), onFault: (_, name) => faults.push(name) })) outcomes.push([name, intake.reports.length, intake.findings[0]?.words?.problem]);
    expect(outcomes).toEqual([["a.txt", 1, undefined], ["b.docx", 0, "damaged-document"], ["c.txt", 0, "program-fault"], ["d.zip/x.txt", 1, undefined], ["d.zip/y.txt", 1, undefined]]);
    expect([told, faults]).toEqual([["0/4 a.txt", "1/4 b.docx", "2/4 c.txt", "3/4 d.zip", "4/4 "], ["c.txt"]]);
  });

  it("ends between two files when it is cancelled", async () => {
    const control = new AbortController();
    const names: string[] = [];
    const run = async () => {
      for await (const { name } of intakeFiles(waiting, { signal: control.signal })) {
        names.push(name);
        control.abort();
      }
    };
    await expect(run()).rejects.toMatchObject({ name: "AbortError" });
    expect(names).toEqual(["a.txt"]);
  });
});
