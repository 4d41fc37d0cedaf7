import { cellId } from "../../../src/form/compile.ts";
import type { Report } from "../../../src/report/model.ts";
import type { Random } from "../random.ts";
import type { Prose } from "./model.ts";
import { problems, remarks, steps, works } from "./sentences.ts";

/** How a unit calls itself: 我县, 我局, 本中心. */
export function selfName(unit: string): string {
  const place = /([县区市镇乡])人民政府$/.exec(unit)?.[1];
  if (place) return `我${place}`;
  if (/街道办事处$/.test(unit)) return "本街道";
  if (/开发区管理委员会$/.test(unit)) return "本区";
  const organ = /(局|委员会|办公室|中心|厅|院|队)$/.exec(unit)?.[1];
  return organ ? `我${organ === "委员会" ? "委" : organ === "办公室" ? "办" : organ}` : "本单位";
}

const figureOf = (report: Report, row: string, column = "total"): number | null =>
  report.tables.find((table) => table.table === "requests")?.cells[cellId(row, column)]?.value ?? null;

/** What section 一 says about applications: true to table 三, or silent where it has no figures. */
export function applicationSentence(report: Report, random: Random): string {
  const [received, carriedIn, carriedOut] = [figureOf(report, "newly-received"), figureOf(report, "carried-in"), figureOf(report, "carried-out")];
  const [closed, granted] = [figureOf(report, "outcome-total"), figureOf(report, "granted")];
  if (received === null || carriedIn === null || carriedOut === null || closed === null || granted === null) return "依申请公开的受理、登记、答复和归档均有专人负责。";
  if (received + carriedIn === 0) return "全年未收到政府信息公开申请，也没有上年结转的申请。";
  const share = closed > 0 ? `，其中予以公开${granted}件，占办结总数的${((granted / closed) * 100).toFixed(2)}%` : "";
  const all = received + carriedIn;
  return random.pick([
    `全年新收政府信息公开申请${received}件，上年结转${carriedIn}件，办结${closed}件${share}；结转下年度继续办理${carriedOut}件。`,
    `全年共收到政府信息公开申请${received}件${carriedIn > 0 ? `，另有上年结转${carriedIn}件` : ""}，年内办结${closed}件${share}。`,
    `全年共受理依申请公开事项${all}件（上年结转${carriedIn}件、本年新收${received}件），年末未办结${carriedOut}件${share.replace("，其中", "；已办结的，")}。`,
  ]);
}

/** A page of a made-up website around the report. */
function surroundings(report: Report, title: string, random: Random): Pick<Prose, "header" | "footer"> {
  const year = (report.year ?? 2020) + 1;
  const date = `${year}-01-${String(random.int(10, 29))}`;
  return {
    header: random.pick([
      ["首页 > 政务公开 > 政府信息公开年报", `作者：管理员 发布时间：${date} 15:53 信息来源：办公室 阅读次数：${random.int(30, 900)}`, "字号：大 中 小 打印"],
      ["政府信息公开", `索 引 号：S0${random.int(100, 999)}-0000-${year}-00${random.int(100, 999)} 主题分类：其他`, `名  称：${title}`, `发文日期：${date}`],
      ["示例省政务服务统一门户", `来源：信息科 时间：${date} 浏览：${random.int(100, 4000)}次`],
    ]),
    footer: random.pick([
      ["标签：", "分享到：", "主办：示例省政务公开网 备案号：00120号-1 网站标识码：0000000012"],
      ["相关附件：", "【打印本页】【关闭窗口】"],
      ["上一篇：关于春节期间服务安排的公告", "下一篇：2021年第3期简报", "版权所有 示例省信息中心 电话：000-12345"],
    ]),
  };
}

/** Made-up sentences around a report's tables. They hold figures that belong to no table: telephone, decree numbers, percentages. */
export function writeProse(report: Report, random: Random): Prose {
  const year = report.year ?? 2020;
  const self = selfName(report.unit);
  const title = `${report.unit}${year}年政府信息公开工作年度报告`;
  const fill = (text: string) => text.replace(/\{self\}/g, self).replace(/\{year\}/g, String(year)).replace(/\{next\}/g, String(year + 1)).replace(/\{n\}/g, () => String(random.int(2, 480)));
  const some = (pool: readonly string[], count: number) => random.shuffle(pool).slice(0, count).map(fill);
  const office = /政府$/.test(report.unit) ? `${report.unit}办公室` : `${report.unit}综合科`;
  const intro = `本报告按照《中华人民共和国政府信息公开条例》（国务院令第711号）和年度报告格式要求，由${report.unit}编制。所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`
    + `对内容有疑问的，请与${office}联系（地址：示例路${random.int(2, 88)}号，邮编：${random.int(100, 899)}000，电话：000-${random.int(2_000_000, 8_999_999)}）。`;
  const numbered = (lines: readonly string[]) => lines.map((line, i) => `（${"一二三四五六"[i]}）${line}`);
  return {
    ...surroundings(report, title, random),
    title,
    intro: [intro],
    overview: [fill(`{year}年，{self}把公开透明当作每项工作的起点，按季度列出清单，逐件落实。`), ...numbered([...some(works, 2), applicationSentence(report, random)])],
    problems: [...some(problems, 1), fill(`{next}年，{self}将从以下方面着手：`), ...some(steps, 2)],
    other: some(remarks, 1),
  };
}
