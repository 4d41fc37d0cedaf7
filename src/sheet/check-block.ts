import { evaluateEquation } from "../balance/evaluate.ts";
import type { CellId, Equation, Form } from "../form/compile.ts";
import { levelLabels, type Language } from "../finding/catalogue.ts";
import { sayEquation } from "../finding/sentence.ts";
import { formatFigure } from "../report/figure.ts";
import { toAddress, toRange } from "./address.ts";
import { checkFormula, checkText, differenceFormula } from "./formula.ts";
import { area, type PlanCell, type PlanConditionalFormat } from "./plan.ts";
import { say, type SheetText } from "./texts.ts";

/** A form on a sheet, with the figures its formulas will show. */
export interface CheckedTable {
  readonly form: Form;
  readonly addressOf: ReadonlyMap<CellId, string>;
  readonly valueOf: (id: CellId) => number | null;
  /** As they apply to the report's table; the form's own where absent. */
  readonly equations?: readonly Equation[];
}

export interface PlacedCheck {
  readonly form: Form;
  readonly equation: Equation;
  /** Cell of the result (✓ / ✗ / ？). */
  readonly address: string;
  readonly state: "holds" | "fails" | "unknown";
  readonly text: string;
}

/** Columns of the block: rule, result, difference, level. P stays empty between print and block. */
export const CHECK_COLUMNS = { rule: 16, result: 17, difference: 18, level: 19 } as const;
const HEADER_ROW = 4;
const FIRST_ROW = 5;

/** Cells of the sheet that count this sheet's failing and unknown checks. */
export const COUNT_ADDRESSES = {
  total: toAddress(0, CHECK_COLUMNS.difference),
  errors: toAddress(1, CHECK_COLUMNS.difference),
  warnings: toAddress(2, CHECK_COLUMNS.difference),
  unknown: toAddress(3, CHECK_COLUMNS.difference),
} as const;

export interface CheckBlock {
  readonly cells: PlanCell[];
  readonly formats: PlanConditionalFormat[];
  readonly checks: PlacedCheck[];
  readonly end: number;
}

/**
 * The live check block to the right of the printed page: a row an equation, above it how many fail.
 *
 * Everything is formula, so a figure changed by hand turns its checks at once.
 */
export function planChecks(tables: readonly CheckedTable[], language: Language): CheckBlock {
  const cells: PlanCell[] = [];
  const checks: PlacedCheck[] = [];
  let row = FIRST_ROW;
  for (const { form, addressOf, valueOf, equations } of tables) {
    const at = (id: CellId) => addressOf.get(id)!;
    for (const equation of equations ?? form.equations) {
      const verdict = evaluateEquation(equation, valueOf);
      const text = checkText(form, equation, verdict);
      const measure = form.cell(equation.left[0]!)!.measure;
      cells.push(
        { row, column: CHECK_COLUMNS.rule, value: sayEquation(form, equation, language), style: "side" },
        { row, column: CHECK_COLUMNS.result, formula: checkFormula(form, equation, at), value: text, style: "side" },
        { row, column: CHECK_COLUMNS.difference, formula: differenceFormula(form, equation, at), value: verdict.difference === null ? "" : Number(formatFigure(verdict.difference, measure)), style: "sideNumber" },
        { row, column: CHECK_COLUMNS.level, value: levelLabels[equation.level][language], style: "sideCentred" },
      );
      checks.push({ form, equation, address: toAddress(row, CHECK_COLUMNS.result), state: verdict.state, text });
      row += 1;
    }
  }
  const counts = countChecks(checks);
  return { cells: [...headOf(row - 1, counts, language), ...cells], formats: formatsOf(row - 1), checks, end: row };
}

/** The checks of tables without their formulas: for reports that get no sheet, which may be thousands. */
export function evaluateChecks(tables: readonly Pick<CheckedTable, "form" | "valueOf">[]): PlacedCheck[] {
  return tables
    .flatMap(({ form, valueOf }) => form.equations.map((equation) => ({ form, equation, verdict: evaluateEquation(equation, valueOf) })))
    .map(({ form, equation, verdict }, index) => ({ form, equation, address: toAddress(FIRST_ROW + index, CHECK_COLUMNS.result), state: verdict.state, text: checkText(form, equation, verdict) }));
}

