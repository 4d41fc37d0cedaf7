import { handInLabels, type HandInState } from "../../../src/consolidation/hand-in-state.ts";
import { useCityTexts } from "../../texts/city/city-texts.ts";
import { useLanguage } from "../../texts/texts.ts";
import type { CityReview } from "../../worker/review-city.ts";

/** Always counted, even where there is none. */
const always: readonly HandInState[] = ["handed-in", "missing", "faulty"];
const order: readonly HandInState[] = ["handed-in", "missing", "faulty", "returned", "verified", "not-required"];

export interface StateCountsParts {
  readonly counts: CityReview["counts"];
  /** Without a roster nobody is expected. */
  readonly hasRoster: boolean;
  readonly chosen: HandInState | null;
  readonly onChoose: (state: HandInState | null) => void;
}

/** `54 应报 · 已报 51 · 未报 2 · 有误 1`; each is a filter of the list below. */
export function StateCounts({ counts, hasRoster, chosen, onChoose }: StateCountsParts) {
  const words = useCityTexts().roster;
  const language = useLanguage();
  return (
    <div className="state-counts" role="group" aria-label={words.states} data-testid="hand-in-counts">
      <button type="button" className="state-count" aria-pressed={chosen === null} onClick={() => onChoose(null)}>{hasRoster ? words.expected : words.all} <strong>{counts.expected}</strong></button>
      {order.filter((state) => (always.includes(state) && (hasRoster || state !== "missing")) || counts[state] > 0).map((state) => (
        <button key={state} type="button" className={`state-count state-${counts[state] > 0 ? state : "none"}`} aria-pressed={chosen === state} onClick={() => onChoose(chosen === state ? null : state)}>
          {handInLabels[state][language]} <strong>{counts[state]}</strong>
        </button>
      ))}
    </div>
  );
}
