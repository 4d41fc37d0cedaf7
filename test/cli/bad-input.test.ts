import { strToU8, zipSync } from "fflate";
import { existsSync, readdirSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { randomReport } from "../support/generator.ts";
import { layoutOf } from "../support/layouts/registry.ts";
import { seededRandom } from "../support/random.ts";
import { Desk, reportText } from "./run-cli.ts";

const desk = new Desk();
afterAll(() => desk.clear());

/** One line on stderr, nothing of the program's insides, exit code 2. */
async function expectOneLine(run: Promise<{ code: number | null; out: string; err: string }>): Promise<string> {
  const { code, err } = await run;
  expect(err.trimEnd().split("\n")).toHaveLength(1);
  expect(err).not.toMatch(/\bat .*:\d+|internal error|node_modules/);
  expect(code).toBe(2);
  return err;
}

/** Letters, digits, brackets and line ends in no order: what a broken export looks like. */
const noise = (size: number) => Buffer.from(Array.from({ length: size }, (_, at) => "三一0|7 -(\n年".codePointAt((at * 7919 + (at >> 5)) % 10)! % 128));

const random = seededRandom(11);
const anyBytes = (low: number, high: number) => Buffer.from(Array.from({ length: 4096 }, () => random.int(low, high)));

const files: Record<string, string | Uint8Array> = {
  "empty.txt": "",
  "spaces.txt": " \n\t\n",
  "letter.txt": "各单位：\n请于1月31日前报送年度报告。\n",
  "noise.txt": noise(5 * 1024 * 1024),
  "chinese-noise.txt": "第二十条第（一）项 自然人 总计 3 | ".repeat(60_000),
  "binary.txt": anyBytes(0, 255),
  "binary.xlsx": anyBytes(0, 255),
  "unknown-encoding.txt": anyBytes(0x80, 0xff),
  "photo.jpg": Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]),
  "old.doc": Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(600).fill(0)]),
  "page.html": "<html><body><table><tr><td>1</td></tr></table>",
};

