import { readText } from "../source/text.ts";
import { readSource } from "./read.ts";

const codesUnder = (heading: string) => {
  const text = `示例局2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第(一)项\n信息内容 本年制发件数 本年废止件数 ${heading}\n规章 0 0 4\n行政规范性文件 1 0 9\n第二十条第(五)项\n信息内容 本年处理决定数量\n行政许可 3\n`;
  return readSource(readText(text)).reports[0]!.findings.map(({ code }) => code);
};

describe("headings that count something else", () => {
  it.each(["现行有效件数", "累计现行有效件数", "现行有效件数(截至2023年12月31日)"])("takes %s for the form's own", (heading) => {
    expect(codesUnder(heading)).not.toContain("columns-unclear");
  });

  it.each(["上年现行有效件数", "去年有效件数", "2022年现行有效件数"])("says that %s is of another year", (heading) => {
    expect(codesUnder(heading)).toContain("columns-unclear");
  });
});
