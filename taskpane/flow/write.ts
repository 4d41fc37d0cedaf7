import type { Report } from "../../src/report/model.ts";
import { isUnsettled } from "../state/city.ts";
import { isCounted } from "../state/members.ts";
import { unwritten } from "../state/next-step.ts";
import type { HeldReports, OutgoingReport } from "../worker/jobs.ts";
import type { WeighedHandIn } from "../worker/review-city.ts";
import { guarded, refreshHeld, refreshWritten, textsAt, type Desk } from "./desk.ts";
import { cityAtHand, mergeHandIns, typedCity, type SecondHandIn } from "./merge-reports.ts";
import { acceptedFor, remarksFor, remarksPending } from "./remarks.ts";
import { CHANGED, putPlan, whileOthersWrite } from "./put-plan.ts";

const writtenReports = (desk: Desk): Record<string, Report> => Object.fromEntries(desk.getState().work.documents.map(({ id, report }) => [id, report]));

/**
 * Asks about units that handed in a second time; null when the user gave up. What is to replace an earlier hand-in then
 * counts and the earlier one is kept; what is refused leaves the pane.
 */
async function gather(desk: Desk, held: HeldReports | null, signal: AbortSignal): Promise<readonly OutgoingReport[] | null> {
  for (;;) {
    const { members, seconds } = mergeHandIns(held?.reports ?? [], desk.getState().work, held?.workbook ?? null);
    const [second] = seconds;
    if (!second) return members;
    const { report } = second.document;
    const weighed = await weighSecond(desk, members, second, signal);
    const answer = await desk.ask({ kind: "twice", unit: report.unit, year: report.year === null ? "" : textsAt(desk).home.year(report.year), weighed });
    if (answer === "cancel") return null;
    desk.dispatch(answer === "yes" ? { type: "replace-hand-in", id: second.document.id } : { type: "remove-document", id: second.document.id });
  }
}

/** What a second hand-in moves, in the unit's own report and in the city's figures. */
export function weighSecond(desk: Desk, members: readonly OutgoingReport[], { earlier, later }: SecondHandIn, signal?: AbortSignal): Promise<WeighedHandIn> {
  const state = desk.getState();
  const first = members[earlier]!;
  const { unit = "", year = first.report.year ?? 0 } = typedCity(state.work) ?? {};
  const city = { unit: unit || textsAt(desk).home.noUnit, year };
  return desk.engine.run("weighHandIn", { members: members.filter((_, at) => at !== later), index: earlier - Number(later < earlier), later: { ...members[later]!, stored: first.stored }, city, own: state.heldWorkbook ?? undefined, settled: state.work.settled }, signal);
}

/** Writes every report of the pane to the workbook, beside those that are there. A consolidated workbook stays one. */
export const writeReports = (desk: Desk): Promise<void> =>
  guarded(desk, async (signal) => {
    const { work: before, language } = desk.getState();
    const texts = textsAt(desk);
    const nameless = before.documents.find(({ report }) => report.unit.trim() === "");
    if (before.documents.length === 0 && !remarksPending(before)) return desk.dispatch({ type: "problem", problem: { code: "nothing-to-write" } });
    if (nameless) {
      desk.dispatch({ type: "choose-document", id: nameless.id });
      return desk.dispatch({ type: "problem", problem: { code: "unit-needed" } });
    }
    desk.dispatch({ type: "progress", progress: { kind: "writing", name: "", done: 0, of: 0 } });
    await whileOthersWrite(desk, async () => {
      const held = await refreshHeld(desk);
      const reports = await gather(desk, held, signal);
      if (!reports) return desk.dispatch({ type: "say", text: texts.status.cancelled });
      const { work } = desk.getState();
      const gone = work.documents.some(({ report }) => !held?.reports.some((one) => one.report.unit === report.unit && one.report.year === report.year));
      const isPending = remarksPending(work) || (isUnsettled(work) && cityAtHand(held, work) !== undefined);
      if (unwritten(work.documents).length === 0 && !gone && !isPending) return desk.dispatch({ type: "say", text: texts.status.upToDate });
      const city = cityAtHand(held, work);
      const plan = city
        ? (await desk.engine.run("planCity", { members: reports, ...city, ...remarksFor(held, city.own, work, city.settled), language }, signal)).plan
        : await desk.engine.run("planReports", { reports, language, accepted: acceptedFor(held, undefined, work) }, signal);
      const put = await putPlan(desk, plan, signal);
      if (!put || put === CHANGED) return put || undefined;
      desk.dispatch({ type: "written", reports: writtenReports(desk), step: "write", consolidated: city !== undefined });
      await refreshWritten(desk, plan, put.skipped);
    });
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
    await whileOthersWrite(desk, async () => {
      const held = await refreshHeld(desk);
      const members = await gather(desk, held, signal);
      if (!members) return desk.dispatch({ type: "say", text: texts.status.cancelled });
      if (members.length === 0) return desk.dispatch({ type: "problem", problem: { code: "nothing-to-consolidate" } });
      if (!members.some(isCounted)) return desk.dispatch({ type: "problem", problem: { code: "nothing-counted" } });
      const { work: now } = desk.getState();
      const { plan, findings, accepted, counted } = await desk.engine.run("planCity", { members, city: { unit, year: Number(year) }, own: held?.workbook, ...remarksFor(held, held?.workbook, now, now.settled), language }, signal);
      const put = await putPlan(desk, plan, signal);
      if (!put || put === CHANGED) return put || undefined;
      desk.dispatch({ type: "consolidated", units: counted, findings: [...findings, ...accepted], reports: writtenReports(desk) });
      desk.dispatch({ type: "say", text: texts.status.consolidated(counted) });
      const city = plan.sheets.find((sheet) => sheet.kind === "city");
      await refreshWritten(desk, plan, put.skipped);
      if (city) await desk.host()?.show(city.name);
    });
  });
