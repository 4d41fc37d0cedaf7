import type { WorkbookPlan } from "../../src/sheet/plan.ts";
import { textsAt, type Desk } from "./desk.ts";

/**
 * Writes a plan; asks before anything of the user's is overwritten. False when nothing was written, for a reason that
 * the user has then been told.
 */
export async function putPlan(desk: Desk, plan: WorkbookPlan, signal: AbortSignal): Promise<{ written: number } | false> {
  const host = desk.host();
  if (!host) return false;
  const texts = textsAt(desk);
  const overwrite: string[] = [];
  for (const preview of await host.preview(plan)) {
    // A foreign sheet that is written beside is in no danger.
    const endangered = preview.state === "changed-by-user" || (preview.state === "foreign" && preview.target === undefined);
    if (!endangered) continue;
    const answer = await desk.ask({ kind: preview.state === "foreign" ? "foreign" : "changed", preview });
    if (answer === "cancel") {
      desk.dispatch({ type: "say", text: texts.status.cancelled });
      return false;
    }
    if (answer === "yes") overwrite.push(preview.sheet);
  }
  const onProgress = (done: number, of: number) => desk.dispatch({ type: "progress", progress: { kind: "writing", name: "", done, of } });
  const outcome = await host.write(plan, { overwrite, onProgress, signal });
  if (!outcome.ok) {
    desk.dispatch({ type: "problem", problem: { code: outcome.problem, detail: outcome.sheet } });
    return false;
  }
  const said = outcome.skipped.length > 0 ? ` ${texts.status.skipped(outcome.skipped.join("、"))}` : "";
  desk.dispatch({ type: "say", text: texts.status.written(outcome.written.length) + said });
  return { written: outcome.written.length };
}
