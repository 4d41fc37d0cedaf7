import type { EditionId } from "../form/definition.ts";
import { editionOfYear, findForm } from "../form/forms.ts";
import type { Form } from "../form/compile.ts";
import { isPrinted, type Segment } from "./segments.ts";
import type { FoundRows } from "./tables.ts";

const CANDIDATES: readonly EditionId[] = ["2019", "2021"];

/**
 * The edition of a table by what it prints: rows and column headings that only one edition has, then the number of
 * values a row prints, then (an empty form) the year's own.
 */
export function editionOf(found: FoundRows, segments: readonly Segment[], year: number | null): Form {
  const weights = new Map<EditionId, number>(CANDIDATES.map((edition) => [edition, 0]));
  const add = (edition: EditionId, weight: number) => weights.set(edition, (weights.get(edition) ?? 0) + weight);
  const formsOf = CANDIDATES.map((edition) => findForm(found.table, edition)).filter((form) => form !== undefined);
  for (const candidate of found.chain) {
    const { id } = candidate.row;
    const having = formsOf.filter((form) => form.row(id));
    if (having.length === 1) add(having[0]!.edition, candidate.valued ? 3 : 1);
    // Rows that have as many columns in every edition tell none.
    const differ = having.length > 1 && having.some((form) => form.row(id)!.band.columns.length !== having[0]!.row(id)!.band.columns.length);
    if (!candidate.valued || !differ) continue;
    const printed = candidate.segment.slots.filter(isPrinted).length;
    const fitting = having.filter((form) => form.row(id)!.band.columns.length === printed);
    if (fitting.length === 1) add(fitting[0]!.edition, 1);
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
