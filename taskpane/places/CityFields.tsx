import { Field, Input } from "@fluentui/react-components";
import { usePane } from "../shell/pane.ts";
import { useTexts } from "../texts/texts.ts";

/** For whom and for which year is consolidated. */
export function CityFields() {
  const texts = useTexts();
  const { state, dispatch } = usePane();
  const { work, problem } = state;
  return (
    <div className="identity">
      <Field className="identity-unit" label={texts.consolidate.city} validationMessage={problem?.code === "city-needed" ? texts.consolidate.cityMissing : undefined}>
        <Input data-testid="city-input" placeholder={texts.consolidate.cityHint} value={work.city.unit} onChange={(_, { value }) => dispatch({ type: "city", unit: value })} />
      </Field>
      <Field className="identity-year" label={texts.consolidate.year}>
        <Input data-testid="year-input" inputMode="numeric" maxLength={4} value={work.city.year} onChange={(_, { value }) => dispatch({ type: "city", year: value })} />
      </Field>
    </div>
  );
}
