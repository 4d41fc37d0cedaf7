import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { weighSecond } from "../../flow/write.ts";
import type { Merged, SecondHandIn } from "../../flow/merge-reports.ts";
import { usePane } from "../../shell/pane.ts";
import { useCityTexts } from "../../texts/city/city-texts.ts";
import type { WeighedHandIn } from "../../worker/review-city.ts";
import { WeighedTable } from "./WeighedTable.tsx";

/** Second hand-ins that nobody has decided about: what each moves, and the choice. */
export function SecondHandIns({ merged }: { readonly merged: Merged }) {
  return merged.seconds.map((second) => <SecondCard key={second.document.id} second={second} merged={merged} />);
}

function SecondCard({ second, merged }: { readonly second: SecondHandIn; readonly merged: Merged }) {
  const words = useCityTexts();
  const { desk, dispatch } = usePane();
  const [weighed, setWeighed] = useState<WeighedHandIn | null>(null);
  const { id, report } = second.document;
  useEffect(() => {
    let gone = false;
    weighSecond(desk, merged.members, second).then(
      (one) => { if (!gone) setWeighed(one); },
      // Cancelled together with something else: it is weighed when it is asked about again.
      () => undefined,
    );
    return () => { gone = true; };
  }, [desk, merged, second]);
  return (
    <section className="ask" data-testid="second-hand-in" aria-label={words.roster.second(report.unit)}>
      <h2 className="ask-title">{words.roster.second(report.unit)}</h2>
      <p className="hint">{report.file}</p>
      {weighed && <WeighedTable weighed={weighed} />}
      <p className="hint">{words.roster.secondHint}{words.twice.replaceHint}</p>
      <div className="ask-actions">
        <Button size="small" appearance="primary" onClick={() => dispatch({ type: "replace-hand-in", id })} data-testid="second-replace">{words.twice.replace}</Button>
        <Button size="small" onClick={() => dispatch({ type: "remove-document", id })} data-testid="second-keep">{words.twice.keep}</Button>
      </div>
    </section>
  );
}
