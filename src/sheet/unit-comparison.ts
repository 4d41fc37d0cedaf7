import { comparePrevious, createPreviousLookup } from "../consolidation/previous.ts";
import type { RosterEntry } from "../consolidation/roster.ts";
import { figureAcross, OUTLIER } from "../checking/year-table.ts";
import type { Language } from "../finding/catalogue.ts";
import type { Finding } from "../finding/model.ts";
import { levelOf, sayFinding, sayPlace, sortFindings } from "../finding/say.ts";
import { cellId, type Form, type FormCell } from "../form/compile.ts";
import type { TableId } from "../form/definition.ts";
import { nameRow } from "../finding/sentence.ts";
import { toOfficialWidth } from "../form/width.ts";
import type { Report } from "../report/model.ts";
import { toAddress } from "./address.ts";
import type { Entry } from "./entry.ts";
import { sheetValue } from "./figure-cells.ts";
import { ledgerLookUp } from "./ledger-formulas.ts";
import { mappedFigure, type LedgerMap } from "./ledger.ts";
import { planList, type ListCell, type ListColumn } from "./list-sheet.ts";
import { area, type PlanCell, type PlanConditionalFormat, type SheetPlan } from "./plan.ts";
import { say } from "./texts.ts";

/** Figures by which a unit's two years are told apart; those that an edition does not have are left out. */
const KEY_FIGURES: readonly (readonly [table: TableId, row: string, column: string])[] = [
  ["disclosure", "normative-documents", "disclosed-total"],
  ["disclosure", "normative-documents", "in-force"],
  ["disclosure", "licensing", "decisions"],
  ["disclosure", "penalties", "decisions"],
  ["disclosure", "coercion", "decisions"],
  ["disclosure", "fees", "fees-charged"],
  ["disclosure", "procurement", "purchase-amount"],
  ["requests", "newly-received", "total"],
  ["requests", "outcome-total", "total"],
  ["requests", "carried-out", "total"],
  ["reviews", "reconsideration", "total"],
  ["reviews", "litigation-direct", "total"],
  ["reviews", "litigation-after-reconsideration", "total"],
];

const HEADER_ROW = 3;
const NAME_COLUMN = 0;
const FIRST_FIGURE = 1;
/** Sentences beside a unit; more are counted, as they stand in 校验 too. */
const MOST_HINTS = 3;
/** 上年, 本年, 增减. */
const PER_FIGURE = 3;
/** Beyond so many units this year's figures are values: a formula each would take minutes to calculate. */
const MOST_LIVE = 200;

export interface UnitComparisonOptions {
  readonly name: string;
  readonly language: Language;
  readonly unit: string;
  readonly year: number;
  readonly forms: readonly Form[];
  readonly roster?: readonly RosterEntry[];
}

interface KeyFigure {
  readonly form: Form;
  readonly cell: FormCell;
}

const keyFiguresOf = (forms: readonly Form[]): readonly KeyFigure[] =>
  KEY_FIGURES.flatMap(([table, row, column]) => {
    const form = forms.find((one) => one.id === table);
    const cell = form?.cell(cellId(row, column));
    return form && cell ? [{ form, cell }] : [];
  });

/**
 * 单位同比: a row a unit that counts, its key figures of both years with their change, what two years say of its report.
 *
 * This year's figures are looked up in the ledger by the unit's name, so sorting either sheet moves nothing; ten times
 * last year's or a tenth of it is painted.
 */
export function planUnitComparison(members: readonly Entry[], previous: readonly Report[], map: LedgerMap, options: UnitComparisonOptions): SheetPlan {
  const { language, year } = options;
  const find = createPreviousLookup(previous, options.roster);
  const figures = keyFiguresOf(options.forms);
  const units = members.filter((member) => member.counted && member.report.unit !== "");
  const hintColumn = FIRST_FIGURE + figures.length * PER_FIGURE;
  const labels = [String(year - 1), String(year), say("change", language)];
  const columns: ListColumn[] = [
    { label: say("name", language), width: 24, style: "list" },
    ...figures.flatMap(({ cell }) => labels.map((label): ListColumn => ({ label, width: cell.measure.scale === 0 ? 7.5 : 11, style: "listFigure" }))),
    { label: say("hint", language), width: 48, style: "list" },
  ];
  const rows = units.map((member, index) => unitRow(member, find(member.report.unit), figures, HEADER_ROW + 1 + index, units.length <= MOST_LIVE ? map : undefined, language));
  const groups = figures.map((figure, index): PlanCell => ({ row: HEADER_ROW - 1, column: FIRST_FIGURE + index * PER_FIGURE, value: sayFigure(figure), style: "listHeader" }));
  const sheet = planList({
    id: "unit-comparison",
    name: options.name,
    kind: "comparison",
    language,
    title: say("unitComparisonTitle", language, { unit: options.unit, previous: String(year - 1), year: String(year) }),
    headerRow: HEADER_ROW,
    above: [{ row: 1, column: 0, value: say("unitComparisonNote", language), style: "note" }, ...groups],
    orientation: "landscape",
    columns,
    rows,
    frozenColumns: 1,
  });
  const bottom = HEADER_ROW + Math.max(1, rows.length);
  const hints = area(HEADER_ROW + 1, hintColumn, bottom, hintColumn);
  return {
    ...sheet,
    tabColour: "7030A0",
    // Too wide to be centred over: the title stands where one begins to read.
    cells: sheet.cells.map((cell) => (cell.row === 0 ? { ...cell, style: "sideTitle" as const } : cell)),
    merges: figures.map((_, index) => area(HEADER_ROW - 1, FIRST_FIGURE + index * PER_FIGURE, HEADER_ROW - 1, FIRST_FIGURE + (index + 1) * PER_FIGURE - 1)),
    rowHeights: { ...sheet.rowHeights, [HEADER_ROW - 1]: 36 },
    ...(sheet.print && { print: { ...sheet.print, repeatRows: { from: HEADER_ROW - 1, to: HEADER_ROW }, repeatColumns: { from: 0, to: 0 }, pagesWide: 0 } }),
    conditionalFormats: [
      ...figures.map((_, index) => outlierLook(FIRST_FIGURE + index * PER_FIGURE, bottom)),
      { area: hints, formula: `${toAddress(HEADER_ROW + 1, hintColumn)}<>""`, look: "doubtful" },
    ],
  };
}

