import type { Language } from "../finding/catalogue.ts";
import type { HandIn } from "../consolidation/hand-in.ts";
import type { HandInState } from "../consolidation/hand-in-state.ts";
import { onSheet, toAbsolute, toAddress } from "./address.ts";
import { countCell, sayEditions, sayKind, sayState, stateCell, type Entry } from "./entry.ts";
import { LEDGER_COLUMNS, LEDGER_FIRST_ROW, ledgerRange, type LedgerMap } from "./ledger.ts";
import { planList, type ListCell } from "./list-sheet.ts";
import { area, type PlanCell, type SheetPlan } from "./plan.ts";
import { say } from "./texts.ts";

/** A consolidation counts its hand-in states above the list. */
const headerRow = (isConsolidation: boolean) => (isConsolidation ? 4 : 1);
/** Columns of the directory that other sheets refer to. */
export const DIRECTORY_COLUMNS = { name: 1, state: 5, counted: 6, errors: 7, warnings: 8, unknown: 9, total: 10 } as const;
/** First and last row (from 0) that counts are summed over. */
export function directoryRows(entries: readonly Entry[]): { first: number; last: number } {
  const header = headerRow(entries.some((entry) => entry.consolidated));
  return { first: header + 1, last: header + Math.max(1, entries.length) };
}

export interface DirectoryOptions {
  readonly name: string;
  readonly language: Language;
  readonly title: string;
  /** Units of the roster without a report. */
  readonly missing?: readonly HandIn[];
  /** The ledger of a consolidation: what counts is read there, and units that a person adds there have handed in. */
  readonly ledger?: LedgerMap;
  /** Sheet to link to where an entry has none of its own. */
  readonly fallbackSheet?: string;
}

