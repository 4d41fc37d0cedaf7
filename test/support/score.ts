import { checkReport } from "../../src/checking/check.ts";
import { isTableRef, type Finding } from "../../src/finding/model.ts";
import { readSource, type ReadReport } from "../../src/reading/read.ts";
import type { Report } from "../../src/report/model.ts";
import { readHtml } from "../../src/source/html.ts";
import { readText } from "../../src/source/text.ts";

/** What is compared of a reading. */
export type Scored = Pick<ReadReport, "report" | "findings">;

/** How a reading compares with the truth. */
export interface Score {
  /** Official cells of the truth. */
  readonly cells: number;
  /** Cells with the true value (a blank one blank, or 推算 with what the equations force). */
  readonly exact: number;
  /** Cells given as 原值 or 推算 with a value that is not the true one, on a table without any finding. */
  readonly silent: readonly string[];
  /** Cells with a wrong value, found or not. */
  readonly wrong: readonly string[];
  /** True where as many reports were read as there are, each with its unit and year. */
  readonly identity: boolean;
  readonly findings: readonly Finding[];
}

export const readAny = (kind: "text" | "html", text: string) => readSource(kind === "html" ? readHtml(text) : readText(text));

/**
 * Compares a reading with the true reports, in order. `mayDiffer` names cells (`table cell id`) whose print was
 * changed on purpose: any value may stand there, and blank ones are not held against the reading.
 */
export function scoreReading(reports: readonly Scored[], truth: readonly Report[], mayDiffer: ReadonlySet<string> = new Set()): Score {
  let cells = 0;
  let exact = 0;
  const silent: string[] = [];
  const wrong: string[] = [];
  const findings: Finding[] = [];
  let identity = reports.length === truth.length;
  truth.forEach((report, at) => {
    const read = reports[at];
    const said = read ? [...read.findings, ...checkReport(read.report)] : [];
    findings.push(...said);
    if (read && (read.report.unit !== report.unit || read.report.year !== report.year)) identity = false;
    for (const table of report.tables) {
      const found = read?.report.tables.find((other) => other.table === table.table);
      const flagged = said.some((finding) => isTableRef(finding.at) && finding.at.table === table.table);
      for (const [id, cell] of Object.entries(table.cells)) {
        cells++;
        const got = found?.cells[id];
        const value = got?.value ?? null;
        const name = `${table.table} ${id} ${got?.status ?? "absent"} ${value} for ${cell.value}`;
        if (value === cell.value || (cell.value === null && got?.status === "derived")) exact++;
        else if (mayDiffer.has(`${table.table} ${id}`)) continue;
        else if (value !== null) {
          wrong.push(name);
          if (!flagged) silent.push(name);
        }
      }
    }
  });
  return { cells, exact, silent, wrong, identity, findings };
}
