import type { EditionId } from "../form/definition.ts";
import { editionOfYear, findForm } from "../form/forms.ts";
import type { Form } from "../form/compile.ts";
import { isPrinted, type Segment } from "./segments.ts";
import type { FoundRows } from "./tables.ts";

const CANDIDATES: readonly EditionId[] = ["2019", "2021"];

/** What a row says of its table's edition: the only one that has it, and of how many columns it is in each where these differ. */
interface TellingRow {
  readonly only?: EditionId;
  readonly columns?: readonly (readonly [EditionId, number])[];
}

const tellingRows = new Map<FoundRows["table"], ReadonlyMap<string, TellingRow>>();

/** Rows of a table that tell editions apart, worked out once. */
function tellingRowsOf(table: FoundRows["table"]): ReadonlyMap<string, TellingRow> {
  const known = tellingRows.get(table);
  if (known) return known;
  const formsOf = CANDIDATES.map((edition) => findForm(table, edition)).filter((form) => form !== undefined);
  const rows = new Map<string, TellingRow>();
  for (const { id } of formsOf.flatMap((form) => form.rows)) {
    const columns = formsOf.flatMap((form) => (form.row(id) ? [[form.edition, form.row(id)!.band.columns.length] as const] : []));
    if (columns.length === 1) rows.set(id, { only: columns[0]![0] });
    else if (columns.some(([, count]) => count !== columns[0]![1])) rows.set(id, { columns });
  }
  tellingRows.set(table, rows);
  return rows;
}

/**
 * The edition of a table by what it prints: rows and column headings that only one edition has, then the number of
 * values a row prints, then (an empty form) the year's own.
 */
export function editionOf(found: FoundRows, segments: readonly Segment[], year: number | null): Form {
  const weights = new Map<EditionId, number>(CANDIDATES.map((edition) => [edition, 0]));
  const add = (edition: EditionId, weight: number) => weights.set(edition, (weights.get(edition) ?? 0) + weight);
  const rows = tellingRowsOf(found.table);
  for (const { row, valued, segment } of found.chain) {
    const telling = rows.get(row.id);
    if (telling?.only) add(telling.only, valued ? 3 : 1);
    if (!valued || !telling?.columns) continue;
    const printed = segment.slots.filter(isPrinted).length;
    const fitting = telling.columns.filter(([, count]) => count === printed);
    if (fitting.length === 1) add(fitting[0]![0], 1);
  }
  for (let at = found.from; at <= found.to; at++) {
    for (const hit of segments[at]!.hits) {
      const { telling } = hit.phrase;
      if (telling?.table === found.table) add(telling.edition, 2);
    }
  }
  const best = Math.max(...weights.values());
  const leading = CANDIDATES.filter((edition) => weights.get(edition) === best);
  const own = year === null ? undefined : editionOfYear(year);
  const edition = leading.length === 1 ? leading[0]! : own && leading.includes(own) ? own : "2021";
  return findForm(found.table, edition)!;
}
