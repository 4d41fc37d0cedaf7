import { Button } from "@fluentui/react-components";
import { sayFinding } from "../../../src/finding/say.ts";
import { cellId } from "../../../src/form/compile.ts";
import type { TracedCell } from "../../../src/intake/trace.ts";
import { formatFigure } from "../../../src/report/figure.ts";
import { showFigure, showPlace } from "../../flow/trace.ts";
import type { CellChoice } from "../../state/model.ts";
import { usePane } from "../../shell/pane.ts";
import { useLanguage, useTexts } from "../../texts/texts.ts";
import { excerptOf } from "../../worker/shown-source.ts";
import { markOf } from "../FigureCell.tsx";
import { documentOf } from "./documents.ts";
import { measureOf, nameCell } from "./name-cell.ts";
import { sayOrigin } from "./say-origin.ts";
import { SourceView } from "./SourceView.tsx";
import { placeOfClaim, toldOf } from "./told.ts";

export interface TracedFigureParts {
  readonly unit: string;
  readonly year: number | null;
  readonly traced: TracedCell;
  /** Its official name, where it is not that of the figure above it. */
  readonly named?: boolean;
}

/** One figure of one unit: as printed, its place, the words around it, what else the text says of it. */
export function TracedFigure({ unit, year, traced, named }: TracedFigureParts) {
  const texts = useTexts();
  const language = useLanguage();
  const { state, dispatch, desk } = usePane();
  const { at, cell, place, provenance, findings } = traced;
  const measure = measureOf(at);
  const known = documentOf(state.work, unit, year, traced);
  const choice: CellChoice = { table: at.table, cell: cellId(at.row, at.column) };
  const told = known ? toldOf(known.document, choice).filter(({ state: verdict }) => verdict !== "matches") : [];
  const excerpt = known && cell.origin && excerptOf(known.source, cell.origin, 1, cell.raw);
  const open = state.trace.sourceOpen;
  const goTo = (next: CellChoice) => void showFigure(desk, { unit, year, ...next });
  return (
    <div className="traced" data-testid="traced-figure">
      {named && <p className="detail-name">{nameCell(at, texts)}</p>}
      <p className="hint">
        {named && <strong className="traced-value">{cell.value === null ? "—" : formatFigure(cell.value, measure)} {cell.value !== null && measure.label} </strong>}
        <span className="chip">{markOf(cell, undefined, texts).words}</span>
        {cell.raw !== undefined && ` ${texts.check.raw(cell.raw)}`}
        {cell.origin && ` · ${sayOrigin(cell.origin, texts)}`}
        {cell.conversion && ` · ${cell.conversion}`}
      </p>
      {findings.map((finding, index) => <p key={index} className="hint">{sayFinding(finding, language)}</p>)}
      {told.map(({ claim, state: verdict }, index) => {
        const range = known && placeOfClaim(known.source, claim);
        return <p key={index} className="hint" data-testid="traced-told"><span className="count count-warning">{texts.trace.toldState[verdict]}</span> {range ? known.source.text.slice(...range) === claim.raw ? claim.sentence : known.source.text.slice(...range) : claim.sentence}</p>;
      })}
      {excerpt && !open && (
        <pre className="excerpt" data-testid="excerpt">
          {excerpt.before}
          <mark>{excerpt.marked}</mark>
          {excerpt.after}
        </pre>
      )}
      {!known && provenance && provenance.text !== "" && provenance.text !== cell.raw && <pre className="excerpt" data-testid="excerpt">{provenance.text}</pre>}
      <div className="traced-actions">
        {place && <Button size="small" appearance="subtle" onClick={() => void showPlace(desk, place)}>{texts.trace.showCell}</Button>}
        {known && (
          <Button size="small" appearance="subtle" aria-expanded={open} data-testid="traced-source" onClick={() => dispatch({ type: "trace-source", open: !open })}>
            {open ? texts.trace.hideSource : texts.trace.showSource}
          </Button>
        )}
        {!known && provenance && <Button size="small" appearance="subtle" data-testid="traced-source" onClick={() => void showPlace(desk, provenance)}>{texts.trace.showKept}</Button>}
      </div>
      {known && open && <SourceView source={known.source} report={known.document.report} chosen={choice} onChoose={goTo} />}
      {!known && <p className="hint">{texts.trace.noSource}</p>}
    </div>
  );
}
