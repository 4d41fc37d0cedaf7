import type { Candidate } from "./candidates.ts";
import type { ReadingRow } from "./phrases.ts";
import type { Segment } from "./segments.ts";

/** A form of which so much is printed, in its order, is there, whatever is filled in. */
const LEAST_SHARE = 0.75;

/** Rows of the form whose labels stand one after the other in segments without a paragraph between them. */
function rowsAlong(segments: readonly Segment[], rows: readonly ReadingRow[]): Candidate[] {
  const found: Candidate[] = [];
  // All of it as one text: a row that is not there costs one look, not one a segment.
  const text = segments.map(({ key }) => key).join("\n");
  let [at, offset, from] = [0, 0, 0];
  for (const row of rows) {
    const places = row.keys.map((key) => ({ key, start: text.indexOf(key, from) })).filter(({ start }) => start >= 0);
    const [place] = places.sort((a, b) => a.start - b.start || b.key.length - a.key.length);
    if (!place) continue;
    from = place.start + place.key.length;
    while (place.start > offset + segments[at]!.key.length) offset += segments[at++]!.key.length + 1;
    found.push({ row, segment: segments[at]!, start: place.start - offset, end: from - offset, valued: false, score: place.key.length });
  }
  return found;
}

/**
 * Forms that were handed in (nearly) unfilled: their labels alone say that they are there. Each as the places of its
 * rows; `mark` is what every such form prints.
 */
export function findEmptyForms(segments: readonly Segment[], rows: readonly ReadingRow[], mark: RegExp): Candidate[][] {
  const forms: Candidate[][] = [];
  let run: Segment[] = [];
  const close = () => {
    const found = run.some(({ key }) => mark.test(key)) ? rowsAlong(run, rows) : [];
    if (found.length >= rows.length * LEAST_SHARE) forms.push(found);
    run = [];
  };
  for (const segment of segments) {
    if (segment.prose) close();
    else run.push(segment);
  }
  close();
  return forms;
}
