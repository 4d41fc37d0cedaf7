import { findingKey, sayAcceptance, type Acceptance } from "../finding/acceptance.ts";
import { catalogue, levelLabels, type Language } from "../finding/catalogue.ts";
import { levelOf, sayAdvice, sayFinding, sayLevel, sayPlace, sortFindings } from "../finding/say.ts";
import { sayEquation } from "../finding/sentence.ts";
import { isTableRef, type Finding } from "../finding/model.ts";
import { cellId } from "../form/compile.ts";
import { formatOrigin } from "../report/model.ts";
import { onSheet, toAbsolute, toAddress } from "./address.ts";
import type { PlacedCheck } from "./check-block.ts";
import { DIRECTORY_COLUMNS, directoryRows } from "./directory.ts";
import { countCell, readingFindings, type Entry } from "./entry.ts";
import { planList, type ListCell } from "./list-sheet.ts";
import { area, type PlanCell, type SheetPlan } from "./plan.ts";
import { say, type SheetText } from "./texts.ts";

const SUMMARY_ROW = 1;
const HEADER_ROW = 4;
const RESULT_COLUMN = 4;
/** Columns by which accepted findings are read back. */
export const CHECK_LIST_COLUMNS = { unit: 1, key: 7, reason: 8 } as const;

export interface ChecksOptions {
  readonly name: string;
  readonly directory: string;
  readonly language: Language;
  /** Findings about the collection itself: missing, doubled, nested units. */
  readonly general?: readonly Finding[];
  /** Findings that a person lets stand, with the reason. */
  readonly accepted?: readonly Acceptance[];
}

/**
 * 校验: how many checks of all units hold, fail or cannot be judged, live; below, every finding of reading and every
 * check that did not hold when the workbook was made, its result still live, each with a link to its place.
 */
export function planChecksSheet(entries: readonly Entry[], options: ChecksOptions): SheetPlan {
  const { language } = options;
  const label = (key: SheetText) => say(key, language);
  const general = sortFindings(options.general ?? []).map((finding) => findingRow(finding, entries.find((entry) => finding.unit !== undefined && entry.report.unit === finding.unit), language, options.accepted));
  const rows = [...general, ...entries.flatMap((entry) => entryRows(entry, language, options.accepted))];
  const empty: ListCell[][] = [["", "", "", label("nothingOpen"), "", "", "", "", ""].map((value) => ({ value }))];
  const sheet = planList({
    id: "checks",
    name: options.name,
    kind: "checks",
    language,
    title: label("checksTitle"),
    headerRow: HEADER_ROW,
    above: [...summary(entries, options), { row: HEADER_ROW - 1, column: 0, value: label("openItems"), style: "note" }],
    orientation: "landscape",
    columns: [
      { label: label("level"), width: 8, style: "listCentred" },
      { label: label("name"), width: 26, style: "listLink" },
      { label: label("place"), width: 28, style: "list" },
      { label: label("message"), width: 44, style: "list" },
      { label: label("result"), width: 22, style: "list" },
      { label: label("advice"), width: 30, style: "list" },
      { label: label("origin"), width: 18, style: "list" },
      { label: label("findingNumber"), width: 14, style: "listCentred" },
      { label: label("acceptedWhy"), width: 26, style: "list" },
    ],
    rows: rows.length > 0 ? rows : empty,
  });
  const results = area(HEADER_ROW + 1, RESULT_COLUMN, HEADER_ROW + Math.max(1, rows.length), RESULT_COLUMN);
  const mark = (sign: string, look: "good" | "bad" | "doubtful") => ({ area: results, formula: `LEFT(${toAddress(HEADER_ROW + 1, RESULT_COLUMN)},1)="${sign}"`, look });
  const reasons = area(HEADER_ROW + 1, CHECK_LIST_COLUMNS.reason, HEADER_ROW + Math.max(1, rows.length), CHECK_LIST_COLUMNS.reason);
  return { ...sheet, tabColour: "C00000", inputMessages: [{ area: reasons, title: label("acceptedWhy"), text: label("acceptedMessage") }], conditionalFormats: [mark("✓", "good"), mark("✗", "bad"), mark("？", "doubtful")] };
}

