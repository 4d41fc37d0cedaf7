import { intakeFile } from "../../src/intake/intake.ts";
import { sayAdvice, sayFinding } from "../../src/finding/say.ts";
import { expectExact, fileCase } from "../support/files/cases.ts";
import { makeXlsx, sheetsOf } from "../support/files/excel-file.ts";
import { convertAll, describeWithWriter } from "../support/files/office-convert.ts";
import { makeDocx } from "../support/files/word-file.ts";

const one = fileCase(4);
const [xlsx] = makeXlsx([{ sheets: sheetsOf(one.drawing, "stacked") }]) as [Uint8Array];

/** The file with a stream of its container renamed: a format that only its own program knows. */
function withoutStream(bytes: Uint8Array, name: string): Uint8Array {
  const copy = Buffer.from(bytes);
  const stream = Buffer.from(name, "utf16le");
  for (let at = copy.indexOf(stream); at >= 0; at = copy.indexOf(stream, at + 1)) copy.write("X", at, "utf16le");
  return copy;
}

describe("a file of WPS", () => {
  it("saved in today's formats is read, whatever it is called", async () => {
    const docx = await makeDocx(one.drawing);
    for (const name of ["r.wps", "r.docx", "r.doc", "r"]) await expectExact(name, docx, one.truth);
    for (const name of ["r.et", "r.xls", "r.xlsx", "r"]) await expectExact(name, xlsx, one.truth);
  });
});

describeWithWriter("a file of WPS in the formats of Word and Excel 97", () => {
  it("is read by its contents; a format of its own is named, with what to do", async () => {
    const docx = { name: "r.docx", bytes: await makeDocx(one.drawing) };
    const [doc] = await convertAll([docx], "doc");
    const [xls] = await convertAll([{ name: "r.xlsx", bytes: xlsx }], "xls");
    for (const name of ["r.wps", "r.doc", "r.xls"]) await expectExact(name, doc!, one.truth);
    for (const name of ["r.et", "r.xls", "r.doc"]) await expectExact(name, xls!, one.truth);
    for (const [name, bytes, problem] of [["r.wps", withoutStream(doc!, "WordDocument"), "other-office"], ["r.et", withoutStream(xls!, "Workbook"), "other-office"], ["r.xls", withoutStream(xls!, "Workbook"), "damaged-workbook"]] as const) {
      const { findings } = await intakeFile({ name, bytes });
      expect(findings.map(({ words }) => words?.problem)).toEqual([problem]);
      expect(sayAdvice(findings[0]!, "zh-CN")).toMatch(/另存为 \.(?:docx|xlsx)/);
      if (problem === "other-office") expect(sayFinding(findings[0]!, "zh-CN")).toContain(name.slice(1));
    }
  }, 200_000);
});
