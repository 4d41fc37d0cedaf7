import type { Trace, Traced } from "../../src/intake/trace.ts";
import type { GridWorkbook } from "../../src/source/xlsx.ts";

/** The workbook as it was when it was last opened for tracing; kept here because it is large. */
let open: { readonly trace: Trace; readonly token: number } | undefined;
let last = 0;

export interface OpenedTrace {
  /** Names this opening in the questions that follow. */
  readonly token: number;
  readonly city?: Trace["city"];
}

/** Opens a workbook of ours for questions about single cells; null where it is not ours. */
async function openTrace(grid: GridWorkbook): Promise<OpenedTrace | null> {
  const trace = (await import("../../src/intake/trace.ts")).openTrace(grid);
  open = trace && { trace, token: ++last };
  return trace ? { token: last, ...(trace.city && { city: trace.city }) } : null;
}

/** What stands in a cell; null where it is no figure, "gone" where another workbook has been opened since. */
async function traceAt({ token, sheet, address }: { readonly token: number; readonly sheet: string; readonly address: string }): Promise<Traced | null | "gone"> {
  return open?.token === token ? (open.trace.at(sheet, address) ?? null) : "gone";
}

/** Where a unit's figure stands in the workbook; null where it is not there. */
async function tracePlace({ token, ...of }: { readonly token: number } & Parameters<Trace["placeOf"]>[0] & Parameters<Trace["placeOf"]>[1]) {
  return open?.token === token ? (open.trace.placeOf(of, of) ?? null) : null;
}

export const traceJobs = { openTrace, traceAt, tracePlace };
