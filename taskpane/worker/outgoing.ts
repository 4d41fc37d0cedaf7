import { findingsWithChecks, type GivenReport } from "../../src/intake/gather-members.ts";
import { sentenceIn } from "../../src/sheet/printed-lines.ts";

/** A report on its way into the workbook, with the findings of reading. */
export interface OutgoingReport extends GivenReport {
  /** The text it was read from, for the provenance sheet. */
  readonly text?: string;
}

/** The report with what checking it says, and the sentences of its text at hand. */
export const prepare = ({ text, ...one }: OutgoingReport) => ({ ...one, findings: findingsWithChecks(one.report, one.findings, one.prose), sentenceOf: sentenceIn(text?.split("\n") ?? one.lines ?? []) });
