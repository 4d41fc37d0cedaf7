import { sayAdvice, sayFinding } from "../../../src/finding/say.ts";
import type { FileOutcome } from "../../state/model.ts";
import { usePane } from "../../shell/pane.ts";
import { useCityTexts } from "../../texts/city/city-texts.ts";
import { useLanguage } from "../../texts/texts.ts";

const isUnread = ({ documents, took }: FileOutcome) => documents.length === 0 && !took;

/** What came of each file that was read: unit and year, or why not. Those without a report stand open. */
export function FileOutcomes({ outcomes }: { readonly outcomes: readonly FileOutcome[] }) {
  const words = useCityTexts().files;
  const unread = outcomes.filter(isUnread);
  const reports = outcomes.reduce((sum, { documents }) => sum + documents.length, 0);
  return (
    <section className="block" aria-labelledby="outcomes-title" data-testid="outcomes">
      <h2 className="block-title" id="outcomes-title">
        {words.title}
        <span className="count" data-testid="outcome-counts">{words.summary(outcomes.length, reports)}</span>
        {unread.length > 0 && <span className="count count-error">{words.unread(unread.length)}</span>}
      </h2>
      <ul className="outcome-list">{unread.map((outcome) => <Outcome key={outcome.name} outcome={outcome} />)}</ul>
      <details>
        <summary>{words.all(outcomes.length)}</summary>
        <ul className="outcome-list">{outcomes.map((outcome, index) => <Outcome key={`${outcome.name}${index}`} outcome={outcome} />)}</ul>
      </details>
    </section>
  );
}

function Outcome({ outcome }: { readonly outcome: FileOutcome }) {
  const words = useCityTexts().files;
  const language = useLanguage();
  const { dispatch } = usePane();
  const { name, documents, findings, took } = outcome;
  const open = (id: string) => {
    dispatch({ type: "choose-document", id });
    dispatch({ type: "place", place: "check" });
  };
  return (
    <li className={isUnread(outcome) ? "outcome outcome-unread" : "outcome"} data-testid="outcome" data-file={name}>
      <span className="outcome-name">{name || words.pasted}</span>
      {took && <span className="outcome-said">{words[took.kept ? (took.what === "roster" ? "rosterKept" : "policyKept") : took.what](took.count)}</span>}
      {documents.map(({ id, unit, year }) => (
        <button key={id} type="button" className="link outcome-said" onClick={() => open(id)} aria-label={words.openReport(unit || words.noUnit)}>
          {words.report(unit || words.noUnit, year === null ? words.noYear : words.year(year))}
        </button>
      ))}
      {findings.map((finding, index) => (
        <span key={index} className="outcome-said">{sayFinding(finding, language)}{language === "zh-CN" ? "。" : ". "}{sayAdvice(finding, language)}</span>
      ))}
    </li>
  );
}
