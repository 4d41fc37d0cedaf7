import { Button } from "@fluentui/react-components";
import { ArrowDownRegular, ArrowUpRegular, DeleteRegular, EditRegular } from "@fluentui/react-icons";
import type { SourceRule } from "../../../src/consolidation/policy.ts";
import { unitKindLabels } from "../../../src/report/status.ts";
import { useCityTexts } from "../../texts/city/city-texts.ts";
import { columnChoices, formFor, rowChoices } from "./rule-fields.ts";

export interface RuleCardParts {
  readonly rule: SourceRule;
  readonly at: number;
  readonly of: number;
  readonly year: number;
  readonly onEdit: () => void;
  readonly onMove: (step: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One rule in words: which figures, from whom, on what grounds. */
export function RuleCard({ rule, at, of, year, onEdit, onMove, onRemove }: RuleCardParts) {
  const all = useCityTexts();
  const words = all.policy;
  const labels = (choices: readonly { id: string; label: string }[], ids: readonly string[] | undefined) => choices.filter(({ id }) => ids?.includes(id)).map(({ label }) => label).join("、");
  const rows = labels(rowChoices(rule, year), rule.rows);
  const columns = labels(columnChoices(rule, year), rule.columns);
  const figures = Object.keys(rule.values ?? {}).length;
  const terms = [rule.scope, rule.since, ...(rule.documents ?? []), rule.note, figures > 0 ? words.given(figures) : undefined].filter(Boolean).join(" · ");
  const source = rule.from === "provided" ? `${words.provided} · ${rule.provider || "？"}` : `${words.summed} · ${rule.kinds ? rule.kinds.map((kind) => unitKindLabels[kind]).join("、") : words.everyone}`;
  return (
    <div className={`rule rule-${rule.from}`}>
      <div className="rule-words">
        <span className="rule-subject">{all.tableName(formFor(rule.table, year).number)} {[rows || words.wholeTable, columns].filter(Boolean).join(" · ")}</span>
        <span className="rule-source">{source}</span>
        {terms !== "" && <span className="rule-terms">{terms}</span>}
      </div>
      <div className="rule-actions">
        <Button size="small" appearance="subtle" icon={<EditRegular />} aria-label={words.edit(at)} title={words.edit(at)} onClick={onEdit} data-testid="edit-rule" />
        <Button size="small" appearance="subtle" icon={<ArrowUpRegular />} aria-label={words.up(at)} title={words.up(at)} disabledFocusable={at === 1} onClick={() => onMove(-1)} />
        <Button size="small" appearance="subtle" icon={<ArrowDownRegular />} aria-label={words.down(at)} title={words.down(at)} disabledFocusable={at === of} onClick={() => onMove(1)} />
        <Button size="small" appearance="subtle" icon={<DeleteRegular />} aria-label={words.remove(at)} title={words.remove(at)} onClick={onRemove} />
      </div>
    </div>
  );
}