/** `表三 一·总计`. */
const sayFigure = ({ form, cell }: KeyFigure): string => `${form.number.length === 1 ? `表${form.number}` : form.number} ${nameRow(cell.row)}·${toOfficialWidth(cell.column.label)}`;

/** Ten times as much or a tenth, as `isOutlier` has it. */
function outlierLook(column: number, bottom: number): PlanConditionalFormat {
  const [then, now] = [column, column + 1].map((one) => toAddress(HEADER_ROW + 1, one)) as [string, string];
  const beyond = (more: string, less: string) => `AND(${more}>=${OUTLIER.least},${more}>=${OUTLIER.times}*${less})`;
  return { area: area(HEADER_ROW + 1, column, bottom, column + PER_FIGURE - 1), formula: `AND(COUNT($${then},$${now})=2,N($${then})>0,N($${now})>0,OR(${beyond(`N($${then})`, `N($${now})`)},${beyond(`N($${now})`, `N($${then})`)}))`, look: "doubtful" };
}

function unitRow({ report }: Entry, before: Report | undefined, figures: readonly KeyFigure[], row: number, map: LedgerMap | undefined, language: Language): ListCell[] {
  const found = comparePrevious(report, before).filter((finding) => before === undefined || levelOf(finding) !== "info");
  const isOutlier = ({ code }: Finding) => code === "year-outlier" || code === "fee-likely-yuan";
  const said = sortFindings([...found.filter(isOutlier), ...found.filter((finding) => !isOutlier(finding))]);
  const hints = said.map((finding) => [sayPlace(finding, language), sayFinding(finding, language)].filter(Boolean).join(language === "zh-CN" ? "：" : ": "));
  const comparable = before !== undefined && !said.some(({ code }) => code === "previous-wrong-year");
  return [
    { value: report.unit },
    ...figures.flatMap((figure, index) => figureCells(figure, report, comparable ? before : undefined, { row, column: FIRST_FIGURE + index * PER_FIGURE }, map)),
    { value: [...hints.slice(0, MOST_HINTS), ...(hints.length > MOST_HINTS ? [say("moreHints", language, { count: String(hints.length - MOST_HINTS) })] : [])].join("\n") },
  ];
}

function figureCells({ form, cell }: KeyFigure, report: Report, before: Report | undefined, at: { readonly row: number; readonly column: number }, map: LedgerMap | undefined): ListCell[] {
  const table = before?.tables.find((one) => one.table === form.id);
  const then = table ? figureAcross(table, form, cell.id) : null;
  const now = mappedFigure(report, form, cell.id).value;
  const shown = (value: number | null) => (value === null ? "" : sheetValue(value, cell));
  const numberFormat = cell.measure.scale === 0 ? "0" : "General";
  const [thenAt, nowAt] = [at.column, at.column + 1].map((column) => toAddress(at.row, column)) as [string, string];
  const minus = `SUM(${nowAt},-${thenAt})`;
  return [
    { value: shown(then), numberFormat },
    { value: shown(now), numberFormat, ...(map && { formula: ledgerLookUp(map, map.columnOf(form, cell.id), cell, `$${toAddress(at.row, NAME_COLUMN)}`) }) },
    { value: shown(then === null || now === null ? null : now - then), numberFormat, formula: `IF(COUNT(${thenAt},${nowAt})<2,"",${cell.measure.scale === 0 ? minus : `ROUND(${minus},${cell.measure.scale})`})` },
  ];
}
