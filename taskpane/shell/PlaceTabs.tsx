import type { KeyboardEvent } from "react";
import { currentDocument } from "../state/documents.ts";
import { countLevels } from "../state/findings.ts";
import { partedFindings } from "../state/remarks-reducer.ts";
import type { PlaceId } from "../state/model.ts";
import { useTexts } from "../texts/texts.ts";
import { usePane } from "./pane.ts";

const order: readonly PlaceId[] = ["intake", "check", "roster", "consolidate"];

/**
 * The places. Plain buttons: Fluent's TabList puts focusable elements beside itself that are hidden from screen
 * readers (tabster's dummies), which axe rightly refuses.
 */
export function PlaceTabs() {
  const texts = useTexts();
  const { state, dispatch } = usePane();
  const document = currentDocument(state.work);
  const errors = document ? countLevels(partedFindings(state, document).open).error : 0;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = event.key === "Home" ? 0 : event.key === "End" ? order.length - 1 : step === undefined ? undefined : (order.indexOf(state.place) + step + order.length) % order.length;
    if (at === undefined) return;
    event.preventDefault();
    dispatch({ type: "place", place: order[at]! });
    event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[at]?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label={texts.placesLabel} onKeyDown={onKeyDown}>
      {order.map((place, index) => (
        <button
          key={place}
          type="button"
          role="tab"
          className="tab"
          id={`tab-${place}`}
          data-testid={`place-${place}`}
          aria-selected={state.place === place}
          aria-controls="place"
          tabIndex={state.place === place ? 0 : -1}
          onClick={() => dispatch({ type: "place", place })}
        >
          <span className="tab-number" aria-hidden="true">{index + 1}</span>
          {texts.places[place]}
          {place === "check" && errors > 0 && (
            <span className="tab-count">
              <span aria-hidden="true">{errors}</span>
              <span className="out-of-sight">{texts.check.errors(errors)}</span>
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
