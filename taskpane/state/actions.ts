import type { Finding } from "../../src/finding/model.ts";
import type { Language } from "../../src/finding/catalogue.ts";
import type { Report } from "../../src/report/model.ts";
import type { StepName } from "../texts/texts.ts";
import type { ConsolidatedFile } from "../../src/intake/intake.ts";
import type { OutgoingReport } from "../worker/jobs.ts";
import type { FileReading } from "../worker/take-file.ts";
import type { CityAction } from "./city.ts";
import type { HeldRemarks, RemarkAction } from "./remarks.ts";
import type { TraceAction } from "./trace.ts";
import type { CellChoice, PlaceId, Problem, Progress, Work } from "./model.ts";

export type Action =
  | { readonly type: "host-found"; readonly host: "excel" | "page"; readonly name: string }
  | { readonly type: "language"; readonly language: Language }
  | { readonly type: "place"; readonly place: PlaceId }
  | { readonly type: "input"; readonly text: string; readonly html?: string; readonly step?: StepName }
  | { readonly type: "files"; readonly files: readonly File[] }
  | { readonly type: "progress"; readonly progress: Progress | null }
  | { readonly type: "read"; readonly readings: readonly FileReading[]; readonly step: StepName; readonly left?: readonly File[] }
  | { readonly type: "choose-document"; readonly id: string }
  | { readonly type: "remove-document"; readonly id: string }
  | { readonly type: "identity"; readonly id: string; readonly unit?: string; readonly year?: number | null }
  | { readonly type: "edit-cell"; readonly id: string; readonly choice: CellChoice; readonly value: number | null }
  | { readonly type: "select-finding"; readonly key: string | null }
  | { readonly type: "select-cell"; readonly choice: CellChoice | null }
  | { readonly type: "place-finding"; readonly key: string | null }
  | { readonly type: "put"; readonly id: string; readonly finding: Finding; readonly choice: CellChoice; readonly value: number }
  /** Before a write: so that one undo takes back both the workbook and the pane. */
  | { readonly type: "written"; readonly reports: Readonly<Record<string, Report>>; readonly step: StepName; readonly consolidated: boolean }
  | { readonly type: "consolidated"; readonly units: number; readonly findings: readonly Finding[]; readonly reports: Readonly<Record<string, Report>> }
  | { readonly type: "workbook-changed"; readonly step: StepName; readonly name?: string }
  | { readonly type: "held"; readonly held: readonly OutgoingReport[]; readonly workbook?: ConsolidatedFile; readonly accepted?: HeldRemarks["accepted"]; readonly footnotes?: HeldRemarks["footnotes"] }
  /** The user changed a sheet in the workbook: its report as it stands there now. */
  | { readonly type: "edited-there"; readonly report: OutgoingReport }
  | { readonly type: "city"; readonly unit?: string; readonly year?: string }
  | { readonly type: "count-member"; readonly key: string; readonly counted: boolean }
  | { readonly type: "restore"; readonly work: Work }
  | { readonly type: "undo" }
  | { readonly type: "problem"; readonly problem: Problem | null }
  | { readonly type: "say"; readonly text: string }
  | CityAction
  | TraceAction
  | RemarkAction;
