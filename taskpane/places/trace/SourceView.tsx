import { Fragment, useEffect, useMemo, useRef, type KeyboardEvent } from "react";
import type { Report } from "../../../src/report/model.ts";
import type { CellChoice } from "../../state/model.ts";
import { useTexts } from "../../texts/texts.ts";
import type { ShownSource } from "../../worker/shown-source.ts";
import { placeCells, type CellPlace } from "./cell-places.ts";
import { nameCell } from "./name-cell.ts";

export interface SourceParts {
  readonly source: ShownSource;
  readonly report: Report;
  /** The figure whose place is marked and scrolled to. */
  readonly chosen: CellChoice | null;
  /** Words to mark instead: a sentence of the running text. */
  readonly marked?: readonly [number, number];
  readonly onChoose: (choice: CellChoice) => void;
}

/** Characters shown at once, around the marked place. */
const MOST_SHOWN = 40_000;

/** From where to where a long text is shown, whole lines. */
function windowOf(text: string, around: number): readonly [number, number] {
  if (text.length <= MOST_SHOWN) return [0, text.length];
  const from = Math.max(0, Math.min(around - MOST_SHOWN / 2, text.length - MOST_SHOWN));
  const start = from === 0 ? 0 : text.indexOf("\n", from) + 1;
  const end = text.indexOf("\n", Math.min(text.length, from + MOST_SHOWN));
  return [start, end < 0 ? text.length : end];
}

const linesIn = (text: string) => text.split("\n").length - 1;

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly figure?: CellPlace;
  readonly marked?: boolean;
}

/** The text cut at its figures and at the marked words. */
function cutPieces(places: readonly CellPlace[], [from, to]: readonly [number, number], marked: readonly [number, number] | undefined): Piece[] {
  const pieces: Piece[] = [];
  const inMark = (start: number, end: number) => marked !== undefined && start >= marked[0] && end <= marked[1];
  const plain = (start: number, end: number) => {
    const cuts = [start, ...(marked ?? []).filter((at) => at > start && at < end), end];
    cuts.slice(1).forEach((cut, index) => cut > cuts[index]! && pieces.push({ start: cuts[index]!, end: cut, marked: inMark(cuts[index]!, cut) }));
  };
  let at = from;
  for (const figure of places) {
    if (figure.start < at || figure.end > to) continue;
    plain(at, figure.start);
    pieces.push({ start: figure.start, end: figure.end, figure, marked: inMark(figure.start, figure.end) });
    at = figure.end;
  }
  plain(at, to);
  return pieces;
}

/**
 * The source of a report. The chosen figure's place is marked and scrolled to; a figure in the text that is chosen
 * selects its cell. Arrow keys go from figure to figure.
 */
export function SourceView({ source, report, chosen, marked, onChoose }: SourceParts) {
  const texts = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const places = useMemo(() => placeCells(source, report), [source, report]);
  const isChosen = (figure: CellPlace) => marked === undefined && figure.table === chosen?.table && figure.cell === chosen.cell;
  const own = places.find(isChosen);
  const around = marked?.[0] ?? own?.start ?? 0;
  const range = windowOf(source.text, around);
  const pieces = useMemo(() => cutPieces(places, range, marked), [places, range[0], range[1], marked?.[0], marked?.[1]]); // eslint-disable-line -- offsets say all of the ranges
  const inReach = own ?? places.find(({ start }) => start >= range[0]);
  useEffect(() => {
    const frame = box.current;
    const mark = frame?.querySelector<HTMLElement>("[data-here]");
    if (!frame || !mark) return;
    frame.scrollTop = mark.offsetTop - frame.clientHeight / 2;
  }, [around, source]);
  const editionOf = (table: string) => report.tables.find((one) => one.table === table)!.edition;
  const nameOf = ({ table, cell }: CellPlace) => {
    const [row, column] = [cell.slice(0, cell.lastIndexOf("/")), cell.slice(cell.lastIndexOf("/") + 1)];
    return nameCell({ table, edition: editionOf(table), row, column }, texts);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const figures = [...(box.current?.querySelectorAll<HTMLElement>("button") ?? [])];
    const next = step === undefined ? undefined : figures[figures.indexOf(event.target as HTMLElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const [from, to] = range;
  return (
    <div className="source" ref={box} role="region" tabIndex={0} aria-label={texts.trace.sourceLabel(source.name)} data-testid="source-view" onKeyDown={onKeyDown}>
      {from > 0 && <p className="source-cut">{texts.trace.cut(linesIn(source.text.slice(0, from)))}</p>}
      <pre className="source-text">
        {pieces.map(({ start, end, figure, marked: isMarked }) => {
          const text = source.text.slice(start, end);
          if (!figure) return isMarked ? <mark key={start} data-here>{text}</mark> : <Fragment key={start}>{text}</Fragment>;
          const here = isChosen(figure);
          return (
            <button
              key={start}
              type="button"
              className={here || isMarked ? "source-figure source-here" : "source-figure"}
              {...((here || isMarked) && { "data-here": "" })}
              tabIndex={figure === inReach ? 0 : -1}
              aria-pressed={here}
              aria-label={texts.trace.figureAt(text, nameOf(figure))}
              data-figure={`${figure.table}/${figure.cell}`}
              onClick={() => onChoose({ table: figure.table, cell: figure.cell })}
            >
              {text}
            </button>
          );
        })}
      </pre>
      {to < source.text.length && <p className="source-cut">{texts.trace.cut(linesIn(source.text.slice(to)))}</p>}
    </div>
  );
}
