import type { Claim } from "../prose/claim.ts";
import { claimsOf } from "../prose/claims.ts";
import type { PrintedLine } from "./lines.ts";
import { passagesOf } from "./passages.ts";

/** A report's running text: its lines outside of the tables, not looked into yet. */
export interface RunningText {
  readonly lines: readonly PrintedLine[];
  /** The source's text that the lines' origins point into. */
  readonly text: string;
  /** The statistics form may be told in these lines. */
  readonly withStatistics: boolean;
}

/**
 * The numbers that a report's running text tells, each with what it counts.
 *
 * Apart from `readSource`, for who wants the tables alone (a bench, a count of reports) need not pay for the sentences.
 */
export const proseOf = ({ lines, text, withStatistics }: RunningText): readonly Claim[] => claimsOf(passagesOf(lines, text), withStatistics);

/** A report with its running text replaced by the numbers that it tells. */
export function withProse<R extends { readonly running?: RunningText }>(read: R): Omit<R, "running"> & { readonly prose?: readonly Claim[] } {
  const { running, ...rest } = read;
  return running ? { ...rest, prose: proseOf(running) } : rest;
}
