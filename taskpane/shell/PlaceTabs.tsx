import { Tab, TabList } from "@fluentui/react-components";
import { currentDocument } from "../state/documents.ts";
import { countLevels, findingsOf } from "../state/findings.ts";
import type { PlaceId } from "../state/model.ts";
import { useTexts } from "../texts/texts.ts";
import { usePane } from "./pane.ts";

const order: readonly PlaceId[] = ["intake", "check", "consolidate"];

export function PlaceTabs() {
  const texts = useTexts();
  const { state, dispatch } = usePane();
  const document = currentDocument(state.work);
  const errors = document ? countLevels(findingsOf(document)).error : 0;
  return (
    <TabList className="tabs" selectedValue={state.place} onTabSelect={(_, { value }) => dispatch({ type: "place", place: value as PlaceId })} aria-label={texts.placesLabel}>
      {order.map((place, index) => (
        <Tab key={place} value={place} id={`tab-${place}`} data-testid={`place-${place}`} aria-controls="place">
          <span className="tab-number" aria-hidden="true">{index + 1}</span>
          {texts.places[place]}
          {place === "check" && errors > 0 && (
            <span className="tab-count" aria-label={texts.check.errors(errors)}>{errors}</span>
          )}
        </Tab>
      ))}
    </TabList>
  );
}
