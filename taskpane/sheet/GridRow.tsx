import { memo } from "react";
import type { ShownCell } from "./grid-model.ts";

export interface RowParts {
  readonly row: number;
  readonly cells: readonly ShownCell[];
  /** Address of the chosen cell where it is in this row. */
  readonly chosen: string | null;
  /** Text being typed where the edited cell is in this row. */
  readonly editing: string | null;
  readonly onType: (text: string) => void;
  readonly onLeave: () => void;
}

const columnHeads = new Set(["band", "header", "headerNarrow", "listHeader", "sideHeader"]);

const same = (before: RowParts, after: RowParts) => before.cells === after.cells && before.chosen === after.chosen && before.editing === after.editing && after.editing === null;

/** One row; drawn again only when its own cells or choice change. */
export const GridRow = memo(function GridRow({ row, cells, chosen, editing, onType, onLeave }: RowParts) {
  return (
    <tr>
      <th scope="row" className="grid-numbers">{row + 1}</th>
      {cells.map((cell) => {
        const isChosen = cell.address === chosen;
        const Tag = columnHeads.has(cell.style) && cell.text !== "" ? "th" : "td";
        return (
          <Tag
            key={cell.column}
            {...(Tag === "th" && { scope: "col" as const })}
            rowSpan={cell.rowSpan}
            colSpan={cell.columnSpan}
            data-address={cell.address}
            tabIndex={isChosen ? 0 : -1}
            aria-selected={Tag === "td" ? isChosen : undefined}
            className={`cell style-${cell.style} ${cell.look ? `look-${cell.look}` : ""} ${cell.number ? "cell-number" : ""} ${isChosen ? "cell-chosen" : ""}`}
            title={cell.formula === undefined ? undefined : `=${cell.formula}`}
          >
            {isChosen && editing !== null ? (
              <input className="cell-input" aria-label={cell.address} autoFocus value={editing} onChange={(event) => onType(event.currentTarget.value)} onBlur={onLeave} />
            ) : cell.link ? (
              <span className="cell-link">{cell.text}</span>
            ) : (
              cell.text
            )}
          </Tag>
        );
      })}
    </tr>
  );
}, same);
