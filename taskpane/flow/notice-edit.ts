import type { WorkbookHost } from "../host/workbook-host.ts";
import { checksOf, countLevels } from "../state/findings.ts";
import { clearReadProblem, readProblem, refreshHeld, textsAt, type Desk } from "./desk.ts";

/** Somebody who types goes from cell to cell: the workbook is looked at once they pause. */
const PAUSE = 600;

/**
 * Listens to what the user changes in Excel itself: the pane says so, reads the sheet again and checks it anew.
 *
 * Edits on sheets that are not ours are nobody's business. Returns the way to stop.
 */
export function noticeEdits(desk: Desk, host: WorkbookHost): () => void {
  const waiting = new Map<string, string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async () => {
    const edits = [...waiting];
    waiting.clear();
    for (const [sheet, address] of edits) await recheck(desk, host, sheet, address);
  };
  const stop = host.onEdit((sheet, address) => {
    waiting.set(sheet, address);
    clearTimeout(timer);
    timer = setTimeout(() => void look(), PAUSE);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** Reads one sheet again and says what the checks find there now. */
export async function recheck(desk: Desk, host: WorkbookHost, sheet: string, address: string): Promise<void> {
  const { status } = textsAt(desk);
  try {
    const now = await desk.engine.run("readSheet", { grid: await host.readGrid([sheet]), sheet });
    clearReadProblem(desk);
    if (!now) return;
    if (now.report) desk.dispatch({ type: "edited-there", report: now.report });
    // A list (台账, 名册) may speak of every unit.
    else await refreshHeld(desk);
    const errors = now.report ? countLevels(checksOf(now.report)).error : null;
    desk.dispatch({ type: "say", text: status.editedThere(sheet, address, errors) });
  } catch (error) {
    desk.dispatch({ type: "problem", problem: { code: readProblem(error), detail: sheet } });
  }
}
