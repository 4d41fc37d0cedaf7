/// <reference types="office-js" />
import { useEffect, useState } from "react";
import { browserWindow } from "../host/browser-window.ts";
import { detectHost, type DetectedHost } from "../host/detect.ts";
import { PageWorkbook } from "../host/page-workbook.ts";
import type { WorkbookHost } from "../host/workbook-host.ts";

export interface FoundHost {
  readonly host: WorkbookHost;
  readonly detected: DetectedHost;
}

/** The host that answers a detection; Excel's is loaded only where Excel is. */
async function openHost(detected: DetectedHost, name: string): Promise<FoundHost> {
  if (detected.kind === "excel") {
    const { createExcelHost } = await import("../host/excel-host.ts");
    const supports = (set: string, version: string) => Office.context.requirements.isSetSupported(set, version);
    return { host: createExcelHost({ excel: Excel, supports }), detected };
  }
  return { host: new PageWorkbook(name), detected };
}

/** Finds the workbook to write to, once. Null until it is known, at most three seconds. */
export function useHost(pageName: string, detect: () => Promise<DetectedHost> = () => detectHost(browserWindow())): FoundHost | null {
  const [found, setFound] = useState<FoundHost | null>(null);
  useEffect(() => {
    let gone = false;
    void detect().then((detected) => openHost(detected, pageName)).then((one) => {
      if (!gone) setFound(one);
    });
    return () => {
      gone = true;
    };
    // eslint-disable-next-line -- the host is looked for once; a later language does not change it
  }, []);
  return found;
}
