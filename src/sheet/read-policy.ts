import { findCell, findTable } from "../consolidation/policy-names.ts";
import { parsePolicy, ruleFor, type SourcePolicy, type SourceRule } from "../consolidation/policy.ts";
import type { CellId } from "../form/compile.ts";
import { forms } from "../form/forms.ts";
import type { GridSheet } from "../source/xlsx.ts";
import { DIFFERENCE_COLUMNS } from "./differences.ts";
import { readFootnotes } from "./footnotes-sheet.ts";
import type { WorkbookMetadata } from "./metadata.ts";
import { readFigure } from "./read-figure.ts";
import { say } from "./texts.ts";

type Typed = ReadonlyMap<SourceRule, Readonly<Record<CellId, number>>>;

/** Provided figures as they stand in 差额表 now, by the rule they belong to; formulas are not a person's figures. */
function readProvided(sheets: readonly GridSheet[], policy: SourcePolicy, language: WorkbookMetadata["language"]): Typed {
  const wanted = [say("table", language), say("row", language), say("column", language), say("summedColumn", language), say("providedColumn", language)];
  const isHeading = (row: GridSheet["rows"][number]) => wanted.every((text, column) => row[column]?.value === text);
  const rows = sheets.map((sheet) => sheet.rows.slice(sheet.rows.findIndex(isHeading) + 1)).find((_, index) => sheets[index]!.rows.some(isHeading)) ?? [];
  const typed = new Map<SourceRule, Record<CellId, number>>();
  for (const row of rows) {
    const text = (column: number) => String(row[column]?.value ?? "");
    const table = findTable(text(DIFFERENCE_COLUMNS.table));
    const cell = table && findCell(table, `${text(DIFFERENCE_COLUMNS.row)}/${text(DIFFERENCE_COLUMNS.column)}`);
    const form = cell && forms.find((one) => one.id === table && one.cell(cell.id));
    const rule = form && ruleFor(policy, form, cell.id);
    const figure = row[DIFFERENCE_COLUMNS.provided];
    if (!rule || !figure || figure.formula !== undefined) continue;
    const reading = readFigure(figure, cell);
    if ("value" in reading && reading.value !== null) typed.set(rule, { ...typed.get(rule), [cell.id]: reading.value });
  }
  return typed;
}

/**
 * The policy of a consolidated workbook as a person left it: provided figures typed into 差额表 and footnotes edited in
 * 附注 are part of it.
 */
export function readPolicy(sheets: readonly GridSheet[], metadata: WorkbookMetadata): SourcePolicy | undefined {
  if (metadata.policy === undefined) return undefined;
  const { policy } = parsePolicy(metadata.policy);
  const typed = readProvided(sheets, policy, metadata.language);
  const sources = policy.sources.map((rule) => (typed.has(rule) ? { ...rule, values: { ...rule.values, ...typed.get(rule) } } : rule));
  const footnotes = readFootnotes(sheets, metadata.language);
  const edited = footnotes !== undefined && metadata.footnotes !== undefined && footnotes.join("\n") !== metadata.footnotes.join("\n");
  return { ...policy, sources, ...(edited && { footnotes }) };
}
