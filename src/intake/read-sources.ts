import type { Finding } from "../finding/model.ts";
import { leaveOutExtraColumns, type ExtraColumn } from "../reading/extra-columns.ts";
import { readSource } from "../reading/read.ts";
import { withProse } from "../reading/running.ts";
import type { Source } from "../source/word.ts";
import { nameFromFile } from "./name-from-file.ts";
import type { Intake } from "./taken.ts";

/** Reads a source into reports: columns that are none of the form's left out, a missing name taken from the file's. */
export function readWhole(source: Source): Intake {
  const { source: read, extra } = leaveOutExtraColumns(source);
  const reading = readSource(read);
  const left = reading.reports.length === 0 ? [] : sayLeftOut(extra, source.name);
  return { reports: nameFromFile(reading.reports.map(withProse), source.name), findings: [...reading.findings, ...left], source };
}

/** One finding a heading, however many tables it stands in. */
function sayLeftOut(extra: readonly ExtraColumn[], file: string): Finding[] {
  const headings = [...new Set(extra.map(({ heading }) => heading.raw))];
  return headings.map((raw) => {
    const same = extra.filter(({ heading }) => heading.raw === raw);
    const count = same.reduce((sum, { cells }) => sum + cells, 0);
    return { code: "column-left-out", at: { part: "file" }, file, origin: same[0]!.heading.origin, words: { raw, count: String(count) } };
  });
}

/** How much of the official tables a reading found: cells with a printed figure. */
export const printedCells = ({ reports }: Pick<Intake, "reports">): number =>
  reports.reduce((sum, { report }) => sum + report.tables.reduce((all, table) => all + Object.values(table.cells).filter((cell) => cell.status === "read").length, 0), 0);
