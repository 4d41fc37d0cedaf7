import { checkYears } from "../checking/check-years.ts";
import { compareTables, type YearChange } from "../checking/year-table.ts";
import type { Language } from "../finding/catalogue.ts";
import { isTableRef } from "../finding/model.ts";
import { sayFinding } from "../finding/say.ts";
import { toOfficialWidth } from "../form/width.ts";
import type { Report } from "../report/model.ts";
import { onSheet, parseAddress, toAbsolute, toAddress } from "./address.ts";
import { sheetValue } from "./figure-cells.ts";
import type { TableLayout } from "./layout.ts";
import { planList, type ListCell } from "./list-sheet.ts";
import { area, type SheetPlan } from "./plan.ts";
import { say } from "./texts.ts";

const HEADER_ROW = 2;
const COLUMNS = { before: 3, now: 4, change: 5, ratio: 6, hint: 7 } as const;

export interface ComparisonOptions {
  readonly name: string;
  readonly language: Language;
  /** The city's sheet, where this year's figures stand. */
  readonly citySheet: string;
  readonly layouts: readonly TableLayout[];
}

/** 同比: the city's figures of two years with their changes, live; outliers and broken flows beside them. */
export function planComparison(current: Report, previous: Report, options: ComparisonOptions): SheetPlan {
  const { language } = options;
  const changes = compareTables(current, previous);
  const findings = checkYears(current, previous);
  const hintOf = ({ form, cell }: YearChange) =>
    findings.filter(({ at }) => isTableRef(at) && at.table === form.id && at.row === cell.row.id && at.column === cell.column.id).map((finding) => sayFinding(finding, language)).join("\n");
  const [then, now] = [previous.year ?? (current.year ?? 1) - 1, current.year ?? ""].map(String) as [string, string];
  const sheet = planList({
    id: "comparison",
    name: options.name,
    kind: "comparison",
    language,
    title: say("comparisonTitle", language, { unit: current.unit, previous: then, year: now }),
    headerRow: HEADER_ROW,
    above: [{ row: 1, column: 0, value: say("comparisonNote", language), style: "note" }],
    orientation: "landscape",
    columns: [
      { label: say("table", language), width: 6, style: "listCentred" },
      { label: say("row", language), width: 44, style: "list" },
      { label: say("column", language), width: 20, style: "list" },
      { label: then, width: 13, style: "listFigure" },
      { label: now, width: 13, style: "listFigure" },
      { label: say("change", language), width: 13, style: "listFigure" },
      { label: say("changeRatio", language), width: 10, style: "listFigure" },
      { label: say("hint", language), width: 44, style: "list" },
    ],
    rows: changes.map((change, index) => changeRow(change, HEADER_ROW + 1 + index, hintOf(change), options)),
  });
  const hints = area(HEADER_ROW + 1, COLUMNS.hint, HEADER_ROW + Math.max(1, changes.length), COLUMNS.hint);
  return { ...sheet, filter: undefined, tabColour: "7030A0", conditionalFormats: [{ area: hints, formula: `${toAddress(HEADER_ROW + 1, COLUMNS.hint)}<>""`, look: "doubtful" }] };
}

function changeRow({ form, cell, before, now }: YearChange, row: number, hint: string, options: ComparisonOptions): ListCell[] {
  const shown = (value: number | null) => (value === null ? "" : sheetValue(value, cell));
  const numberFormat = cell.measure.scale === 0 ? "0" : "General";
  const place = parseAddress(options.layouts.find((layout) => layout.form === form)?.addressOf.get(cell.id) ?? "");
  const source = place && onSheet(options.citySheet, toAbsolute(place.row, place.column));
  const [then, current, change] = [COLUMNS.before, COLUMNS.now, COLUMNS.change].map((column) => toAddress(row, column)) as [string, string, string];
  const minus = `SUM(${current},-${then})`;
  const difference = before === null || now === null ? null : now - before;
  const ratio = difference === null || before === null || before <= 0 ? "" : Number((difference / before).toFixed(6));
  return [
    { value: form.number },
    { value: toOfficialWidth(cell.row.label) },
    { value: toOfficialWidth(cell.column.label) },
    { value: shown(before), numberFormat },
    { value: shown(now), formula: source ? `IF(ISNUMBER(${source}),${source},"")` : undefined, numberFormat },
    { value: shown(difference), formula: `IF(COUNT(${then},${current})<2,"",${cell.measure.scale === 0 ? minus : `ROUND(${minus},${cell.measure.scale})`})`, numberFormat },
    { value: ratio, formula: `IF(COUNT(${then},${change})<2,"",IF(${then}<=0,"",ROUND(${change}/${then},6)))`, numberFormat: "0.0%" },
    { value: hint },
  ];
}
