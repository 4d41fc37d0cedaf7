import { strFromU8, unzipSync } from "fflate";
import { area, emptySheet, type WorkbookPlan } from "../sheet/plan.ts";
import { readXlsxGrid } from "../source/xlsx.ts";
import { writeXlsx } from "./xlsx.ts";

const plan: WorkbookPlan = {
  title: "t",
  activeSheet: "b",
  names: [{ name: "WHOLE", refersTo: "'乙''s'!$A$1" }],
  sheets: [
    { ...emptySheet("m", "m", "metadata"), visibility: "veryHidden", cells: [{ row: 0, column: 0, value: "m" }] },
    {
      ...emptySheet("b", "乙's", "unit"),
      cells: [
        { row: 0, column: 0, value: "=1+1", style: "label", link: { sheet: "m", address: "A1" } },
        { row: 0, column: 1, value: 0.1, numberFormat: "0.0", style: "figure" },
        { row: 0, column: 2, formula: "B1*2", value: 0.2 },
        { row: 0, column: 3, formula: 'IF(B1<1,"✓","")', value: "✓" },
        { row: 1, column: 0, value: "#REF!" },
        { row: 1, column: 1, value: "\ud800\uffff" },
        { row: 2, column: 0, style: "label" },
      ],
      merges: [area(2, 0, 2, 3)],
      columnWidths: [10, null, 5],
      rowHeights: { 2: 30 },
      conditionalFormats: [{ area: area(0, 3), formula: 'LEFT(D1,1)="✓"', look: "good" }],
      inputMessages: [{ area: area(0, 1), title: "空白", text: "a\nb" }, { area: area(1, 1), title: "填写", text: "x", accepts: "count" }],
      freeze: { rows: 1, columns: 1 },
      filter: area(0, 0, 2, 3),
      tabColour: "FF0000",
      names: [{ name: "GDR_SHEET_ID", refersTo: '"u1"' }],
      print: { area: area(0, 0, 2, 3), orientation: "portrait", pagesHigh: 0, repeatRows: { from: 0, to: 1 }, margins: { top: 1, right: 1, bottom: 1, left: 1 }, footer: "&P" },
    },
  ],
};

/** Everything we need of hucre, looked for in the parts of the file: a change of its writer shows here. */
describe("the xlsx file", () => {
  it("has every feature of the plan", async () => {
    const files = unzipSync(await writeXlsx(plan));
    const part = (path: string) => strFromU8(files[path]!);
    const sheet = part("xl/worksheets/sheet2.xml");
    const workbook = part("xl/workbook.xml");
    for (const expected of [
      '<c r="C1"><f>B1*2</f><v>0.2</v></c>',
      't="str"><f>IF(B1&lt;1,"✓","")</f><v>✓</v>',
      '<pane xSplit="1" ySplit="1" topLeftCell="B2" state="frozen" activePane="bottomRight"/>',
      '<mergeCell ref="A3:D3"/>',
      '<conditionalFormatting sqref="D1"><cfRule type="expression" priority="1" dxfId="0">',
      '<dataValidation type="none" sqref="B1" allowBlank="1" showInputMessage="1" promptTitle="空白" prompt="a&#10;b"',
      '<dataValidation type="whole" sqref="B2" operator="greaterThanOrEqual"',
      `<hyperlink ref="A1" location="'m'!A1"/>`,
      '<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/>',
      '<pageSetUpPr fitToPage="1"/>',
      '<autoFilter ref="A1:D3"/>',
      "<oddFooter>&amp;P</oddFooter>",
      'ht="30" customHeight="1"',
    ]) {
      expect(sheet.replaceAll("&apos;", "'")).toContain(expected);
    }
    for (const expected of ['name="m" sheetId="1" r:id="rId1" state="veryHidden"', 'name="GDR_SHEET_ID" localSheetId="1">"u1"<', "_xlnm.Print_Area", "_xlnm.Print_Titles", ">'乙''s'!$A$1<"]) {
      expect(workbook.replaceAll("&quot;", '"').replaceAll("&apos;", "'")).toContain(expected);
    }
  });

  it("keeps texts texts, whatever they begin with", async () => {
    const [, sheet] = (await readXlsxGrid(await writeXlsx(plan))).sheets;
    expect(sheet!.rows[0]!.map((cell) => cell?.value)).toEqual(["=1+1", 0.1, 0.2, "✓"]);
    expect(sheet!.rows[0]![0]!.formula).toBeUndefined();
    expect(sheet!.rows[1]!.map((cell) => cell?.value)).toEqual(["#REF!", "\ufffd\ufffd"]);
    expect(sheet!.names).toEqual([{ name: "GDR_SHEET_ID", refersTo: '"u1"' }]);
  });

  it("is the same, byte for byte, for the same plan", async () => {
    expect(Buffer.from(await writeXlsx(plan)).equals(Buffer.from(await writeXlsx(plan)))).toBe(true);
  });
});
