import { Button } from "@fluentui/react-components";
import { usePane } from "../../shell/pane.ts";
import { useCityTexts } from "../../texts/city/city-texts.ts";
import type { UnknownUnit } from "../../worker/review-city.ts";

/** Reports of units that are not on the roster. Whether one is a unit by another name is asked, never guessed. */
export function UnknownUnits({ unknown }: { readonly unknown: readonly UnknownUnit[] }) {
  const words = useCityTexts().roster;
  const { dispatch } = usePane();
  const settle = (unit: string, as: string | null) => dispatch({ type: "name-settled", unit, as });
  return unknown.map(({ unit, candidates }) => (
    <section key={unit} className="ask" data-testid="unknown-unit" aria-label={words.unknown(unit)}>
      <h2 className="ask-title">{words.unknown(unit)}</h2>
      {candidates.length > 0 && <p className="hint">{words.isIt}</p>}
      <div className="ask-actions">
        {candidates.map((name) => (
          <Button key={name} size="small" onClick={() => settle(unit, name)} data-testid="unknown-is">{words.isThis(name)}</Button>
        ))}
        <Button size="small" appearance={candidates.length > 0 ? "subtle" : "secondary"} onClick={() => settle(unit, null)} data-testid="unknown-new">{candidates.length > 0 ? words.newUnit : words.addUnit}</Button>
      </div>
    </section>
  ));
}
