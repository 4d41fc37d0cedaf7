import type { TracedFigure } from "../../../src/intake/trace.ts";
import { formatFigure } from "../../../src/report/figure.ts";
import { useTexts } from "../../texts/texts.ts";
import { Contributors } from "./Contributors.tsx";
import { measureOf } from "./name-cell.ts";

/** A figure of the city: what it rests on, who has it and who has not, and everyone behind it. */
export function CityFigure({ figure }: { readonly figure: TracedFigure }) {
  const texts = useTexts();
  const words = texts.trace;
  const measure = measureOf(figure.at);
  const say = (value: number | null) => (value === null ? words.unknown : formatFigure(value, measure));
  const { provided, contributors, blank, of } = figure;
  const rule = provided?.rule;
  const basis = provided ? [[words.scope, rule?.scope], [words.since, rule?.since], [words.documents, rule?.documents?.join("、")], [words.note, rule?.note]].filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== "") : [];
  const behind = provided ? provided : { contributors, blank, of };
  return (
    <>
      <p className="trace-value" data-testid="trace-value">
        <strong>{figure.value === null ? "—" : formatFigure(figure.value, measure)}</strong> {figure.value !== null && measure.label} <span className="chip">{provided ? words.provided : texts.check.cellStatus.summed}</span>
      </p>
      {figure.shown !== undefined && <p className="trace-warning" role="note">{words.shown(figure.shown)}</p>}
      {provided && (
        <dl className="trace-facts" data-testid="trace-provided">
          <dt>{words.provided}</dt>
          <dd>{words.providedBy(provided.provider)}，{provided.from === "policy" ? words.fromPolicy : words.fromReport}</dd>
          {basis.map(([label, text]) => <div key={label} className="trace-fact"><dt>{label}</dt><dd>{text}</dd></div>)}
          <dt>{words.summed}</dt>
          <dd>{say(provided.summed)}</dd>
          <dt>{words.difference}</dt>
          <dd data-testid="trace-difference">{say(provided.difference)}</dd>
        </dl>
      )}
      {provided && contributors.length > 0 && <Contributors contributors={contributors} measure={measure} label={words.providedBy(provided.provider)} />}
      {provided && <h3 className="trace-heading">{words.instead}</h3>}
      <p className="hint" data-testid="trace-coverage">{behind.contributors.length === 0 ? words.nobody : behind.blank.length === 0 ? words.made(behind.contributors.length) : words.have(behind.contributors.length, behind.of)}</p>
      {behind.blank.length > 0 && (
        <details className="trace-blank">
          <summary>{words.blank(behind.blank.length)}</summary>
          <p className="hint">{behind.blank.join("、")}</p>
        </details>
      )}
      {behind.contributors.length > 0 && <Contributors contributors={behind.contributors} measure={measure} label={words.contributors} />}
    </>
  );
}
