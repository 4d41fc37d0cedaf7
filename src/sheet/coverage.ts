import type { Language } from "../finding/catalogue.ts";
import { toOfficialWidth } from "../form/width.ts";
import { unitKindLabels } from "../report/status.ts";
import type { UnitKind } from "../report/model.ts";
import { ruleFor, type SourcePolicy } from "../consolidation/policy.ts";
import { toAddress } from "./address.ts";
import { countedFormula, haveFormula, ledgerSum } from "./ledger-formulas.ts";
import type { Entry } from "./entry.ts";
import { sheetValue } from "./figure-cells.ts";
import type { TableLayout } from "./layout.ts";
import { mappedFigure, type LedgerMap } from "./ledger.ts";
import { area, type PlanCell, type PlanConditionalFormat } from "./plan.ts";
import { say } from "./texts.ts";

/** Columns right of the legend. */
const FIRST_COLUMN = 24;
const HEADER_ROW = 4;
const FIRST_ROW = 5;

/**
 * Beside the city's figures, a row each: how many of the counted units have the figure, of how many, and its sum by
 * 类别. All live.
 */
export function planCoverage(layouts: readonly TableLayout[], members: readonly Entry[], map: LedgerMap, policy: SourcePolicy, language: Language): { cells: PlanCell[]; formats: PlanConditionalFormat[]; columnWidths: (number | null)[] } {
  const kinds = (Object.keys(unitKindLabels) as UnitKind[]).filter((kind) => members.some((member) => member.unitKind === kind));
  const counted = members.filter((member) => member.counted);
  const labels = [say("table", language), say("row", language), say("column", language), say("coverageHave", language), say("coverageOf", language), ...kinds.map((kind) => unitKindLabels[kind])];
  const cells: PlanCell[] = [
    { row: 0, column: FIRST_COLUMN, value: say("coverage", language), style: "sideTitle" },
    ...labels.map((value, index): PlanCell => ({ row: HEADER_ROW, column: FIRST_COLUMN + index, value, style: "sideHeader" })),
  ];
  let row = FIRST_ROW;
  for (const { form } of layouts) {
    for (const cell of form.cells) {
      const column = map.columnOf(form, cell.id);
      const values = counted.map((member) => ({ kind: member.unitKind, value: mappedFigure(member.report, form, cell.id).value }));
      const chosen = ruleFor(policy, form, cell.id)?.kinds;
      const asked = chosen ? values.filter((one) => one.kind && chosen.includes(one.kind)) : values;
      const sumOf = (kind: UnitKind) => sheetValue(values.reduce((sum, one) => sum + (one.kind === kind ? (one.value ?? 0) : 0), 0), cell);
      const put = (index: number, content: Pick<PlanCell, "value" | "formula">, style: PlanCell["style"]) => cells.push({ row, column: FIRST_COLUMN + index, ...content, style });
      put(0, { value: form.number }, "sideCentred");
      put(1, { value: toOfficialWidth(cell.row.label) }, "side");
      put(2, { value: toOfficialWidth(cell.column.label) }, "side");
      put(3, { value: asked.filter((one) => one.value !== null).length, formula: haveFormula(map, column, chosen) }, "sideNumber");
      put(4, { value: asked.length, formula: countedFormula(map, chosen) }, "sideNumber");
      kinds.forEach((kind, index) => put(5 + index, { value: sumOf(kind), formula: ledgerSum(map, column, cell, [kind]) }, "sideNumber"));
      row += 1;
    }
  }
  const [have, of] = [toAddress(FIRST_ROW, FIRST_COLUMN + 3), toAddress(FIRST_ROW, FIRST_COLUMN + 4)];
  return {
    cells,
    formats: [{ area: area(FIRST_ROW, FIRST_COLUMN + 3, row - 1, FIRST_COLUMN + 3), formula: `${have}<${of}`, look: "doubtful" }],
    columnWidths: [2, 6, 34, 18, 7, 7, ...kinds.map(() => 11)],
  };
}
