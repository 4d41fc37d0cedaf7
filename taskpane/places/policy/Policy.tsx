import { Button } from "@fluentui/react-components";
import { AddRegular, ArrowDownloadRegular, DocumentRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { policyTemplate } from "../../../src/consolidation/policy-template.ts";
import { NO_POLICY, type SourceRule } from "../../../src/consolidation/policy.ts";
import { exportPolicy, openPolicy } from "../../flow/roster.ts";
import { knownCity } from "../../state/city.ts";
import { usePane } from "../../shell/pane.ts";
import { useCityTexts } from "../../texts/city/city-texts.ts";
import { useTexts } from "../../texts/texts.ts";
import { FileButton } from "../FileButton.tsx";
import { PlainFindings } from "../PlainFindings.tsx";
import { RuleCard } from "./RuleCard.tsx";
import { RuleForm } from "./RuleForm.tsx";

const newRule: SourceRule = { table: "disclosure", from: "provided" };

/** Where the city's figures come from: rules in words, each open to change; files in and out; what is wrong with them. */
export function Policy() {
  const texts = useTexts();
  const words = useCityTexts().policy;
  const { state, desk, dispatch } = usePane();
  const [open, setOpen] = useState<number | null>(null);
  const known = knownCity(state);
  const policy = known.policy ?? NO_POLICY;
  const { sources } = policy;
  const year = Number(state.work.city.year) || 9999;
  const units = (known.roster ?? []).map((entry) => entry.name).filter((name) => name !== "");
  const set = (rules: readonly SourceRule[], key?: string) => dispatch({ type: "policy", policy: { ...policy, sources: rules }, key });
  const move = (at: number, step: -1 | 1) => {
    const next = [...sources];
    [next[at], next[at + step]] = [next[at + step]!, next[at]!];
    set(next);
  };
  const add = () => {
    set([...sources, newRule]);
    setOpen(sources.length);
  };
  return (
    <div data-testid="policy">
      <p className="lead">{words.lead}</p>
      <div className="roster-head">
        {sources.length === 0 && <Button size="small" appearance="primary" icon={<DocumentRegular />} onClick={() => dispatch({ type: "policy", policy: policyTemplate(state.work.city.unit.trim(), year), findings: [] })} data-testid="policy-template">{words.template}</Button>}
        <FileButton label={words.open} accept=".json,application/json" testId="policy-input" disabled={state.progress !== null} onFiles={([file]) => void openPolicy(desk, file!)} />
        {sources.length > 0 && <Button size="small" appearance="subtle" icon={<ArrowDownloadRegular />} onClick={() => exportPolicy(desk, policy, words.fileName)} data-testid="export-policy">{words.export}</Button>}
      </div>
      <p className="hint">{sources.length === 0 ? words.templateHint : words.orderHint}</p>
      <PlainFindings title={words.fileFindings} findings={state.work.policyFindings} testId="policy-file-findings" />
      <ol className="rules">
        {sources.map((rule, index) => (
          <li key={index} data-testid="rule" aria-label={words.rule(index + 1)}>
            {open === index ? (
              <RuleForm rule={rule} at={index + 1} year={year} units={units} onDone={() => setOpen(null)} onChange={(next, field) => set(sources.map((one, at) => (at === index ? next : one)), field && `policy:${index}:${field}`)} />
            ) : (
              <RuleCard rule={rule} at={index + 1} of={sources.length} year={year} onEdit={() => setOpen(index)} onMove={(step) => move(index, step)} onRemove={() => { set(sources.filter((_, at) => at !== index)); setOpen(null); }} />
            )}
          </li>
        ))}
      </ol>
      <Button size="small" icon={<AddRegular />} onClick={add} data-testid="add-rule">{texts.addOne}</Button>
      <PlainFindings title={words.findings} findings={state.review?.policyFindings ?? []} testId="policy-findings" />
    </div>
  );
}
