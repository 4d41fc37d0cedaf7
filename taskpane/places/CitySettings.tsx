import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { useState, type ReactNode } from "react";
import { knownCity } from "../state/city.ts";
import { usePane } from "../shell/pane.ts";
import { useReview } from "../shell/use-review.ts";
import { useCityTexts } from "../texts/city/city-texts.ts";
import { Policy } from "./policy/Policy.tsx";
import { Previous } from "./previous/Previous.tsx";

/** What a consolidation rests on beside the reports: where figures come from, last year's. */
export function CitySettings() {
  const words = useCityTexts();
  const { state } = usePane();
  const review = useReview();
  const { policy, previous = [] } = knownCity(state);
  const sources = policy?.sources ?? [];
  const providers = new Set(sources.flatMap(({ provider }) => provider ?? [])).size;
  const fileFindings = state.work.policyFindings.length + (review?.policyFindings.filter(({ code }) => code !== "provided-differs").length ?? 0);
  const yearFindings = review?.years?.findings.length ?? 0;
  return (
    <div className="settings">
      <Setting id="policy" title={words.policy.title} summary={words.policy.summary(sources.length, providers)} problems={fileFindings} startsOpen={state.work.policyFindings.length > 0}><Policy /></Setting>
      <Setting id="previous" title={words.previous.title} summary={previous.length === 0 ? words.previous.none : words.previous.reports(previous.length)} problems={previous.length > 0 ? yearFindings : 0} startsOpen={false}><Previous /></Setting>
    </div>
  );
}

interface SettingParts {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly problems: number;
  readonly startsOpen: boolean;
  readonly children: ReactNode;
}

function Setting({ id, title, summary, problems, startsOpen, children }: SettingParts) {
  const [open, setOpen] = useState(startsOpen);
  const Icon = open ? ChevronDownRegular : ChevronRightRegular;
  return (
    <section className="setting" aria-labelledby={`setting-${id}`}>
      <h2 className="setting-title">
        <button type="button" id={`setting-${id}`} className="setting-button" aria-expanded={open} onClick={() => setOpen(!open)} data-testid={`setting-${id}`}>
          <Icon className="setting-icon" aria-hidden="true" />
          <span className="setting-name">{title}</span>
          <span className="setting-summary">{summary}</span>
          {problems > 0 && <span className="count count-warning">{problems}</span>}
        </button>
      </h2>
      {open && <div className="setting-body">{children}</div>}
    </section>
  );
}
