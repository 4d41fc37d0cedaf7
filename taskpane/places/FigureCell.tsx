import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import type { Measure } from "../../src/form/definition.ts";
import type { Cell } from "../../src/report/model.ts";
import { useTexts, type Texts } from "../texts/texts.ts";
import { figureText } from "./figure-input.ts";

export type FigureDoubt = "bad" | "doubtful";

export interface FigureParts {
  readonly spans: { readonly rowSpan: number; readonly colSpan: number };
  readonly name: string;
  readonly cellName: string;
  readonly cell: Cell;
  readonly measure: Measure;
  readonly doubt?: FigureDoubt;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  /** False when what was typed is no figure: the field then goes back. */
  readonly onEdit: (text: string) => boolean;
  readonly onPut?: () => void;
}

/** The one mark a cell bears, and its words: never by colour alone. */
export function markOf(cell: Cell, doubt: FigureDoubt | undefined, { check }: Texts): { mark: string; words: string; look: string } {
  const status = check.cellStatus[cell.status];
  if (doubt === "bad") return { mark: check.badMark, words: `${status}，${check.bad}`, look: "bad" };
  if (doubt === "doubtful" || cell.measureUnknown) return { mark: check.doubtfulMark, words: `${status}，${check.doubtful}`, look: "doubtful" };
  if (cell.conversion) return { mark: check.convertedMark, words: check.converted, look: "converted" };
  return { mark: check.cellMark[cell.status], words: status, look: cell.status };
}

/** Moves to the field above or below, as in a sheet; Tab goes along the row. */
function moveFrom(field: HTMLInputElement, down: boolean): void {
  const fields = [...(field.closest("table")?.querySelectorAll<HTMLInputElement>("input.figure-input") ?? [])];
  const here = field.getBoundingClientRect();
  const column = fields.filter((other) => Math.abs(other.getBoundingClientRect().left - here.left) < 4);
  const next = column[column.indexOf(field) + (down ? 1 : -1)];
  next?.focus();
  next?.select();
}

/** A figure of the preview: a field that bears its mark. */
export function FigureCell({ spans, name, cellName, cell, measure, doubt, chosen, onChoose, onEdit, onPut }: FigureParts) {
  const texts = useTexts();
  const field = useRef<HTMLInputElement>(null);
  const stands = figureText(cell.value, measure);
  const [draft, setDraft] = useState<string | null>(null);
  const { mark, words, look } = markOf(cell, doubt, texts);
  useEffect(() => {
    if (chosen && document.activeElement !== field.current) field.current?.closest("td")?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
  }, [chosen]);
  const commit = () => {
    if (draft !== null && draft !== stands) onEdit(draft);
    setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter" && onPut) {
      event.preventDefault();
      onPut();
    } else if (event.key === "Enter" || event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      commit();
      moveFrom(event.currentTarget, event.key !== "ArrowUp" && !event.shiftKey);
    } else if (event.key === "Escape") setDraft(null);
  };
  return (
    <td {...spans} className={`figure figure-${look} ${chosen ? "figure-chosen" : ""} ${onPut ? "figure-target" : ""}`}>
      <input
        ref={field}
        className="figure-input"
        inputMode="decimal"
        autoComplete="off"
        aria-label={`${name}，${words}`}
        data-cell={cellName}
        readOnly={onPut !== undefined}
        value={draft ?? stands}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onFocus={onChoose}
        onClick={onPut}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
      {mark !== "" && <span className="figure-mark" aria-hidden="true">{mark}</span>}
    </td>
  );
}
