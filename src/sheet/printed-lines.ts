import { formOf } from "../form/forms.ts";
import { cellOf } from "../report/table.ts";
import type { Cell, Origin } from "../report/model.ts";
import type { ReportWithFindings } from "./entry.ts";

/** Longest passage of the source that is shown beside a figure. */
export const LONGEST_RAW = 300;
/** A longer line is a paragraph: the figure as printed says more, its sentence stands among the numbers of the text. */
const LONGEST_LINE = 80;

/** Lines of a source by their numbers, as plain data: what a workbook keeps of it. */
export type PrintedLines = Readonly<Record<string, string>>;

type SentenceOf = (origin: Origin) => string | undefined;

/** The line that a figure stood in, where it is short enough to show. */
function lineOf({ origin }: Cell, sentenceOf: SentenceOf | undefined): string | undefined {
  const line = origin && sentenceOf?.(origin);
  return line && line.length <= LONGEST_LINE ? line : undefined;
}

/** What 来源 shows of a figure's print: its line, else the figure itself. */
export const shownPrint = (cell: Cell, sentenceOf: SentenceOf | undefined): string => (lineOf(cell, sentenceOf) ?? cell.raw ?? "").slice(0, LONGEST_RAW);

/** The lines that `shownPrint` needs beside the figures themselves, for the cells that are to be shown. */
export function keepLines({ report, sentenceOf }: Pick<ReportWithFindings, "report" | "sentenceOf">, isShown: (cell: Cell) => boolean = () => true): PrintedLines | undefined {
  const lines: Record<string, string> = {};
  for (const table of report.tables) {
    for (const { id } of formOf(table).cells) {
      const cell = cellOf(table, id);
      const line = cell.origin?.kind === "line" && isShown(cell) ? lineOf(cell, sentenceOf) : undefined;
      if (line !== undefined && cell.origin?.kind === "line" && line !== cell.raw) lines[cell.origin.line] = line;
    }
  }
  return Object.keys(lines).length > 0 ? lines : undefined;
}

/** The lines of a text, or those that a workbook kept, for `shownPrint`. */
export const sentenceIn = (lines: readonly string[] | PrintedLines): SentenceOf => (origin) => {
  if (origin.kind !== "line") return undefined;
  return (Array.isArray(lines) ? (lines as readonly string[])[origin.line - 1] : (lines as PrintedLines)[String(origin.line)])?.trim();
};
