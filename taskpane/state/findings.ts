import { checkReport } from "../../src/checking/check.ts";
import { isTableRef, type Finding } from "../../src/finding/model.ts";
import { levelOf, sortFindings } from "../../src/finding/say.ts";
import { cellId } from "../../src/form/compile.ts";
import type { FindingLevel } from "../../src/form/definition.ts";
import type { Origin, Report } from "../../src/report/model.ts";
import { cellOf } from "../../src/report/table.ts";
import type { CellChoice, PaneDocument } from "./model.ts";

/** A finding with a name that stays the same while the pane shows it. */
export interface KeyedFinding {
  readonly key: string;
  readonly finding: Finding;
}

const checked = new WeakMap<Report, readonly Finding[]>();

/** Findings of the checks, of the running text's numbers too, worked out once for each state of a report. */
export function checksOf({ report, prose }: Pick<PaneDocument, "report" | "prose">): readonly Finding[] {
  const known = checked.get(report);
  if (known) return known;
  const found = checkReport(report, prose);
  checked.set(report, found);
  return found;
}

/** What reading said that still holds after the user's edits. */
export function standingFindings({ report, readFindings }: PaneDocument): readonly Finding[] {
  return readFindings.filter(({ code }) => !(code === "unit-unknown" && report.unit !== "") && !(code === "year-unknown" && report.year !== null));
}

export const findingsOf = (document: PaneDocument): readonly Finding[] => [...standingFindings(document), ...checksOf(document)];

/** Every finding of a document, most serious first. */
export function keyFindings(findings: readonly Finding[]): readonly KeyedFinding[] {
  const seen = new Map<string, number>();
  const keyed = findings.map((finding) => {
    const { at, code, words } = finding;
    const place = isTableRef(at) ? `${at.table}/${at.row ?? ""}/${at.column ?? ""}` : at.part;
    const name = `${code}|${place}|${words?.raw ?? ""}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { key: `${name}|${count}`, finding };
  });
  const order = sortFindings(findings);
  return [...keyed].sort((a, b) => order.indexOf(a.finding) - order.indexOf(b.finding));
}

export function countLevels(findings: readonly Finding[]): Readonly<Record<FindingLevel, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) counts[levelOf(finding)] += 1;
  return counts;
}

/** The cell a finding is about: its own, or the one its equation is reported at. */
export function cellOfFinding(finding: Finding): CellChoice | null {
  const { at, terms } = finding;
  if (!isTableRef(at)) return null;
  if (at.row && at.column) return { table: at.table, cell: cellId(at.row, at.column) };
  const term = terms?.right[0] ?? terms?.left[terms.left.length - 1];
  return term ? { table: at.table, cell: term } : null;
}

/** Where in the source a finding stands: its own place, or that of its cell or of any of its terms. */
export function originOfFinding(report: Report, finding: Finding): Origin | undefined {
  if (finding.origin) return finding.origin;
  const { at } = finding;
  if (!isTableRef(at)) return undefined;
  const table = report.tables.find((one) => one.table === at.table);
  if (!table) return undefined;
  const own = cellOfFinding(finding);
  const ids = [...(own ? [own.cell] : []), ...(finding.terms?.right ?? []), ...(finding.terms?.left ?? [])];
  const cells = ids.map((id) => cellOf(table, id));
  return cells.find((cell) => cell.origin)?.origin ?? (at.row ? Object.entries(table.cells).find(([id, cell]) => id.startsWith(`${at.row}/`) && cell.origin)?.[1].origin : undefined);
}
