import { z } from "zod";
import { checkReport } from "../checking/check.ts";
import type { HandInState } from "../consolidation/hand-in-state.ts";
import type { RosterEntry } from "../consolidation/roster.ts";
import type { Acceptance } from "../finding/acceptance.ts";
import type { Language } from "../finding/catalogue.ts";
import type { EditionId, TableId } from "../form/definition.ts";
import { isFindingCode } from "../finding/catalogue.ts";
import type { Finding } from "../finding/model.ts";
import type { Claim } from "../prose/claim.ts";
import type { Report, UnitKind } from "../report/model.ts";
import type { GridSheet } from "../source/xlsx.ts";
import { METADATA_SHEET } from "./metadata-sheet.ts";
import { packFigures, packReport, unpackFigures, unpackReport, type PackedFigures, type PackedReport } from "./pack.ts";
import { packProse, unpackProse, type PackedProse } from "./pack-prose.ts";
import { emptySheet, type SheetPlan } from "./plan.ts";
import type { PrintedLines } from "./printed-lines.ts";

/** In cell A1: what tells our hidden sheet from any other, whatever it is called. */
export const METADATA_SCHEMA = "gov-disclosure-report/workbook";
const VERSION = 1;
const CHUNK = 7_900;
/** Before every chunk, so that none can be taken for a formula. */
const GUARD = "|";

/** One report of the workbook, with what its sheet cannot say. */
export interface StoredReport {
  /** Id in the sheet's scoped name. */
  readonly id: string;
  readonly sheet: string;
  readonly report: Report;
  readonly findings: readonly Finding[];
  /** The numbers of its running text, and the lines that its figures stood in; absent in workbooks of before. */
  readonly prose?: readonly Claim[];
  readonly lines?: PrintedLines;
  readonly unitKind?: UnitKind;
  readonly counted?: boolean;
  /** Of a report that is itself a consolidation: the reports it was made of, to any depth. */
  readonly parts?: readonly StoredReport[];
}

export interface WorkbookMetadata {
  readonly kind: "reports" | "template" | "consolidation";
  readonly language: Language;
  readonly reports: readonly StoredReport[];
  /** The consolidating unit; its sheet is calculated, not read back as a report. */
  readonly city?: { readonly id: string; readonly unit: string; readonly year: number };
  /** Tables of the ledger's columns, in their order. */
  readonly ledger?: readonly { readonly table: TableId; readonly edition: EditionId }[];
  /** Where the city's rows come from, as `formatPolicy` writes it. */
  readonly policy?: unknown;
  /** The footnotes as they were written: what differs on the sheet was edited by a person. */
  readonly footnotes?: readonly string[];
  readonly roster?: readonly RosterEntry[];
  /** Findings that a person lets stand. */
  readonly accepted?: readonly Acceptance[];
  /** Hand-in states that a person gave, by unit. */
  readonly handIns?: Readonly<Record<string, HandInState>>;
  /** Reports of the year before, in figures alone. */
  readonly previous?: readonly Report[];
}

/** The very hidden sheet: schema, version, number of chunks, then JSON in chunks of less than 8,000 characters. */
export function planMetadata(metadata: WorkbookMetadata): SheetPlan {
  const json = toSafeJson({ ...metadata, reports: metadata.reports.map(packStored), previous: metadata.previous?.map(packFigures) });
  const chunks = Array.from({ length: Math.ceil(json.length / CHUNK) }, (_, index) => GUARD + json.slice(index * CHUNK, (index + 1) * CHUNK));
  const cells = [METADATA_SCHEMA, VERSION, chunks.length, ...chunks].map((value, row) => ({ row, column: 0, value }));
  return { ...emptySheet("metadata", METADATA_SHEET, "metadata"), visibility: "veryHidden", cells };
}

interface PackedStored extends Omit<StoredReport, "report" | "prose" | "parts"> {
  readonly report: PackedReport;
  readonly prose?: PackedProse;
  readonly parts?: readonly PackedStored[];
}

const packStored = (stored: StoredReport): PackedStored => ({ ...stored, report: packReport(stored.report), findings: withoutChecks(stored), prose: stored.prose && packProse(stored.prose), parts: stored.parts?.map(packStored) });

