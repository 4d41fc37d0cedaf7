import type { Report } from "../../src/report/model.ts";
import { isCounted } from "../state/members.ts";
import { unwritten } from "../state/next-step.ts";
import type { OutgoingReport } from "../worker/jobs.ts";
import { guarded, refreshHeld, textsAt, type Desk } from "./desk.ts";
import { cityAtHand, findTwice, mergeReports } from "./merge-reports.ts";
import { acceptedFor, remarksFor, remarksPending } from "./remarks.ts";
import { putPlan } from "./put-plan.ts";

const writtenReports = (desk: Desk): Record<string, Report> => Object.fromEntries(desk.getState().work.documents.map(({ id, report }) => [id, report]));

/** Asks about units that the workbook has from elsewhere; null when the user gave up. */
async function gather(desk: Desk, held: readonly OutgoingReport[]): Promise<readonly OutgoingReport[] | null> {
  const { work } = desk.getState();
  const both = new Set<string>();
  for (const { document } of findTwice(held, work)) {
    const answer = await desk.ask({ kind: "twice", unit: document.report.unit, year: document.report.year === null ? "" : textsAt(desk).home.year(document.report.year) });
    if (answer === "cancel") return null;
    if (answer === "no") both.add(document.id);
  }
  return mergeReports(held, work, both);
}

/** Writes every report of the pane to the workbook, beside those that are there. A consolidated workbook stays one. */
export const writeReports = (desk: Desk): Promise<void> =>
  guarded(desk, async (signal) => {
    const { work, language } = desk.getState();
    const texts = textsAt(desk);
    const nameless = work.documents.find(({ report }) => report.unit.trim() === "");
    const pending = remarksPending(work);
    if (work.documents.length === 0 && !pending) return desk.dispatch({ type: "problem", problem: { code: "nothing-to-write" } });
    if (nameless) {
      desk.dispatch({ type: "choose-document", id: nameless.id });
      return desk.dispatch({ type: "problem", problem: { code: "unit-needed" } });
    }
    desk.dispatch({ type: "progress", progress: { kind: "writing", name: "", done: 0, of: 0 } });
    const held = await refreshHeld(desk);
    const gone = work.documents.some(({ report }) => !held?.reports.some((one) => one.report.unit === report.unit && one.report.year === report.year));
    if (unwritten(work.documents).length === 0 && !gone && !pending) return desk.dispatch({ type: "say", text: texts.status.upToDate });
    const reports = await gather(desk, held?.reports ?? []);
    if (!reports) return desk.dispatch({ type: "say", text: texts.status.cancelled });
    const city = cityAtHand(held, work);
    const plan = city
      ? (await desk.engine.run("planCity", { members: reports, ...city, ...remarksFor(held, city.own, work), language }, signal)).plan
      : await desk.engine.run("planReports", { reports, language, accepted: acceptedFor(held, undefined, work) }, signal);
    if (!(await putPlan(desk, plan, signal))) return;
    desk.dispatch({ type: "written", reports: writtenReports(desk), step: "write", consolidated: city !== undefined });
    await refreshHeld(desk);
  });

/** Adds up everything that the workbook holds and the pane has, and writes the consolidated workbook. */
export const consolidateReports = (desk: Desk): Promise<void> =>
  guarded(desk, async (signal) => {
    const { work, language } = desk.getState();
    const texts = textsAt(desk);
    const unit = work.city.unit.trim();
    const year = work.city.year.trim();
    if (unit === "") return desk.dispatch({ type: "problem", problem: { code: "city-needed" } });
    if (!/^\d{4}$/.test(year)) return desk.dispatch({ type: "problem", problem: { code: "year-needed" } });
    desk.dispatch({ type: "progress", progress: { kind: "consolidating", name: "", done: 0, of: 0 } });
    const held = await refreshHeld(desk);
    const members = await gather(desk, held?.reports ?? []);
    if (!members) return desk.dispatch({ type: "say", text: texts.status.cancelled });
    if (members.length === 0) return desk.dispatch({ type: "problem", problem: { code: "nothing-to-consolidate" } });
    if (!members.some(isCounted)) return desk.dispatch({ type: "problem", problem: { code: "nothing-counted" } });
    const { plan, findings, accepted, counted } = await desk.engine.run("planCity", { members, city: { unit, year: Number(year) }, own: held?.workbook, ...remarksFor(held, held?.workbook, work), language }, signal);
    if (!(await putPlan(desk, plan, signal))) return;
    desk.dispatch({ type: "consolidated", units: counted, findings: [...findings, ...accepted], reports: writtenReports(desk) });
    desk.dispatch({ type: "say", text: texts.status.consolidated(counted) });
    const city = plan.sheets.find((sheet) => sheet.kind === "city");
    if (city) await desk.host()?.show(city.name);
    await refreshHeld(desk);
  });
