import type { WorkbookPlan } from "../../src/sheet/plan.ts";
import { PageWorkbook } from "../host/page-workbook.ts";
import { planOfBook, type PageBook } from "../page-workbook/book.ts";
import { mergePlan } from "../page-workbook/merge-plan.ts";
import { guarded, refreshHeld, sayHeld, textsAt, type Desk } from "./desk.ts";
import { cityAtHand, mergeReports } from "./merge-reports.ts";
import { acceptedFor, remarksFor, remarksPending } from "./remarks.ts";

/** What an export holds: the in-page workbook as it stands, otherwise a plan of all reports there are. */
async function planExport(desk: Desk): Promise<WorkbookPlan | null> {
  const host = desk.host();
  const { work, language } = desk.getState();
  const isHere = host instanceof PageWorkbook && host.getView().book.sheets.length > 0;
  if (isHere && !remarksPending(work)) return host.toPlan();
  const held = await refreshHeld(desk);
  const reports = mergeReports(held?.reports ?? [], work, desk.getState().heldWorkbook);
  if (reports.length === 0) return null;
  const city = cityAtHand(held, work);
  const plan = city
    ? (await desk.engine.run("planCity", { members: reports, ...city, ...remarksFor(held, city.own, work, city.settled), language })).plan
    : await desk.engine.run("planReports", { reports, language, accepted: acceptedFor(held, undefined, work) });
  return isHere ? withRemarks(host.getView().book, plan) : plan;
}

/** The in-page workbook with footnotes and acceptances that it does not have yet; what the user changed in its sheets stays. */
function withRemarks(book: PageBook, plan: WorkbookPlan): WorkbookPlan {
  const said = plan.sheets.filter(({ kind }) => kind === "footnotes" || kind === "checks" || kind === "metadata").map(({ name }) => name);
  return planOfBook(mergePlan(book, plan, said).book);
}

function nameFile(desk: Desk): string {
  const { work, held } = desk.getState();
  const first = work.documents[0]?.report ?? held[0]?.report;
  const one = work.documents.length + held.length > 0 && new Set([...work.documents, ...held].map(({ report }) => report.unit)).size === 1;
  const unit = work.consolidation ? work.city.unit : one ? (first?.unit ?? "") : "";
  const year = work.consolidation ? work.city.year : String(first?.year ?? "");
  return `${unit}${year}${year && "年"}政府信息公开年报.xlsx`.replace(/[\\/:*?"<>|]/g, "_");
}

export const exportXlsx = (desk: Desk): Promise<void> =>
  guarded(desk, async () => {
    desk.dispatch({ type: "progress", progress: { kind: "exporting", name: "", done: 0, of: 0 } });
    const plan = await planExport(desk);
    if (!plan) return desk.dispatch({ type: "problem", problem: { code: "nothing-to-export" } });
    const name = nameFile(desk);
    desk.download(name, await desk.engine.run("writeXlsx", plan));
    desk.dispatch({ type: "say", text: textsAt(desk).status.exported(name) });
  });

/** Opens a file as the in-page workbook: ours is planned anew and stays live, others' sheets are shown as they are. */
export const openWorkbook = (desk: Desk, file: File): Promise<void> =>
  guarded(desk, async () => {
    const host = desk.host();
    if (!(host instanceof PageWorkbook)) return;
    desk.dispatch({ type: "progress", progress: { kind: "reading", name: file.name, done: 0, of: 1 } });
    let grid;
    try {
      grid = await desk.engine.run("readGrid", new Uint8Array(await file.arrayBuffer()));
    } catch {
      return desk.dispatch({ type: "problem", problem: { code: "open-failed", detail: file.name } });
    }
    const held = await desk.engine.run("readHeld", grid);
    const { language } = desk.getState();
    if (!held || held.kind === "template") host.open(file.name, { grid });
    else if (held.workbook) host.open(file.name, { plan: (await desk.engine.run("planCity", { members: held.reports, city: held.workbook.city, own: held.workbook, language })).plan });
    else host.open(file.name, { plan: await desk.engine.run("planReports", { reports: held.reports, language }) });
    desk.dispatch({ type: "workbook-changed", step: "open", name: file.name });
    desk.dispatch({ type: "held", held: held?.reports ?? [], ...sayHeld(held) });
    desk.dispatch({ type: "say", text: textsAt(desk).status.opened(file.name) });
  });