function summary(entries: readonly Entry[], options: ChecksOptions): PlanCell[] {
  const { first, last } = directoryRows(entries);
  const total = (which: "errors" | "warnings" | "unknown" | "total") => {
    const column = DIRECTORY_COLUMNS[which];
    const general = (options.general ?? []).filter((finding) => which === `${levelOf(finding)}s`).length;
    const value = entries.reduce((sum, entry) => sum + Number(countCell(entry, which).value), general);
    const sum = `SUM(${onSheet(options.directory, `${toAbsolute(first, column)}:${toAbsolute(last, column)}`)})`;
    return { value, formula: general === 0 ? sum : `${sum}+${general}` };
  };
  const shown: readonly (readonly [SheetText, ReturnType<typeof total>])[] = [
    ["checksTotal", total("total")],
    ["errors", total("errors")],
    ["warnings", total("warnings")],
    ["unknown", total("unknown")],
  ];
  return shown.flatMap(([key, cell], index): PlanCell[] => [
    { row: SUMMARY_ROW, column: index + 1, value: say(key, options.language), style: "listHeader" },
    { row: SUMMARY_ROW + 1, column: index + 1, ...cell, style: "listCentred" },
  ]);
}

function entryRows(entry: Entry, language: Language, accepted?: readonly Acceptance[]): ListCell[][] {
  const open = entry.checks.filter((check) => check.state !== "holds");
  return [...sortFindings(readingFindings(entry.findings)).map((finding) => findingRow(finding, entry, language, accepted)), ...open.map((check) => checkRow(check, entry, language, accepted))];
}

/** The number of a finding and, where a person lets it stand, why. */
function acceptanceCells(finding: Finding, accepted: readonly Acceptance[] = []): ListCell[] {
  const key = findingKey(finding);
  const known = accepted.find((one) => one.key === key);
  return [{ value: key }, { value: known ? sayAcceptance(known) : "" }];
}

/** The finding that a check stands for, with its values. */
function findingOf(check: PlacedCheck, entry: Entry, known: Finding): Finding {
  const { equation, form } = check;
  const found = entry.findings.find(({ code, at }) => code === equation.ruleId && isTableRef(at) && at.table === form.id && `${at.row}/${at.column}` === equation.at);
  return { unit: entry.report.unit, ...(found ?? { ...known, code: check.state === "unknown" ? "cannot-judge" : known.code, received: check.text }) };
}

function checkRow(check: PlacedCheck, entry: Entry, language: Language, accepted?: readonly Acceptance[]): ListCell[] {
  const { form, equation } = check;
  const place = { table: form.id, edition: form.edition, ...(equation.per === "row" ? { row: equation.along } : { column: equation.along }) };
  const known: Finding = { code: equation.ruleId as Finding["code"], at: place };
  return [
    { value: levelLabels[check.state === "unknown" ? catalogue["cannot-judge"].level : equation.level][language] },
    { value: entry.report.unit, ...(entry.unitSheet ? { link: { sheet: entry.sheetName, address: check.address } } : { style: "list" as const }) },
    { value: sayPlace(known, language) },
    { value: sayEquation(form, equation, language) },
    { value: check.text, formula: entry.unitSheet && onSheet(entry.sheetName, check.address) },
    { value: sayAdvice(check.state === "unknown" ? { ...known, code: "cannot-judge" } : known, language) },
    { value: entry.unitSheet ? formatOrigin({ kind: "sheet", sheet: entry.sheetName, address: check.address }) : "" },
    ...acceptanceCells(findingOf(check, entry, known), accepted),
  ];
}

function findingRow(finding: Finding, entry: Entry | undefined, language: Language, accepted?: readonly Acceptance[]): ListCell[] {
  const { at } = finding;
  const layout = isTableRef(at) ? entry?.unitSheet?.layouts.find(({ form }) => form.id === at.table && form.edition === at.edition) : undefined;
  const cell = isTableRef(at) && at.row && at.column ? layout?.addressOf.get(cellId(at.row, at.column)) : undefined;
  const link = entry?.unitSheet && { sheet: entry.sheetName, address: cell ?? (layout ? toAddress(layout.top, 0) : "A1") };
  return [
    { value: sayLevel(finding, language) },
    { value: finding.unit ?? entry?.report.unit ?? "", ...(link ? { link } : { style: "list" as const }) },
    { value: sayPlace(finding, language) },
    { value: sayFinding(finding, language) },
    { value: "" },
    { value: sayAdvice(finding, language) },
    { value: formatOrigin(finding.origin) },
    ...acceptanceCells({ unit: entry?.report.unit, ...finding }, accepted),
  ];
}
