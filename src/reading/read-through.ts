import type { TableId } from "../form/definition.ts";
import { rowsOf, type Candidate } from "./candidates.ts";
import { isPrinted, type Segment } from "./segments.ts";
import type { ReadingRow } from "./phrases.ts";

/** The share of a table's figures that must find their rows for the reading to be believed. */
const ENOUGH = 0.85;
/** Fewer rows than this are no table. */
const LEAST_ROWS = 5;

interface Range {
  readonly row: ReadingRow;
  readonly start: number;
  readonly end: number;
}

/** Where the rows' labels stand in a text, each with the form's remark behind it, in official order; one that is not there is passed over. */
function rangesIn(text: string, rows: readonly ReadingRow[]): Range[] {
  const ranges: Range[] = [];
  let from = 0;
  for (const row of rows) {
    const label = row.item + row.keys[0]!;
    const start = text.indexOf(label, from);
    if (start < 0) continue;
    from = start + label.length;
    if (row.note !== "" && text.startsWith(row.note, from)) from += row.note.length;
    ranges.push({ row, start, end: from });
  }
  return ranges;
}

/**
 * Rows of a table whose labels print wraps around their figures, on whichever of its lines these stand:
 * `7.属于行政执法案 1 0 0 0 0 0 1` over `卷`. Read through the figures the labels are whole, and a row's figures stand
 * somewhere between the end of the label before and the end of its own.
 *
 * Undefined where labels or figures do not fall into place: no two rows of figures for one label, nearly all rows with
 * as many figures as the others.
 */
export function candidatesThrough(segments: readonly Segment[], from: number, to: number, table: TableId): Candidate[] | undefined {
  const rows = rowsOf(table);
  let text = "";
  const offsets: number[] = [];
  for (let at = from; at <= to; at++) {
    offsets.push(text.length);
    text += segments[at]!.key;
  }
  // The last label may end behind its figures.
  text += segments[to + 1]?.key ?? "";
  const ranges = rangesIn(text, rows);
  if (ranges.length < LEAST_ROWS) return undefined;
  const taken = new Set<ReadingRow>();
  const found: Candidate[] = [];
  let groups = 0;
  for (let at = from; at <= to; at++) {
    const segment = segments[at]!;
    const printed = segment.slots.filter(isPrinted).length;
    const offset = offsets[at - from]!;
    const place = offset + segment.key.length;
    const range = ranges.find(({ end }) => place <= end);
    // A lone figure below a line of words may be a page's number: it finds no row here, and is looked at as any other.
    if (printed === 0 || place <= ranges[0]!.start || !range) continue;
    groups++;
    if (!range.row.columns.includes(printed)) continue;
    if (taken.has(range.row)) return undefined;
    taken.add(range.row);
    const whole = range.end === place && range.start >= offset;
    found.push({ row: range.row, segment, start: Math.max(0, range.start - offset), end: segment.key.length, valued: true, score: 10 + 2 * Math.min(range.row.keys[0]!.length, 10), exact: whole });
  }
  return found.length >= LEAST_ROWS && found.length >= groups * ENOUGH ? found : undefined;
}
