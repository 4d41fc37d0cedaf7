import type { Candidate } from "./candidates.ts";
import type { ReadingRow } from "./phrases.ts";
import type { Segment } from "./segments.ts";

/** A form of which so much is printed, in its order, is there, whatever is filled in. */
const LEAST_SHARE = 0.75;

/** Rows of the form whose labels stand one after the other in segments without a paragraph between them. */
function rowsAlong(segments: readonly Segment[], rows: readonly ReadingRow[]): Candidate[] {
  const found: Candidate[] = [];
  let [at, from] = [0, 0];
  for (const row of rows) {
    for (let next = at; next < segments.length; next++) {
      const segment = segments[next]!;
      const places = row.keys.map((key) => ({ key, start: segment.key.indexOf(key, next === at ? from : 0) })).filter(({ start }) => start >= 0);
      const [place] = places.sort((a, b) => a.start - b.start || b.key.length - a.key.length);
      if (!place) continue;
      [at, from] = [next, place.start + place.key.length];
      found.push({ row, segment, start: place.start, end: from, valued: false, score: place.key.length });
      break;
    }
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
