import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { formOf } from "../../src/form/forms.ts";
import { parseFigure } from "../../src/report/figure.ts";
import { findingsOf, keyFindings } from "../state/findings.ts";
import type { CellChoice, PaneDocument } from "../state/model.ts";
import { useTexts } from "../texts/texts.ts";
import { usePane } from "../shell/pane.ts";
import { CellDetail } from "./CellDetail.tsx";
import { figureText, typedFigure } from "./figure-input.ts";
import { TablePreview } from "./TablePreview.tsx";

/** The tables as they will be written; every figure can be changed, a number left over can be put into a cell. */
export function Preview({ document }: { readonly document: PaneDocument }) {
  const texts = useTexts();
  const { state, dispatch } = usePane();
  const [wrong, setWrong] = useState<{ choice: CellChoice; text: string } | null>(null);
  const placing = state.placing === null ? undefined : keyFindings(findingsOf(document)).find(({ key }) => key === state.placing)?.finding;
  const raw = placing?.words?.raw ?? "";

  const edit = (choice: CellChoice, text: string) => {
    const table = document.report.tables.find((one) => one.table === choice.table)!;
    const formCell = formOf(table).cell(choice.cell)!;
    const typed = typedFigure(text, formCell.measure);
    if (typed === undefined) {
      setWrong({ choice, text });
      dispatch({ type: "say", text: texts.check.wrongFigure(text) });
      return false;
    }
    setWrong(null);
    if (typed === (table.cells[choice.cell]?.value ?? null)) return true;
    dispatch({ type: "edit-cell", id: document.id, choice, value: typed });
    dispatch({ type: "say", text: texts.status.edited(typed === null ? texts.check.cellStatus.blank : figureText(typed, formCell.measure)) });
    return true;
  };
  const put = (choice: CellChoice) => {
    const table = document.report.tables.find((one) => one.table === choice.table)!;
    const formCell = formOf(table).cell(choice.cell)!;
    const plain = /-?[\d,]*\d(?:\.\d+)?/.exec(raw.normalize("NFKC"))?.[0].replaceAll(",", "") ?? "";
    const value = parseFigure(plain, formCell.measure);
    if (value === null || !placing) return setWrong({ choice, text: raw });
    dispatch({ type: "put", id: document.id, finding: placing, choice, value });
    dispatch({ type: "say", text: texts.status.placed(figureText(value, formCell.measure)) });
  };

  return (
    <section className="block" aria-labelledby="preview-title">
      <h2 className="block-title" id="preview-title">{texts.check.preview}</h2>
      <p className="hint">{texts.check.previewHint}</p>
      {placing && (
        <div className="placing" role="note" data-testid="placing">
          <span>{texts.check.placing(raw)}</span>
          <Button size="small" onClick={() => dispatch({ type: "place-finding", key: null })}>{texts.cancel}</Button>
        </div>
      )}
      {document.report.tables.map((table) => (
        <TablePreview key={table.table} document={document} table={table} onEdit={edit} onPut={placing ? put : undefined} />
      ))}
      <CellDetail document={document} wrong={wrong?.text} />
    </section>
  );
}
