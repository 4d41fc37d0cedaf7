import type { Fault } from "../excel-host/excel-server.ts";

/** `EXCEL_FAULTS=full npx jest test/excel/faults test/excel/pane-faults` runs every fault at every request; else each journey meets a few. */
export const FULL = process.env.EXCEL_FAULTS === "full";
const codes = [5004, 5102, 5103, 5104, 7000] as const;
const [half, lost]: readonly [Fault, Fault] = [{ kind: "half", code: "GeneralException" }, { kind: "hang", when: "after" }];

export const faults: readonly Fault[] = [
  half,
  lost,
  ...codes.map((code): Fault => ({ kind: "code", code })),
  ...codes.map((code): Fault => ({ kind: "code", code, when: "after" })),
  { kind: "half", code: "AccessDenied" },
  { kind: "hang" },
  { kind: "delay", milliseconds: 20 },
];
export const short: readonly Fault[] = [half, lost];
export const sayFault = (fault: Fault) => Object.values(fault).join(" ");
