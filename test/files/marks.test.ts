/** Print beside a figure that is no digit of it, and units that only a format shows, in files of Word and Excel. */
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, type IRunOptions } from "docx";
import { intakeFile } from "../../src/intake/intake.ts";
import { makeXlsx, type MadeCell } from "../support/files/excel-file.ts";

const TITLE = "示例市档案馆2023年政府信息公开工作年度报告";
const HEAD = ["二、主动公开政府信息情况", "第二十条第（五）项"];
const STUB = ["信息内容", "本年处理决定数量"];
const FEES = ["信息内容", "本年收费金额（单位：万元）"];

async function read(name: string, bytes: Uint8Array) {
  const { reports } = await intakeFile({ name, bytes });
  const [{ report, findings } = { report: undefined, findings: [] }] = reports;
  const cells = report?.tables.find(({ table }) => table === "disclosure")?.cells ?? {};
  return { value: (id: string) => cells[id]?.value, said: findings.filter(({ code }) => !/table-missing|row-missing/.test(code)).map(({ code }) => code) };
}

async function word(runs: readonly IRunOptions[]): Promise<Uint8Array> {
  const cell = (...children: TextRun[]) => new TableCell({ children: [new Paragraph({ children })] });
  const row = (...cells: TableCell[]) => new TableRow({ children: cells });
  const table = new Table({ rows: [row(...STUB.map((text) => cell(new TextRun(text)))), row(cell(new TextRun("行政许可")), cell(...runs.map((run) => new TextRun(run))))] });
  const children = [TITLE, ...HEAD].map((text) => new Paragraph(text));
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: [...children, table] }] })));
}

describe("a figure of several looks in a Word file", () => {
  it.each<[string, IRunOptions[], number | null, string[]]>([
    ["of one look, in pieces", [{ text: "46" }, { text: "21", bold: true }], 4621, []],
    ["with a raised mark", [{ text: "4621" }, { text: "1", superScript: true }], 4621, ["number-annotated"]],
    ["with a lowered mark", [{ text: "4621" }, { text: "2", subScript: true }], 4621, ["number-annotated"]],
    ["with a mark raised by hand", [{ text: "4621" }, { text: "1", position: "4pt" }], 4621, ["number-annotated"]],
    ["raised as a whole", [{ text: "46", position: "-2pt" }, { text: "21", position: "-2pt" }], 4621, []],
    ["behind a raised digit", [{ text: "1", superScript: true }, { text: "4621" }], 14621, ["number-joined"]],
    ["behind one that is struck out", [{ text: "77", strike: true }, { text: "4621" }], 4621, ["number-annotated"]],
    ["before one that is struck out twice", [{ text: "4621" }, { text: "77", doubleStrike: true }], 4621, ["number-annotated"]],
    ["with a digit in another colour", [{ text: "9", color: "FFFFFF" }, { text: "4621" }], 94621, ["number-joined"]],
  ])("%s", async (_, runs, value, said) => {
    const found = await read("r.docx", await word(runs));
    expect([found.value("licensing/decisions"), found.said]).toEqual([value, said]);
  });
});

describe("cells of an Excel file", () => {
  const runs = (...given: { Text: string; Font?: object }[]): MadeCell => ({ runs: given }) as MadeCell;
  const cases: readonly [string, MadeCell, number, string[]][] = [
    ["with a raised mark", runs({ Text: "4621" }, { Text: "1", Font: { VertAlign: "superscript" } }), 4621, ["number-annotated"]],
    ["raised as a whole", runs({ Text: "4621", Font: { VertAlign: "superscript" } }), 4621, []],
    ["behind one that is struck out", runs({ Text: "77", Font: { Strike: true } }, { Text: "4621" }), 4621, ["number-annotated"]],
  ];
  const amounts: readonly [string, MadeCell, number, string[]][] = [
    ["shown in 元", [1235892, '#,##0.00"元"'], 123.5892, ["converted"]],
    ["shown in 万元 by a point that is drawn", [1235892, '0\\.0000"万元"'], 123.5892, []],
    ["shown in 万 by thousands left out", [1235890, '0\\.0,"万"'], 123.589, []],
    ["shown by a point that is drawn, without a unit", [1235892, "0\\.0000"], 123.5892, []],
    ["shown by thousands left out, without a unit", [123589, "#,##0.000,"], 123.589, []],
    ["shown in 元 beside a percent sign in quotes", [50, '0"元%"'], 0.005, ["converted"]],
    ["in 万元 with its unit", [123.58, '0.00"万元"'], 123.58, []],
    ["in 万元 without any", [123.58, "0.00_ "], 123.58, []],
    ["of millions with commas", [1235892, "#,##0"], 1235892, []],
  ];
  const sheet = (head: readonly string[], row: string, cell: MadeCell) => ({ name: "Sheet1", merges: [], cells: { A1: TITLE, A2: HEAD[0]!, A3: HEAD[1]!, A4: head[0]!, B4: head[1]!, A5: row, B5: cell } });
  const books = makeXlsx([...cases.map(([, cell]) => ({ sheets: [sheet(STUB, "行政许可", cell)] })), ...amounts.map(([, cell]) => ({ sheets: [sheet(FEES, "行政事业性收费", cell)] }))]);

  it.each(cases.map((one, at) => [...one, at] as const))("%s", async (_, _cell, value, said, at) => {
    const found = await read("r.xlsx", books[at]!);
    expect([found.value("licensing/decisions"), found.said]).toEqual([value, said]);
  });

  it.each(amounts.map((one, at) => [...one, at + cases.length] as const))("amounts: %s", async (_, _cell, value, said, at) => {
    const found = await read("r.xlsx", books[at]!);
    expect([Number(found.value("fees/fees-charged")) / 1e6, found.said]).toEqual([value, said]);
  });
});