describe("bad input", () => {
  it.each(Object.keys(files))("says in one line what is wrong with %s, and writes no workbook", async (name) => {
    desk.put(name, files[name]!);
    const said = await expectOneLine(desk.run("extract", name, "--out", `${name}.xlsx`));
    expect(said).toContain(name);
    expect(existsSync(join(desk.folder, `${name}.xlsx`))).toBe(false);
  }, 60_000);

  it("says so of a missing path and of an empty folder", async () => {
    desk.put("nothing/.keep", "");
    expect(await expectOneLine(desk.run("check", "gone.txt"))).toContain("gone.txt：文件不能读取：没有这个文件");
    expect(await expectOneLine(desk.run("check", "nothing"))).toContain("nothing 里没有文件");
  });

  it("makes one unreadable file among many a finding, and reads the rest", async () => {
    desk.put("many/a.txt", reportText("示例市教育局", 3));
    desk.put("many/b.txt", "");
    const { code, out, err } = await desk.run("extract", "many", "gone.txt", "--tidy", "many.csv", "--findings", "many-findings.csv");
    expect([code, err]).toEqual([1, ""]);
    expect(out).toContain("示例市教育局 2020 年度（a.txt）");
    expect(desk.lines("many-findings.csv").filter((line) => line.includes("错误")).map((line) => line.split(",")[0])).toEqual(expect.arrayContaining(["b.txt", "gone.txt"]));
    expect(desk.lines("many.csv").every((line) => /^(文件|a\.txt),/.test(line))).toBe(true);
  });

  it("names the reason and the way out of each file that cannot be read: exit code 2 where nothing could", async () => {
    const put: Record<string, Uint8Array> = {
      "scan.pdf": Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n"),
      "cut.pdf": Buffer.from("%PDF-1.4\n1 0 obj<<"),
      "letter.rtf": Buffer.from("{\\rtf1\\ansi }"),
      "all.rar": Buffer.from("Rar!\x1a\x07\x01 rest", "latin1"),
      "page.mht": Buffer.from("MIME-Version: 1.0\n"),
      "sheet.ofd": zipSync({ "OFD.xml": strToU8("<x/>") }),
      "cut.docx": zipSync({ "word/document.xml": strToU8("<w:document>") }).subarray(0, 60),
      "cut.et": zipSync({ "xl/workbook.xml": strToU8("<workbook>") }).subarray(0, 60),
      "photo.jpg": Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]),
      "bomb.zip": zipSync({ "a.txt": new Uint8Array(60_000_000) }),
      "empty.wps": new Uint8Array(),
    };
    for (const [name, bytes] of Object.entries(put)) desk.put(`refused/${name}`, bytes);
    desk.put("refused/huge.docx", "PK");
    truncateSync(join(desk.folder, "refused/huge.docx"), 201 * 1024 * 1024);
    const { code, out, err } = await desk.run("extract", "refused");
    expect([code, err.includes("at ")]).toEqual([2, false]);
    const said = ["扫描件", "PDF 打不开", "RTF", "RAR", "MHT", "OFD", "文档打不开", "工作簿打不开", "图片", "解压后过大", "文件是空的", "过大（200 MB）"];
    for (const [at, name] of [...Object.keys(put), "huge.docx"].entries()) expect(out).toMatch(new RegExp(`${name.replace(".", "\\.")}：1 个错误\\n.*${said[at]!}`));
  }, 60_000);

  it("reads two units that stand in one text as two reports", async () => {
    const first = randomReport({ edition: "2019", seed: 5, unit: "示例市教育局", year: 2020, size: "small" });
    desk.put("two.txt", layoutOf("two-reports-lines").render(first, { seed: 5, second: randomReport({ edition: "2019", seed: 6, unit: "云岭县水利局", year: 2020, size: "small" }) }));
    const { out } = await desk.run("extract", "two.txt", "--json");
    const { reports } = JSON.parse(out) as { reports: { unit: string; year: number }[] };
    expect(reports.map(({ unit, year }) => [unit, year])).toEqual([["示例市教育局", 2020], ["云岭县水利局", 2020]]);
  });

  it("never overwrites a file that it reads", async () => {
    desk.put("keep.csv", reportText("示例市教育局", 3));
    expect(await expectOneLine(desk.run("extract", "keep.csv", "--tidy", "keep.csv"))).toContain("不能覆盖");
    expect(desk.text("keep.csv")).toContain("示例市教育局");
    expect(readdirSync(desk.folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});

describe("wrong usage", () => {
  it.each([
    [["nonsense"], "没有“nonsense”这个命令"],
    [[], "请写命令"],
    [["extract"], "没有指定要读的文件"],
    [["extract", "a.txt", "--tydi", "x.csv"], "没有 --tydi 这个选项"],
    [["extract", "a.txt", "--out", "x.xls"], "应以 .xlsx 结尾"],
    [["check", "a.txt", "--previous", "b"], "--previous b：没有读到上一年的报告"],
    [["consolidate", "a.txt", "--unit", "示例市", "--year", "2020", "--docx", "x.docx"], "--docx 尚未实现"],
    [["consolidate", "a.txt", "--year", "2020"], "缺少 --unit"],
    [["consolidate", "a.txt", "--unit", "示例市", "--year", "去年"], "不是年度"],
    [["template", "--edition", "2021", "--unit", "示例市", "--year", "2024"], "缺少 --out"],
    [["template", "--edition", "1999", "--unit", "示例市", "--year", "2024", "--out", "x.xlsx"], "--edition 1999"],
  ])("answers %j in one line", async (words, said) => {
    expect(await expectOneLine(desk.run(...words))).toContain(said);
  });

  it("helps in Chinese and in English", async () => {
    const { code, out } = await desk.run("check", "--help");
    expect([code, out.includes("用法"), out.includes("Usage")]).toEqual([0, true, true]);
  });
});