/** What comes of comparing with other reports: known anew each time. */
const COMPARED: readonly Finding["code"][] = ["carry-over", "inforce-flow", "items-flow", "year-outlier", "fee-likely-yuan", "previous-missing", "previous-wrong-year"];

/** Findings that checking the report gives again are not kept: they would be stale once a figure is changed. */
function withoutChecks({ report, findings, prose }: StoredReport): Finding[] {
  const key = ({ code, at }: Finding) => JSON.stringify([code, at]);
  const checked = new Set(checkReport(report, prose).map(key));
  return findings.filter((finding) => !checked.has(key(finding)) && !COMPARED.includes(finding.code));
}

/** JSON of plain ASCII-safe text: nothing that a chunk border could halve or that Excel's `_x000D_` escapes would change. */
const toSafeJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[\ud800-\udfff\ufffe\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).replaceAll("_x", "_\\u0078");

const origin = z.object({ kind: z.string() }).passthrough();
const packed = z.object({
  unit: z.string(),
  year: z.number().nullable(),
  file: z.string(),
  tables: z.array(z.object({ table: z.string(), edition: z.string(), origin: origin.optional(), cells: z.array(z.unknown()), beyond: z.array(z.string()).optional() })),
}).passthrough();
const shape = z.object({
  kind: z.enum(["reports", "template", "consolidation"]),
  language: z.enum(["zh-CN", "en-US"]),
  reports: z.array(z.object({ id: z.string(), sheet: z.string(), report: packed, findings: z.array(z.object({ code: z.string() }).passthrough()), lines: z.record(z.string(), z.string()).optional().catch(undefined) }).passthrough()),
  city: z.object({ id: z.string(), unit: z.string(), year: z.number() }).optional(),
  policy: z.unknown().optional(),
  ledger: z.array(z.object({ table: z.string(), edition: z.string() })).optional(),
  footnotes: z.array(z.string()).optional(),
  roster: z.array(z.object({ name: z.string(), aliases: z.array(z.string()) }).passthrough()).optional(),
  accepted: z.array(z.object({ key: z.string(), why: z.string() }).passthrough()).optional(),
  handIns: z.record(z.string(), z.enum(["not-required", "missing", "handed-in", "faulty", "returned", "verified"])).optional(),
  previous: z.array(z.object({ unit: z.string(), year: z.number().nullable(), file: z.string(), tables: z.array(z.object({ table: z.string(), edition: z.string(), values: z.array(z.number().nullable()) })) })).optional(),
});

/**
 * The metadata of a workbook of ours, found by its schema in A1 of any sheet, hidden or not.
 *
 * Undefined where there is none, it is of a later version, or it was damaged: the workbook is then read by its labels
 * like anyone else's.
 */
export function readMetadata(sheets: readonly GridSheet[]): WorkbookMetadata | undefined {
  const sheet = sheets.find((one) => one.rows[0]?.[0]?.value === METADATA_SCHEMA);
  const at = (row: number) => sheet?.rows[row]?.[0]?.value;
  if (!sheet || Number(at(1)) > VERSION) return undefined;
  const chunks = Array.from({ length: Number(at(2)) || 0 }, (_, index) => String(at(index + 3) ?? "").slice(GUARD.length));
  try {
    const parsed = shape.safeParse(JSON.parse(chunks.join("")));
    return parsed.success ? restore(parsed.data as unknown as PackedMetadata) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

type PackedMetadata = Omit<WorkbookMetadata, "reports" | "previous"> & { readonly reports: readonly PackedStored[]; readonly previous?: readonly PackedFigures[] };

const unpackStored = ({ parts, prose, ...stored }: PackedStored): StoredReport => ({
  ...stored,
  ...toldBy(prose),
  report: unpackReport(stored.report),
  findings: stored.findings.filter((finding) => isFindingCode(finding.code)),
  ...(parts && { parts: parts.map(unpackStored) }),
});

function toldBy(packed: unknown): Pick<StoredReport, "prose"> {
  const prose = unpackProse(packed);
  return prose ? { prose } : {};
}

const restore = ({ previous, ...data }: PackedMetadata): WorkbookMetadata => ({ ...data, reports: data.reports.map(unpackStored), ...(previous && { previous: previous.map(unpackFigures) }) });
