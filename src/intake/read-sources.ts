import { findForm } from "../form/forms.ts";
import type { Finding } from "../finding/model.ts";
import { leaveOutExtraColumns, rowOf, type ExtraColumn } from "../reading/extra-columns.ts";
import { readSource } from "../reading/read.ts";
import { withProse } from "../reading/running.ts";
import type { Report } from "../report/model.ts";
import type { Source } from "../source/word.ts";
import { nameFromFile } from "./name-from-file.ts";
import type { Intake } from "./taken.ts";

/** Reads a source into reports: columns that are none of the form's left out, a missing name taken from the file's. */
export function readWhole(source: Source): Intake {
  const { source: read, extra } = leaveOutExtraColumns(source);
  const reading = readSource(read);
  const reports = extra.length === 0 ? reading.reports : reading.reports.map((read) => ({ ...read, findings: [...read.findings, ...sayLeftOut(read.report, extra)] }));
  return { reports: nameFromFile(reports.map(withProse), source.name), findings: reading.findings, source };
}

/** One finding a table for all such columns, and one for each row that may have moved into one of them or out of it. */
function sayLeftOut(report: Report, extra: readonly ExtraColumn[]): Finding[] {
  const { unit, year, file } = report;
  return report.tables.flatMap((table) => {
    const form = findForm(table.table, table.edition)!;
    const rows = new Map<string, string>();
    for (const cell of form.cells) {
      const { origin } = table.cells[cell.id]!;
      if (origin) rows.set(rowOf(origin), cell.row.id);
    }
    const within = extra.filter((column) => [...column.rows].some((row) => rows.has(row)));
    if (within.length === 0) return [];
    const raw = [...new Set(within.map(({ heading }) => heading.raw))].join("、");
    const { origin } = within[0]!.heading;
    const count = within.reduce((sum, { cells }) => sum + cells, 0);
    const uneven = [...new Set(within.flatMap((column) => [...column.uneven].flatMap((row) => rows.get(row) ?? [])))];
    const at = { table: table.table, edition: table.edition };
    return [
      { code: "column-left-out", at, unit, year, file, origin, words: { raw, count: String(count) } },
      ...uneven.map((row): Finding => ({ code: "column-uneven", at: { ...at, row }, unit, year, file, origin, words: { raw } })),
    ];
  });
}

/** How much of the official tables a reading found: cells with a printed figure. */
export const printedCells = ({ reports }: Pick<Intake, "reports">): number =>
  reports.reduce((sum, { report }) => sum + report.tables.reduce((all, table) => all + Object.values(table.cells).filter((cell) => cell.status === "read").length, 0), 0);
