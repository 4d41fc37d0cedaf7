import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { fromDraft } from "../state/draft.ts";
import { dropDraft, hasDraft, loadDraft } from "../host/office-helpers.ts";
import { usePane } from "../shell/pane.ts";
import { useTexts } from "../texts/texts.ts";

/** Offers what was not finished last time. Nothing is restored, nor deleted, without a click. */
export function Draft() {
  const texts = useTexts();
  const { state, dispatch } = usePane();
  const [offered, setOffered] = useState(() => state.past.length === 0 && hasDraft());
  if (!offered || state.work.documents.length > 0) return null;
  const restore = async () => {
    const kept = await loadDraft();
    const work = kept === null ? null : fromDraft(kept);
    setOffered(false);
    if (work) dispatch({ type: "restore", work });
  };
  const drop = async () => {
    await dropDraft();
    setOffered(false);
  };
  return (
    <aside className="card draft" data-testid="draft">
      <div>
        <p className="card-title">{texts.intake.draftTitle}</p>
      </div>
      <div className="card-actions">
        <Button size="small" onClick={() => void restore()}>{texts.intake.draftRestore}</Button>
        <Button size="small" appearance="subtle" onClick={() => void drop()}>{texts.intake.draftDrop}</Button>
      </div>
    </aside>
  );
}
