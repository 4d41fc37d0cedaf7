import { Button, ProgressBar } from "@fluentui/react-components";
import { useTexts } from "../texts/texts.ts";
import { usePane } from "./pane.ts";

/** What is running, how far it is, and a way to stop it; otherwise what was done last. */
export function ProgressLine() {
  const texts = useTexts();
  const { state, cancel } = usePane();
  const { progress, status } = state;
  const running = progress && { reading: texts.intake.reading(progress.name, progress.done, progress.of), writing: texts.status.writing, consolidating: texts.status.consolidating, exporting: texts.status.exporting }[progress.kind];
  return (
    <div className="status">
      <div className="status-words" role="status" aria-live="polite" data-testid="status">
        {running ?? status.text}
      </div>
      {progress && (
        <>
          <ProgressBar className="status-bar" value={progress.of > 1 ? progress.done / progress.of : undefined} aria-label={running ?? ""} />
          <Button size="small" appearance="subtle" onClick={cancel}>{texts.cancel}</Button>
        </>
      )}
    </div>
  );
}
