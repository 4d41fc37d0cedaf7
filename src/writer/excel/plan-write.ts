import type { SheetPlan, WorkbookPlan } from "../../sheet/plan.ts";
import { arrange, type Meeting } from "./arrange.ts";
import { blockSteps, type CellChange } from "./cells.ts";
import { CHECKPOINT_DONE, checkpointColumn } from "./checkpoint.ts";
import { compareSheet, restored, type Comparison } from "./compare.ts";
import { contentInParts, contentOf, holds } from "./content.ts";
import { followSheets, movedAddress, movedSteps } from "./follow.ts";
import { freshSteps } from "./fresh.ts";
import { lookInParts } from "./look.ts";
import { paintSteps } from "./paint.ts";
import { atOnce, type InParts } from "./in-parts.ts";
import { hasSheet, readStore, seenSheet, STORE, type SeenWorkbook } from "./seen.ts";
import { recordColumn, recordInParts, type Written } from "./record.ts";
import type { Step } from "./step.ts";
import { linkSteps, structureSteps, unmergeSteps } from "./structure.ts";

export type SheetState = "new" | "unchanged" | "update" | "changed-by-user" | "foreign";

export interface PlannedSheet extends Pick<Comparison, "differences"> {
  /** Name in the plan. */
  readonly sheet: string;
  /** Name in the workbook. */
  readonly target: string;
  readonly state: SheetState;
  readonly meeting: Meeting;
  readonly comparison?: Comparison;
}

/** What a plan meets in a workbook, sheet by sheet; the hidden sheet is not spoken of. */
export function* meetWorkbook(plan: WorkbookPlan, stands: SeenWorkbook): InParts<readonly PlannedSheet[]> {
  const last = meetings.get(stands);
  if (last?.plan === plan) return last.sheets;
  const { seen, moves } = followSheets(stands);
  yield;
  const sheets: PlannedSheet[] = [];
  for (const meeting of arrange(plan, seen, readStore(seen)?.written ?? [])) {
    // Worked out here, once, for all that follows.
    yield* contentInParts(meeting.planned);
    yield;
    yield* lookInParts(meeting.planned);
    yield;
    const met = meetSheet(meeting);
    sheets.push(moves.has(met.target.toLowerCase()) ? { ...met, differences: met.differences.map((one) => ({ ...one, address: movedAddress(one.address, met.target, moves) })) } : met);
    yield;
  }
  meetings.set(stands, { plan, sheets });
  return sheets;
}

/** What a plan met in a look at a workbook: the write after a preview of both need not compare again. */
const meetings = new WeakMap<SeenWorkbook, { readonly plan: WorkbookPlan; readonly sheets: readonly PlannedSheet[] }>();

function meetSheet(meeting: Meeting): PlannedSheet {
  const base = { sheet: meeting.plannedName, target: meeting.planned.name, meeting };
  if (!meeting.existing) return { ...base, state: meeting.foreign ? "foreign" : "new", differences: [] };
  const comparison = compareSheet(meeting);
  const idle = comparison.changes.length === 0 && lookSteps(meeting, comparison, "forward").length === 0;
  const state = comparison.conflict ? "changed-by-user" : idle ? "unchanged" : "update";
  return { ...base, state, differences: comparison.differences, comparison };
}

/** All that a write does, and all that takes it back. */
export interface WritePlan {
  readonly steps: readonly Step[];
  /** Brings back everything, whatever part of `steps` was done; idempotent. */
  readonly rollback: readonly Step[];
  readonly written: readonly string[];
  readonly skipped: readonly string[];
  /** Sheets of ours that stand but are not in the plan any more: nothing counts them, and they are marked. */
  readonly dropped: readonly string[];
  /** Sheets that stand already and are changed. */
  readonly touched: readonly string[];
  readonly addsSheets: boolean;
}

/**
 * Plans a write: new sheets, changed cells and looks of sheets of ours, the hidden sheet. Sheets that the user changed
 * are left out unless `overwrite` names them. The checkpoint is the first step, its mark of completion the last.
 */
