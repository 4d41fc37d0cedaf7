import { bytesOf, type Step } from "./step.ts";

/** Excel on the web takes 5 MB a request; one megabyte is answered soon enough to show progress and to be cancelled. */
export const MOST_BYTES = 1_000_000;
/** For what every request carries besides its steps, and for reading back. */
const SPARE = 60_000;

/** Cuts steps, in their order, into requests of less than a megabyte each. */
export function toRequests(steps: readonly Step[], limit = MOST_BYTES - SPARE): Step[][] {
  const requests: Step[][] = [];
  let bytes = Infinity;
  for (const step of steps) {
    const size = bytesOf(step);
    if (bytes + size > limit) {
      requests.push([]);
      bytes = 0;
    }
    requests[requests.length - 1]!.push(step);
    bytes += size;
  }
  return requests;
}
