import type { WorkbookPlan } from "../../src/sheet/plan.ts";
import type { WorkbookHost } from "../host/workbook-host.ts";
import { textsAt, type Desk } from "./desk.ts";

/** Somebody changed the workbook between the look and the write; nothing was written. */
export const CHANGED = "changed-meanwhile";

/** Writes that others came between: after so many, the user is told. */
const ATTEMPTS = 3;

/** Reads, plans and writes once more where others came between, so that what they wrote is neither lost nor left out. */
export async function whileOthersWrite(desk: Desk, work: () => Promise<void | typeof CHANGED>): Promise<void> {
  for (let attempt = 1; (await work()) === CHANGED; attempt++) {
    if (attempt === ATTEMPTS) return desk.dispatch({ type: "problem", problem: { code: CHANGED } });
  }
}

/**
 * Writes a plan; asks before anything of the user's is overwritten. False when nothing was written, for a reason that
 * the user has then been told.
 */
export async function putPlan(desk: Desk, plan: WorkbookPlan, signal: AbortSignal): Promise<{ written: number; skipped: number } | false | typeof CHANGED> {
  const host = desk.host();
  if (!host) return false;
  const texts = textsAt(desk);
  const overwrite = await askAll(desk, host, plan);
  if (!overwrite) {
    desk.dispatch({ type: "say", text: texts.status.cancelled });
    return false;
  }
  const onProgress = (done: number, of: number) => desk.dispatch({ type: "progress", progress: { kind: "writing", name: "", done, of } });
  const outcome = await host.write(plan, { overwrite, onProgress, signal });
  if (!outcome.ok) {
    if (outcome.problem === CHANGED && !outcome.pending) return CHANGED;
    desk.dispatch({ type: "problem", problem: { code: outcome.pending ? "unfinished" : outcome.problem, detail: outcome.sheet } });
    return false;
  }
  const { written, skipped, dropped = [] } = outcome;
  const said = [texts.status.written(written.length), ...(skipped.length > 0 ? [texts.status.skipped(skipped.join("、"))] : []), ...(dropped.length > 0 ? [texts.status.dropped(dropped.join("、"))] : [])];
  desk.dispatch({ type: "say", text: said.join(" ") });
  return { written: written.length, skipped: skipped.length };
}

/** Shows what of the user's would be overwritten. The sheets that may be, or null where the user gave up. */
async function askAll(desk: Desk, host: WorkbookHost, plan: WorkbookPlan): Promise<readonly string[] | null> {
  const overwrite: string[] = [];
  for (const preview of await host.preview(plan)) {
    // A foreign sheet that is written beside is in no danger.
    const endangered = preview.state === "changed-by-user" || (preview.state === "foreign" && preview.target === undefined);
    if (!endangered) continue;
    const answer = await desk.ask({ kind: preview.state === "foreign" ? "foreign" : "changed", preview });
    if (answer === "cancel") return null;
    if (answer === "yes") overwrite.push(preview.sheet);
  }
  return overwrite;
}
