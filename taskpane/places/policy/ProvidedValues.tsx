import { useState } from "react";
import type { SourceRule } from "../../../src/consolidation/policy.ts";
import type { CellId, FormCell } from "../../../src/form/compile.ts";
import { toOfficialWidth } from "../../../src/form/width.ts";
import { useCityTexts } from "../../texts/city/city-texts.ts";
import { figureText, typedFigure } from "../figure-input.ts";
import { cellsOf } from "./rule-fields.ts";

/** More than anybody types here: a whole table is provided as a report of its own. */
const MOST = 40;

type Values = Readonly<Record<CellId, number>>;

/** The provided figures, one field a cell. */
export function ProvidedValues({ rule, year, onChange }: { readonly rule: SourceRule; readonly year: number; readonly onChange: (values: Values) => void }) {
  const words = useCityTexts().policy;
  const cells = cellsOf(rule, year);
  if (cells.length === 0 || cells.length > MOST) return null;
  const { values = {} } = rule;
  const change = (id: CellId, value: number | null) => {
    const { [id]: _, ...rest } = values;
    onChange(value === null ? rest : { ...rest, [id]: value });
  };
  return (
    <details className="values">
      <summary>{words.values}</summary>
      {cells.map((cell) => <ValueField key={cell.id} cell={cell} value={values[cell.id] ?? null} onChange={(value) => change(cell.id, value)} />)}
    </details>
  );
}

/** A figure is taken when the field is left; what is none is said and not taken. */
function ValueField({ cell, value, onChange }: { readonly cell: FormCell; readonly value: number | null; readonly onChange: (value: number | null) => void }) {
  const words = useCityTexts().policy;
  const [draft, setDraft] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const take = () => {
    if (draft === null) return;
    const typed = typedFigure(draft, cell.measure);
    setWrong(typed === undefined ? draft : null);
    if (typed !== undefined && typed !== value) onChange(typed);
    setDraft(null);
  };
  const label = `${toOfficialWidth(cell.row.label)} · ${toOfficialWidth(cell.column.label)}`;
  return (
    <div className="value">
      <label>
        <span>{label}</span>
        <input inputMode="decimal" data-cell={cell.id} value={draft ?? figureText(value, cell.measure)} aria-invalid={wrong !== null} onChange={(event) => setDraft(event.target.value)} onBlur={take} onKeyDown={(event) => event.key === "Enter" && take()} />
      </label>
      {wrong !== null && <span className="value-wrong" role="alert">{words.valueWrong(wrong)}</span>}
    </div>
  );
}
