import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkReport } from "../../src/checking/check.ts";
import { cellId } from "../../src/form/compile.ts";
import { findForm } from "../../src/form/forms.ts";
import { toOfficialWidth } from "../../src/form/width.ts";
import { readSource } from "../../src/reading/read.ts";
import { withProse } from "../../src/reading/running.ts";
import { readHtml } from "../../src/source/html.ts";
import { readText } from "../../src/source/text.ts";
import { seededRandom } from "../support/random.ts";
import { cellsOf, expectedCells } from "./expected.ts";

const real = join(__dirname, "../../../shared/reports/baishan-2018");
const form = findForm("statistics", "2014")!;
const SEEDS = Array.from({ length: Number(process.env.SEEDS ?? 3) }, (_, index) => index + 1);

type Figures = Record<string, number>;

/** Balanced figures for both columns; amounts in whole 万元. */
function randomFigures(seed: number): Figures {
  const random = seededRandom(seed);
  const figures: Figures = {};
  for (const column of ["counties", "total"]) {
    for (const cell of form.cells.filter((one) => one.column.id === column)) figures[cell.id] = (figures[cellId(cell.row.id, "counties")] ?? 0) + random.int(0, 40);
    for (const equation of form.equations.filter((one) => one.relation === "equal" && one.along === column)) figures[equation.right[0]!] = equation.left.reduce((sum, id) => sum + figures[id]!, 0);
    for (const equation of form.equations.filter((one) => one.ruleId === "part-within-whole" && one.along === column)) figures[equation.right[0]!] = Math.max(figures[equation.right[0]!]!, equation.left.reduce((sum, id) => sum + figures[id]!, 0));
    for (const equation of form.equations.filter((one) => one.relation === "equal" && one.along === column)) figures[equation.right[0]!] = equation.left.reduce((sum, id) => sum + figures[id]!, 0);
  }
  return figures;
}

interface Line {
  readonly label: string;
  readonly measure: string;
  /** Absent for headings. */
  readonly figures?: readonly string[];
}

function linesOf(figures: Figures, columns: readonly string[]): Line[] {
  const lines: Line[] = [];
  const said = new Set<string>();
  for (const row of form.rows) {
    for (const heading of row.headings) {
      if (heading.heading && !said.has(heading.id)) lines.push({ label: toOfficialWidth(heading.label), measure: "" });
      said.add(heading.id);
    }
    said.add(row.id);
    lines.push({ label: toOfficialWidth(row.label), measure: form.cell(cellId(row.id, "total"))!.measure.label, figures: columns.map((column) => String(figures[cellId(row.id, column)])) });
  }
  return lines;
}

const title = "青潭市人民政府2017年政府信息公开工作年度报告";
const head = ["统计指标", "单位", "合计", "其中县区"];
const cut = <T>(cells: readonly T[], columns: number) => cells.slice(0, 2 + columns);

const layouts: Readonly<Record<string, (lines: readonly Line[], columns: number) => string>> = {
  tabs: (lines, columns) => [title, cut(head, columns).join("\t"), ...lines.map((line) => [line.label, line.measure, ...(line.figures ?? Array.from({ length: columns }, () => ""))].join("\t"))].join("\n"),
  pipes: (lines, columns) => [title, `| ${cut(head, columns).join(" | ")} |`, ...lines.map((line) => `| ${[line.label, line.measure, ...(line.figures ?? Array.from({ length: columns }, () => ""))].join(" | ")} |`)].join("\n"),
  spaces: (lines, columns) => [title, cut(head, columns).join("  "), ...lines.map((line) => [line.label, line.measure, ...(line.figures ?? [])].filter(Boolean).join("  "))].join("\n"),
  lines: (lines, columns) => [title, ...cut(head, columns), ...lines.flatMap((line) => [line.label, line.measure, ...(line.figures ?? [])].filter(Boolean))].join("\n\n"),
  html: (lines, columns) => `<html><h1>${title}</h1><table><tr>${cut(head, columns).map((cell) => `<td>${cell}</td>`).join("")}</tr>${lines
    .map((line) => (line.figures ? `<tr><td>${line.label}</td><td>${line.measure}</td>${line.figures.map((figure) => `<td>${figure}</td>`).join("")}</tr>` : `<tr><td colspan="${2 + columns}">${line.label}</td></tr>`))
    .join("")}</table></html>`,
};

