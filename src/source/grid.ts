/** A cell of a grid with the rows and columns it spans (1 or more). */
export interface Spanned {
  readonly rowSpan: number;
  readonly colSpan: number;
}

/** A cell at its place once merged cells are expanded. */
export interface Placed<T> {
  readonly item: T;
  /** Column of its top-left place, from 0. */
  readonly column: number;
}

/** Columns of the widest table; a cell further out covers nothing below it, so that no page of spans takes for ever. */
const MOST_COLUMNS = 1000;

/**
 * Gives every cell of a table with row and column spans its column, as a browser lays it out.
 *
 * Places covered by a span are nobody's: a merged cell stands once, at its top-left place.
 */
export function expandSpans<T extends Spanned>(rows: readonly (readonly T[])[]): Placed<T>[][] {
  /** Column → rows still covered from above. */
  const covered = new Map<number, number>();
  return rows.map((row) => {
    const placed: Placed<T>[] = [];
    const opened = new Map<number, number>();
    let column = 0;
    for (const item of row) {
      while ((covered.get(column) ?? 0) > 0) column++;
      placed.push({ item, column });
      if (item.rowSpan > 1 && column < MOST_COLUMNS) for (let span = 0; span < item.colSpan; span++) opened.set(column + span, item.rowSpan);
      column += item.colSpan;
    }
    for (const [key, rest] of covered) if (rest > 0) covered.set(key, rest - 1);
    for (const [key, span] of opened) covered.set(key, Math.max(covered.get(key) ?? 0, span - 1));
    return placed;
  });
}
