import type { Entry } from "./entry.ts";
import type { StoredReport } from "./metadata.ts";
import { keepComparable } from "./pack-prose.ts";
import { keepLines } from "./printed-lines.ts";
import { isRemarkable } from "./provenance.ts";

/**
 * What the metadata keeps of an entry: everything that its sheets are planned from. With `remarkableOnly` (very many
 * units) only what 来源 then shows, and what can be compared.
 */
export function storeEntry({ id, sheetName, report, findings, counted, prose, sentenceOf }: Entry, remarkableOnly = false): StoredReport {
  const lines = keepLines({ report, sentenceOf }, remarkableOnly ? isRemarkable : undefined);
  return { id, sheet: sheetName, report, findings, counted, ...(prose && { prose: remarkableOnly ? keepComparable(prose) : prose }), ...(lines && { lines }) };
}
