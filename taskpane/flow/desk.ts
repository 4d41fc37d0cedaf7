import type { WorkbookPlan } from "../../src/sheet/plan.ts";
import { HostProblem, type SheetPreview, type WorkbookHost } from "../host/workbook-host.ts";
import type { Action } from "../state/actions.ts";
import type { PaneState } from "../state/model.ts";
import { textsOf, type ProblemCode, type Texts } from "../texts/texts.ts";
import type { WeighedHandIn } from "../worker/review-city.ts";
import type { Engine } from "../worker/engine.ts";
import { isPartNotLoaded } from "../worker/part-not-loaded.ts";
import type { HeldReports } from "../worker/jobs.ts";

/** What the user is asked before something of theirs is overwritten. */
export type Question =
  | { readonly kind: "changed" | "foreign"; readonly preview: SheetPreview }
  | { readonly kind: "twice"; readonly unit: string; readonly year: string; readonly weighed: WeighedHandIn };

/** `yes` overwrites or replaces, `no` leaves as it is or keeps both, `cancel` ends the whole action. */
export type Answer = "yes" | "no" | "cancel";

/** Everything a flow works with; tests bring their own. */
export interface Desk {
  readonly getState: () => PaneState;
  readonly dispatch: (action: Action) => void;
  readonly engine: Engine;
  readonly host: () => WorkbookHost | null;
  readonly ask: (question: Question) => Promise<Answer>;
  readonly download: (name: string, bytes: Uint8Array) => void;
  /** The signal of a new action; the cancel button aborts it. */
  readonly begin: () => AbortSignal;
}

export const textsAt = (desk: Desk): Texts => textsOf[desk.getState().language];

export const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === "AbortError";

/** Runs an action; what fails is told, nothing is half done. */
export async function guarded(desk: Desk, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  try {
    await work(desk.begin());
  } catch (error) {
    if (isAbort(error)) desk.dispatch({ type: "say", text: textsAt(desk).status.cancelled });
    else if (error instanceof HostProblem) desk.dispatch({ type: "problem", problem: { code: error.problem, detail: error.message } });
    else if (isPartNotLoaded(error)) desk.dispatch({ type: "problem", problem: { code: "part-not-loaded" } });
    else {
      console.error(error);
      desk.dispatch({ type: "problem", problem: { code: "fault", detail: error instanceof Error ? error.message : undefined } });
    }
  } finally {
    desk.dispatch({ type: "progress", progress: null });
  }
}

/** What the pane keeps of a workbook besides its reports. */
export const sayHeld = (held: HeldReports | null) => ({
  workbook: held?.workbook,
  accepted: held?.accepted,
  footnotes: held?.workbook?.footnotes ? { texts: held.workbook.footnotes, own: held.workbook.policy?.footnotes !== undefined } : null,
});

/** Takes away what a failed reading said, once reading succeeds; what other actions said stays. */
export function clearReadProblem(desk: Desk): void {
  const code = desk.getState().problem?.code;
  if (code !== undefined && READ_PROBLEMS.has(code)) desk.dispatch({ type: "problem", problem: null });
}

const READ_PROBLEMS: ReadonlySet<ProblemCode> = new Set(["read-failed", "cell-edit", "too-large", "no-permission", "not-supported", "changed-meanwhile", "protected", "fault"]);

/** Why the workbook could not be read; nothing was to be written, and the message must not speak of it. */
export const readProblem = (error: unknown): ProblemCode => (!(error instanceof HostProblem) ? "fault" : error.problem === "unknown" || error.problem === "connection" ? "read-failed" : error.problem);

/** Reads again what the workbook holds: people change workbooks without telling the pane. */
export async function refreshHeld(desk: Desk) {
  const host = desk.host();
  if (!host) return null;
  return tellHeld(desk, await desk.engine.run("readHeld", await host.readGrid()));
}

/** What the workbook holds after a write: the plan says it, unless sheets were left as they were. */
export async function refreshWritten(desk: Desk, plan: WorkbookPlan, skipped: number) {
  return skipped > 0 || desk.host()?.kind === "page" ? refreshHeld(desk) : tellHeld(desk, await desk.engine.run("readPlanned", plan));
}

function tellHeld(desk: Desk, held: HeldReports | null) {
  desk.dispatch({ type: "held", held: held?.reports ?? [], ...sayHeld(held) });
  return held;
}
