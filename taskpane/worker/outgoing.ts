import { findingsWithChecks, type GivenReport } from "../../src/intake/gather-members.ts";
import type { ReportWithFindings } from "../../src/sheet/entry.ts";

/** A report on its way into the workbook, with the findings of reading. */
export interface OutgoingReport extends GivenReport {
  /** The text it was read from, for the provenance sheet. */
  readonly text?: string;
}

function sentenceIn(text: string | undefined): ReportWithFindings["sentenceOf"] {
  if (text === undefined) return undefined;
  const lines = text.split("\n");
  return (origin) => (origin.kind === "line" ? lines[origin.line - 1]?.trim() : undefined);
}

/** The report with what checking it says, and the sentences of its text at hand. */
export const prepare = ({ text, ...one }: OutgoingReport) => ({ ...one, findings: findingsWithChecks(one.report, one.findings, one.prose), sentenceOf: sentenceIn(text) });
