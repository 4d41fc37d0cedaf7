import { useEffect } from "react";
import type { Desk } from "../flow/desk.ts";
import type { WorkbookHost } from "../host/workbook-host.ts";

/** Follows the user through the workbook: the figure that is chosen there is taken apart here. */
export function useTrace(desk: Desk, host: WorkbookHost | null): void {
  useEffect(() => {
    if (!host) return;
    let stop = () => {};
    let gone = false;
    void import("../flow/trace.ts").then(({ followSelection }) => {
      if (!gone) stop = followSelection(desk, host);
    });
    return () => {
      gone = true;
      stop();
    };
  }, [desk, host]);
}
