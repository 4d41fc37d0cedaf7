import type { Choice } from "./rule-fields.ts";

export interface ChoiceListParts {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[] | undefined;
  readonly onChange: (chosen: readonly string[]) => void;
  readonly testId: string;
}

/** Several of a list; the order of the list is kept. */
export function ChoiceList({ label, choices, chosen = [], onChange, testId }: ChoiceListParts) {
  const toggle = (id: string) => onChange(choices.map((choice) => choice.id).filter((one) => (one === id ? !chosen.includes(id) : chosen.includes(one))));
  return (
    <fieldset className="choices" data-testid={testId}>
      <legend>{label}</legend>
      <div className="choices-list">
        {choices.map(({ id, label: name }) => (
          <label key={id} className="choice">
            <input type="checkbox" value={id} checked={chosen.includes(id)} onChange={() => toggle(id)} />
            <span>{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
