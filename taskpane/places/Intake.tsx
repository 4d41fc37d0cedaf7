import { Button } from "@fluentui/react-components";
import { DocumentAddRegular } from "@fluentui/react-icons";
import { readSample } from "../flow/read.ts";
import { usePane } from "../shell/pane.ts";
import { useTexts } from "../texts/texts.ts";
import { ChosenFiles } from "./ChosenFiles.tsx";
import { Draft } from "./Draft.tsx";
import { PasteBox } from "./PasteBox.tsx";

/** 读入: paste, drop or choose; on the first run a sample in one click. */
export function Intake() {
  const texts = useTexts();
  const { state, desk } = usePane();
  const firstRun = state.work.documents.length === 0 && state.held.length === 0;
  return (
    <section aria-label={texts.intake.title}>
      <Draft />
      <p className="lead">{texts.intake.lead}</p>
      <PasteBox />
      <ChosenFiles />
      {firstRun && (
        <aside className="card sample" aria-label={texts.intake.sampleTitle}>
          <div>
            <h2 className="card-title">{texts.intake.sampleTitle}</h2>
            <p className="card-text">{texts.intake.sampleLead}</p>
          </div>
          <Button icon={<DocumentAddRegular />} disabledFocusable={state.progress !== null} onClick={() => void readSample(desk)} data-testid="sample-button">
            {texts.intake.sample}
          </Button>
        </aside>
      )}
    </section>
  );
}
