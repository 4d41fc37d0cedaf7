import type { Acceptance } from "../../src/finding/acceptance.ts";
import type { Finding } from "../../src/finding/model.ts";
import type { GivenReport } from "../../src/intake/gather-members.ts";
import type { ShownSource } from "./shown-source.ts";

/** With what a workbook of ours says of it. What reading has to say alone; checks change with every edit. */
export type ReadDocument = GivenReport;

export interface InputReading {
  /** Of the file; empty for what was pasted. */
  readonly name: string;
  readonly documents: readonly ReadDocument[];
  /** About the input as a whole: unreadable, no report in it. */
  readonly findings: readonly Finding[];
  readonly source?: ShownSource;
  /** Findings that a person lets stand, of a workbook of reports. */
  readonly accepted?: readonly Acceptance[];
}
