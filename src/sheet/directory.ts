import type { Language } from "../finding/catalogue.ts";
import { area, type SheetPlan } from "./plan.ts";
import { countCell, sayEditions, sayKind, type Entry } from "./entry.ts";
import { planList, type ListCell } from "./list-sheet.ts";
import { toAddress } from "./address.ts";
import { say } from "./texts.ts";

const HEADER_ROW = 1;
/** Columns of the directory that other sheets refer to. */
export const DIRECTORY_COLUMNS = { name: 1, state: 5, errors: 7, warnings: 8, unknown: 9, total: 10 } as const;
/** First and last row (from 0) that counts are summed over. */
export const directoryRows = (entries: number) => ({ first: HEADER_ROW + 1, last: HEADER_ROW + Math.max(1, entries) });

export interface DirectoryOptions {
  readonly name: string;
  readonly language: Language;
  readonly title: string;
  /** Units of the roster without a report. */
  readonly missing?: readonly { readonly unit: string; readonly kind?: Entry["unitKind"] }[];
  /** Sheet to link to where an entry has none of its own. */
  readonly fallbackSheet?: string;
}

/** 目录: every unit with its hand-in state and the live number of its errors and warnings; names link to the sheets. */
export function planDirectory(entries: readonly Entry[], options: DirectoryOptions): SheetPlan {
  const { language } = options;
  const label = (key: Parameters<typeof say>[0]) => say(key, language);
  const handedIn = entries.map((entry, index): ListCell[] => {
    const errors = countCell(entry, "errors");
    const row = HEADER_ROW + 1 + index;
    const sheet = entry.unitSheet ? entry.sheetName : options.fallbackSheet;
    const [faulty, good] = [label("faulty"), label(entry.consolidated ? "summed" : "handedIn")];
    return [
      { value: index + 1 },
      { value: entry.report.unit || label("unnamed"), ...(sheet && { link: { sheet, address: "A1" } }) },
      { value: sayKind(entry.unitKind) },
      { value: entry.report.year },
      { value: sayEditions(entry.report) },
      { formula: `IF(${toAddress(row, DIRECTORY_COLUMNS.errors)}>0,"${faulty}","${good}")`, value: Number(errors.value) > 0 ? faulty : good },
      { value: entry.counted === undefined ? null : Number(entry.counted) },
      errors,
      countCell(entry, "warnings"),
      countCell(entry, "unknown"),
      countCell(entry, "total"),
    ];
  });
  const missing = (options.missing ?? []).map(({ unit, kind }, index): ListCell[] => [
    { value: entries.length + index + 1 }, { value: unit, style: "list" }, { value: sayKind(kind) }, {}, {}, { value: label("notHandedIn") }, {}, {}, {}, {}, {},
  ]);
  const bottom = HEADER_ROW + Math.max(1, handedIn.length + missing.length);
  const sheet = planList({
    id: "directory",
    name: options.name,
    kind: "directory",
    language,
    title: options.title,
    headerRow: HEADER_ROW,
    orientation: "portrait",
    columns: [
      { label: label("number"), width: 6, style: "listCentred" },
      { label: label("name"), width: 34, style: "listLink" },
      { label: label("kind"), width: 11, style: "listCentred" },
      { label: label("yearColumn"), width: 7, style: "listCentred" },
      { label: label("edition"), width: 10, style: "listCentred" },
      { label: label("state"), width: 8, style: "listCentred" },
      { label: label("counted"), width: 6, style: "listCentred" },
      { label: label("errors"), width: 7, style: "listCentred" },
      { label: label("warnings"), width: 7, style: "listCentred" },
      { label: label("unknown"), width: 9, style: "listCentred" },
      { label: label("checksTotal"), width: 11, style: "listCentred" },
    ],
    rows: [...handedIn, ...missing],
  });
  const at = (column: number) => toAddress(HEADER_ROW + 1, column);
  const whole = (column: number) => area(HEADER_ROW + 1, column, bottom, column);
  const { state, errors, warnings, unknown } = DIRECTORY_COLUMNS;
  return {
    ...sheet,
    tabColour: "305496",
    conditionalFormats: [
      { area: whole(state), formula: `${at(state)}="${label("faulty")}"`, look: "bad" },
      { area: whole(state), formula: `${at(state)}="${label("notHandedIn")}"`, look: "doubtful" },
      { area: whole(state), formula: `${at(state)}="${label("handedIn")}"`, look: "good" },
      { area: whole(state), formula: `${at(state)}="${label("summed")}"`, look: "good" },
      { area: whole(errors), formula: `N(${at(errors)})>0`, look: "bad" },
      { area: whole(warnings), formula: `N(${at(warnings)})>0`, look: "doubtful" },
      { area: whole(unknown), formula: `N(${at(unknown)})>0`, look: "doubtful" },
    ],
  };
}
