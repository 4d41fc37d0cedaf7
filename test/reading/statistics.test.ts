import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readSource } from "../../src/reading/read.ts";
import { readText } from "../../src/source/text.ts";
import { cellsOf, expectedCells } from "./expected.ts";

const real = join(__dirname, "../../../shared/reports/baishan-2018");

describe("the statistics form told in prose", () => {
  (existsSync(`${real}.txt`) ? it : it.skip)("reads the published report of 2018 cell for cell", () => {
    const { reports } = readSource(readText(readFileSync(`${real}.txt`, "utf8"), "baishan-2018.txt"));
    expect(reports.map(({ report }) => [report.unit, report.year, report.tables.map((table) => table.table)])).toEqual([["白山市", 2018, ["statistics"]]]);
    const expected = expectedCells(`${real}.expected.csv`);
    const listed = new Set(expected.map((cell) => cell.key));
    const cells = cellsOf(reports[0]!.report);
    expect(cells.filter((cell) => listed.has(cell.key))).toEqual(expected);
    const others = cells.filter((cell) => !listed.has(cell.key) && cell.status !== "blank");
    expect(others.map(({ key, value, status }) => [key, value, status])).toEqual([
      ["统计表 | 四、行政复议数量 | 合计", "0", "read"],
      ["统计表 | 五、行政诉讼数量 | 合计", "0", "read"],
      ["统计表 | 七、依申请公开信息收取的费用 | 合计", "0", "read"],
    ]);
  });
});