const read = (text: string, html = false) => readSource(html ? readHtml(text) : readText(text)).reports.map(withProse);

describe("the statistics form as a table", () => {
  it.each(Object.keys(layouts).flatMap((name) => [[name, 1], [name, 2]] as const))("%s with %i figure columns: what was printed is what is read", (name, columns) => {
    for (const seed of SEEDS) {
      const figures = randomFigures(seed);
      const text = layouts[name]!(linesOf(figures, ["total", "counties"].slice(0, columns)), columns);
      const reports = read(text, name === "html");
      expect(reports.map(({ report }) => [report.unit, report.year, report.tables.map((table) => table.edition)])).toEqual([["青潭市人民政府", 2017, ["2014"]]]);
      const { report, findings } = reports[0]!;
      const held = Object.entries(report.tables[0]!.cells).map(([id, cell]) => [id, cell.value, cell.status]);
      const scale = (id: string) => 10 ** form.cell(id)!.measure.scale;
      expect(held).toEqual(form.cells.map(({ id, column }) => (columns === 1 && column.id === "counties" ? [id, null, "blank"] : [id, figures[id]! * scale(id), "read"])));
      expect([findings.map((finding) => finding.code), checkReport(report).map((finding) => finding.code)]).toEqual([[], []]);
    }
  });

  it("leaves a second figure without the counties' heading to a person", () => {
    const text = layouts.tabs!(linesOf(randomFigures(1), ["total", "counties"]), 2).replace("其中县区", "上年数");
    const { report, findings } = read(text)[0]!;
    expect(Object.entries(report.tables[0]!.cells).every(([id, cell]) => id.endsWith("/counties") === (cell.value === null))).toBe(true);
    expect(findings.filter((finding) => finding.code === "not-placed")).toHaveLength(form.rows.length);
  });

  it.each(Object.keys(layouts).flatMap((name) => [[name, 1], [name, 2]] as const))("%s with %i figure columns, nothing filled in: an empty form, every cell blank", (name, columns) => {
    const emptied = linesOf({}, ["total", "counties"].slice(0, columns)).map((line) => ({ ...line, figures: line.figures?.map(() => "") }));
    const text = layouts[name]!(emptied, columns);
    const [only, ...others] = read(text, name === "html");
    expect([others, only!.report.unit, only!.report.year, only!.report.tables.map(({ table }) => table)]).toEqual([[], "青潭市人民政府", 2017, ["statistics"]]);
    expect(Object.values(only!.report.tables[0]!.cells).filter(({ status }) => status !== "blank")).toEqual([]);
    expect(only!.findings.filter(({ code }) => code === "not-placed")).toEqual([]);
    // One figure alone is in its cell, and nothing else is invented.
    const chosen = emptied.findIndex(({ figures }, at) => at > 8 && figures);
    const one = emptied.map((line, at) => (at === chosen ? { ...line, figures: line.figures!.map(() => "7") } : line));
    const [filled] = read(layouts[name]!(one, columns), name === "html");
    expect(Object.values(filled!.report.tables[0]!.cells).map(({ value }) => value).filter((value) => value !== null)).toEqual(Array.from({ length: columns }, () => 7 * 10 ** form.cell(cellId(form.rows.find((row) => toOfficialWidth(row.label) === one[chosen]!.label)!.id, "total"))!.measure.scale));
  });

  it("is told in the sentences where the table beside them was left empty", () => {
    const empty = layouts.tabs!(linesOf({}, ["total"]).map((line) => ({ ...line, figures: line.figures?.map(() => "") })), 1);
    const [only] = read(`${empty}\n全市共收到政府信息公开申请12件，全部办结12件。召开政府信息公开工作会议3次，举办培训班2次。`);
    expect(only!.report.tables[0]!.cells["received/total"]).toMatchObject({ value: 12, status: "read" });
  });

  it("asks for 统计表 alone in a report of those years", () => {
    const missing = checkReport({ unit: "柏川县", year: 2016, file: "", tables: [] });
    expect(missing.map(({ code, at, words }) => [code, "table" in at && at.table, words?.table])).toEqual([["table-missing", "statistics", "“统计表”"]]);
  });
});

