import { METADATA_SHEET } from "../../src/sheet/metadata-sheet.ts";
import type { WorkbookHost } from "../host/workbook-host.ts";
import { clearReadProblem, readProblem, refreshHeld, textsAt, type Desk } from "./desk.ts";

/** Meets the workbook that the pane was opened beside: one of ours, whoever made it, is read, and the pane says what it holds. */
export async function meetWorkbook(desk: Desk, host: WorkbookHost): Promise<void> {
  try {
    const { name, sheets } = await host.describe();
    desk.dispatch({ type: "host-found", host: host.kind, name: host.kind === "page" ? "" : name });
    clearReadProblem(desk);
    if (!sheets.some((sheet) => sheet.name === METADATA_SHEET)) return;
    const held = await refreshHeld(desk);
    if (held) desk.dispatch({ type: "say", text: textsAt(desk).status.recognised(held.reports.length, held.workbook?.city.unit) });
  } catch (error) {
    desk.dispatch({ type: "host-found", host: host.kind, name: "" });
    desk.dispatch({ type: "problem", problem: { code: readProblem(error) } });
  }
}
