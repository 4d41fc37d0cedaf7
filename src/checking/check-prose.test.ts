import { claimsOf } from "../prose/claims.ts";
import { toPassage } from "../prose/passage.ts";
import { findForm } from "../form/forms.ts";
import type { Report } from "../report/model.ts";
import { blankTable } from "../report/table.ts";
import { checkProse } from "./check-prose.ts";
import { judgeProse } from "./judge-prose.ts";

const zeros = (table: "requests" | "reviews", figures: Record<string, number>) => {
  const blank = blankTable(findForm(table, "2021")!);
  return { ...blank, cells: Object.fromEntries(Object.keys(blank.cells).map((id) => [id, { value: figures[id] ?? 0, status: "read" as const }])) };
};

/** 一 35, 二 3; 38 handled: 20 granted, 4 partly, 5 refused, 6 unavailable, 1 not handled; 2 carried over. */
const report: Report = {
  unit: "柏川县人民政府", year: 2021, file: "",
  tables: [
    zeros("requests", { "newly-received/total": 35, "newly-received/natural-persons": 30, "newly-received/firms": 5, "carried-in/total": 3, "carried-in/natural-persons": 3, "granted/total": 20, "partly-granted/total": 4, "refused-state-secret/total": 2, "refused-deliberative/total": 3, "unavailable-not-held/total": 6, "not-handled-repeated/total": 1, "outcome-total/total": 36, "carried-out/total": 2 }),
    zeros("reviews", { "reconsideration/total": 2, "reconsideration/upheld": 2, "litigation-direct/total": 1, "litigation-direct/pending": 1 }),
  ],
};

const judge = (text: string) => judgeProse(report, claimsOf([toPassage(text, { kind: "line", line: 1, start: 0, end: text.length }, "一", "总体情况")]));
const codes = (text: string) => checkProse(report, claimsOf([toPassage(text, { kind: "line", line: 1, start: 0, end: text.length })])).map((finding) => [finding.code, finding.received, finding.expected]);

describe("the numbers of the prose", () => {
  it("says whether a number of applications is 一, or 一 and 二 together", () => {
    expect(judge("全年收到政府信息公开申请35件。")[0]).toMatchObject({ state: "matches", compared: "表三 一 35" });
    expect(judge("全年受理政府信息公开申请38件。")[0]).toMatchObject({ state: "matches", compared: "表三 一 35＋二 3＝38" });
    expect(judge("不予公开5件。收到政府信息公开申请后不予公开5件。")[1]).toMatchObject({ state: "matches", compared: "表三 （三）不予公开 5" });
    expect(codes("全年收到政府信息公开申请36件。")).toEqual([["prose-count", "36件", "35或38"]]);
  });

  it("takes 未收到 for zero, never for the next number", () => {
    expect(codes("未收到政府信息公开申请，全年办理行政审批件52件。")).toEqual([["prose-count", "未收到政府信息公开申请", "35或38"]]);
    expect(judge("全年没有因政府信息公开引起的行政诉讼。")[0]).toMatchObject({ state: "contradicts", expected: "1" });
    expect(codes("未发生超期答复政府信息公开申请的情况，无法提供的6件政府信息公开申请均已说明理由。")).toEqual([]);
  });

  it.each([
    ["a percentage that is not its quotient", "收到政府信息公开申请35件，予以公开20件，占办结总数的55.65%。", [["prose-count", "55.65%", "55.56%"]]],
    ["a percentage at the precision it is printed with", "收到政府信息公开申请35件，予以公开20件，占办结总数的55.6%，约占收到总数的57%。", []],
    ["levels that do not add up", "全年主动公开政府信息900条，其中县本级400条、乡镇501条。", [["prose-count", "900条", "901"]]],
    ["levels that add up", "全年主动公开政府信息900条（县本级400条，各乡镇500条）。", []],
    ["rounded levels", "全年主动公开信息8.2万条，其中市本级3.05万条、县区5.15万条。", []],
    ["a part among others", "全年主动公开政府信息900条，其中包括通知120条、公告90条等。", []],
    ["the government alone", "县政府本级共收到政府信息公开申请12件。", [["prose-scope", "12件", undefined]]],
    ["more than the whole", "县政府本级共收到政府信息公开申请112件。", [["prose-count", "112件", "35或38"]]],
    ["another year", "2020年收到政府信息公开申请29件。", []],
    ["growth", "收到政府信息公开申请35件，同比增加6件，增长20.7%。", []],
    ["part of the year", "上半年收到政府信息公开申请11件，7月收到政府信息公开申请3件。", []],
    ["other applications", "受理低保申请120件、法律援助申请33件，收到群众来信28件。", []],
    ["a number before its words", "收到政府信息公开申请35件，其中20件予以公开，4件部分公开，6件本机关不掌握，1件为重复申请。", []],
    ["a wrong one before its words", "收到政府信息公开申请35件，其中21件予以公开。", [["prose-count", "21件", "20"]]],
    ["figures in bold quotes", "收到政府信息公开申请35件，“予以公开”的为20件，“无法提供”的7件。", [["prose-count", "7件", "6"]]],
    ["reviews", "被申请行政复议2件，均为维持；被提起行政诉讼1件，尚未审结1件，均涉及政府信息公开。", []],
    ["a wrong review", "因政府信息公开引发行政复议案件3件。", [["prose-count", "3件", "2"]]],
    ["fees in 元", "本年收取政府信息公开信息处理费120元，减免0元。", []],
    ["documents and telephones", "依据国务院令第711号和青政〔2021〕3号，收到政府信息公开申请请拨打0000-1234567。", []],
    ["approximately", "全年收到政府信息公开申请30余件。", []],
    ["a following year", "收到政府信息公开申请35件，结转至2022年办理的2件，上年结转3件。", []],
    ["sum of reviews and suits", "全年发生政府信息公开行政复议、行政诉讼案件共3件。", []],
    ["natural persons and firms", "收到政府信息公开申请35件，其中个人30件，企业6件。", [["prose-count", "6件", "5"]]],
  ] as const)("%s", (_name, text, expected) => expect(codes(text)).toEqual(expected));

  it("keeps the place of every number to the character", () => {
    const text = "２０２１年，全年收到政府信息公开申请 ３５ 件。";
    const [claim] = claimsOf([toPassage(text, { kind: "line", line: 7, start: 100, end: 100 + text.length })]);
    expect(claim).toMatchObject({ decimal: "35", raw: "３５ 件", year: 2021, origin: { kind: "line", line: 7, start: 119, end: 123 } });
  });
});
