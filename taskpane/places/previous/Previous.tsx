import { Button } from "@fluentui/react-components";
import { openPrevious } from "../../flow/roster.ts";
import { typedCity } from "../../flow/merge-reports.ts";
import { knownCity } from "../../state/city.ts";
import { usePane } from "../../shell/pane.ts";
import { useCityTexts } from "../../texts/city/city-texts.ts";
import { KINDS } from "../ChosenFiles.tsx";
import { FileButton } from "../FileButton.tsx";
import { PlainFindings } from "../PlainFindings.tsx";
import { YearTable } from "./YearTable.tsx";

/** Last year's figures: opened, compared with this year's, the changes listed. */
export function Previous() {
  const words = useCityTexts().previous;
  const { state, desk, dispatch } = usePane();
  const reports = knownCity(state).previous ?? [];
  const years = state.review?.years;
  return (
    <div data-testid="previous">
      <p className="lead">{words.lead}</p>
      <div className="roster-head">
        <FileButton label={words.open} accept={KINDS} testId="previous-input" multiple disabled={state.progress !== null} onFiles={(files) => void openPrevious(desk, files)} />
        {reports.length > 0 && <span className="count">{words.reports(reports.length)}</span>}
        {reports.length > 0 && <Button size="small" appearance="subtle" onClick={() => dispatch({ type: "previous", reports: [] })}>{words.remove}</Button>}
      </div>
      <PlainFindings title={words.unread} findings={state.work.previousFindings} testId="previous-unread" />
      {reports.length > 0 && !typedCity(state.work) && <p className="hint">{words.waiting}</p>}
      {reports.length > 0 && years && typedCity(state.work) && (
        <>
          <p className="hint" data-testid="previous-summary">{words.summary(years.year, years.matched, years.of)}</p>
          {years.findings.length === 0 && <p className="all-good">{words.nothing}</p>}
          <PlainFindings title={words.findings} findings={years.findings} testId="previous-findings" />
          <YearTable years={years} thisYear={state.work.city.year} />
          <p className="hint">{words.units}</p>
        </>
      )}
    </div>
  );
}
