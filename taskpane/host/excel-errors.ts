import { NoAnswer } from "./excel-office.ts";
import { Overtaken } from "./excel-overtake.ts";
import type { WriteProblem } from "./workbook-host.ts";

const problems: Readonly<Record<string, WriteProblem>> = {
  InvalidOperationInCellEditMode: "cell-edit",
  WriteNotSupportedWhenModalDialogOpen: "cell-edit",
  RequestPayloadSizeLimitExceeded: "too-large",
  ResponsePayloadSizeLimitExceeded: "too-large",
  // A sheet that the look showed is gone or renamed, or one of its name came to be.
  ItemNotFound: "changed-meanwhile",
  ItemAlreadyExists: "changed-meanwhile",
  RequestAborted: "connection",
  ActivityLimitReached: "connection",
  InvalidOrTimedOutSession: "connection",
  Timeout: "connection",
  ConnectionFailure: "connection",
  ApiNotFound: "not-supported",
  ApiNotAvailable: "not-supported",
  NotImplemented: "not-supported",
  UnsupportedOperation: "not-supported",
};

interface RichError {
  readonly code?: string;
  readonly message?: string;
  readonly debugInfo?: { readonly errorLocation?: string };
}

/**
 * Which of the pane's problems an error of Office is. `AccessDenied` at a cell or sheet means protection; for the
 * request as a whole it means that the add-in may not write at all.
 */
export function problemOf(error: unknown): { problem: WriteProblem; detail: string } {
  if (error instanceof Overtaken) return { problem: "changed-meanwhile", detail: error.message };
  if (error instanceof NoAnswer) return { problem: "connection", detail: error.message };
  const { code = "", message = "", debugInfo } = (error ?? {}) as RichError;
  const detail = [code, message, debugInfo?.errorLocation].filter(Boolean).join(": ");
  if (code === "AccessDenied") return { problem: debugInfo?.errorLocation ? "protected" : "no-permission", detail };
  return { problem: problems[code] ?? "unknown", detail };
}
