import type { SheetPlace } from "../../src/intake/trace.ts";
import { METADATA_SHEET } from "../../src/sheet/metadata-sheet.ts";
import { PageWorkbook } from "../host/page-workbook.ts";
import type { WorkbookHost } from "../host/workbook-host.ts";
import type { OpenedTrace } from "../worker/trace-jobs.ts";
import type { Desk } from "./desk.ts";

/** Pauses before an answer, in ms: the user may only be passing. Longer where the whole workbook has to be read for a cell of a unit. */
export const PAUSES = { short: 120, long: 1_500 } as const;

/** The workbook as it was opened for tracing, and whether it has changed since. */
interface Basis {
  readonly opened: OpenedTrace | null;
  readonly version: unknown;
}

/**
 * Follows the user through a workbook of ours: tells the pane what stands behind the figure that is chosen.
 *
 * The workbook is read once and again only after a change. While the pane is busy the answer waits. Returns the way to
 * stop.
 */
export function followSelection(desk: Desk, host: WorkbookHost, pauses: Readonly<Record<keyof typeof PAUSES, number>> = PAUSES): () => void {
  let edits = 0;
  let turn = 0;
  let basis: Basis | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Another object or number whenever the workbook may hold something else. */
  const versionNow = (): unknown => (host instanceof PageWorkbook ? host.getView().book.sheets : `${edits}|${heldNumber(desk.getState().held)}`);
  const open = async (): Promise<OpenedTrace | null> => {
    const version = versionNow();
    if (basis && basis.version === version) return basis.opened;
    const { sheets } = await host.describe();
    const isOurs = sheets.some(({ name }) => name === METADATA_SHEET);
    const opened = isOurs ? await desk.engine.run("openTrace", await host.readGrid()) : null;
    basis = { opened, version };
    return opened;
  };
  const isBusy = () => desk.getState().progress !== null;
  const askIn = (pause: number, own: number, sheet: string, address: string): void => {
    clearTimeout(timer);
    // Whoever asks for nothing gets no message: a workbook that cannot be read just now is asked again with the next cell.
    timer = setTimeout(() => void ask(own, sheet, address).catch(() => undefined), pause);
  };
  const ask = async (own: number, sheet: string, address: string): Promise<void> => {
    if (own !== turn) return;
    if (isBusy()) return askIn(pauses.short, own, sheet, address);
    const opened = await open();
    if (!opened || own !== turn) return;
    const traced = await desk.engine.run("traceAt", { token: opened.token, sheet, address });
    if (traced === "gone") {
      basis = undefined;
      return ask(own, sheet, address);
    }
    if (own === turn && isBusy()) return askIn(pauses.short, own, sheet, address);
    if (own === turn && traced) desk.dispatch({ type: "traced", traced });
  };
  const stops = [
    host.onEdit(() => void (edits += 1)),
    host.onSelection((sheet, address) => {
      const own = ++turn;
      const isReady = basis === undefined || basis.version === versionNow() || basis.opened?.city?.sheet === sheet;
      askIn(isReady ? pauses.short : pauses.long, own, sheet, address);
    }),
  ];
  return () => {
    turn += 1;
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}

const numbers = new WeakMap<object, number>();
let lastNumber = 0;

/** A number for a list of reports: another list, another number. */
function heldNumber(held: object): number {
  const known = numbers.get(held) ?? ++lastNumber;
  numbers.set(held, known);
  return known;
}

/** Goes to a cell of the workbook; where it is gone nothing happens. */
export const showPlace = (desk: Desk, { sheet, address }: SheetPlace): Promise<void> => desk.host()?.show(sheet, address).catch(() => undefined) ?? Promise.resolve();

/** Goes to the cell in which a unit's figure stands, where the workbook has it. */
export async function showFigure(desk: Desk, of: { readonly unit: string; readonly year: number | null; readonly table: string; readonly cell: string }): Promise<void> {
  const host = desk.host();
  if (!host || !(await host.describe()).sheets.some(({ name }) => name === METADATA_SHEET)) return;
  const opened = await desk.engine.run("openTrace", await host.readGrid());
  const place = opened && (await desk.engine.run("tracePlace", { token: opened.token, ...of }));
  if (place) await showPlace(desk, place);
}
