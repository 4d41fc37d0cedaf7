import { calculateBook } from "./calculate-book.ts";
import { processQuery, type RichRequest } from "./process-query.ts";
import { workbookRemote } from "./workbook-remote.ts";
import type { WorkbookState } from "./workbook-state.ts";

/**
 * What can go wrong with a request. `before`: Excel did nothing of it; `after`: all was done and the answer was lost; `half`:
 * it stopped midway, or after that `share` of it, and answers what came before, unless it is `mute`.
 */
export type Fault =
  | { readonly kind: "code"; readonly code: 5004 | 5102 | 5103 | 5104 | 7000; readonly when?: "before" | "after" }
  | { readonly kind: "half"; readonly code: string; readonly share?: number; readonly mute?: boolean }
  | { readonly kind: "delay"; readonly milliseconds: number }
  | { readonly kind: "hang"; readonly when?: "before" | "after" };

export interface RoundTrip {
  readonly bytes: number;
  readonly answerBytes: number;
}

/** The answer to a request: what was done, or Office's number for why nothing came of it. */
export type Answer = { readonly body: string } | { readonly code: number };

/** An event as Office.js is told of it. */
export interface RaisedEvent {
  readonly type: number;
  readonly target: string;
  readonly body: unknown;
}

/** Limits of Excel on the web. */
export const MOST_BYTES = 5_000_000;
const EVENT_TYPES = { changed: 10, selected: 14, added: 13 } as const;

/**
 * A pretend Excel, whatever the channel by which Office.js reaches it: an in-memory workbook that answers its requests,
 * counts them, fails where it is told to, and refuses what it does not know (`unknown` then says what).
 */
export class ExcelServer {
  readonly trips: RoundTrip[] = [];
  readonly unknown: string[] = [];
  /** Set by the channel. */
  raise: (event: RaisedEvent) => void = () => {};
  private faults = new Map<number, Fault>();
  private readonly actions = new Map<number, () => void>();
  /** Excel's limits on a request and on an answer; tests lower them. */
  /** Formulas have results when values are asked for. Slow: another engine in another process. */
  calculates = false;
  limits = { request: MOST_BYTES, answer: MOST_BYTES };

  /** `api`: the ExcelApi version that this Excel has. */
  constructor(
    readonly book: WorkbookState,
    readonly api: number,
  ) {
    book.onEvent = (event, sheet, address) => {
      for (const target of [sheet.id, "Workbook"]) {
        if (book.heard.has(`${event} ${target}`)) this.raise({ type: EVENT_TYPES[event], target, body: { worksheetId: sheet.id, address, changeType: "RangeEdited", source: 0 } });
      }
    };
  }

  /** The n-th request from now on, counted from 1, meets this fault. */
  failAt(request: number, fault: Fault): void {
    this.faults.set(this.trips.length + request, fault);
  }

  /** Somebody else does something just before Excel does the n-th request from now on. */
  meanwhile(request: number, action: () => void): void {
    this.actions.set(this.trips.length + request, action);
  }

  clearFaults(): void {
    this.faults.clear();
  }

  /** Round trips and bytes since the last call. */
  takeCounts(): { trips: number; bytes: number; largest: number; answers: number } {
    const taken = this.trips.splice(0);
    const sum = (of: (trip: RoundTrip) => number) => taken.reduce((all, trip) => all + of(trip), 0);
    this.faults.clear();
    return { trips: taken.length, bytes: sum((trip) => trip.bytes), largest: Math.max(0, ...taken.map((trip) => trip.bytes)), answers: sum((trip) => trip.answerBytes) };
  }

  /** Answers the body of a RichApi request; a hanging Excel never does. */
  async answer(body: string): Promise<Answer> {
    const trip = { bytes: Buffer.byteLength(body), answerBytes: 0 };
    this.trips.push(trip);
    const fault = this.faults.get(this.trips.length);
    this.actions.get(this.trips.length)?.();
    await pause(fault?.kind === "delay" ? fault.milliseconds : 0);
    try {
      if (trip.bytes > this.limits.request) return { code: 5103 };
      if (this.calculates && this.book.stale && body.includes('"values"')) await calculateBook(this.book);
      const run = (): Answer => {
        const answer = this.run(JSON.parse(body) as RichRequest, fault?.kind === "half" ? fault : undefined);
        trip.answerBytes = Buffer.byteLength(answer);
        return trip.answerBytes > this.limits.answer ? { code: 5104 } : { body: answer };
      };
      if (fault?.kind === "code" || fault?.kind === "hang") {
        if (fault.when === "after") run();
        return fault.kind === "code" ? { code: fault.code } : await new Promise<never>(() => undefined);
      }
      return run();
    } catch (error) {
      // A gap in this host, not a fault of Excel: the test must fail whatever the add-in makes of it.
      this.unknown.push(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
      return { code: 5001 };
    }
  }

  private run(request: RichRequest, half: Extract<Fault, { kind: "half" }> | undefined): string {
    const root = workbookRemote(this.book);
    if (half === undefined) return JSON.stringify(processQuery(root, request));
    const at = Math.floor(request.Actions.length * (half.share ?? 0.5));
    const { Results } = processQuery(root, { ...request, Actions: request.Actions.slice(0, at) });
    return JSON.stringify({ ...(!half.mute && { Results }), Error: { Code: half.code, Message: "stopped midway", Location: "Range.formulas", ActionIndex: at } });
  }
}

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
