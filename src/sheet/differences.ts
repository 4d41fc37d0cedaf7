import type { Language } from "../finding/catalogue.ts";
import type { CellId, Form, FormCell } from "../form/compile.ts";
import { formOf } from "../form/forms.ts";
import { toOfficialWidth } from "../form/width.ts";
import type { ConsolidatedCell, Consolidation } from "../consolidation/model.ts";
import { ruleFor, type SourcePolicy, type SourceRule } from "../consolidation/policy.ts";
import { onSheet, toAbsolute, toAddress } from "./address.ts";
import { sheetValue } from "./figure-cells.ts";
import { haveFormula, ledgerLookUp, ledgerSum } from "./ledger-formulas.ts";
import type { LedgerMap } from "./ledger.ts";
import { planList, type ListCell } from "./list-sheet.ts";
import { area, type SheetPlan } from "./plan.ts";
import { say, type SheetText } from "./texts.ts";

const HEADER_ROW = 2;
export const DIFFERENCE_COLUMNS = { table: 0, row: 1, column: 2, summed: 3, provided: 4, difference: 5, provider: 6 } as const;

/** Sources of the city's figures as its sheets refer to them. */
export interface CitySources {
  readonly policy: SourcePolicy;
  /** Name of the sheet of differences. */
  readonly sheetName: string;
  /** Absolute address, with its sheet, of a provided figure; undefined where the figure is summed. */
  readonly providedAt: (form: Form, id: CellId) => string | undefined;
  /** How many of the units asked have a summed figure; undefined where all have it, or it is provided. */
  readonly lackOf: (form: Form, id: CellId) => { readonly have: number; readonly of: number; readonly units: readonly string[] } | undefined;
}

interface ProvidedCell {
  readonly form: Form;
  readonly formCell: FormCell;
  readonly cell: ConsolidatedCell;
}

const providedCells = (consolidation: Consolidation): ProvidedCell[] =>
  consolidation.tables.flatMap((table) => {
    const form = formOf(table);
    return form.cells.flatMap((formCell) => (table.cells[formCell.id]?.provided ? [{ form, formCell, cell: table.cells[formCell.id]! }] : []));
  });

export function mapSources(consolidation: Consolidation, sheetName: string): CitySources {
  const addresses = new Map(providedCells(consolidation).map(({ form, formCell }, index) => [`${form.id}|${formCell.id}`, onSheet(sheetName, toAbsolute(HEADER_ROW + 1 + index, DIFFERENCE_COLUMNS.provided))]));
  const unitOf = new Map(consolidation.members.map((member) => [member.id, member.report.unit]));
  const lackOf: CitySources["lackOf"] = (form, id) => {
    const cell = consolidation.tables.find((table) => table.table === form.id)?.cells[id];
    if (!cell || cell.provided || cell.blank.length === 0) return undefined;
    return { have: cell.contributors.length, of: cell.of, units: cell.blank.map((member) => unitOf.get(member) ?? "") };
  };
  return { policy: consolidation.policy, sheetName, lackOf, providedAt: (form, id) => addresses.get(`${form.id}|${id}`) };
}

/** Scope, since when, documents and note of a rule, in one phrase. */
export const sayBasis = (rule: SourceRule | undefined): string => [rule?.scope, rule?.since, rule?.documents?.join("、"), rule?.note].filter(Boolean).join("；");

/**
 * 差额表: every provided figure against the sum of the units, and what it rests on. Undefined where nothing is provided.
 *
 * All live: the sum is that of the ledger, a figure from the provider's own report is looked up in its ledger row, and
 * the city's sheet takes the column 提供.
 */
export function planDifferences(consolidation: Consolidation, map: LedgerMap, options: { readonly name: string; readonly language: Language }): SheetPlan | undefined {
  const provided = providedCells(consolidation);
  if (provided.length === 0) return undefined;
  const { language } = options;
  const label = (key: SheetText) => say(key, language);
  const sheet = planList({
    id: "differences",
    name: options.name,
    kind: "differences",
    language,
    title: say("differencesTitle", language, { unit: consolidation.unit, year: String(consolidation.year) }),
    headerRow: HEADER_ROW,
    above: [{ row: 1, column: 0, value: label("differencesNote"), style: "note" }],
    orientation: "landscape",
    columns: [
      { label: label("table"), width: 6, style: "listCentred" },
      { label: label("row"), width: 24, style: "list" },
      { label: label("column"), width: 18, style: "list" },
      { label: label("summedColumn"), width: 13, style: "listFigure" },
      { label: label("providedColumn"), width: 13, style: "listFigure" },
      { label: label("differenceColumn"), width: 13, style: "listFigure" },
      { label: label("provider"), width: 22, style: "list" },
      { label: label("takenFrom"), width: 11, style: "listCentred" },
      { label: label("basis"), width: 46, style: "list" },
    ],
    rows: provided.map((one, index) => differenceRow(one, HEADER_ROW + 1 + index, consolidation.policy, map, language)),
  });
  const first = toAddress(HEADER_ROW + 1, DIFFERENCE_COLUMNS.difference);
  const differences = area(HEADER_ROW + 1, DIFFERENCE_COLUMNS.difference, HEADER_ROW + provided.length, DIFFERENCE_COLUMNS.difference);
  // Not to be sorted: the city's sheet refers to these rows.
  return { ...sheet, filter: undefined, tabColour: "BF8F00", conditionalFormats: [{ area: differences, formula: `N(${first})<>0`, look: "doubtful" }] };
}

function differenceRow({ form, formCell, cell }: ProvidedCell, row: number, policy: SourcePolicy, map: LedgerMap, language: Language): ListCell[] {
  const rule = ruleFor(policy, form, formCell.id);
  const { provider, from, summed } = cell.provided!;
  const shown = (value: number | null) => (value === null ? "" : sheetValue(value, formCell));
  const column = map.columnOf(form, formCell.id);
  const [sumAt, providedAt, providerAt] = [DIFFERENCE_COLUMNS.summed, DIFFERENCE_COLUMNS.provided, DIFFERENCE_COLUMNS.provider].map((one) => toAddress(row, one)) as [string, string, string];
  const numberFormat = formCell.measure.scale === 0 ? "0" : "General";
  const difference = summed.value === null || cell.value === null ? null : cell.value - summed.value;
  const minus = `SUM(${providedAt},-${sumAt})`;
  return [
    { value: form.number },
    { value: toOfficialWidth(formCell.row.label) },
    { value: toOfficialWidth(formCell.column.label) },
    { value: shown(summed.value), formula: `IF(${haveFormula(map, column, rule?.kinds)}=0,"",${ledgerSum(map, column, formCell, rule?.kinds)})`, numberFormat },
    from === "policy" ? { value: shown(cell.value), numberFormat } : { value: shown(cell.value), formula: ledgerLookUp(map, column, formCell, providerAt), numberFormat, style: "figureProvided" },
    { value: shown(difference), formula: `IF(COUNT(${sumAt},${providedAt})<2,"",${formCell.measure.scale === 0 ? minus : `ROUND(${minus},${formCell.measure.scale})`})`, numberFormat },
    { value: provider },
    { value: say(from === "policy" ? "fromPolicy" : "fromReport", language) },
    { value: sayBasis(rule) },
  ];
}
