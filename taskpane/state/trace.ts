import type { TracedFigure, TracedUnit } from "../../src/intake/trace.ts";

/** What is traced: the figure that was chosen last in the workbook, and which of its contributors are open. */
export interface TraceState {
  /** The city's figure. Stays while its contributors are looked at in their own sheets. */
  readonly figure: TracedFigure | null;
  /** A unit's figure that was chosen by itself. */
  readonly unit: TracedUnit | null;
  /** Ids of contributors that are open. */
  readonly open: readonly string[];
  /** Whether it stands in the pane; the place that was open is under it. */
  readonly shown: boolean;
  /** Whether sources are shown in full. */
  readonly sourceOpen: boolean;
}

export type TraceAction =
  | { readonly type: "traced"; readonly traced: TracedFigure | TracedUnit }
  | { readonly type: "trace-open"; readonly id: string; readonly open: boolean }
  | { readonly type: "trace-source"; readonly open: boolean }
  | { readonly type: "trace-close" };

export const noTrace: TraceState = { figure: null, unit: null, open: [], shown: false, sourceOpen: false };
