import { formOf } from "../form/forms.ts";
import type { Report } from "../report/model.ts";
import { blankTable, withCells } from "../report/table.ts";
import { writeTidyCsv } from "./tidy.ts";

const disclosure = blankTable(formOf({ table: "disclosure", edition: "2019" }));
const report = (cells: Parameters<typeof withCells>[1]): Report => ({ unit: "示例市教育局", year: 2020, file: "教育局.txt", tables: [withCells(disclosure, cells)] });
const linesOf = (text: string) => text.slice(1).trimEnd().split("\r\n");

describe("writeTidyCsv", () => {
  it("has a line for every official cell, blank or not, with the labels of the official list", () => {
    const lines = linesOf(writeTidyCsv([report({ "licensing/items-change": { value: -54, status: "read", raw: "减54", origin: { kind: "line", line: 12, start: 0, end: 3 } } })]));
    expect(lines).toHaveLength(1 + 22);
    expect(lines[0]).toBe("文件,单位,年度,版式,表,行,列,数值,计量单位,状态,原文,出处");
    expect(lines).toContain("教育局.txt,示例市教育局,2020,2019,二,第二十条第(五)项/行政许可,本年增/减,-54,项,原值,减54,line:12");
    expect(lines[1]).toBe("教育局.txt,示例市教育局,2020,2019,二,第二十条第(一)项/规章,本年新制作数量,,件,空白,,");
  });

  it("leaves the unit of measure empty for an amount that was printed without one", () => {
    const amount = formOf(disclosure).cells.at(-1)!;
    const lines = linesOf(writeTidyCsv([report({ [amount.id]: { value: 2_000_500_000, status: "read", raw: "2000.5", measureUnknown: true } })]));
    expect(lines.at(-1)).toBe("教育局.txt,示例市教育局,2020,2019,二,第二十条第(九)项/政府集中采购,采购总金额(单位:万元),2000.5,,原值,2000.5,");
  });
});
