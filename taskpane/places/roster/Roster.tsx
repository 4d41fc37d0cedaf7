import { Button } from "@fluentui/react-components";
import { ArrowDownloadRegular, EditRegular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import type { HandInState } from "../../../src/consolidation/hand-in-state.ts";
import { usableEntries } from "../../../src/consolidation/roster.ts";
import { sayAdvice, sayFinding } from "../../../src/finding/say.ts";
import { mergeHandIns, typedCity } from "../../flow/merge-reports.ts";
import { exportRoster, openRoster } from "../../flow/roster.ts";
import { isUnsettled, knownCity } from "../../state/city.ts";
import { usePane } from "../../shell/pane.ts";
import { useReview } from "../../shell/use-review.ts";
import { useCityTexts } from "../../texts/city/city-texts.ts";
import { useLanguage } from "../../texts/texts.ts";
import { CityFields } from "../CityFields.tsx";
import { CopyText } from "../CopyText.tsx";
import { FileButton } from "../FileButton.tsx";
import { FileOutcomes } from "./FileOutcomes.tsx";
import { RosterEditor } from "./RosterEditor.tsx";
import { SecondHandIns } from "./SecondHandIns.tsx";
import { StateCounts } from "./StateCounts.tsx";
import { UnitList } from "./UnitList.tsx";
import { UnknownUnits } from "./UnknownUnits.tsx";

export const ROSTER_FILES = ".csv,.txt,.tsv,.xlsx,.xls,.et";

/** 报送: who is expected, who has handed in, what is to be asked, who is to be reminded. */
export function Roster() {
  const words = useCityTexts().roster;
  const language = useLanguage();
  const { state, desk } = usePane();
  const { work, held, heldWorkbook } = state;
  const [editing, setEditing] = useState(false);
  const [filter, setFilter] = useState<HandInState | null>(null);
  const review = useReview(!editing);
  const merged = useMemo(() => mergeHandIns(held, work, heldWorkbook), [held, work, heldWorkbook]);
  const roster = knownCity(state).roster ?? [];
  const entries = usableEntries(roster);
  const busy = state.progress !== null;
  if (editing) return <RosterEditor roster={roster} onDone={() => setEditing(false)} />;
  const units = review?.units.filter((one) => filter === null || one.state === filter) ?? [];
  return (
    <section aria-label={words.title} className="roster">
      <p className="lead">{entries.length === 0 ? words.leadNone : words.lead}</p>
      <div className="roster-head">
        {entries.length > 0 && <span className="count" data-testid="roster-count">{words.count(entries.length)}</span>}
        <FileButton label={words.open} accept={ROSTER_FILES} testId="roster-input" primary={entries.length === 0} disabled={busy} onFiles={([file]) => void openRoster(desk, file!)} />
        <Button size={entries.length === 0 ? "medium" : "small"} icon={<EditRegular />} onClick={() => setEditing(true)} data-testid="edit-roster">{entries.length === 0 ? words.type : words.edit}</Button>
        {entries.length > 0 && <Button size="small" appearance="subtle" icon={<ArrowDownloadRegular />} onClick={() => exportRoster(desk, entries, `${words.fields.name}.csv`)}>{words.export}</Button>}
      </div>
      {work.rosterFindings.length > 0 && (
        <ul className="outcome-list" data-testid="roster-findings">
          {work.rosterFindings.map((finding, index) => <li key={index} className="outcome outcome-unread"><span className="outcome-said">{sayFinding(finding, language)}{language === "zh-CN" ? "。" : ". "}{sayAdvice(finding, language)}</span></li>)}
        </ul>
      )}
      {(entries.length > 0 || merged.members.length > 0) && <CityFields />}
      {review && (review.units.length > 0 || entries.length > 0) && (
        <>
          <StateCounts hasRoster={entries.length > 0} counts={review.counts} chosen={filter} onChoose={setFilter} />
          <UnknownUnits unknown={review.unknown} />
          <SecondHandIns merged={merged} />
          <UnitList key={filter ?? ""} units={units} />
          {typedCity(work) && review.reminder !== "" && review.counts.missing > 0 && (
            <section className="block" aria-labelledby="reminder-title">
              <h2 className="block-title" id="reminder-title">{words.reminder}<span className="count">{review.counts.missing}</span></h2>
              <CopyText text={review.reminder} label={words.reminderHint} button={words.copyReminder} testId="copy-reminder" />
            </section>
          )}
        </>
      )}
      {!review && merged.members.length > 0 && <p className="hint" role="status">{words.reviewing}</p>}
      {work.outcomes.length > 1 && <FileOutcomes outcomes={work.outcomes} />}
      {isUnsettled(work) && <p className="hint kept-hint">{words.kept}</p>}
    </section>
  );
}
