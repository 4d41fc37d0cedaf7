import type { OfficeParts } from "../../taskpane/host/excel-office.ts";
import { ExcelServer } from "./excel-server.ts";
import { loadOffice } from "./office-library.ts";
import type { WorkbookState } from "./workbook-state.ts";

/** A pretend Excel behind the real Office.js, in this very process. */
export class ExcelTestHost extends ExcelServer {
  readonly office: OfficeParts;

  /** `api`: the ExcelApi version that this Excel has. */
  constructor(book: WorkbookState, api = 8, patience = 2_000) {
    super(book, api);
    const supports = (set: string, version?: string) => set === "DelayForCellEdit" || (set === "ExcelApi" && Number(version?.split(".")[1] ?? 1) <= this.api);
    const library = loadOffice((request, reply) => {
      void this.answer(String(request[4])).then((answer) => reply("body" in answer ? { status: "succeeded", value: { data: [200, [], answer.body] } } : { status: "failed", error: { code: answer.code, message: `fault ${answer.code}` } }));
    }, supports);
    this.office = { excel: library.excel, supports, patience };
    this.raise = ({ type, target, body }) => library.raise(type, target, body);
  }
}
