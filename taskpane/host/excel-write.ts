import type { SheetPlan, WorkbookPlan } from "../../src/sheet/plan.ts";
import { contentOf, holds } from "../../src/writer/excel/content.ts";
import { planWriteInParts, type WritePlan } from "../../src/writer/excel/plan-write.ts";
import { toRequests } from "../../src/writer/excel/requests.ts";
import { hasSheet, seenSheet, STORE, type SeenSheet, type SeenWorkbook } from "../../src/writer/excel/seen.ts";
import type { Step } from "../../src/writer/excel/step.ts";
import { possibleSteps } from "../../src/writer/excel/undo.ts";
import { applySteps, findLost } from "./excel-apply.ts";
import { findFormats } from "./excel-formats.ts";
import { problemOf } from "./excel-errors.ts";
import { lookAt, lookInGroups, type Look } from "./excel-look.ts";
import { request, type OfficeParts } from "./excel-office.ts";
import { Overtaken, OvertakeWatch } from "./excel-overtake.ts";
import { spareOthers } from "./excel-spare.ts";
import { inSlices } from "./in-slices.ts";
import type { WriteOutcome } from "./workbook-host.ts";

/** A cell does not hold what was written to it. */
class Lost extends Error {}
/** The user stopped the write between two requests. */
class Stopped extends Error {}

/** Attempts to put the workbook back; a fault that took a write down seldom takes all of them. */
const ATTEMPTS = 3;

export interface WriteOptions {
  readonly overwrite?: readonly string[];
  readonly onProgress?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

/** Writes a plan to a workbook that was looked at, verifies it, and puts everything back where that fails. */
export async function writePlan(office: OfficeParts, plan: WorkbookPlan, seen: Look, options: WriteOptions): Promise<WriteOutcome> {
  const write = await inSlices(planWriteInParts(plan, seen, options.overwrite ?? []));
  const refused = write.steps.length > 0 && refuse(write, seen);
  if (refused) return refused;
  if (options.signal?.aborted) return { ok: false, problem: "cancelled" };
  const requests = withCalculation(toRequests(write.steps), seen);
  const watch = new OvertakeWatch(seen);
  let sent = 0;
  try {
    for (const [index, steps] of requests.entries()) {
      if (options.signal?.aborted) throw new Stopped();
      await sendSteps(office, steps, watch);
      sent += 1;
      options.onProgress?.(index + 1, requests.length);
    }
    return { ok: true, written: write.written, skipped: write.skipped, ...(write.dropped.length > 0 && { dropped: write.dropped }) };
  } catch (error) {
    const failure = error instanceof Stopped ? { problem: "cancelled" as const } : problemOf(error);
    // What a request speaks of is asked for before it does anything: nothing was done, and what others did is not undone.
    if (sent === 0 && (error as { code?: string }).code === "ItemNotFound") return { ok: false, ...failure };
    const corrected = watch.correct(write.rollback);
    const rollback = failure.problem === "changed-meanwhile" ? sparingOthers(office, plan, write, corrected) : Promise.resolve(corrected);
    const back = await rollback.then((steps) => putBack(office, steps)).then(() => true, () => false);
    // The checkpoint remains in the workbook: the next write, or undo, begins with it.
    return { ok: false, ...failure, ...(!back && { pending: true }) };
  }
}

/** Sends steps as one request and verifies that every cell holds what it was given. */
export async function sendSteps(office: OfficeParts, steps: readonly Step[], watch?: OvertakeWatch): Promise<void> {
  const formats = await findFormats(office, steps, (sheet) => watch?.formatsOf(sheet));
  const { lost, overtaken } = await request(office, (context) => {
    const { before, read } = applySteps(office, context, steps, { isWatched: watch?.isWatched ?? (() => false), formats });
    return () => ({ lost: findLost(read), overtaken: watch?.compare(before, steps) });
  });
  if (overtaken !== undefined) throw new Overtaken(overtaken);
  if (lost !== undefined) throw new Lost(`not kept: ${lost}`);
}

/**
 * What puts a write back without touching what others did meanwhile: a sheet that somebody made under the name of one of
 * ours is not ours to delete, and their cells stay. Where Excel will not show the workbook, everything is put back.
 */
async function sparingOthers(office: OfficeParts, plan: WorkbookPlan, write: WritePlan, rollback: readonly Step[]): Promise<readonly Step[]> {
  const added = new Set(rollback.filter((step) => step.do === "delete" && step.sheet !== STORE.sheet).map((step) => step.sheet));
  const names = [...new Set(rollback.map((step) => step.sheet).filter((name) => name !== ""))];
  const look = await lookInGroups(office, names, () => SHEET_BYTES, false).catch(() => undefined);
  if (!look) return rollback;
  const theirs = new Set([...added].filter((name) => hasOther(seenSheet(look, name), plan.sheets.find((sheet) => sheet.name === name))));
  return spareOthers(rollback, write.steps, look).filter((step) => !(step.do === "delete" && theirs.has(step.sheet)));
}

/** Bytes to allow for a sheet in an answer. */
const SHEET_BYTES = 100_000;

function hasOther(now: SeenSheet | undefined, planned: SheetPlan | undefined): boolean {
  const content = planned ? contentOf(planned) : [];
  return now?.cells.some((cells, row) => cells.some((cell, column) => cell !== "" && cell !== null && !holds(content[row]?.[column] ?? { input: "", text: false }, cell))) ?? false;
}

/** Does what of `steps` can be done now; rejects with the last error where the workbook would not let it. */
export async function putBack(office: OfficeParts, steps: readonly Step[]): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      const seen = await lookAt(office, [STORE.sheet]);
      for (const part of toRequests(possibleSteps(steps, seen))) await sendSteps(office, part);
      return;
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

function refuse(write: WritePlan, seen: SeenWorkbook): WriteOutcome | undefined {
  if (seen.readOnly) return { ok: false, problem: "read-only" };
  const locked = [...write.touched, ...(hasSheet(seen, STORE.sheet) ? [STORE.sheet] : [])].find((name) => seenSheet(seen, name)?.isProtected);
  if (locked !== undefined) return { ok: false, problem: "protected", sheet: locked };
  return seen.structureProtected && write.addsSheets ? { ok: false, problem: "protected" } : undefined;
}

/** A write of many requests would be calculated after each: manual meanwhile, as it was afterwards. */
function withCalculation(requests: readonly Step[][], seen: SeenWorkbook): Step[][] {
  if (requests.length < 2 || seen.calculation !== "Automatic") return [...requests];
  return requests.map((steps, index) => [
    ...(index === 0 ? [{ do: "calculation", sheet: "", mode: "Manual" } as const] : []),
    ...steps,
    ...(index === requests.length - 1 ? [{ do: "calculation", sheet: "", mode: "Automatic" } as const] : []),
  ]);
}
