import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { CellChoice, PaneDocument } from "../../state/model.ts";
import { useTexts } from "../../texts/texts.ts";
import { usePane } from "../../shell/pane.ts";
import { placeOfClaim, toldOf, type Told } from "./told.ts";
import { SourceView } from "./SourceView.tsx";

const MOST_TOLD = 3;

/** Each sentence once; that others agree is of interest only where none contradicts. */
function shortOf(told: readonly Told[]): readonly Told[] {
  const doubtful = told.filter(({ state }) => state !== "matches");
  const shown = doubtful.length > 0 ? doubtful : told;
  return shown.filter(({ claim }, index) => shown.findIndex((other) => other.claim.sentence === claim.sentence) === index).slice(0, MOST_TOLD);
}

/** Beside a chosen figure: the numbers of the running text about it, and its place in the source. */
export function CellSource({ document, choice }: { readonly document: PaneDocument; readonly choice: CellChoice }) {
  const texts = useTexts();
  const { state, dispatch } = usePane();
  const [marked, setMarked] = useState<{ readonly for: string; readonly range: readonly [number, number] } | null>(null);
  const source = document.sourceId === null ? undefined : state.work.sources[document.sourceId];
  const open = state.trace.sourceOpen;
  const name = `${document.id}|${choice.table}|${choice.cell}`;
  const told = shortOf(toldOf(document, choice));
  useEffect(() => {
    // The detail grew over the table: the figure that it speaks of stays in view.
    if (open) window.document.querySelector(".figure-chosen")?.scrollIntoView?.({ block: "nearest" });
  }, [open, name]);
  const choose = (next: CellChoice) => dispatch({ type: "select-cell", choice: next });
  return (
    <>
      {told.length > 0 && (
        <ul className="told" aria-label={texts.trace.told} data-testid="told">
          {told.map(({ claim, state: verdict }, index) => {
            const range = source && placeOfClaim(source, claim);
            const words = <><span className={`count ${verdict === "contradicts" ? "count-warning" : ""}`}>{texts.trace.toldState[verdict]}</span> {claim.sentence.length > 90 ? claim.raw : claim.sentence}</>;
            return (
              <li key={index} data-state={verdict}>
                {range ? <button type="button" className="told-button" onClick={() => { setMarked({ for: name, range }); dispatch({ type: "trace-source", open: true }); }}>{words}</button> : words}
              </li>
            );
          })}
        </ul>
      )}
      {source && (
        <Button className="detail-source" size="small" appearance="subtle" aria-expanded={open} data-testid="source-toggle" onClick={() => dispatch({ type: "trace-source", open: !open })}>
          {open ? texts.trace.hideSource : texts.trace.showSource}
        </Button>
      )}
      {source && open && <SourceView source={source} report={document.report} chosen={choice} marked={marked?.for === name ? marked.range : undefined} onChoose={choose} />}
    </>
  );
}
