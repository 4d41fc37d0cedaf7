import type { PlanValue } from "../../sheet/plan.ts";
import { METADATA_SCHEMA } from "../../sheet/metadata.ts";
import { METADATA_SHEET } from "../../sheet/metadata-sheet.ts";
import { readRecord, type Written } from "./record.ts";
import type { Step } from "./step.ts";
import { readCheckpoint } from "./checkpoint.ts";

/** A sheet as it stands in the workbook. `cells` is from A1, as `Range.formulas` gives it. */
export interface SeenSheet {
  readonly name: string;
  /** Its id in a name scoped to it, where it is ours. */
  readonly id?: string;
  readonly isProtected: boolean;
  readonly cells: readonly (readonly PlanValue[])[];
}

/** What has to be known of a workbook before anything is written to it. */
export interface SeenWorkbook {
  readonly sheets: readonly { readonly name: string; readonly visible: boolean }[];
  /** Those that were looked into, by lower-case name. */
  readonly inspected: ReadonlyMap<string, SeenSheet>;
  readonly readOnly: boolean;
  readonly structureProtected: boolean;
  readonly calculation?: string;
}

/** Name of the hidden sheet, and the column of it where each of its three parts stands. */
export const STORE = { sheet: METADATA_SHEET, metadata: 0, written: 1, checkpoint: 2 } as const;

/** What our hidden sheet holds. */
export interface Store {
  readonly columns: readonly (readonly PlanValue[])[];
  readonly written: Written;
  readonly checkpoint?: { readonly steps: readonly Step[]; readonly pending: boolean };
}

export const seenSheet = (seen: SeenWorkbook, name: string): SeenSheet | undefined => seen.inspected.get(name.toLowerCase());
export const hasSheet = (seen: SeenWorkbook, name: string): boolean => seen.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase());

/** What was read in a hidden sheet: a look at a workbook does not change, and unpacking takes its time. */
const stores = new WeakMap<SeenSheet, { readonly store: Store | undefined }>();

/** Our hidden sheet, or undefined: there is none, or the sheet of that name is somebody else's. */
export function readStore(seen: SeenWorkbook): Store | undefined {
  const sheet = seenSheet(seen, STORE.sheet);
  if (!sheet) return undefined;
  const known = stores.get(sheet) ?? { store: unpackStore(sheet) };
  stores.set(sheet, known);
  return known.store;
}

function unpackStore(sheet: SeenSheet): Store | undefined {
  const column = (index: number): PlanValue[] => trimEnd(sheet.cells.map((row) => row[index] ?? ""));
  const columns = [column(STORE.metadata), column(STORE.written), column(STORE.checkpoint)];
  const checkpoint = readCheckpoint(columns[STORE.checkpoint]!);
  if (columns[STORE.metadata]![0] !== METADATA_SCHEMA && !checkpoint?.pending) return undefined;
  return { columns, written: readRecord(columns[STORE.written]!), checkpoint };
}

const trimEnd = (values: PlanValue[]): PlanValue[] => values.slice(0, values.findLastIndex((value) => value !== "" && value !== null) + 1);
