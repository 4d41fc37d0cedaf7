import { Button } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { TracedContributor } from "../../../src/intake/trace.ts";
import type { Measure } from "../../../src/form/definition.ts";
import { formatFigure } from "../../../src/report/figure.ts";
import { showPlace } from "../../flow/trace.ts";
import { usePane } from "../../shell/pane.ts";
import { useTexts } from "../../texts/texts.ts";
import { TracedFigure } from "./TracedFigure.tsx";

const AT_ONCE = 25;

/** `12.3%`; what is not nothing never looks like it. */
export function sayShare(share: number): string {
  const percent = Math.abs(share) * 100;
  if (percent > 0 && percent < 0.1) return "<0.1%";
  return `${share < 0 ? "-" : ""}${percent >= 99.95 && percent < 100 ? ">99.9" : percent.toFixed(1).replace(/\.0$/, "")}%`;
}

export interface ContributorsParts {
  readonly contributors: readonly TracedContributor[];
  readonly measure: Measure;
  readonly label: string;
}

/** Who stands behind a figure, largest first, with bar and share. Choosing one goes to its cell and shows its source. */
export function Contributors({ contributors, measure, label }: ContributorsParts) {
  const texts = useTexts();
  const [most, setMost] = useState(AT_ONCE);
  const adding = contributors.filter(({ value }) => value !== 0);
  const zero = contributors.filter(({ value }) => value === 0);
  const list = (some: readonly TracedContributor[], name: string) => (
    <ul className="contributors" aria-label={name}>
      {some.map((one) => <ContributorItem key={one.id} contributor={one} measure={measure} />)}
    </ul>
  );
  return (
    <>
      {adding.length > 0 && list(adding.slice(0, most), label)}
      {adding.length > most && <Button size="small" appearance="subtle" onClick={() => setMost(most + 4 * AT_ONCE)}>{texts.trace.more(Math.min(4 * AT_ONCE, adding.length - most))}</Button>}
      {zero.length > 0 && (
        <details className="trace-blank">
          <summary>{texts.trace.zero(zero.length)}</summary>
          {list(zero, texts.trace.zero(zero.length))}
        </details>
      )}
    </>
  );
}

function ContributorItem({ contributor, measure }: { readonly contributor: TracedContributor; readonly measure: Measure }) {
  const texts = useTexts();
  const { state, dispatch, desk } = usePane();
  const { id, unit, year, value, share, cells, parts } = contributor;
  const isOpen = state.trace.open.includes(id);
  const figure = formatFigure(value, measure);
  const place = cells.find((cell) => cell.place)?.place;
  const choose = () => {
    dispatch({ type: "trace-open", id, open: !isOpen });
    if (!isOpen && place) void showPlace(desk, place);
  };
  const rest = parts && value - parts.reduce((sum, part) => sum + part.value, 0);
  const Chevron = isOpen ? ChevronDownRegular : ChevronRightRegular;
  return (
    <li className="contributor" data-testid="contributor" data-unit={unit}>
      <button type="button" className="contributor-button" aria-expanded={isOpen} title={place && texts.trace.showCell} onClick={choose}>
        <Chevron className="contributor-chevron" aria-hidden="true" />
        <span className="contributor-unit">{unit}</span>
        <span className="contributor-value">{figure}</span>
        <span className="contributor-share">{share === null ? <span title={texts.trace.noShare}>—</span> : sayShare(share)}</span>
        <svg className="contributor-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
          <rect className="bar-whole" width="100" height="4" />
          <rect className="bar-part" width={Math.min(100, Math.abs(share ?? 0) * 100)} height="4" />
        </svg>
      </button>
      {isOpen && (
        <div className="contributor-detail">
          {cells.map((cell) => <TracedFigure key={`${cell.at.row}/${cell.at.column}`} unit={unit} year={year} traced={cell} named={cells.length > 1} />)}
          {parts && parts.length > 0 && (
            <>
              <p className="detail-name">{texts.trace.parts}</p>
              {rest !== 0 && <p className="hint trace-warning">{texts.trace.partsRest(formatFigure(rest!, measure))}</p>}
              <Contributors contributors={parts} measure={measure} label={texts.trace.parts} />
            </>
          )}
        </div>
      )}
    </li>
  );
}
