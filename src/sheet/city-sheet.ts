import type { Language } from "../finding/catalogue.ts";
import { formOf } from "../form/forms.ts";
import type { Report, ReportTable } from "../report/model.ts";
import { cellOf } from "../report/table.ts";
import { planCoverage } from "./coverage.ts";
import { planChecks } from "./check-block.ts";
import type { Entry } from "./entry.ts";
import { sheetValue } from "./figure-cells.ts";
import type { TableLayout } from "./layout.ts";
import { haveFormula, ledgerSum } from "./ledger-formulas.ts";
import { mappedFigure, type LedgerMap } from "./ledger.ts";
import { cut } from "./messages.ts";
import { area, type PlanInputMessage } from "./plan.ts";
import { areaOf, cellsOfTable, type FigureCell } from "./table-cells.ts";
import { say } from "./texts.ts";
import { assemble, checkedTable, inSheetOrder, layoutSheet, type TableParts, type UnitSheet } from "./unit-sheet.ts";

export interface CityOptions {
  readonly id: string;
  readonly name: string;
  readonly language: Language;
}

/**
 * The consolidated report in the official layout: every summed figure is the sum of its ledger column over the units
 * that count; a figure that no unit has, or whose sum is too large to be exact, stays empty. Provided figures are constants that name their provider.
 */
export function planCitySheet(report: Report, members: readonly Entry[], map: LedgerMap, options: CityOptions): UnitSheet {
  const tables = inSheetOrder(report.tables);
  const { frame, layouts } = layoutSheet(report, tables.map(formOf), options.language);
  const parts = layouts.map((layout, index) => cityParts(layout, tables[index]!, members, map, options));
  const block = planChecks(tables.map((table, index) => checkedTable(table, layouts[index]!)), options.language);
  const planned = assemble(frame, layouts, parts, block, options);
  const coverage = planCoverage(layouts, members, map, options.language);
  const sheet = {
    ...planned.sheet,
    kind: "city" as const,
    tabColour: "C65911",
    cells: [...planned.sheet.cells, ...coverage.cells],
    columnWidths: [...planned.sheet.columnWidths, ...coverage.columnWidths],
    conditionalFormats: [...planned.sheet.conditionalFormats, ...coverage.formats],
  };
  return { ...planned, sheet };
}

function cityParts(layout: TableLayout, table: ReportTable, members: readonly Entry[], map: LedgerMap, options: CityOptions): TableParts {
  const messages: PlanInputMessage[] = [];
  const { language } = options;
  const { cells, merges } = cellsOfTable(layout, (formCell): FigureCell => {
    const cell = cellOf(table, formCell.id);
    const value = cell.value === null ? null : sheetValue(cell.value, formCell);
    const numberFormat = formCell.measure.scale === 0 ? "0" : "General";
    if (cell.status === "provided") {
      const provider = cell.origin?.kind === "consolidated" ? (cell.origin.provider ?? "") : "";
      messages.push({ area: areaOf(layout.boxOf.get(formCell.id)!), title: say("provided", language), text: cut(say("providedMessage", language, { provider })) });
      return { value, numberFormat, style: "figureProvided" };
    }
    const inexact = value === null && members.some((member) => member.counted && mappedFigure(member.report, layout.form, formCell.id).value !== null);
    if (inexact) return { value: null, style: "figureDoubtful" };
    const column = map.columnOf(layout.form, formCell.id);
    return { value: value ?? "", formula: `IF(${haveFormula(map, column)}=0,"",${ledgerSum(map, column, formCell)})`, numberFormat, style: "figure" };
  });
  return { cells, merges, messages: messages.length > 0 ? messages : [summedMessage(layout, map, language)] };
}

/** One message over all figures of a table that is summed throughout. */
function summedMessage(layout: TableLayout, map: LedgerMap, language: Language): PlanInputMessage {
  const boxes = [...layout.boxOf.values()].map(areaOf);
  const edge = (pick: (...numbers: number[]) => number, side: "top" | "left" | "bottom" | "right") => pick(...boxes.map((box) => box[side]));
  return {
    area: area(edge(Math.min, "top"), edge(Math.min, "left"), edge(Math.max, "bottom"), edge(Math.max, "right")),
    title: say("summed", language),
    text: say("summedMessage", language, { ledger: map.sheetName }),
  };
}
