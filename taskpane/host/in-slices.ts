import type { InParts } from "../../src/writer/excel/in-parts.ts";

/** Milliseconds of work after which the pane may paint and hear of clicks. */
const SLICE = 30;

const now = (): number => performance.now();
const breath = (): Promise<void> => new Promise((resume) => void setTimeout(resume, 0));

/** Does long work in slices, so that the pane never freezes: its progress line moves on, and cancelling is heard. */
export async function inSlices<T>(work: InParts<T>): Promise<T> {
  for (let since = now(); ; ) {
    const { done, value } = work.next();
    if (done) return value;
    if (now() - since < SLICE) continue;
    await breath();
    since = now();
  }
}