export function* planWriteInParts(plan: WorkbookPlan, stands: SeenWorkbook, overwrite: readonly string[]): InParts<WritePlan> {
  const sheets = yield* meetWorkbook(plan, stands);
  const { seen, moves } = followSheets(stands);
  const store = readStore(seen);
  const allowed = new Set(overwrite);
  const skipped = sheets.filter((sheet) => sheet.state === "changed-by-user" && !allowed.has(sheet.sheet) && !allowed.has(sheet.target));
  const fresh = sheets.filter((sheet) => !sheet.comparison);
  const updated = sheets.filter((sheet) => sheet.comparison && sheet.state !== "unchanged" && !skipped.includes(sheet));
  const left = sheets.filter((sheet) => skipped.includes(sheet));

  const undoUpdates: Step[] = [...(yield* updateAll(updated, "back")), ...fresh.map(({ target }): Step => ({ do: "delete", sheet: target }))];
  const metadata = plan.sheets.find((sheet) => sheet.kind === "metadata");
  const kept = keptRecord(store?.written ?? [], sheets, left);
  const dropped = droppedSheets(kept, sheets, seen);
  const unmarked = dropped.filter((one) => one.look.tabColour !== DROPPED);
  const mark = (way: "forward" | "back") => unmarked.map(({ name, look }): Step => ({ do: "view", sheet: name, tabColour: way === "forward" ? DROPPED : look.tabColour }));
  const known = kept.map((one) => (unmarked.includes(one) ? { ...one, look: { ...one.look, tabColour: DROPPED } } : one));
  const recorded: Written[number][] = [...known];
  for (const sheet of sheets.filter((one) => !left.includes(one))) {
    recorded.push(yield* recordInParts(sheet.meeting.planned));
    yield;
  }
  const record = recordColumn(recorded);
  const columns = [metadata ? metadataColumn(metadata) : (store?.columns[STORE.metadata]?.map((value) => restored(value, false)) ?? []), record];
  const backToStore: Step[] = store ? storeSteps(columns, store.columns.slice(0, 2).map((column) => column.map((value) => restored(value, false)))) : [{ do: "delete", sheet: STORE.sheet }];
  // Should the pane be closed halfway, Excel must not be left calculating by hand.
  const calculation: Step[] = seen.calculation === "Automatic" ? [{ do: "calculation", sheet: "", mode: "Automatic" }] : [];
  const idle = fresh.length === 0 && updated.length === 0 && unmarked.length === 0 && store !== undefined && columnSteps(STORE.metadata, store.columns[STORE.metadata]!, columns[STORE.metadata]!).length === 0;
  // Nothing to write leaves the last checkpoint as it is: the write before can still be taken back.
  if (idle) return { steps: [], rollback: [], written: [], skipped: left.map((sheet) => sheet.target), dropped: dropped.map(({ name }) => name), touched: [], addsSheets: false };
  const undo = [...undoUpdates, ...mark("back"), ...backToStore, ...calculation];
  yield;
  const checkpoint = checkpointColumn(undo);
  const old = store?.columns[STORE.checkpoint] ?? [];
  const openStore: Step[] = store ? [] : [{ do: "add", sheet: STORE.sheet }, { do: "view", sheet: STORE.sheet, visibility: "veryHidden" }];
  const steps: Step[] = [
    ...openStore,
    ...columnSteps(STORE.checkpoint, old, checkpoint),
    ...(yield* freshSteps(fresh.map((sheet) => sheet.meeting.planned))),
    ...(yield* updateAll(updated, "forward")),
    ...mark("forward"),
    ...storeSteps(store?.columns ?? [], columns),
    ...columnSteps(STORE.checkpoint, checkpoint.slice(0, 1), [CHECKPOINT_DONE]),
  ];
  const rollback: Step[] = [...undo, ...(store ? columnSteps(STORE.checkpoint, checkpoint, old.map((value) => restored(value, false))) : [])];
  return {
    // The checkpoint keeps its steps as they were written: undo follows what was inserted until then.
    steps: movedSteps(steps, moves),
    rollback: movedSteps(rollback, moves),
    written: [...fresh, ...updated].map((sheet) => sheet.target),
    skipped: left.map((sheet) => sheet.target),
    dropped: dropped.map(({ name }) => name),
    touched: updated.map((sheet) => sheet.target),
    addsSheets: fresh.length > 0 || !store,
  };
}

