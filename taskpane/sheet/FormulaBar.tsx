import { useState, type KeyboardEvent } from "react";
import { useTexts } from "../texts/texts.ts";
import type { ShownCell } from "./grid-model.ts";

/** Address and content of the chosen cell: its formula where it has one, otherwise its value, which can be typed here too. */
export function FormulaBar({ cell, address, onEdit }: { readonly cell: ShownCell | undefined; readonly address: string; readonly onEdit: (text: string) => void }) {
  const texts = useTexts();
  const [draft, setDraft] = useState<string | null>(null);
  const stands = cell?.formula === undefined ? (cell?.text ?? "") : `=${cell.formula}`;
  const commit = () => {
    if (draft !== null && draft !== stands) onEdit(draft);
    setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") commit();
    else if (event.key === "Escape") setDraft(null);
  };
  return (
    <div className="formula">
      <span className="formula-address" data-testid="cell-address">{address}</span>
      <input className="formula-input" aria-label={`${texts.workbook.value} ${address}`} data-testid="cell-formula" readOnly={cell?.formula !== undefined} value={draft ?? stands} onChange={(event) => setDraft(event.currentTarget.value)} onBlur={commit} onKeyDown={onKeyDown} />
      {cell?.message && <p className="formula-message">{cell.message}</p>}
    </div>
  );
}
