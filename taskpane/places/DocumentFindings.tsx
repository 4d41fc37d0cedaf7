import { useEffect, useRef } from "react";
import type { Finding } from "../../src/finding/model.ts";
import { cellOfFinding, countLevels, keyFindings, originOfFinding, type KeyedFinding } from "../state/findings.ts";
import { partedFindings } from "../state/remarks-reducer.ts";
import type { PaneDocument } from "../state/model.ts";
import { excerptOf } from "../worker/shown-source.ts";
import { useTexts } from "../texts/texts.ts";
import { usePane } from "../shell/pane.ts";
import { FindingItem } from "./FindingItem.tsx";
import { useAcceptance } from "./use-acceptance.ts";

/** Findings of the report at hand; choosing one shows its sentence in the source and its cell in the preview. */
export function DocumentFindings({ document }: { readonly document: PaneDocument }) {
  const texts = useTexts();
  const { state, dispatch } = usePane();
  const { open, accepted } = partedFindings(state, document);
  const acceptanceOf = useAcceptance(document.report);
  // Accepted ones last, whatever their level.
  const keyed = [...keyFindings(open), ...keyFindings(accepted)];
  const counts = countLevels(open);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Reading opens this place: a keyboard or screen reader user goes on from here.
    if (window.document.activeElement === window.document.body || window.document.activeElement === null) heading.current?.focus();
  }, []);
  const source = document.sourceId === null ? undefined : state.work.sources[document.sourceId];
  const excerpt = (finding: Finding) => {
    const origin = source && originOfFinding(document.report, finding);
    return source && origin ? excerptOf(source, origin) : undefined;
  };
  const choose = ({ key, finding }: KeyedFinding) => {
    const open = state.selectedFinding === key;
    dispatch({ type: "select-finding", key: open ? null : key });
    dispatch({ type: "select-cell", choice: open ? null : cellOfFinding(finding) });
  };
  return (
    <section className="block" aria-labelledby="findings-title">
      <h2 className="block-title" id="findings-title" ref={heading} tabIndex={-1}>
        {texts.check.findings}
        {counts.error > 0 && <span className="count count-error">{texts.check.errors(counts.error)}</span>}
        {counts.warning > 0 && <span className="count count-warning">{texts.check.warnings(counts.warning)}</span>}
        {accepted.length > 0 && <span className="count">{texts.remarks.acceptedCount(accepted.length)}</span>}
        {counts.info > 0 && <span className="count count-info">{texts.check.notes(counts.info)}</span>}
      </h2>
      {keyed.length === 0 && <p className="all-good">{texts.check.none}</p>}
      <ul className="findings">
        {keyed.map((one) => (
          <FindingItem
            key={one.key}
            finding={one.finding}
            open={state.selectedFinding === one.key}
            onChoose={() => choose(one)}
            excerpt={state.selectedFinding === one.key ? excerpt(one.finding) : undefined}
            acceptance={acceptanceOf(one.finding)}
            onPlace={one.finding.code === "not-placed" && one.finding.words?.raw ? () => dispatch({ type: "place-finding", key: one.key }) : undefined}
          />
        ))}
      </ul>
    </section>
  );
}
