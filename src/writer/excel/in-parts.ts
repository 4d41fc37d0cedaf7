/**
 * Long work that may be paused wherever it yields, about once a sheet: the pane stays alive while it goes on, and who does
 * not care runs it to its end.
 */
export type InParts<T> = Generator<undefined, T, undefined>;

/** Cells after which work on a long sheet may be paused: a few milliseconds. */
export const CELLS_A_PART = 8_000;

/** Runs it to its end without a pause. */
export function atOnce<T>(work: InParts<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
