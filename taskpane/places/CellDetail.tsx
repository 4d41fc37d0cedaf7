import { formOf } from "../../src/form/forms.ts";
import { toOfficialWidth } from "../../src/form/width.ts";
import { cellOf } from "../../src/report/table.ts";
import { isTableRef } from "../../src/finding/model.ts";
import { sayFinding } from "../../src/finding/say.ts";
import { findingsOf } from "../state/findings.ts";
import type { PaneDocument } from "../state/model.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";
import { usePane } from "../shell/pane.ts";
import { markOf } from "./FigureCell.tsx";
import { figureText } from "./figure-input.ts";
import { CellSource } from "./trace/CellSource.tsx";
import { sayOrigin } from "./trace/say-origin.ts";

/** Where the chosen figure came from: status, what was printed, its line, what was found there. */
export function CellDetail({ document, wrong }: { readonly document: PaneDocument; readonly wrong?: string }) {
  const texts = useTexts();
  const language = useLanguage();
  const { state } = usePane();
  const choice = state.selectedCell;
  const table = choice && document.report.tables.find((one) => one.table === choice.table);
  const formCell = table && formOf(table).cell(choice.cell);
  if (!table || !formCell) return null;
  const cell = cellOf(table, choice.cell);
  const found = findingsOf(document).filter(({ at }) => isTableRef(at) && at.table === table.table && at.row === formCell.row.id && (at.column === undefined || at.column === formCell.column.id));
  return (
    <div className="detail" data-testid="cell-detail">
      <p className="detail-name">{toOfficialWidth(`${formCell.row.path.replaceAll("/", " · ")} · ${formCell.column.label}`)}</p>
      <p className="detail-value">
        <strong>{figureText(cell.value, formCell.measure) || "—"}</strong> {cell.value !== null && formCell.measure.label} <span className="chip">{markOf(cell, undefined, texts).words}</span>
      </p>
      {cell.raw !== undefined && <p className="hint">{texts.check.raw(cell.raw)}{cell.origin && ` · ${sayOrigin(cell.origin, texts)}`}{cell.conversion && ` · ${cell.conversion}`}</p>}
      {found.map((finding, index) => <p key={index} className="hint">{sayFinding(finding, language)}</p>)}
      <CellSource document={document} choice={choice} />
      {wrong !== undefined && <p className="detail-wrong" role="alert">{texts.check.wrongFigure(wrong)}</p>}
    </div>
  );
}
