import { Desk, reportText } from "./run-cli.ts";

const desk = new Desk();
beforeAll(() => {
  desk.put("in/教育局.txt", reportText("示例市教育局", 3));
  desk.put("in/县区/云岭县.txt", reportText("云岭县人民政府", 4));
  desk.put("名册.csv", "单位,类别\r\n示例市教育局,市直部门\r\n云岭县人民政府,县区\r\n示例市水利局,市直部门\r\n");
});
afterAll(() => desk.clear());

describe("extract", () => {
  it("writes a line for every official cell of every table, and a workbook that it reads back without loss", async () => {
    const first = await desk.run("extract", "in", "--tidy", "out/first.csv", "--out", "out/first.xlsx");
    expect(first).toMatchObject({ code: 0, err: "" });
    expect(first.out).toContain("已写入 out/first.xlsx");
    const lines = desk.lines("out/first.csv");
    expect(lines[0]).toBe("文件,单位,年度,版式,表,行,列,数值,计量单位,状态,原文,出处");
    expect(lines).toHaveLength(1 + 2 * (22 + 23 * 7 + 15));
    expect(lines[1]).toMatch(/^县区\/云岭县\.txt,云岭县人民政府,2020,2019,二,第二十条第\(一\)项\/规章,本年新制作数量,\d*,件,原值,.*,line:\d+$/);

    const again = await desk.run("extract", "out/first.xlsx", "--tidy", "out/again.csv");
    expect(again.code).toBe(0);
    const figures = (file: string) => desk.lines(file).slice(1).map((line) => line.split(",").slice(1, 10).join(","));
    expect(figures("out/again.csv")).toEqual(figures("out/first.csv"));
  });

  it("prints nothing but JSON with --json", async () => {
    const { out } = await desk.run("extract", "in/教育局.txt", "--json");
    expect(JSON.parse(out)).toMatchObject({ reports: [{ unit: "示例市教育局", year: 2020, file: "教育局.txt" }] });
  });
});

describe("check", () => {
  it("names place, both sides, source and advice of what does not balance, and ends with 1", async () => {
    const text = reportText("示例市教育局", 3);
    const lines = text.split("\n");
    const at = lines.findIndex((line) => line.includes("结转下年度继续办理"));
    lines[at + 7] = String(Number(lines[at + 7]) + 1);
    desk.put("wrong.txt", lines.join("\n"));
    const { code, out, err } = await desk.run("check", "wrong.txt", "in", "--findings", "wrong.csv");
    expect([code, err]).toEqual([1, ""]);
    expect(out).toMatch(/^示例市教育局 2020 年度（wrong\.txt）：\d 个错误/);
    expect(out).toMatch(new RegExp(`出处 .*line:${at + 8}`));
    expect(out).toContain("共 3 份报告：");
    expect(desk.lines("wrong.csv").map((line) => line.split(",").slice(0, 6).join(","))).toContain("wrong.txt,示例市教育局,2020,错误,flow,三");
  });
});

describe("consolidate", () => {
  it("adds the units up, names who is missing, and leaves the units' own lines to extract", async () => {
    const { code, out } = await desk.run("consolidate", "in", "--unit", "示例市人民政府", "--year", "2020", "--roster", "名册.csv", "--tidy", "city.csv", "--findings", "city-findings.csv", "--out", "city.xlsx");
    expect(code).toBe(1);
    expect(out).toContain("已写入 city.xlsx");
    expect(desk.lines("city-findings.csv").filter((line) => line.includes("unit-missing"))).toEqual([expect.stringContaining("示例市水利局")]);
    await desk.run("extract", "in", "--tidy", "units.csv");
    const cellsOf = (file: string) => desk.lines(file).slice(1).map((line) => line.split(","));
    const units = new Map<string, number>();
    for (const cell of cellsOf("units.csv")) units.set(cell.slice(4, 7).join(), (units.get(cell.slice(4, 7).join()) ?? 0) + Number(cell[7]));
    const city = cellsOf("city.csv").filter((cell) => cell[4] === "三");
    expect(city).toHaveLength(23 * 7);
    for (const cell of city) expect([cell[0], cell[1], cell[9], cell[11], Number(cell[7])]).toEqual(["", "示例市人民政府", "汇总", "汇总", units.get(cell.slice(4, 7).join())]);
  });
});

describe("template", () => {
  it("writes a blank official workbook for a unit", async () => {
    const { code, out } = await desk.run("template", "--edition", "2021", "--unit", "示例市教育局", "--year", "2024", "--out", "空表.xlsx");
    expect([code, out]).toEqual([0, "已写入 空表.xlsx\n"]);
    const read = await desk.run("extract", "空表.xlsx", "--json");
    const { reports } = JSON.parse(read.out) as { reports: { unit: string; year: number; tables: { edition: string; cells: Record<string, { value: number | null }> }[] }[] };
    expect(reports.map(({ unit, year, tables }) => [unit, year, tables.map((table) => table.edition)])).toEqual([["示例市教育局", 2024, ["2021", "2021", "2021"]]]);
    expect(reports[0]!.tables.flatMap((table) => Object.values(table.cells)).every((cell) => cell.value === null)).toBe(true);
  });
});
