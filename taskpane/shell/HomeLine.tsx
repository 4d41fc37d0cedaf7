import { atHand, nextStep } from "../state/next-step.ts";
import { useTexts } from "../texts/texts.ts";
import { usePane } from "./pane.ts";

/** Which workbook, which unit and year, what to do next. */
export function HomeLine() {
  const texts = useTexts();
  const { state } = usePane();
  const report = atHand(state, texts);
  const workbook = state.host === "detecting" ? texts.home.detecting : state.workbookName || texts.home.page;
  return (
    <div className="home" data-testid="home">
      <p className="home-where">
        <span className="home-workbook">{workbook}</span>
        {report && <span className="home-unit">{report.unit}</span>}
        {report && <span className="home-year">{report.year}</span>}
      </p>
      <p className="home-next">
        <strong>{texts.home.next}</strong>
        {nextStep(state, texts)}
      </p>
    </div>
  );
}
