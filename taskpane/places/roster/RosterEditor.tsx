import { Button } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons";
import { useState, type ClipboardEvent } from "react";
import type { RosterEntry } from "../../../src/consolidation/roster.ts";
import { unitKey } from "../../../src/consolidation/unit-name.ts";
import { usePane } from "../../shell/pane.ts";
import { useCityTexts } from "../../texts/city/city-texts.ts";
import { RosterRow } from "./RosterRow.tsx";
import { changeField, emptyEntry, fields, pasteRows, type RosterField } from "./roster-rows.ts";

const STEP = 80;

/** The roster as a table in which everything can be typed, or pasted from Excel. Every change can be undone. */
export function RosterEditor({ roster, onDone }: { readonly roster: readonly RosterEntry[]; readonly onDone: () => void }) {
  const words = useCityTexts().roster;
  const { dispatch } = usePane();
  const [shown, setShown] = useState(STEP);
  const rows = roster.length === 0 ? [emptyEntry] : roster;
  const set = (entries: readonly RosterEntry[], key?: string) => dispatch({ type: "roster", entries, key });
  const change = (row: number, field: RosterField, value: string) => set(rows.map((entry, index) => (index === row ? changeField(entry, field, value) : entry)), `roster:${row}:${field}`);
  const paste = (row: number, field: RosterField, event: ClipboardEvent) => {
    const pasted = pasteRows(rows, row, field, event.clipboardData.getData("text/plain"));
    if (!pasted) return;
    event.preventDefault();
    set(pasted);
  };
  const keys = rows.map((entry) => unitKey(entry.name));
  const problemOf = (row: number) => (keys[row] === "" ? words.emptyName : keys.indexOf(keys[row]!) < row ? words.twiceName : undefined);
  return (
    <section aria-label={words.edit} className="roster-editor">
      <p className="lead">{words.editHint}</p>
      <div className="roster-scroll" role="region" aria-label={words.tableScroll} tabIndex={0}>
        <table className="roster-table" data-testid="roster-table">
          <thead>
            <tr>
              {fields.map((field) => <th key={field} scope="col" className={`roster-${field}`}>{words.fields[field]}</th>)}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((entry, row) => (
              <RosterRow key={row} entry={entry} row={row} problem={problemOf(row)} onChange={change} onPaste={paste} onRemove={() => set(rows.filter((_, index) => index !== row))} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="hint">{words.aliasesHint}</p>
      {rows.length > shown && <Button size="small" onClick={() => setShown(shown + STEP)}>{words.rows(Math.min(STEP, rows.length - shown))}</Button>}
      <div className="ask-actions">
        <Button size="small" icon={<AddRegular />} onClick={() => { set([...rows, emptyEntry]); setShown(Math.max(shown, rows.length + 1)); }} data-testid="add-row">{words.add}</Button>
        <Button size="small" appearance="primary" onClick={onDone} data-testid="roster-done">{words.done}</Button>
      </div>
    </section>
  );
}