/** How many checks there are, fail (by level) or cannot be judged. */
export const countChecks = (checks: readonly PlacedCheck[]) => ({
  total: checks.length,
  errors: checks.filter((check) => check.state === "fails" && check.equation.level === "error").length,
  warnings: checks.filter((check) => check.state === "fails" && check.equation.level === "warning").length,
  unknown: checks.filter((check) => check.state === "unknown").length,
});

function headOf(last: number, counts: ReturnType<typeof countChecks>, language: Language): PlanCell[] {
  const results = toRange(FIRST_ROW, CHECK_COLUMNS.result, last, CHECK_COLUMNS.result);
  const levels = toRange(FIRST_ROW, CHECK_COLUMNS.level, last, CHECK_COLUMNS.level);
  const failing = (level: "error" | "warning") => `SUMPRODUCT((LEFT(${results},1)="✗")*(${levels}="${levelLabels[level][language]}"))`;
  const count = (row: number, label: SheetText, formula: string, value: number): PlanCell[] => [
    { row, column: CHECK_COLUMNS.result, value: say(label, language), style: "sideHeader" },
    { row, column: CHECK_COLUMNS.difference, formula, value, style: "sideNumber" },
  ];
  const header = (column: number, label: SheetText): PlanCell => ({ row: HEADER_ROW, column, value: say(label, language), style: "sideHeader" });
  return [
    { row: 0, column: CHECK_COLUMNS.rule, value: say("checks", language), style: "sideTitle" },
    ...count(0, "total", `COUNTA(${results})`, counts.total),
    ...count(1, "errors", failing("error"), counts.errors),
    ...count(2, "warnings", failing("warning"), counts.warnings),
    ...count(3, "unknown", `SUMPRODUCT(--(LEFT(${results},1)="？"))`, counts.unknown),
    header(CHECK_COLUMNS.rule, "rule"),
    header(CHECK_COLUMNS.result, "result"),
    header(CHECK_COLUMNS.difference, "difference"),
    header(CHECK_COLUMNS.level, "level"),
  ];
}

function formatsOf(last: number): PlanConditionalFormat[] {
  const results = area(FIRST_ROW, CHECK_COLUMNS.result, last, CHECK_COLUMNS.result);
  const first = toAddress(FIRST_ROW, CHECK_COLUMNS.result);
  const mark = (sign: string, look: PlanConditionalFormat["look"]): PlanConditionalFormat => ({ area: results, formula: `LEFT(${first},1)="${sign}"`, look });
  const count = (address: string, row: number, look: PlanConditionalFormat["look"]): PlanConditionalFormat => ({ area: area(row, CHECK_COLUMNS.difference), formula: `${address}>0`, look });
  return [mark("✓", "good"), mark("✗", "bad"), mark("？", "doubtful"), count(COUNT_ADDRESSES.errors, 1, "bad"), count(COUNT_ADDRESSES.warnings, 2, "doubtful"), count(COUNT_ADDRESSES.unknown, 3, "doubtful")];
}

/** Paints the printed total of a failing equation, on the sheet itself. */
export function paintTotals(checks: readonly PlacedCheck[], placeOf: (id: CellId, form: Form) => { row: number; column: number; columnSpan: number } | undefined): PlanConditionalFormat[] {
  const byCell = new Map<string, { place: { row: number; column: number; columnSpan: number }; results: string[] }>();
  for (const { form, equation, address } of checks) {
    const place = placeOf(equation.at, form);
    if (!place) continue;
    const key = toAddress(place.row, place.column);
    const entry = byCell.get(key) ?? { place, results: [] };
    entry.results.push(`LEFT($${address.replace(/(\d+)$/, "$$$1")},1)="✗"`);
    byCell.set(key, entry);
  }
  return [...byCell.values()].map(({ place, results }) => ({
    area: area(place.row, place.column, place.row, place.column + place.columnSpan - 1),
    formula: results.length === 1 ? results[0]! : `OR(${results.join(",")})`,
    look: "bad",
  }));
}
