import type { Language } from "../finding/catalogue.ts";
import type { FormCell } from "../form/compile.ts";
import type { EditionId } from "../form/definition.ts";
import { formsOfEdition } from "../form/forms.ts";
import { blankTable } from "../report/table.ts";
import { planChecks } from "./check-block.ts";
import { totalsOf } from "./figure-cells.ts";
import { sumFormula } from "./formula.ts";
import type { TableLayout } from "./layout.ts";
import { legendCells, LEGEND_COLUMN } from "./legend.ts";
import { joinMessages } from "./messages.ts";
import { planMetadata } from "./metadata.ts";
import { sheetNameFor } from "./names.ts";
import type { PlanInputMessage, WorkbookPlan } from "./plan.ts";
import { areaOf, cellsOfTable, type FigureCell } from "./table-cells.ts";
import { say } from "./texts.ts";
import { assemble, layoutSheet, UNIT_CELL, YEAR_CELL, type TableParts } from "./unit-sheet.ts";

/**
 * A blank official workbook to be filled in by a unit: inputs marked, totals calculated, checks live.
 *
 * A total stays empty until all its parts are there, and a check with a blank says so: nothing is taken for zero.
 */
export function planTemplate(edition: EditionId, unit: string, year: number, language: Language = "zh-CN"): WorkbookPlan {
  const forms = formsOfEdition(edition);
  const tables = forms.map(blankTable);
  const report = { unit, year, file: "", tables };
  const id = "u1";
  const name = sheetNameFor(unit, new Set(), say("unnamed", language));
  const { frame, layouts } = layoutSheet(report, forms, language);
  const cells = frame.cells.map((cell) => (isInput(cell.row, cell.column) ? { ...cell, style: "captionInput" as const } : cell));
  const block = planChecks(layouts.map((layout) => ({ form: layout.form, addressOf: layout.addressOf, valueOf: () => null })), language);
  const planned = assemble({ ...frame, cells }, layouts, layouts.map((layout) => inputParts(layout, language)), block, { id, name, language });
  const sheet = { ...planned.sheet, kind: "template" as const, cells: [...planned.sheet.cells.filter((cell) => cell.column < LEGEND_COLUMN), ...legendCells(language, true)] };
  return { title: say("reportTitle", language), sheets: [sheet, planMetadata({ kind: "template", language, reports: [{ id, sheet: name, report, findings: [] }] })], names: [], activeSheet: id };
}

const isInput = (row: number, column: number) => (row === UNIT_CELL.row && column === UNIT_CELL.column) || (row === YEAR_CELL.row && column === YEAR_CELL.column);

function inputParts(layout: TableLayout, language: Language): TableParts {
  const messages: PlanInputMessage[] = [];
  const { cells, merges } = cellsOfTable(layout, (cell): FigureCell => {
    const total = totalsOf(layout.form, cell.id)[0];
    const numberFormat = cell.measure.scale === 0 ? "0" : "General";
    if (total) {
      return { value: "", formula: sumFormula(total.left, (id) => layout.addressOf.get(id)!, cell.measure.scale), numberFormat, style: "figureTotal" };
    }
    messages.push({ area: areaOf(layout.boxOf.get(cell.id)!), title: say("input", language), text: say("inputPrompt", language), accepts: acceptsOf(cell) });
    return { value: null, numberFormat, style: "figureInput" };
  });
  return { cells, merges, messages: joinMessages(messages) };
}

const acceptsOf = ({ measure }: FormCell): PlanInputMessage["accepts"] => (measure.scale > 0 ? "amount" : measure.signed ? "signed-count" : "count");