/** `planWriteInParts` without a pause. */
export const planWrite = (plan: WorkbookPlan, seen: SeenWorkbook, overwrite: readonly string[]): WritePlan => atOnce(planWriteInParts(plan, seen, overwrite));

/** Tab colour of a sheet that the plan has no more. */
const DROPPED = "A6A6A6";

/** Recorded sheets that stand where they were written and that the plan knows nothing of. */
function droppedSheets(kept: Written, sheets: readonly PlannedSheet[], seen: SeenWorkbook): Written {
  const planned = new Set(sheets.flatMap(({ sheet, target }) => [sheet.toLowerCase(), target.toLowerCase()]));
  return kept.filter(({ id, name }) => !planned.has(name.toLowerCase()) && hasSheet(seen, name) && (seenSheet(seen, name)?.id ?? (seenSheet(seen, name) ? "" : id)) === id);
}

/** Sheets of earlier plans, and those left alone now, stay known as they were written then. */
function keptRecord(before: Written, sheets: readonly PlannedSheet[], left: readonly PlannedSheet[]): Written {
  const replaced = new Set(sheets.filter((sheet) => !left.includes(sheet)).flatMap(({ sheet, target }) => [sheet, target]));
  return before.filter((one) => !replaced.has(one.name));
}

function lookSteps(meeting: Meeting, comparison: Comparison, way: "forward" | "back"): Step[] {
  // Without a record nobody knows how the sheet looks: it keeps its looks.
  if (!meeting.written) return [];
  const [from, to] = way === "forward" ? [meeting.written.look, comparison.look] : [comparison.look, meeting.written.look];
  if (JSON.stringify(from) === JSON.stringify(to)) return [];
  const name = meeting.planned.name;
  return [...unmergeSteps(name, from, to), ...linkSteps(name, from, to), ...paintSteps(name, from, to), ...structureSteps(name, from, to)];
}

function* updateAll(sheets: readonly PlannedSheet[], way: "forward" | "back"): InParts<Step[]> {
  const steps: Step[][] = [];
  for (const { meeting, comparison } of sheets) {
    steps.push(updateSteps(meeting, comparison!, way));
    yield;
  }
  return steps.flat();
}

function updateSteps(meeting: Meeting, comparison: Comparison, way: "forward" | "back"): Step[] {
  const look = lookSteps(meeting, comparison, way);
  const isBefore = (step: Step) => BEFORE_CELLS.has(step.do);
  const cells = blockSteps(meeting.planned.name, way === "forward" ? comparison.changes : comparison.restore);
  return [...look.filter(isBefore), ...cells, ...look.filter((step) => !isBefore(step))];
}

/** What is done to a sheet's look before its cells are written. */
const BEFORE_CELLS: ReadonlySet<Step["do"]> = new Set(["unmerge", "unlink", "link", "cells", "paint", "clear-format"]);

const metadataColumn = (sheet: SheetPlan): (string | number | boolean)[] => contentOf(sheet).map((cells) => cells[0]?.input ?? "");

const storeSteps = (from: readonly (readonly unknown[])[], to: readonly (readonly (string | number | boolean)[])[]): Step[] => to.flatMap((column, index) => columnSteps(index, from[index] ?? [], column));

/** Cells of one column of the hidden sheet that differ; what is left over below is emptied. */
function columnSteps(column: number, from: readonly unknown[], to: readonly (string | number | boolean)[]): Step[] {
  const changes: CellChange[] = [];
  for (let row = 0; row < Math.max(from.length, to.length); row++) {
    const input = to[row] ?? "";
    if (!holds({ input, text: typeof input === "string" }, (from[row] ?? "") as string)) changes.push({ row, column, input });
  }
  return blockSteps(STORE.sheet, changes);
}
