import { Button } from "@fluentui/react-components";
import { ArrowDownloadRegular, ArrowUndoRegular } from "@fluentui/react-icons";
import { exportXlsx } from "../flow/export.ts";
import { readInput } from "../flow/read.ts";
import { undoStep } from "../flow/undo.ts";
import { consolidateReports, writeReports } from "../flow/write.ts";
import { lastStep } from "../state/history.ts";
import { unwritten } from "../state/next-step.ts";
import { useTexts } from "../texts/texts.ts";
import { usePane } from "./pane.ts";

/** Undo and export are always there; the main action is that of the place that is open. */
export function ActionBar() {
  const texts = useTexts();
  const { state, desk, dispatch } = usePane();
  const busy = state.progress !== null;
  const step = lastStep(state);
  const open = unwritten(state.work.documents).length;
  const undoLabel = step ? texts.undoWhat(texts.steps[step.name]) : texts.nothingToUndo;
  return (
    <div className="actions">
      <Button appearance="subtle" icon={<ArrowUndoRegular />} data-testid="undo-button" disabledFocusable={!step || busy} aria-label={undoLabel} title={undoLabel} onClick={() => void undoStep(desk)}>
        {texts.undo}
      </Button>
      <Button appearance="subtle" icon={<ArrowDownloadRegular />} data-testid="export-xlsx-button" disabledFocusable={busy} onClick={() => void exportXlsx(desk)}>
        {texts.export}
      </Button>
      <span className="actions-space" />
      {state.place === "intake" && (
        <Button appearance="primary" className="actions-main" data-testid="read-button" disabledFocusable={busy} onClick={() => void readInput(desk)}>
          {texts.intake.read}
        </Button>
      )}
      {state.place === "check" && (
        <Button appearance="primary" className="actions-main" data-testid="write-button" disabledFocusable={busy || state.host === "detecting"} onClick={() => void writeReports(desk)}>
          {open > 1 ? texts.check.writeMany(open) : texts.check.write}
        </Button>
      )}
      {state.place === "roster" && state.work.documents.length + state.held.length > 0 && (
        <Button appearance="primary" className="actions-main" data-testid="to-consolidate" onClick={() => dispatch({ type: "place", place: "consolidate" })}>
          {texts.consolidate.go}
        </Button>
      )}
      {state.place === "consolidate" && (
        <Button appearance="primary" className="actions-main" data-testid="consolidate-button" disabledFocusable={busy || state.host === "detecting"} onClick={() => void consolidateReports(desk)}>
          {texts.consolidate.run}
        </Button>
      )}
    </div>
  );
}
