import { Button } from "@fluentui/react-components";
import { currentDocument } from "../state/documents.ts";
import { useTexts } from "../texts/texts.ts";
import { usePane } from "../shell/pane.ts";
import { DocumentPicker } from "./DocumentPicker.tsx";
import { DocumentFindings } from "./DocumentFindings.tsx";
import { Identity } from "./Identity.tsx";
import { Preview } from "./Preview.tsx";

/** 核对: what was recognised, what was found, and the tables with every figure open to correction. */
export function Check() {
  const texts = useTexts();
  const { state, dispatch } = usePane();
  const document = currentDocument(state.work);
  if (!document) {
    return (
      <div className="empty">
        <p className="empty-title">{texts.check.empty}</p>
        <p className="hint">{texts.check.emptyAdvice}</p>
        <Button onClick={() => dispatch({ type: "place", place: "intake" })}>{texts.check.toIntake}</Button>
      </div>
    );
  }
  return (
    <section aria-label={texts.check.title} className="check" key={document.id}>
      <DocumentPicker current={document} />
      <Identity document={document} />
      <DocumentFindings document={document} />
      <Preview document={document} />
    </section>
  );
}
