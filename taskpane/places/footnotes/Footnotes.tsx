import { Button, Textarea } from "@fluentui/react-components";
import { AddRegular, ArrowResetRegular, DeleteRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { resetFootnotes, remarksPending } from "../../flow/remarks.ts";
import { writeReports } from "../../flow/write.ts";
import { usePane } from "../../shell/pane.ts";
import { useTexts } from "../../texts/texts.ts";

/** One footnote is one line of 附注. */
const oneLine = (text: string) => text.replace(/\s*\n\s*/g, "");

/** 附注: the footnotes of the consolidation, numbered, in words that the office may change; one click puts the written ones back. */
export function Footnotes() {
  const texts = useTexts();
  const words = texts.remarks;
  const { state, dispatch, desk } = usePane();
  const [added, setAdded] = useState(false);
  const standing = state.work.remarks.footnotes ?? state.heldRemarks.footnotes;
  if (!standing) return null;
  const busy = state.progress !== null;
  const shown = added ? [...standing.texts, ""] : standing.texts;
  const change = (at: number, text: string) => {
    dispatch({ type: "footnotes", key: String(at), footnotes: { texts: shown.map((one, index) => (index === at ? oneLine(text) : one)), own: true } });
    if (at === standing.texts.length) setAdded(false);
  };
  const remove = (at: number) => {
    if (at === standing.texts.length) return setAdded(false);
    dispatch({ type: "footnotes", footnotes: { texts: standing.texts.filter((_, index) => index !== at), own: true } });
  };
  const reset = async () => {
    setAdded(false);
    if (await resetFootnotes(desk)) dispatch({ type: "say", text: words.saidReset });
  };
  return (
    <section className="block" aria-labelledby="footnotes-title" data-testid="footnotes">
      <h2 className="block-title" id="footnotes-title">
        {words.footnotes}
        <span className="count" data-testid="footnotes-state">{standing.own ? words.own : words.generated}</span>
      </h2>
      <p className="hint">{words.footnotesHint}</p>
      {shown.length === 0 && <p className="hint">{words.none}</p>}
      <ol className="footnotes">
        {shown.map((text, index) => (
          <li key={index} className="footnote">
            <span className="footnote-number" aria-hidden="true">{index + 1}</span>
            <Textarea className="footnote-text" resize="vertical" rows={Math.min(6, 1 + Math.ceil(text.length / 26))} aria-label={words.footnote(index + 1)} data-testid="footnote" value={text} autoFocus={added && index === standing.texts.length} onChange={(_, { value }) => change(index, value)} />
            <Button size="small" appearance="subtle" icon={<DeleteRegular />} aria-label={words.footnoteRemove(index + 1)} title={words.footnoteRemove(index + 1)} onClick={() => remove(index)} />
          </li>
        ))}
      </ol>
      <div className="traced-actions">
        <Button size="small" appearance="subtle" icon={<AddRegular />} onClick={() => setAdded(true)}>{texts.addOne}</Button>
        <Button size="small" appearance="subtle" icon={<ArrowResetRegular />} data-testid="footnotes-reset" disabledFocusable={!standing.own || busy} onClick={() => void reset()}>{words.reset}</Button>
      </div>
      {remarksPending(state.work) && (
        <div className="footnotes-pending">
          <p className="hint">{words.pending}</p>
          <Button size="small" data-testid="remarks-write" disabledFocusable={busy || state.host === "detecting"} onClick={() => void writeReports(desk)}>{words.writePending}</Button>
        </div>
      )}
    </section>
  );
}
