import { Button } from "@fluentui/react-components";
import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from "react";
import { parseAddress, toAddress } from "../../src/sheet/address.ts";
import type { PlanLink } from "../../src/sheet/plan.ts";
import { useTexts } from "../texts/texts.ts";
import type { ShownCell, ShownSheet } from "./grid-model.ts";
import { GridRow } from "./GridRow.tsx";

export interface GridParts {
  readonly name: string;
  readonly content: ShownSheet;
  readonly chosen: string;
  readonly onChoose: (address: string) => void;
  readonly onEdit: (address: string, text: string) => void;
  readonly onFollow: (link: PlanLink) => void;
  readonly onMore?: () => void;
}

const steps: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** The cell that a place belongs to: itself, or the merged cell over it. */
function ownerOf({ rows }: ShownSheet, row: number, column: number): ShownCell | undefined {
  for (let at = Math.min(row, rows.length - 1); at >= 0; at--) {
    const found = rows[at]!.find((cell) => cell.row + cell.rowSpan > row && cell.column <= column && column < cell.column + cell.columnSpan);
    if (found) return found;
  }
  return undefined;
}

/** The next cell in a direction; a merged cell is one step. */
function moveFrom(content: ShownSheet, address: string, [down, right]: readonly [number, number]): string {
  const place = parseAddress(address)!;
  const cell = ownerOf(content, place.row, place.column);
  if (!cell) return address;
  const row = down > 0 ? cell.row + cell.rowSpan : cell.row + down;
  const column = right > 0 ? cell.column + cell.columnSpan : cell.column + right;
  const next = row < 0 || column < 0 ? undefined : ownerOf(content, row, column);
  return next ? next.address : address;
}

/** A sheet as a table that is used like one: arrow keys move, Enter or F2 or a letter edits, Escape gives up. */
export function SheetGrid({ name, content, chosen, onChoose, onEdit, onFollow, onMore }: GridParts) {
  const texts = useTexts();
  const [editing, setEditing] = useState<{ address: string; text: string } | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const hadFocus = useRef(false);
  const place = parseAddress(chosen);
  const current = (place && ownerOf(content, place.row, place.column)?.address) ?? content.rows[0]?.[0]?.address ?? "A1";

  useEffect(() => {
    const cell = table.current?.querySelector<HTMLElement>(`[data-address="${current}"]`);
    if (hadFocus.current && !editing) cell?.focus();
    // The first cell is in view already; scrolling to a merged one that is wider than the pane would hide its beginning.
    if (current !== "A1") cell?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
  }, [current, editing]);

  const cellAt = (address: string) => content.rows[parseAddress(address)!.row]?.find((cell) => cell.address === address);
  const begin = (address: string, text?: string) => {
    const cell = cellAt(address);
    setEditing({ address, text: text ?? (cell?.formula === undefined ? (cell?.text ?? "") : "") });
  };
  const commit = (move: readonly [number, number]) => {
    if (editing && (editing.text !== "" || cellAt(editing.address)?.formula === undefined) && editing.text !== cellAt(editing.address)?.text) onEdit(editing.address, editing.text);
    setEditing(null);
    onChoose(moveFrom(content, current, move));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (editing) {
      if (event.key === "Enter") commit([event.shiftKey ? -1 : 1, 0]);
      else if (event.key === "Tab") commit([0, event.shiftKey ? -1 : 1]);
      else if (event.key === "Escape") setEditing(null);
      else return;
      return event.preventDefault();
    }
    const step = steps[event.key];
    const link = cellAt(current)?.link;
    if (step) onChoose(moveFrom(content, current, step));
    else if (event.key === "Enter" && link) onFollow(link);
    else if (event.key === "Enter" || event.key === "F2") begin(current);
    else if (event.key === "Delete" || event.key === "Backspace") onEdit(current, "");
    else if (event.key === "Home") onChoose(toAddress(event.ctrlKey ? 0 : parseAddress(current)!.row, 0));
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) begin(current, event.key);
    else return;
    event.preventDefault();
  };
  const addressOf = (event: MouseEvent) => (event.target as HTMLElement).closest<HTMLElement>("[data-address]")?.dataset.address;
  const onClick = (event: MouseEvent) => {
    const address = addressOf(event);
    if (address === undefined || editing?.address === address) return;
    hadFocus.current = true;
    const link = cellAt(address)?.link;
    if (link) onFollow(link);
    else onChoose(address);
  };

  return (
    <div className="grid-scroll">
      <table
        ref={table}
        className="grid"
        role="grid"
        aria-label={texts.workbook.grid(name)}
        aria-rowcount={content.total + 1}
        aria-colcount={content.columns.length + 1}
        data-testid="sheet-grid"
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={(event) => { const address = addressOf(event); if (address !== undefined && !editing) begin(address); }}
        onFocus={() => { hadFocus.current = true; }}
        onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) hadFocus.current = event.relatedTarget === null && editing !== null; }}
      >
        <colgroup>
          <col className="grid-number" />
          {content.columns.map(({ letters, width }) => <col key={letters} style={{ width }} />)}
        </colgroup>
        <thead>
          <tr>
            <th className="grid-corner" scope="col"><span className="out-of-sight">{texts.workbook.address}</span></th>
            {content.columns.map(({ letters }) => <th key={letters} scope="col" className="grid-letters">{letters}</th>)}
          </tr>
        </thead>
        <tbody>
          {content.rows.map((cells, row) => (
            <GridRow
              key={row}
              row={row}
              cells={cells}
              chosen={cells.some((cell) => cell.address === current) ? current : null}
              editing={editing && cells.some((cell) => cell.address === editing.address) ? editing.text : null}
              onType={(text) => setEditing((before) => before && { ...before, text })}
              onLeave={() => commit([0, 0])}
            />
          ))}
        </tbody>
      </table>
      {onMore && <Button className="grid-more" onClick={onMore}>{texts.workbook.more(Math.min(150, content.total - content.rows.length))}</Button>}
    </div>
  );
}