const told = (paragraphs: readonly string[]) => read(["柏川县人民政府2016年政府信息公开工作年度报告", "本报告中所列数据的统计期限自2016年1月1日起至2016年12月31日止。", ...paragraphs].join("\n"))[0]!;

describe("the statistics form told in prose", () => {
  (existsSync(`${real}.txt`) ? it : it.skip)("reads the published report of 2018 cell for cell", () => {
    const reports = readSource(readText(readFileSync(`${real}.txt`, "utf8"), "baishan-2018.txt")).reports.map(withProse);
    expect(reports.map(({ report }) => [report.unit, report.year, report.tables.map((table) => table.table)])).toEqual([["白山市", 2018, ["statistics"]]]);
    const expected = expectedCells(`${real}.expected.csv`);
    const listed = new Set(expected.map((cell) => cell.key));
    const cells = cellsOf(reports[0]!.report);
    expect(cells.filter((cell) => listed.has(cell.key))).toEqual(expected);
    const others = cells.filter((cell) => !listed.has(cell.key) && cell.status !== "blank");
    expect(others.map(({ key, value, status }) => [key.split(" | ")[1], value, status])).toEqual([["四、行政复议数量", "0", "read"], ["五、行政诉讼数量", "0", "read"], ["七、依申请公开信息收取的费用", "0", "read"]]);
    const wrong = checkReport(reports[0]!.report, reports[0]!.prose).filter((finding) => finding.code !== "cannot-judge");
    expect(wrong).toMatchObject([{ code: "received-total", at: { row: "received", column: "counties" }, expected: "≥25", received: "24" }]);
  });

  it("reads other wordings, places, shares of the counties and figures outside of the form", () => {
    const { report, findings, prose } = told([
      "全年通过政府网站发布会议消息6次，组织访谈2期，群众反映良好。",
      "一年来，全县主动公开各类政府信息共1,204条（其中县区300条），其中公开规范性文件12条；制定规范性文件为9件。门户网站发布信息800条、政务微博500条、微信公众号推送信息200条，政府公报刊登34条。",
      "共接到政府信息公开申请21件，其中现场申请3件、传真申请0件、网络申请11件（含县级4件）、来信申请5件，其他渠道申请2件。",
      "办结申请21件，其中按期办结20件，延期办结1件。共答复21件：已主动公开4件，同意公开10件，部分公开2件，不予公开3件（涉及个人隐私2件、涉及国家秘密1件），申请信息不存在2件。",
      "发生行政复议2件，其中维持1件，被依法纠错1件。未发生行政诉讼。收取检索复制费用350元。",
      "设立专门机构3个，查阅点14个，从事政府信息公开工作人员25人，其中专职人员6人、兼职人员19人。召开专题会议4次，举办培训班2期，接受培训人员130人次。",
    ]);
    const cells = Object.entries(report.tables[0]!.cells).filter(([, cell]) => cell.value !== null).map(([id, cell]) => [id, cell.value]);
    expect(Object.fromEntries(cells)).toEqual({
      "disclosed/total": 1204, "disclosed/counties": 300, "normative-disclosed/total": 12, "normative-made/total": 9,
      "channel-gazette/total": 34, "channel-website/total": 800, "channel-weibo/total": 500, "channel-wechat/total": 200,
      "received/total": 21, "received-in-person/total": 3, "received-by-fax/total": 0, "received-online/total": 11, "received-online/counties": 4, "received-by-letter/total": 5,
      "closed/total": 21, "closed-in-time/total": 20, "closed-late/total": 1,
      "answered/total": 21, "answered-public-already/total": 4, "answered-granted/total": 10, "answered-partly/total": 2, "answered-refused/total": 3, "answered-not-existing/total": 2, "refused-privacy/total": 2, "refused-state-secret/total": 1,
      "reconsiderations/total": 2, "reconsiderations-upheld/total": 1, "reconsiderations-corrected/total": 1, "suits/total": 0, "request-fees/total": 35000,
      "offices/total": 3, "reading-points/total": 14, "staff/total": 25, "staff-full-time/total": 6, "staff-part-time/total": 19, "meetings/total": 4, "courses/total": 2, "trained/total": 130,
    });
    expect(findings.map((finding) => finding.code).sort()).toEqual(["converted", "extra-row"]);
    // 其他渠道 has no row: the four that have one must not exceed the total, which they do not.
    expect(checkReport(report, prose).filter((finding) => finding.code !== "cannot-judge")).toEqual([]);
  });

  it("never takes a narrative for the form, nor a later year's sentences for a table", () => {
    expect(told(["全年主动公开政府信息35条。", "收到政府信息公开申请2件。"]).report.tables).toEqual([]);
    const later = ["柏川县人民政府2021年政府信息公开工作年度报告", "全年主动公开政府信息35条，政府网站公开信息20条，政务微博公开信息9条，收到政府信息公开申请4件。"].join("\n");
    expect(read(later)[0]!.report.tables).toEqual([]);
  });
});

