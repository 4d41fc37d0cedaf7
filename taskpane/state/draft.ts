import { emptyWork, type Work } from "./model.ts";

const SCHEMA = "gov-disclosure-report/draft-1";

/** What a draft keeps: the reports and their sources. What the workbook holds is the workbook's. */
export const toDraft = (work: Work): string => JSON.stringify({ schema: SCHEMA, work: { ...work, input: { text: work.input.text }, documents: work.documents.map((document) => ({ ...document, written: null })), consolidation: null } });

/** The work of a draft; null for anything else, an older schema included. */
export function fromDraft(draft: string): Work | null {
  try {
    const parsed = JSON.parse(draft) as { schema?: unknown; work?: Partial<Work> };
    if (parsed.schema !== SCHEMA || !Array.isArray(parsed.work?.documents)) return null;
    return { ...emptyWork, ...parsed.work };
  } catch {
    return null;
  }
}
