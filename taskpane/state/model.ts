import type { Finding } from "../../src/finding/model.ts";
import type { Language } from "../../src/finding/catalogue.ts";
import type { CellId } from "../../src/form/compile.ts";
import type { TableId } from "../../src/form/definition.ts";
import type { ConsolidatedFile } from "../../src/intake/intake.ts";
import type { Report } from "../../src/report/model.ts";
import type { ProblemCode, StepName } from "../texts/texts.ts";
import type { OutgoingReport } from "../worker/jobs.ts";
import type { CityReview } from "../worker/review-city.ts";
import type { Settled } from "../worker/settle-city.ts";
import type { ShownSource } from "../worker/shown-source.ts";
import { noHeldRemarks, noRemarks, type HeldRemarks, type Remarks } from "./remarks.ts";
import { noTrace, type TraceState } from "./trace.ts";

export type PlaceId = "intake" | "check" | "roster" | "consolidate";

/** A report in the pane. */
export interface PaneDocument {
  readonly id: string;
  readonly report: Report;
  /** What reading said. Findings of the checks are worked out from the report as it is. */
  readonly readFindings: readonly Finding[];
  /** The numbers of the running text, compared with the tables as they are. */
  readonly prose?: OutgoingReport["prose"];
  /** Of a report of a workbook of ours: the lines of its source that the workbook kept. */
  readonly lines?: OutgoingReport["lines"];
  readonly sourceId: string | null;
  /** The report as it was last written to the workbook; null before. */
  readonly written: Report | null;
  /** Of a consolidated workbook of ours: whether it counts, its kind, its parts; and which of `Work.workbooks` it is. */
  readonly stored?: OutgoingReport["stored"];
  readonly workbookId?: string;
}

/** What came of one file, or of one file of an archive. */
export interface FileOutcome {
  readonly name: string;
  readonly documents: readonly { readonly id: string; readonly unit: string; readonly year: number | null }[];
  readonly findings: readonly Finding[];
  /** It was no report but one of these; `kept`: there was one already, which stays. */
  readonly took?: { readonly what: "roster" | "policy"; readonly count: number; readonly kept?: true };
}

/** Everything that undo takes back. */
export interface Work {
  readonly input: { readonly text: string; readonly html?: string };
  readonly sources: Readonly<Record<string, ShownSource>>;
  readonly documents: readonly PaneDocument[];
  /** Consolidated workbooks of ours that documents stand in. */
  readonly workbooks: Readonly<Record<string, ConsolidatedFile>>;
  /** 计入 as the user chose it here since the last write, by `memberKeys`. */
  readonly counted: Readonly<Record<string, boolean>>;
  readonly currentId: string | null;
  /** About inputs in which nothing could be read. */
  readonly inputFindings: readonly Finding[];
  /** Of the files that were read last. */
  readonly outcomes: readonly FileOutcome[];
  /** What a person settled for the city here since the last write; before it goes what the workbook says. */
  readonly settled: Settled;
  /** Documents that are to take the place of an earlier hand-in of their unit. */
  readonly replaces: readonly string[];
  readonly rosterFindings: readonly Finding[];
  readonly policyFindings: readonly Finding[];
  readonly previousFindings: readonly Finding[];
  readonly city: { readonly unit: string; readonly year: string };
  readonly remarks: Remarks;
  readonly consolidation: { readonly units: number; readonly findings: readonly Finding[] } | null;
}

/** One step back. `external`: the workbook took part, and has to go back as well. */
export interface Step {
  readonly work: Work;
  readonly name: StepName;
  readonly external: boolean;
  /** Steps with the same key that follow each other are one: letters typed into a field. */
  readonly key?: string;
}

export interface CellChoice {
  readonly table: TableId;
  readonly cell: CellId;
}

export interface Problem {
  readonly code: ProblemCode;
  /** Name of a sheet or file, or the words of a finding; shown as it is. */
  readonly detail?: string;
}

export interface Progress {
  readonly kind: "reading" | "writing" | "consolidating" | "exporting";
  readonly name: string;
  readonly done: number;
  readonly of: number;
}

export interface PaneState {
  readonly language: Language;
  readonly host: "detecting" | "excel" | "page";
  /** Name of the workbook as its host calls it; empty until known. */
  readonly workbookName: string;
  readonly place: PlaceId;
  readonly work: Work;
  readonly past: readonly Step[];
  readonly selectedFinding: string | null;
  readonly selectedCell: CellChoice | null;
  /** Key of the finding whose number is being placed by hand. */
  readonly placing: string | null;
  readonly progress: Progress | null;
  readonly problem: Problem | null;
  /** Said to screen readers and shown at the bottom; `turn` grows so that the same words are said again. */
  readonly status: { readonly text: string; readonly turn: number };
  /** Files chosen and not read yet. */
  readonly files: readonly File[];
  /** Reports that the workbook holds, as last read from it. */
  readonly held: readonly OutgoingReport[];
  readonly trace: TraceState;
  readonly heldRemarks: HeldRemarks;
  /** What the workbook says of its city, as last read from it. */
  readonly heldWorkbook: ConsolidatedFile | null;
  /** How the collection stands; null until it has been looked at. */
  readonly review: CityReview | null;
}

export const emptyWork: Work = { input: { text: "" }, sources: {}, documents: [], workbooks: {}, counted: {}, currentId: null, inputFindings: [], outcomes: [], settled: {}, replaces: [], rosterFindings: [], policyFindings: [], previousFindings: [], city: { unit: "", year: "" }, remarks: noRemarks, consolidation: null };

export const initialState = (language: Language): PaneState => ({
  language,
  host: "detecting",
  workbookName: "",
  place: "intake",
  work: emptyWork,
  past: [],
  selectedFinding: null,
  selectedCell: null,
  placing: null,
  progress: null,
  problem: null,
  status: { text: "", turn: 0 },
  files: [],
  held: [],
  trace: noTrace,
  heldRemarks: noHeldRemarks,
  heldWorkbook: null,
  review: null,
});
