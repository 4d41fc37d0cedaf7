import { cellId } from "../../../src/form/compile.ts";
import type { TracedCell } from "../../../src/intake/trace.ts";
import { formatOrigin } from "../../../src/report/model.ts";
import { cellOf } from "../../../src/report/table.ts";
import type { PaneDocument, Work } from "../../state/model.ts";
import type { ShownSource } from "../../worker/shown-source.ts";

/**
 * The report in the pane that a figure of the workbook was read from, with its source. Only where both say the same of
 * the figure's print and place: another version of the report would show another sentence.
 */
export function documentOf(work: Work, unit: string, year: number | null, { at, cell }: TracedCell): { readonly document: PaneDocument; readonly source: ShownSource } | undefined {
  if (!cell.origin) return undefined;
  for (const document of work.documents) {
    const source = document.sourceId === null ? undefined : work.sources[document.sourceId];
    const table = document.report.tables.find((one) => one.table === at.table && one.edition === at.edition);
    if (!source || !table || document.report.unit !== unit || document.report.year !== year) continue;
    const own = cellOf(table, cellId(at.row, at.column));
    if (own.raw === cell.raw && formatOrigin(own.origin) === formatOrigin(cell.origin)) return { document, source };
  }
  return undefined;
}
