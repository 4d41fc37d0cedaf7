import { useMemo } from "react";
import { cellId } from "../../src/form/compile.ts";
import { isTableRef } from "../../src/finding/model.ts";
import { levelOf } from "../../src/finding/say.ts";
import { formOf } from "../../src/form/forms.ts";
import { toOfficialWidth } from "../../src/form/width.ts";
import type { ReportTable } from "../../src/report/model.ts";
import { cellOf } from "../../src/report/table.ts";
import { layoutTable } from "../../src/sheet/layout.ts";
import { TABLE_COLUMNS, type LayoutBox } from "../../src/sheet/layout-box.ts";
import { cellOfFinding, findingsOf } from "../state/findings.ts";
import type { CellChoice, PaneDocument } from "../state/model.ts";
import { useTexts } from "../texts/texts.ts";
import { usePane } from "../shell/pane.ts";
import { FigureCell, type FigureDoubt } from "./FigureCell.tsx";

export interface TablePreviewParts {
  readonly document: PaneDocument;
  readonly table: ReportTable;
  readonly onEdit: (choice: CellChoice, text: string) => boolean;
  /** While a number is being placed: choosing a cell puts it there. */
  readonly onPut?: (choice: CellChoice) => void;
}

/** Cells with something to look at: a broken rule is reported there, or reading was not sure. */
function doubtsOf(document: PaneDocument, table: ReportTable): ReadonlyMap<string, FigureDoubt> {
  const doubts = new Map<string, FigureDoubt>();
  for (const finding of findingsOf(document)) {
    const { at } = finding;
    if (!isTableRef(at) || at.table !== table.table) continue;
    const cell = cellOfFinding(finding)?.cell ?? (at.row && at.column ? cellId(at.row, at.column) : undefined);
    if (cell === undefined || finding.code === "cannot-judge" || finding.code === "recovered") continue;
    if (levelOf(finding) === "error" && finding.terms) doubts.set(cell, "bad");
    else if (!doubts.has(cell) && levelOf(finding) !== "info") doubts.set(cell, "doubtful");
  }
  return doubts;
}

function rowsOf(boxes: readonly LayoutBox[]): LayoutBox[][] {
  const rows: LayoutBox[][] = [];
  for (const box of boxes) (rows[box.row] ??= []).push(box);
  return Array.from(rows, (row) => (row ?? []).sort((a, b) => a.column - b.column));
}

/** One table in its official layout. */
export function TablePreview({ document, table, onEdit, onPut }: TablePreviewParts) {
  const texts = useTexts();
  const { state, dispatch } = usePane();
  const form = formOf(table);
  const rows = useMemo(() => rowsOf(layoutTable(form, 0).boxes), [form]);
  const doubts = useMemo(() => doubtsOf(document, table), [document, table]);
  const title = toOfficialWidth(form.definition.title);
  const chosen = state.selectedCell?.table === table.table ? state.selectedCell.cell : null;
  return (
    <div className="preview">
      <h3 className="preview-title" id={`preview-${table.table}`}>{title}</h3>
      <div className="preview-scroll" tabIndex={0} role="group" aria-label={texts.check.tableScroll(title)}>
        <table className="form-table" aria-labelledby={`preview-${table.table}`} data-testid={`preview-${table.table}`}>
          <colgroup>{Array.from({ length: TABLE_COLUMNS }, (_, index) => <col key={index} />)}</colgroup>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {row.map((box) => {
                  const spans = { rowSpan: box.rowSpan, colSpan: box.columnSpan };
                  if (box.cell === undefined) {
                    const Head = box.text === "" ? "td" : "th";
                    return <Head key={box.column} {...spans} {...(Head === "th" && { scope: box.role === "label" ? "row" as const : "col" as const })} className={`form-${box.role}`}>{box.text}</Head>;
                  }
                  const formCell = form.cell(box.cell)!;
                  const choice: CellChoice = { table: table.table, cell: box.cell };
                  return (
                    <FigureCell
                      key={box.column}
                      spans={spans}
                      name={`${toOfficialWidth(formCell.row.path.split("/").pop()!)} · ${toOfficialWidth(formCell.column.label)}`}
                      cell={cellOf(table, box.cell)}
                      measure={formCell.measure}
                      doubt={doubts.get(box.cell)}
                      chosen={chosen === box.cell}
                      onChoose={() => chosen !== box.cell && dispatch({ type: "select-cell", choice })}
                      onEdit={(text) => onEdit(choice, text)}
                      onPut={onPut && (() => onPut(choice))}
                      cellName={`${table.table}/${box.cell}`}
                    />
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