describe("several reports told in one text", () => {
  const bodyOf = (figure: number) => [`根据《中华人民共和国政府信息公开条例》的要求，编制本报告，向社会公布一年来的工作。`, "一、主动公开情况", `全年共收到政府信息公开申请${figure}件，办结${figure}件，召开政府信息公开工作会议3次，举办培训班2次。`];
  const named = (unit: string, year: number) => `${unit}${year}年政府信息公开工作年度报告`;
  const seen = (lines: readonly string[], html = false) => read(lines.join("\n"), html).map(({ report }) => [report.unit, report.year, report.tables[0]?.cells["received/total"]?.value]);

  it("are parted at the titles of other units and years", () => {
    const lines = [named("柏川县人民政府", 2016), ...bodyOf(11), named("云岭县水利局", 2016), "发布时间：2017-03-01 来源：办公室", ...bodyOf(12), named("云岭县水利局", 2017), ...bodyOf(13)];
    expect(seen(lines)).toEqual([["柏川县人民政府", 2016, 11], ["云岭县水利局", 2016, 12], ["云岭县水利局", 2017, 13]]);
    expect(seen([`<h1>${lines[0]!}</h1>`, ...lines.slice(1).map((line) => `<p>${line}</p>`)], true)).toEqual(seen(lines));
  });

  it("keep their own numbers of the running text, also where no table is told", () => {
    const later = read([named("柏川县人民政府", 2021), ...bodyOf(11), named("云岭县水利局", 2022), ...bodyOf(12)].join("\n"));
    expect(later.map(({ report, prose }) => [report.unit, report.year, report.tables.length, prose!.map(({ decimal }) => decimal).slice(0, 2)])).toEqual([["柏川县人民政府", 2021, 0, ["11", "11"]], ["云岭县水利局", 2022, 0, ["12", "12"]]]);
  });

  it("are one where other titles are only listed: contents, links, the page's own header", () => {
    const others = ["青潭市民政局", "青潭市教育局", "云岭县水利局"].map((unit) => named(unit, 2017));
    const own = named("柏川县人民政府", 2016);
    expect(seen(["目录", ...others, own, ...bodyOf(11)])).toEqual([["柏川县人民政府", 2016, 11]]);
    expect(seen([own, ...bodyOf(11), "相关报告", ...others, "主办：柏川县人民政府办公室"])).toEqual([["柏川县人民政府", 2016, 11]]);
    expect(seen([own, ...bodyOf(11), `上一篇：${others[0]!}`, `下一篇：${others[1]!}`])).toEqual([["柏川县人民政府", 2016, 11]]);
    expect(seen([own, ...bodyOf(11), own, ...bodyOf(11).slice(2), "柏川县2016年政府信息公开年报"])).toEqual([["柏川县人民政府", 2016, 11]]);
  });
});
