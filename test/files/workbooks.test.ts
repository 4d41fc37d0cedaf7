import { isTableRef } from "../../src/finding/model.ts";
import { intakeFile } from "../../src/intake/intake.ts";
import { expectExact, fileCase, SEEDS } from "../support/files/cases.ts";
import { excelStyles, makeXlsx, sheetsOf } from "../support/files/excel-file.ts";
import { convertAll } from "../support/files/office-convert.ts";
import { gb18030, utf16 } from "../support/files/encodings.ts";
import { describeWithLibreOffice } from "../support/libreoffice.ts";
import { textsOf } from "../support/layouts/matrix.ts";
import { layoutOf } from "../support/layouts/registry.ts";
import type { Drawing } from "../support/layouts/model.ts";

const cases = excelStyles.flatMap((style, at) => Array.from({ length: SEEDS }, (_, seed) => ({ style, ...fileCase(seed * excelStyles.length + at + 1) })));
const made = makeXlsx(cases.map(({ style, drawing, seed }) => ({ sheets: sheetsOf(drawing, style, seed) })));

describe("an .xlsx made by excelize", () => {
  it.each(excelStyles)("%s: what was printed is what is read", async (style) => {
    for (const [at, one] of cases.entries()) if (one.style === style) await expectExact("report.xlsx", made[at]!, one.truth);
  });

  it("says what it left out: added columns, hidden parts", async () => {
    const taken = (style: string) => intakeFile({ name: "r.xlsx", bytes: made[cases.findIndex((one) => one.style === style)]! });
    const { reports } = await taken("extra-columns");
    expect(reports[0]!.findings.filter(({ code }) => code === "column-left-out").map(({ at }) => isTableRef(at) && at.table)).toContain("requests");
    expect((await taken("hidden")).findings.map(({ code }) => code)).toEqual(["hidden-left-out"]);
  });

  it("reads several units of one workbook, one a sheet, called by their sheets where they have no title", async () => {
    const units = ["示例市教育局", "云岭县水利局", "石桥镇人民政府"];
    const drawn = units.map((unit, at) => ({ unit, ...fileCase(at + 3, unit) }));
    const sheets = drawn.map(({ unit, drawing, seed }, at) => {
      const parts = at === 0 ? drawing.parts : drawing.parts.filter((part) => part.kind === "grid" || part.role === "section");
      return { ...sheetsOf({ ...drawing, parts }, "stacked", seed)[0]!, name: at === 0 ? "Sheet1" : unit };
    });
    const [bytes] = makeXlsx([{ sheets }]);
    const { reports } = await intakeFile({ name: "2024年各单位.xlsx", bytes: bytes! });
    expect(reports.map(({ report }) => report.unit)).toEqual(units);
    expect(reports[1]!.findings.map(({ code }) => code)).toContain("unit-from-name");
    const values = reports.map(({ report }) => report.tables.map((table) => Object.values(table.cells).map((cell) => cell.value)));
    expect(values).toEqual(drawn.map(({ truth }) => truth[0]!.tables.map((table) => Object.values(table.cells).map((cell) => cell.value))));
  });
});

describeWithLibreOffice("an .xls that LibreOffice makes of them", () => {
  it("what was printed is what is read", async () => {
    const files = await convertAll(made.map((bytes, at) => ({ name: `w${at}.xlsx`, bytes })), "xls");
    for (const [at, { truth }] of cases.entries()) await expectExact("report.xls", files[at]!, truth);
  }, 200_000);
});

describe("a .csv", () => {
  const rowsOf = (drawing: Drawing) => drawing.parts.flatMap((part) => (part.kind === "line" ? [[part.text]] : textsOf(part.grid)));
  const separated = (drawing: Drawing, delimiter: string) => rowsOf(drawing).map((row) => row.map((field) => (/[,;\t"]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(delimiter)).join("\r\n");

  it("is read whatever parts its fields and in whatever encoding", async () => {
    const { drawing, truth } = fileCase(4);
    await expectExact("r.csv", new TextEncoder().encode(separated(drawing, ",")), truth);
    await expectExact("r.csv", gb18030(separated(drawing, ",")), truth);
    await expectExact("r.csv", utf16(separated(drawing, "\t")), truth);
    await expectExact("r.csv", new TextEncoder().encode(`sep=;\r\n${separated(drawing, ";")}`), truth);
  });
});

describe("text", () => {
  it("is read in GB18030 and in UTF-16 of either order", async () => {
    const { report, truth } = fileCase(5);
    const text = layoutOf("lines").render(report, { seed: 5 });
    for (const bytes of [gb18030(text), utf16(text), utf16(text, "big"), utf16(text, "little", false)]) await expectExact("r.txt", bytes, truth);
  });
});
