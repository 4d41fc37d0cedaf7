import { Button } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons";
import type { ClipboardEvent } from "react";
import type { RosterEntry } from "../../../src/consolidation/roster.ts";
import { unitKindLabels } from "../../../src/report/status.ts";
import { useCityTexts } from "../../texts/city/city-texts.ts";
import { fields, fieldText, type RosterField } from "./roster-rows.ts";

export interface RosterRowParts {
  readonly entry: RosterEntry;
  readonly row: number;
  readonly problem?: string;
  readonly onChange: (row: number, field: RosterField, value: string) => void;
  readonly onPaste: (row: number, field: RosterField, event: ClipboardEvent) => void;
  readonly onRemove: () => void;
}

export function RosterRow({ entry, row, problem, onChange, onPaste, onRemove }: RosterRowParts) {
  const words = useCityTexts().roster;
  return (
    <tr>
      {fields.map((field) => {
        const label = words.fieldOf(words.fields[field], row + 1);
        const cell = `${row}/${field}`;
        return (
          <td key={field}>
            {field === "kind" ? (
              <select aria-label={label} data-cell={cell} value={entry.kind ?? ""} onChange={(event) => onChange(row, field, event.target.value)}>
                <option value="">{words.noKind}</option>
                {Object.entries(unitKindLabels).map(([kind, name]) => <option key={kind} value={kind}>{name}</option>)}
              </select>
            ) : (
              <input aria-label={label} data-cell={cell} value={fieldText(entry, field)} aria-invalid={field === "name" && problem !== undefined} title={field === "name" ? problem : undefined} onChange={(event) => onChange(row, field, event.target.value)} onPaste={(event) => onPaste(row, field, event)} />
            )}
          </td>
        );
      })}
      <td><Button size="small" appearance="subtle" icon={<DeleteRegular />} aria-label={words.remove(entry.name || words.fieldOf(words.fields.name, row + 1))} onClick={onRemove} /></td>
    </tr>
  );
}
