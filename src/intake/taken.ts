import type { Acceptance } from "../finding/acceptance.ts";
import type { Finding } from "../finding/model.ts";
import type { Claim } from "../prose/claim.ts";
import type { ReadReport } from "../reading/read.ts";
import type { StoredReport } from "../sheet/metadata.ts";
import type { ReadBack } from "../sheet/read-back.ts";
import type { CharacterMaps } from "../source/pdf/open.ts";
import type { Source } from "../source/word.ts";

/** A file as it comes: its name (as the user sees it) and its bytes. */
export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A report of a file. Of a consolidated workbook of ours also its 类别 and whether it counts (计入). */
export interface TakenReport extends Pick<ReadReport, "report" | "findings">, Partial<Pick<StoredReport, "counted" | "unitKind" | "parts" | "lines">> {
  /** The numbers of its running text, each with what it counts; of a workbook of ours as it keeps them. */
  readonly prose?: readonly Claim[];
}

/** The consolidated workbook of ours that reports stand in. */
export type ConsolidatedFile = Required<Pick<ReadBack, "city">> & Omit<ReadBack, "kind" | "reports" | "findings" | "city">;

/** What a file holds. `findings` are about the file as a whole. */
export interface Intake {
  readonly reports: readonly TakenReport[];
  readonly workbook?: ConsolidatedFile;
  readonly findings: readonly Finding[];
  /** Of a workbook of ours: findings that a person lets stand. */
  readonly accepted?: readonly Acceptance[];
  /** What was read, for showing where a figure stood; absent for a workbook of ours and for an archive. */
  readonly source?: Source;
  /** Of an archive: its files, each with its own source. Their reports and findings are those of the archive. */
  readonly files?: readonly { readonly name: string; readonly intake: Intake }[];
}

/** What reading may need of the machine. */
export interface IntakeTools {
  /** For PDFs that name a Chinese font without bringing it: without, such a PDF reads as one without characters. */
  readonly maps?: CharacterMaps;
}
