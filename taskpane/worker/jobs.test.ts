/** @jest-environment node */
import { consolidate } from "../../src/consolidation/consolidate.ts";
import { parsePolicy } from "../../src/consolidation/policy.ts";
import { acceptFinding } from "../../src/finding/acceptance.ts";
import { planConsolidation } from "../../src/sheet/consolidated.ts";
import type { WorkbookPlan } from "../../src/sheet/plan.ts";
import { writeXlsx } from "../../src/writer/xlsx.ts";
import { randomReport } from "../../test/support/generator.ts";
import { mergeReports } from "../flow/merge-reports.ts";
import { memberKeys } from "../state/members.ts";
import { initialState } from "../state/model.ts";
import { reduce } from "../state/reducer.ts";
import { jobs, type OutgoingReport } from "./jobs.ts";

const city = { unit: "示例市人民政府", year: 2024 };
const reports = [1, 2, 3, 4].map((seed) => randomReport({ edition: "2021", seed, unit: `示例市第${seed}局`, year: 2024, size: "small" }));
const { policy } = parsePolicy({ sources: [{ table: "二", rows: ["行政许可"], from: "提供", provider: "示例市第2局", values: { "行政许可/本年处理决定数量": 4711 } }], footnotes: ["口径说明一。"] });
const roster = [1, 2, 3, 4, 5].map((seed) => ({ name: `示例市第${seed}局`, aliases: [], kind: "municipal-department" as const }));
const kinds = ["municipal-department", "township", "municipal-department", "county"] as const;
const members = reports.map((report, index) => ({ id: `m${index}`, report, counted: index !== 2, kind: kinds[index]! }));
const consolidation = consolidate({ ...city, members, roster, policy });
const missing = consolidation.findings.find(({ code }) => code === "unit-missing")!;
const accepted = [acceptFinding(missing, { why: "已电话核实", who: "张三" })];
const made = planConsolidation(consolidation, { roster, accepted, given: { 示例市第1局: "verified" } });

/** All that a person sees: the hidden sheet may say the same in another order. */
const whole = (plan: WorkbookPlan) => plan.sheets.filter(({ kind }) => kind !== "metadata").map(({ name, cells }) => ({ name, cells: cells.map(({ row, column, value, formula }) => [row, column, value, formula]) }));
const bytes = () => writeXlsx(made);
const held = async () => (await jobs.readHeld(await jobs.readGrid(await bytes())))!;

describe("a consolidated workbook of ours", () => {
  it("planned again from what the workbook holds is the same workbook", async () => {
    const { reports: read, workbook } = await held();
    expect(read.map(({ stored }) => [stored?.counted, stored?.unitKind])).toEqual(members.map(({ counted, kind }) => [counted, kind]));
    expect(workbook).toMatchObject({ policy: { sources: [{ provider: "示例市第2局" }], footnotes: ["口径说明一。"] }, accepted, roster: roster.map(({ name }) => ({ name })), given: { 示例市第1局: "verified" } });
    const { plan, counted, findings } = await jobs.planCity({ members: read, city, own: workbook, language: "zh-CN" });
    expect(counted).toBe(3);
    expect(findings.map(({ code }) => code)).not.toContain("unit-missing");
    expect(whole(plan)).toEqual(whole(made));
    expect(await jobs.readHeld(await jobs.readGrid(await writeXlsx(plan)))).toEqual(await held());
  });

  it("chosen as a file and consolidated anew gives the same figures, and is offered under its city", async () => {
    const [reading] = await jobs.takeFile({ name: "示例市.xlsx", bytes: await bytes() });
    const state = reduce(initialState("zh-CN"), { type: "read", readings: [reading!], step: "read" });
    expect(state.work.city).toEqual({ unit: city.unit, year: "2024" });
    const { plan } = await jobs.planCity({ members: mergeReports([], state.work, null), city, language: "zh-CN" });
    const figures = (one: WorkbookPlan) => whole(one).filter(({ name }) => ["示例市人民政府", "台账", "差额表", "附注"].includes(name));
    expect(figures(plan)).toEqual(figures(made));
  });

  it("keeps 计入 as chosen in the pane, above what the workbook says", async () => {
    const { reports: read, workbook } = await held();
    const { work } = reduce(initialState("zh-CN"), { type: "count-member", key: memberKeys(read)[0]!, counted: false });
    const chosen = mergeReports(read, work, null);
    const { plan, counted } = await jobs.planCity({ members: chosen, city, own: workbook, language: "zh-CN" });
    expect(counted).toBe(2);
    const again = await jobs.readHeld(await jobs.readGrid(await writeXlsx(plan)));
    expect(again!.reports.map(({ stored }) => stored?.counted)).toEqual([false, true, false, true]);
    expect(again!.workbook?.policy).toEqual(workbook?.policy);
  });

  it("of another city is one unit, with everyone behind it, and is not doubled when consolidated again", async () => {
    const [reading] = await jobs.takeFile({ name: "示例市.xlsx", bytes: await bytes() });
    const state = reduce(initialState("zh-CN"), { type: "read", readings: [reading!], step: "read" });
    const province = { unit: "示例省人民政府", year: 2024 };
    const first = await jobs.planCity({ members: mergeReports([], state.work, null), city: province, language: "zh-CN" });
    const again = (await jobs.readHeld(await jobs.readGrid(await writeXlsx(first.plan))))!;
    expect(again.reports.map(({ report, stored }) => [report.unit, stored?.parts?.map(({ counted }) => counted)])).toEqual([[city.unit, [true, true, false, true]]]);
    const { documents } = state.work;
    const written = { ...state.work, documents: documents.map((document) => ({ ...document, written: document.report })) };
    const members2: readonly OutgoingReport[] = mergeReports(again.reports, written, null);
    expect(members2.map(({ report }) => report.unit)).toEqual([city.unit]);
    expect(whole((await jobs.planCity({ members: members2, city: province, own: again.workbook, language: "zh-CN" })).plan).slice(0, 3)).toEqual(whole(first.plan).slice(0, 3));
  });
});
