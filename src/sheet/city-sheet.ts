import type { Language } from "../finding/catalogue.ts";
import { formOf } from "../form/forms.ts";
import type { Report, ReportTable } from "../report/model.ts";
import { cellOf } from "../report/table.ts";
import { ruleFor, type SourceRule } from "../consolidation/policy.ts";
import { unitKindLabels } from "../report/status.ts";
import { planCoverage } from "./coverage.ts";
import { planChecks } from "./check-block.ts";
import { sayBasis, type CitySources } from "./differences.ts";
import type { Entry } from "./entry.ts";
import { sheetValue } from "./figure-cells.ts";
import type { TableLayout } from "./layout.ts";
import { haveFormula, ledgerSum } from "./ledger-formulas.ts";
import { mappedFigure, type LedgerMap } from "./ledger.ts";
import { cut, joinMessages } from "./messages.ts";
import { area, type PlanArea, type PlanInputMessage } from "./plan.ts";
import { areaOf, cellsOfTable, type FigureCell } from "./table-cells.ts";
import { say } from "./texts.ts";
import { assemble, checkedTable, inSheetOrder, layoutSheet, type TableParts, type UnitSheet } from "./unit-sheet.ts";

export interface CityOptions {
  readonly id: string;
  readonly name: string;
  readonly language: Language;
  readonly sources: CitySources;
}

/**
 * The consolidated report in the official layout: every summed figure is the sum of its ledger column over the units
 * that count; a figure that no unit has, or whose sum is too large to be exact, stays empty. Provided figures refer to
 * 差额表. What a figure rests on shows when its cell is selected.
 */
export function planCitySheet(report: Report, members: readonly Entry[], map: LedgerMap, options: CityOptions): UnitSheet {
  const tables = inSheetOrder(report.tables);
  const { frame, layouts } = layoutSheet(report, tables.map(formOf), options.language);
  const parts = layouts.map((layout, index) => cityParts(layout, tables[index]!, members, map, options));
  const block = planChecks(tables.map((table, index) => checkedTable(table, layouts[index]!)), options.language);
  const planned = assemble(frame, layouts, parts, block, options);
  const coverage = planCoverage(layouts, members, map, options.sources.policy, options.language);
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
  const { language, sources } = options;
  const rules = layout.form.cells.map((formCell) => ruleFor(sources.policy, layout.form, formCell.id));
  const varied = rules.some((rule) => rule !== rules[0]) || layout.form.cells.some(({ id }) => sources.lackOf(layout.form, id));
  const { cells, merges } = cellsOfTable(layout, (formCell): FigureCell => {
    const cell = cellOf(table, formCell.id);
    const value = cell.value === null ? null : sheetValue(cell.value, formCell);
    const numberFormat = formCell.measure.scale === 0 ? "0" : "General";
    const rule = ruleFor(sources.policy, layout.form, formCell.id);
    const provided = sources.providedAt(layout.form, formCell.id);
    if (varied) messages.push({ area: areaOf(layout.boxOf.get(formCell.id)!), ...sourceMessage(rule, provided !== undefined, map, sources, language, sources.lackOf(layout.form, formCell.id)) });
    if (provided) return { value: value ?? "", formula: `IF(ISNUMBER(${provided}),${provided},"")`, numberFormat, style: "figureProvided" };
    const inexact = value === null && members.some((member) => member.counted && mappedFigure(member.report, layout.form, formCell.id).value !== null);
    if (inexact) return { value: null, style: "figureDoubtful" };
    const column = map.columnOf(layout.form, formCell.id);
    return { value: value ?? "", formula: `IF(${haveFormula(map, column, rule?.kinds)}=0,"",${ledgerSum(map, column, formCell, rule?.kinds)})`, numberFormat, style: "figure" };
  });
  if (varied) return { cells, merges, messages: joinMessages(messages) };
  return { cells, merges, messages: [{ area: wholeArea(layout), ...sourceMessage(rules[0], rules[0]?.from === "provided", map, sources, language) }] };
}

/** What a figure rests on: its provider, or the units it is summed from. */
function sourceMessage(rule: SourceRule | undefined, provided: boolean, map: LedgerMap, sources: CitySources, language: Language, lack?: ReturnType<CitySources["lackOf"]>): Pick<PlanInputMessage, "title" | "text"> {
  if (provided) {
    const basis = sayBasis(rule);
    return { title: say("provided", language), text: cut(say("sourceProvided", language, { provider: rule?.provider ?? "", basis: basis && (language === "zh-CN" ? `（${basis}）` : ` (${basis})`), sheet: sources.sheetName })) };
  }
  const kinds = rule?.kinds?.map((kind) => unitKindLabels[kind]).join("、");
  const rest = lack ? say("sourceLack", language, { have: String(lack.have), of: String(lack.of), units: lack.units.join("、") }) : "";
  return { title: say("summed", language), text: cut((kinds ? say("sourceKinds", language, { kinds, ledger: map.sheetName }) : say("sourceSummed", language, { ledger: map.sheetName })) + rest) };
}

/** One area over all figures of a table that has one source throughout. */
function wholeArea(layout: TableLayout): PlanArea {
  const boxes = [...layout.boxOf.values()].map(areaOf);
  const edge = (pick: (...numbers: number[]) => number, side: "top" | "left" | "bottom" | "right") => pick(...boxes.map((box) => box[side]));
  return area(edge(Math.min, "top"), edge(Math.min, "left"), edge(Math.max, "bottom"), edge(Math.max, "right"));
}
