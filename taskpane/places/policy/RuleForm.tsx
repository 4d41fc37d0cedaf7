import { Button, Field, Input, Select, Textarea } from "@fluentui/react-components";
import { useId } from "react";
import type { SourceRule } from "../../../src/consolidation/policy.ts";
import type { TableId } from "../../../src/form/definition.ts";
import type { UnitKind } from "../../../src/report/model.ts";
import { unitKindLabels } from "../../../src/report/status.ts";
import { useCityTexts } from "../../texts/city/city-texts.ts";
import { ChoiceList } from "./ChoiceList.tsx";
import { ProvidedValues } from "./ProvidedValues.tsx";
import { columnChoices, formFor, ofTable, rowChoices, tables, withField } from "./rule-fields.ts";

export interface RuleFormParts {
  readonly rule: SourceRule;
  readonly at: number;
  readonly year: number;
  readonly units: readonly string[];
  /** `field`: letters typed into one field are one step. */
  readonly onChange: (rule: SourceRule, field?: string) => void;
  readonly onDone: () => void;
}

const kindChoices = Object.entries(unitKindLabels).map(([id, label]) => ({ id, label }));

/** One rule: which rows and columns, summed over whom or provided by whom, and on what grounds. */
export function RuleForm({ rule, at, year, units, onChange, onDone }: RuleFormParts) {
  const all = useCityTexts();
  const words = all.policy;
  const names = useId();
  const set = <K extends keyof SourceRule>(field: K, value: SourceRule[K], typed = false) => onChange(withField(rule, field, value), typed ? field : undefined);
  const isProvided = rule.from === "provided";
  const provider = rule.provider ?? "";
  const unknown = provider !== "" && units.length > 0 && !units.includes(provider);
  return (
    <div className="rule-form" data-testid="rule-form" role="group" aria-label={words.edit(at)}>
      <div className="identity">
        <Field label={words.table} size="small">
          <Select size="small" data-testid="rule-table" value={rule.table} onChange={(_, { value }) => onChange(ofTable(rule, value as TableId))}>
            {tables.map((table) => <option key={table} value={table}>{all.tableName(formFor(table, year).number)}</option>)}
          </Select>
        </Field>
        <Field label={words.from} size="small">
          <Select size="small" data-testid="rule-from" value={rule.from} onChange={(_, { value }) => onChange({ ...rule, from: value as SourceRule["from"] })}>
            <option value="summed">{words.summed}</option>
            <option value="provided">{words.provided}</option>
          </Select>
        </Field>
      </div>
      <ChoiceList label={words.rows} choices={rowChoices(rule, year)} chosen={rule.rows} onChange={(rows) => set("rows", rows)} testId="rule-rows" />
      <ChoiceList label={words.columns} choices={columnChoices(rule, year)} chosen={rule.columns} onChange={(columns) => set("columns", columns)} testId="rule-columns" />
      {!isProvided && <ChoiceList label={words.kinds} choices={kindChoices} chosen={rule.kinds} onChange={(kinds) => set("kinds", kinds as readonly UnitKind[])} testId="rule-kinds" />}
      {isProvided && (
        <>
          <Field label={words.provider} required size="small" validationState={provider === "" ? "error" : unknown ? "warning" : "none"} validationMessage={provider === "" ? words.providerMissing : unknown ? words.providerUnknown : undefined}>
            <Input size="small" data-testid="rule-provider" list={names} value={provider} onChange={(_, { value }) => set("provider", value, true)} />
          </Field>
          <datalist id={names}>{units.map((name) => <option key={name} value={name} />)}</datalist>
          <div className="identity">
            <Field label={words.scope} size="small"><Input size="small" data-testid="rule-scope" placeholder={words.scopeHint} value={rule.scope ?? ""} onChange={(_, { value }) => set("scope", value, true)} /></Field>
            <Field label={words.since} size="small"><Input size="small" data-testid="rule-since" placeholder={words.sinceHint} value={rule.since ?? ""} onChange={(_, { value }) => set("since", value, true)} /></Field>
          </div>
          <Field label={words.documents} size="small">
            <Textarea size="small" resize="vertical" data-testid="rule-documents" value={(rule.documents ?? []).join("\n")} onChange={(_, { value }) => set("documents", value === "" ? [] : value.split("\n"), true)} />
          </Field>
          <Field label={words.note} size="small"><Input size="small" data-testid="rule-note" value={rule.note ?? ""} onChange={(_, { value }) => set("note", value, true)} /></Field>
          <ProvidedValues rule={rule} year={year} onChange={(values) => onChange({ ...rule, values: Object.keys(values).length > 0 ? values : undefined })} />
        </>
      )}
      <Button size="small" appearance="primary" onClick={onDone} data-testid="rule-done">{words.done}</Button>
    </div>
  );
}
