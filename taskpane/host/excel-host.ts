import type { SheetPlan, WorkbookPlan } from "../../src/sheet/plan.ts";
import { meetWorkbook } from "../../src/writer/excel/plan-write.ts";
import { hasSheet, readStore, seenSheet, STORE } from "../../src/writer/excel/seen.ts";
import { planUndo, sheetsOfCheckpoint } from "../../src/writer/excel/undo.ts";
import { problemOf } from "./excel-errors.ts";
import { excelEvents } from "./excel-events.ts";
import { lookAt, lookFurther, type Look } from "./excel-look.ts";
import { request, type OfficeParts } from "./excel-office.ts";
import { gridOf, readWorkbook, UNKNOWN, type KnownSizes } from "./excel-read.ts";
import { putBack, writePlan } from "./excel-write.ts";
import { inSlices } from "./in-slices.ts";
import { HostProblem, type WorkbookHost, type WriteOutcome } from "./workbook-host.ts";

/** Bytes of planned contents up to which the first look already asks for every sheet of the plan. */
const SMALL = 800_000;

/**
 * The workbook that is open in Excel.
 *
 * Works from ExcelApi 1.8 on. Two writes are never under way at once: the second waits for the first.
 */
export function createExcelHost(office: OfficeParts): WorkbookHost {
  let writing = 0;
  let last: Promise<unknown> = Promise.resolve();
  const known: KnownSizes = new Map();
  // The last look at the whole workbook, until something may have changed: what a flow has just read is not read again.
  // Should it be out of date all the same, the write itself finds out (excel-overtake).
  let latest: Look | undefined;
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(async () => {
      writing += 1;
      try {
        const outcome = await work();
        // Whoever hears that it is written may go on at once: what they do on a new sheet must be heard.
        await events.catchUp();
        return outcome;
      } finally {
        latest = undefined;
        writing -= 1;
      }
    });
    last = turn.catch(() => undefined);
    return turn;
  };
  const events = excelEvents(office, () => writing > 0);
  const takeBack = async (): Promise<boolean> => {
    const first = await lookAt(office, [STORE.sheet]);
    const sizes = new Map((readStore(first)?.written ?? []).map((one) => [one.name, one.marks.length * (one.grain === "row" ? 250 : 60)]));
    const names = sheetsOfCheckpoint(first).filter((name) => name !== STORE.sheet && hasSheet(first, name));
    const seen = await lookFurther(office, first, names, (name) => sizes.get(name) ?? UNKNOWN);
    const steps = planUndo(seen);
    if (steps) await putBack(office, steps, { now: seen });
    return steps !== undefined;
  };
  return {
    kind: "excel",
    describe: () =>
      told(() => request(office, (context) => {
        const workbook = context.workbook.load("name");
        const sheets = workbook.worksheets.load("items/name,items/visibility");
        return () => {
          for (const { name } of sheets.items) known.set(name, known.get(name) ?? UNKNOWN);
          return { name: workbook.name, sheets: sheets.items.map((sheet) => ({ name: sheet.name, visible: sheet.visibility === "Visible" })) };
        };
      })),
    preview: async (plan) => (await inSlices(meetWorkbook(plan, latest ?? (await told(() => lookForPlan(office, plan)))))).map(({ sheet, target, state, differences }) => ({ sheet, state, differences, ...(target !== sheet && { target }) })),
    write: (plan, options) =>
      inTurn(async (): Promise<WriteOutcome> => {
        try {
          let seen = latest ?? (await lookForPlan(office, plan));
          if (readStore(seen)?.checkpoint?.pending) {
            // An earlier write was cut off, the pane closed or Excel gone: nothing is built upon its ruins.
            await takeBack();
            seen = await lookForPlan(office, plan);
          }
          const outcome = await writePlan(office, plan, seen, options);
          // What was written is known: the next look asks for it at once.
          if (outcome.ok) for (const sheet of plan.sheets) known.set(sheet.name, Math.max(known.get(sheet.name) ?? 0, sizeOf(sheet)));
          return outcome;
        } catch (error) {
          return { ok: false, ...problemOf(error) };
        }
      }),
    undo: () => told(() => inTurn(takeBack)),
    canUndo: () => told(async () => readStore(await lookAt(office, [STORE.sheet]))?.checkpoint !== undefined),
    readGrid: (only) =>
      told(async () => {
        const look = await readWorkbook(office, known, only && [...only, STORE.sheet]);
        if (!only) latest = look;
        return gridOf(look);
      }),
    show: (sheet, address) =>
      told(() => request(office, (context) => {
        const worksheet = context.workbook.worksheets.getItem(sheet);
        worksheet.activate();
        if (address !== undefined) worksheet.getRange(address).untrack().select();
        return () => undefined;
      })),
    onEdit: (listener) =>
      events.onEdit((sheet, address) => {
        latest = undefined;
        listener(sheet, address);
      }),
    onSelection: events.onSelection,
  };
}

/** Rejects with what the pane has words for. */
const told = <T>(work: () => Promise<T>): Promise<T> =>
  work().catch((error: unknown) => {
    const { problem, detail } = problemOf(error);
    throw new HostProblem(problem, detail);
  });

/** Looks at what a plan will meet: one round trip for a small plan or an empty workbook, few for a large one. */
async function lookForPlan(office: OfficeParts, plan: WorkbookPlan): Promise<Look> {
  const sizes = new Map(plan.sheets.filter((sheet) => sheet.kind !== "metadata").map((sheet) => [sheet.name, sizeOf(sheet)]));
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const seen = await lookAt(office, [STORE.sheet, ...(total <= SMALL ? sizes.keys() : [])]);
  const renamed = (readStore(seen)?.written ?? []).some((one) => !hasSheet(seen, one.name) && sizes.has(one.name));
  const others = renamed ? seen.sheets.map((sheet) => sheet.name).filter((name) => !sizes.has(name) && name !== STORE.sheet) : [];
  const wanted = [...sizes.keys(), ...others].filter((name) => hasSheet(seen, name) && !seenSheet(seen, name));
  return lookFurther(office, seen, wanted, (name) => sizes.get(name) ?? UNKNOWN);
}

/** Bytes of a sheet's contents in an answer, formulas alone: characters of three bytes, quotes and commas. */
const sizeOf = (sheet: SheetPlan): number => sheet.cells.reduce((sum, cell) => sum + (cell.formula ?? String(cell.value ?? "")).length * 2 + 3, 0);
