import type { OfficeParts } from "../../taskpane/host/excel-office.ts";
import { loadOffice, type OfficeLibrary, type RichResult } from "./office-library.ts";
import { processQuery, type RichRequest } from "./process-query.ts";
import { workbookRemote } from "./workbook-remote.ts";
import type { WorkbookState } from "./workbook-state.ts";

/** What can go wrong with a request. `before`: Excel did nothing of it; `after`: all was done and the answer was lost; `half`: it stopped midway. */
export type Fault =
  | { readonly kind: "code"; readonly code: 5004 | 5102 | 5103 | 5104 | 7000; readonly when?: "before" | "after" }
  | { readonly kind: "half"; readonly code: string }
  | { readonly kind: "delay"; readonly milliseconds: number }
  | { readonly kind: "hang"; readonly when?: "before" | "after" };

export interface RoundTrip {
  readonly bytes: number;
  readonly answerBytes: number;
}

/** Limits of Excel on the web. */
const MOST_BYTES = 5_000_000;
const EVENT_TYPES = { changed: 10, selected: 14, added: 13 } as const;

/**
 * A pretend Excel behind the real Office.js: an in-memory workbook that answers its requests, counts them, fails where
 * it is told to, and refuses what it does not know (`unknown` then says what).
 */
export class ExcelTestHost {
  readonly trips: RoundTrip[] = [];
  readonly unknown: string[] = [];
  readonly office: OfficeParts;
  private readonly library: OfficeLibrary;
  private faults = new Map<number, Fault>();

  /** `api`: the ExcelApi version that this Excel has. */
  constructor(
    readonly book: WorkbookState,
    readonly api = 8,
    patience = 2_000,
  ) {
    const supports = (set: string, version?: string) => set === "DelayForCellEdit" || (set === "ExcelApi" && Number(version?.split(".")[1] ?? 1) <= this.api);
    this.library = loadOffice((request, reply) => this.answer(request, reply), supports);
    this.office = { excel: this.library.excel, supports, patience };
    book.onEvent = (event, sheet, address) => {
      for (const target of [sheet.id, "Workbook"]) {
        if (book.heard.has(`${event} ${target}`)) this.library.raise(EVENT_TYPES[event], target, { worksheetId: sheet.id, address, changeType: "RangeEdited", source: 0 });
      }
    };
  }

  /** The n-th request from now on, counted from 1, meets this fault. */
  failAt(request: number, fault: Fault): void {
    this.faults.set(this.trips.length + request, fault);
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

  private answer(request: readonly unknown[], reply: (result: RichResult) => void): void {
    const text = String(request[4]);
    const bytes = Buffer.byteLength(text);
    const trip = { bytes, answerBytes: 0 };
    this.trips.push(trip);
    const fault = this.faults.get(this.trips.length);
    const fail = (code: number) => reply({ status: "failed", error: { code, message: `fault ${code}` } });
    const run = () => {
      const answer = this.run(JSON.parse(text) as RichRequest, fault?.kind === "half" ? fault.code : undefined);
      trip.answerBytes = Buffer.byteLength(answer);
      return answer;
    };
    const succeed = () => {
      const answer = run();
      if (trip.answerBytes > MOST_BYTES) fail(5104);
      else reply({ status: "succeeded", value: { data: [200, [], answer] } });
    };
    setTimeout(() => {
      try {
        if (bytes > MOST_BYTES) return fail(5103);
        if (fault?.kind === "code") {
          if (fault.when === "after") run();
          return fail(fault.code);
        }
        if (fault?.kind === "hang") return void (fault.when === "after" && run());
        if (fault?.kind === "delay") return void setTimeout(succeed, fault.milliseconds);
        succeed();
      } catch (error) {
        // A gap in this host, not a fault of Excel: the test must fail whatever the add-in makes of it.
        this.unknown.push(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
        fail(5001);
      }
    }, 0);
  }

  private run(request: RichRequest, half: string | undefined): string {
    const root = workbookRemote(this.book);
    if (half === undefined) return JSON.stringify(processQuery(root, request));
    const at = Math.floor(request.Actions.length / 2);
    const { Results } = processQuery(root, { ...request, Actions: request.Actions.slice(0, at) });
    return JSON.stringify({ Results, Error: { Code: half, Message: "stopped midway", Location: "Range.formulas", ActionIndex: at } });
  }
}