/** 目录: every unit with its hand-in state and the live number of its errors and warnings; names link to the sheets. */
export function planDirectory(entries: readonly Entry[], options: DirectoryOptions): SheetPlan {
  const { language } = options;
  const label = (key: Parameters<typeof say>[0]) => say(key, language);
  const header = headerRow(entries.some((entry) => entry.consolidated));
  const twice = new Set(entries.map((entry) => entry.report.unit).filter((unit, index, all) => all.indexOf(unit) !== index));
  const handedIn = entries.map((entry, index): ListCell[] => {
    const row = header + 1 + index;
    const sheet = entry.unitSheet ? entry.sheetName : options.fallbackSheet;
    return [
      { value: index + 1 },
      { value: entry.report.unit || label("unnamed"), ...(sheet && { link: { sheet, address: "A1" } }) },
      { value: sayKind(entry.unitKind) },
      { value: entry.report.year },
      { value: sayEditions(entry.report) },
      stateCell(entry, { errors: toAddress(row, DIRECTORY_COLUMNS.errors), counted: toAddress(row, DIRECTORY_COLUMNS.counted) }, language),
      countedCell(entry, row, twice.has(entry.report.unit) ? index - 1 : undefined, options.ledger),
      countCell(entry, "errors"),
      countCell(entry, "warnings"),
      countCell(entry, "unknown"),
      countCell(entry, "total"),
    ];
  });
  const missing = (options.missing ?? []).map(({ unit, kind, state }, index): ListCell[] => [
    { value: entries.length + index + 1 }, { value: unit, style: "list" }, { value: sayKind(kind) }, {}, {}, missingState(state, header + 1 + entries.length + index, options), {}, {}, {}, {}, {},
  ]);
  const bottom = header + Math.max(1, handedIn.length + missing.length);
  const sheet = planList({
    id: "directory",
    name: options.name,
    kind: "directory",
    language,
    title: options.title,
    headerRow: header,
    above: options.ledger ? countsAbove(entries, options, bottom) : [],
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
  const at = (column: number) => toAddress(header + 1, column);
  const whole = (column: number) => area(header + 1, column, bottom, column);
  const { state, errors, warnings, unknown } = DIRECTORY_COLUMNS;
  return {
    ...sheet,
    tabColour: "305496",
    inputMessages: options.ledger ? [{ area: whole(state), title: label("state"), text: label("stateMessage") }] : [],
    conditionalFormats: [
      { area: whole(state), formula: `${at(state)}="${label("faulty")}"`, look: "bad" },
      { area: whole(state), formula: `${at(state)}="${sayState("returned", language)}"`, look: "bad" },
      { area: whole(state), formula: `${at(state)}="${sayState("verified", language)}"`, look: "good" },
      { area: whole(state), formula: `${at(state)}="${label("notHandedIn")}"`, look: "doubtful" },
      { area: whole(state), formula: `${at(state)}="${label("handedIn")}"`, look: "good" },
      { area: whole(state), formula: `${at(state)}="${label("summed")}"`, look: "good" },
      { area: whole(errors), formula: `N(${at(errors)})>0`, look: "bad" },
      { area: whole(warnings), formula: `N(${at(warnings)})>0`, look: "doubtful" },
      { area: whole(unknown), formula: `N(${at(unknown)})>0`, look: "doubtful" },
    ],
  };
}

/** 计入 as the ledger has it; a unit that handed in twice is looked up by its row, the others by their name. */
function countedCell(entry: Entry, row: number, ledgerIndex: number | undefined, ledger: LedgerMap | undefined): ListCell {
  if (entry.counted === undefined || !ledger) return { value: entry.counted === undefined ? null : Number(entry.counted) };
  const value = Number(entry.counted);
  if (ledgerIndex !== undefined) return { value, formula: onSheet(ledger.sheetName, toAbsolute(LEDGER_FIRST_ROW + ledgerIndex, LEDGER_COLUMNS.counted)) };
  return { value, formula: `COUNTIFS(${ledgerRange(ledger, LEDGER_COLUMNS.unit)},${toAddress(row, DIRECTORY_COLUMNS.name)},${ledgerRange(ledger, LEDGER_COLUMNS.counted)},1)` };
}

/** 未报, until a person adds the unit to the ledger. */
function missingState(state: HandInState, row: number, { language, ledger }: DirectoryOptions): ListCell {
  const value = sayState(state, language);
  if (state !== "missing" || !ledger) return { value };
  return { value, formula: `IF(COUNTIF(${ledgerRange(ledger, LEDGER_COLUMNS.unit)},${toAddress(row, DIRECTORY_COLUMNS.name)})>0,"${sayState("handed-in", language)}","${value}")` };
}

/** How many units are expected, have handed in and so on: live, of the ledger's rows and of the missing below. */
function countsAbove(entries: readonly Entry[], options: DirectoryOptions, bottom: number): PlanCell[] {
  const { language } = options;
  const ledger = options.ledger!;
  const members = entries.filter((entry) => !entry.consolidated);
  const shown = members.map((entry) => String(stateCell(entry, { counted: "" }, language).value));
  const states = ledgerRange(ledger, LEDGER_COLUMNS.state);
  const inLedger = (text: string) => ({ value: shown.filter((one) => one === text).length, formula: `COUNTIF(${states},"${text}")` });
  const missing = (options.missing ?? []).filter((one) => one.state === "missing").length;
  const { first } = directoryRows(entries);
  const list = `${toAbsolute(first, DIRECTORY_COLUMNS.state)}:${toAbsolute(bottom, DIRECTORY_COLUMNS.state)}`;
  const absent = { value: missing, formula: `COUNTIF(${list},"${sayState("missing", language)}")` };
  const replaced = inLedger(say("replaced", language));
  const exempt = inLedger(sayState("not-required", language));
  // Not LEFT over the range: some engines look at its first cell alone.
  const come = { value: members.length - replaced.value - exempt.value, formula: `COUNTA(${ledgerRange(ledger, LEDGER_COLUMNS.unit)})-${replaced.formula}-${exempt.formula}` };
  const counts: readonly (readonly [string, ListCell])[] = [
    [say("expectedUnits", language), { value: come.value + absent.value, formula: `${come.formula}+${absent.formula}` }],
    [sayState("handed-in", language), come],
    [sayState("missing", language), absent],
    [sayState("faulty", language), inLedger(sayState("faulty", language))],
    [sayState("returned", language), inLedger(sayState("returned", language))],
    [sayState("verified", language), inLedger(sayState("verified", language))],
    [say("counted", language), { value: members.filter((entry) => entry.counted).length, formula: `COUNTIF(${ledgerRange(ledger, LEDGER_COLUMNS.counted)},1)` }],
  ];
  return counts.flatMap(([label, cell], index): PlanCell[] => [
    { row: 1, column: index + 2, value: label, style: "listHeader" },
    { row: 2, column: index + 2, ...cell, style: "listCentred" },
  ]);
}
