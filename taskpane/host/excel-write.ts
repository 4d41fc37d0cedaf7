import type { SheetPlan, WorkbookPlan } from "../../src/sheet/plan.ts";
import { contentOf, holds } from "../../src/writer/excel/content.ts";
import { planWriteInParts, type WritePlan } from "../../src/writer/excel/plan-write.ts";
import { toRequests } from "../../src/writer/excel/requests.ts";
import { hasSheet, seenSheet, STORE, type SeenSheet, type SeenWorkbook } from "../../src/writer/excel/seen.ts";
import type { Step } from "../../src/writer/excel/step.ts";
import { possibleSteps } from "../../src/writer/excel/undo.ts";
import { applySteps, findLost, type ReadBack } from "./excel-apply.ts";
import { findFormats } from "./excel-formats.ts";
import { problemOf } from "./excel-errors.ts";
import { lookInGroups, type Look } from "./excel-look.ts";
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
    const rollback = watch.correct(write.rollback);
    // A cell that Excel made something else of holds nothing that anybody wrote: it must not be taken for somebody's.
    const sparing = error instanceof Lost ? undefined : sparingOthers(plan, write, failure.problem === "changed-meanwhile");
    const back = await putBack(office, rollback, { sparing }).then(() => true, () => false);
    // The checkpoint remains in the workbook: the next write, or undo, begins with it.
    return { ok: false, ...failure, ...(!back && { pending: true }) };
  }
}

/**
 * Sends steps as one request and verifies that every cell holds what it was given. Rejects where others have changed what
 * is written over; `afterwards` lets the request stand and leaves it to the caller to give theirs back.
 */
export async function sendSteps(office: OfficeParts, steps: readonly Step[], watch: OvertakeWatch, { afterwards = false } = {}): Promise<void> {
  const formats = await findFormats(office, steps, watch.formatsOf);
  let asked: ReturnType<typeof applySteps> | undefined;
  const send = request(office, (context) => {
    const { before, read } = (asked = applySteps(office, context, steps, { isWatched: watch.isWatched, formats }));
    return () => ({ lost: findLost(read), overtaken: watch.compare(before, steps) });
  });
  const { lost, overtaken } = await send.catch((error: unknown) => {
    // Of a request that stopped midway Office.js still takes the answers that came before: what stood there is known.
    if (asked) watch.compare(asked.before.filter(wasAnswered), steps);
    throw error;
  });
  if (overtaken !== undefined && !afterwards) throw new Overtaken(overtaken);
  if (lost !== undefined) throw new Lost(`not kept: ${lost}`);
}

const wasAnswered = ({ range }: ReadBack): boolean => range.toJSON().formulas !== undefined;

/** Takes out of steps what would touch what others did, given the sheets of `looksAt` as they are now. */
interface Sparing {
  readonly looksAt: (step: Step) => boolean;
  readonly spare: (steps: readonly Step[], now: Look) => readonly Step[];
}

/**
 * What puts a write back without touching what others did meanwhile: their cells stay; where sheets came to be meanwhile,
 * one that somebody made under the name of one of ours is not ours to delete.
 */
function sparingOthers(plan: WorkbookPlan, write: WritePlan, sheetsToo: boolean): Sparing {
  const isInQuestion = (step: Step) => sheetsToo && step.do === "delete" && step.sheet !== STORE.sheet;
  const isTheirs = (name: string, now: Look) => hasOther(seenSheet(now, name), plan.sheets.find((sheet) => sheet.name === name));
  return {
    looksAt: (step) => step.do === "cells" || isInQuestion(step),
    spare: (steps, now) => spareOthers(steps, write.steps, now).filter((step) => !(isInQuestion(step) && isTheirs(step.sheet, now))),
  };
}

/** Bytes to allow for a sheet in an answer. */
const SHEET_BYTES = 100_000;

function hasOther(now: SeenSheet | undefined, planned: SheetPlan | undefined): boolean {
  const content = planned ? contentOf(planned) : [];
  return now?.cells.some((cells, row) => cells.some((cell, column) => cell !== "" && cell !== null && !holds(content[row]?.[column] ?? { input: "", text: false }, cell))) ?? false;
}

/**
 * Does what of `steps` can be done now; what others write at the same moment is given back to them. `now`: how the workbook
 * stands, for the first attempt. Rejects with the last error where the workbook would not let it.
 */
export async function putBack(office: OfficeParts, steps: readonly Step[], { sparing, now }: { readonly sparing?: Sparing; readonly now?: Look }): Promise<void> {
  const names = [...new Set([STORE.sheet, ...(sparing ? steps.filter(sparing.looksAt).map((step) => step.sheet) : [])])];
  for (let attempt = 1; ; attempt++) {
    try {
      const seen = (attempt === 1 ? now : undefined) ?? (await lookInGroups(office, names, () => SHEET_BYTES, false));
      const watch = new OvertakeWatch(seen);
      const possible = possibleSteps(sparing?.spare(steps, seen) ?? steps, seen);
      for (const part of toRequests(possible)) await sendSteps(office, part, watch, { afterwards: true });
      const theirs = watch.giveBack(possible);
      if (theirs.length > 0) await sendSteps(office, theirs, watch);
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
