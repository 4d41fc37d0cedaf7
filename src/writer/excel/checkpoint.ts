import { z } from "zod";
import { packJson, unpackJson } from "./packed-text.ts";
import type { Step } from "./step.ts";

const PENDING = "undo/1 pending";
const DONE = "undo/1 done";

/** The steps that take a write back, as a column of cells. It is written before anything else is, marked as pending. */
export function checkpointColumn(steps: readonly Step[]): (string | number)[] {
  const chunks = packJson(steps);
  return [PENDING, chunks.length, ...chunks];
}

/** What stands in the first cell of that column once the write is complete. */
export const CHECKPOINT_DONE = DONE;

const shape = z.array(z.object({ do: z.string(), sheet: z.string() }).passthrough());

/** A checkpoint as it was kept; `pending`: the write that it belongs to was never completed. */
export function readCheckpoint(column: readonly unknown[]): { steps: readonly Step[]; pending: boolean } | undefined {
  if (column[0] !== PENDING && column[0] !== DONE) return undefined;
  const parsed = shape.safeParse(unpackJson(column.slice(2, 2 + Number(column[1]))));
  return parsed.success ? { steps: parsed.data as unknown as Step[], pending: column[0] === PENDING } : undefined;
}
