import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { formOf } from "../../src/form/forms.ts";
import type { PaneDocument } from "../state/model.ts";
import { useTexts } from "../texts/texts.ts";
import { usePane } from "../shell/pane.ts";

/** Unit, year and editions as recognised; unit and year can be corrected. */
export function Identity({ document }: { readonly document: PaneDocument }) {
  const texts = useTexts();
  const { dispatch } = usePane();
  const { id, report } = document;
  // A year is taken when it is whole; until then the letters stand only in the field.
  const [draft, setDraft] = useState<string | null>(null);
  const shownYear = draft ?? String(report.year ?? "");
  const wrongYear = draft !== null && draft !== "" && !/^\d{4}$/.test(draft);
  const changeYear = (value: string) => {
    setDraft(value);
    if (value === "" || /^\d{4}$/.test(value)) dispatch({ type: "identity", id, year: value === "" ? null : Number(value) });
  };
  return (
    <div className="identity">
      <Field className="identity-unit" label={texts.check.unit} validationState={report.unit ? "none" : "warning"} validationMessage={report.unit ? undefined : texts.check.unitMissing}>
        <Input data-testid="recognised-unit" value={report.unit} onChange={(_, { value }) => dispatch({ type: "identity", id, unit: value })} />
      </Field>
      <Field className="identity-year" label={texts.check.year} validationState={wrongYear ? "error" : report.year === null ? "warning" : "none"} validationMessage={wrongYear ? texts.check.yearWrong : report.year === null ? texts.check.yearMissing : undefined}>
        <Input data-testid="recognised-year" inputMode="numeric" maxLength={4} value={shownYear} onChange={(_, { value }) => changeYear(value)} onBlur={() => !wrongYear && setDraft(null)} />
      </Field>
      <p className="identity-tables" data-testid="recognised-tables">
        {report.tables.map((table) => (
          <span key={table.table} className="chip">{texts.check.edition(formOf(table).number, table.edition)}</span>
        ))}
      </p>
    </div>
  );
}
