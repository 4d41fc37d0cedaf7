import { Button, Field, Select } from "@fluentui/react-components";
import { findState, givenStates, handInLabels } from "../../../src/consolidation/hand-in-state.ts";
import { levelOf, sayAdvice, sayFinding, sayLevel, sayPlace } from "../../../src/finding/say.ts";
import { usePane } from "../../shell/pane.ts";
import { useCityTexts } from "../../texts/city/city-texts.ts";
import { useLanguage } from "../../texts/texts.ts";
import type { UnitReview } from "../../worker/review-city.ts";
import { CopyText } from "../CopyText.tsx";

const AUTO = "auto";

/** Everything about one unit: its state, which a person may set; what is wrong; the note that returns its report. */
export function UnitDetails({ review }: { readonly review: UnitReview }) {
  const words = useCityTexts().roster;
  const language = useLanguage();
  const { state: pane, dispatch } = usePane();
  const { unit, state, given, report, findings, more, note, contact } = review;
  const document = report && pane.work.documents.find((one) => one.report.unit === report.unit && one.report.year === report.year && one.report.file === report.file);
  const toCheck = (id: string) => {
    dispatch({ type: "choose-document", id });
    dispatch({ type: "place", place: "check" });
  };
  return (
    <div className="unit-details" data-testid="unit-details">
      <Field label={words.state} size="small">
        <Select size="small" data-testid="unit-state" aria-label={words.stateOf(unit)} value={given ? state : AUTO} onChange={(_, { value }) => dispatch({ type: "hand-in-state", unit, state: value === AUTO ? null : (findState(value) ?? null) })}>
          <option value={AUTO}>{words.auto(given ? "…" : handInLabels[state][language])}</option>
          {givenStates.map((one) => <option key={one} value={one}>{handInLabels[one][language]}</option>)}
        </Select>
      </Field>
      {contact && <p className="hint">{words.contact(contact)}</p>}
      {report?.file && <p className="hint">{words.file(report.file)}</p>}
      {!report && state === "missing" && <p className="hint">{words.notHandedIn}</p>}
      {report && findings.length === 0 && <p className="hint">{words.nothing}</p>}
      {findings.length > 0 && (
        <ol className="unit-findings">
          {findings.map((finding, index) => (
            <li key={index} className={`unit-finding unit-finding-${levelOf(finding)}`}>
              <strong>{[sayLevel(finding, language), sayPlace(finding, language)].filter(Boolean).join(" · ")}</strong>
              <span>{sayFinding(finding, language)}</span>
              <span className="hint">{sayAdvice(finding, language)}</span>
            </li>
          ))}
        </ol>
      )}
      {more > 0 && <p className="hint">{words.more(more)}</p>}
      {document && <Button size="small" onClick={() => toCheck(document.id)}>{words.toCheck}</Button>}
      {note !== "" && <CopyText text={note} label={words.returnNote} button={words.copyNote} testId="copy-note" />}
    </div>
  );
}
