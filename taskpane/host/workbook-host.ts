import type { WorkbookPlan } from "../../src/sheet/plan.ts";
import type { GridWorkbook } from "../../src/source/xlsx.ts";

/** Why a write did not happen; the pane has a text and an advice for each. Nothing was changed in any of these cases. */
export type WriteProblem = "cell-edit" | "protected" | "read-only" | "too-large" | "no-permission" | "not-supported" | "changed-meanwhile" | "cancelled" | "connection" | "unknown";

/** What any other question to a workbook than `write` rejects with. */
export class HostProblem extends Error {
  constructor(
    readonly problem: WriteProblem,
    detail: string,
  ) {
    super(detail);
  }
}

export type WriteOutcome =
  /** `dropped`: sheets of ours that the plan has no more; they are marked, and nothing counts them. */
  | { readonly ok: true; readonly written: readonly string[]; readonly skipped: readonly string[]; readonly dropped?: readonly string[] }
  /** `pending`: Excel would not let the workbook be put back either; `undo` (or the next write) does it later. */
  | { readonly ok: false; readonly problem: WriteProblem; readonly sheet?: string; readonly detail?: string; readonly pending?: true };

export interface CellDifference {
  readonly address: string;
  /** What stands in the workbook now. */
  readonly now: string;
  /** What the plan would write. */
  readonly planned: string;
}

/**
 * What writing a sheet of a plan would meet. `foreign`: a sheet of that name that is not ours; Excel's host writes beside
 * it, under the name of `target`, and never over it.
 */
export interface SheetPreview {
  readonly sheet: string;
  readonly state: "new" | "unchanged" | "update" | "changed-by-user" | "foreign";
  readonly differences: readonly CellDifference[];
  /** Name in the workbook where it is not the plan's: a sheet that the user renamed, or a free name beside a foreign sheet. */
  readonly target?: string;
}

export interface WorkbookInfo {
  readonly name: string;
  readonly sheets: readonly { readonly name: string; readonly visible: boolean }[];
}

/** A workbook that plans are written to: Excel's, or the one in the page. All the pane knows of either. */
export interface WorkbookHost {
  readonly kind: "excel" | "page";
  describe(): Promise<WorkbookInfo>;
  /** Compares a plan with the workbook without changing anything. */
  preview(plan: WorkbookPlan): Promise<readonly SheetPreview[]>;
  /**
   * Writes a plan: sheets of ours are updated, missing ones added. A sheet that the user changed is left alone unless
   * `overwrite` names it. All or nothing: after a failure the workbook is as before.
   */
  write(plan: WorkbookPlan, options: { readonly overwrite?: readonly string[]; readonly onProgress?: (done: number, of: number) => void; readonly signal?: AbortSignal }): Promise<WriteOutcome>;
  /** Takes the last write back, but not what the user typed since; false where there is none. */
  undo(): Promise<boolean>;
  canUndo(): Promise<boolean>;
  /** Everything in the workbook as plain cells, for reading reports back; of named sheets alone where `only` names them, with our hidden sheet. */
  readGrid(only?: readonly string[]): Promise<GridWorkbook>;
  /** Shows a sheet, and a cell of it. */
  show(sheet: string, address?: string): Promise<void>;
  /** Calls back after a user's edit. Returns the way to stop. */
  onEdit(listener: (sheet: string, address: string) => void): () => void;
  /** Calls back when the user goes to another cell: the first one of the selection, as `B3`. Returns the way to stop. */
  onSelection(listener: (sheet: string, cell: string) => void): () => void;
}
