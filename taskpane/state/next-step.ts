import type { Texts } from "../texts/texts.ts";
import { currentDocument } from "./documents.ts";
import { countLevels } from "./findings.ts";
import { partedFindings } from "./remarks-reducer.ts";
import { knownCity } from "./city.ts";
import type { PaneDocument, PaneState } from "./model.ts";

/** Documents that the workbook does not hold as they are now. */
export const unwritten = (documents: readonly PaneDocument[]): readonly PaneDocument[] => documents.filter(({ report, written }) => written !== report);

/** What to do about the collection, while it is looked at. */
function nextInRoster(state: PaneState, { home }: Texts): string | undefined {
  const { review } = state;
  if (state.place !== "roster") return undefined;
  if ((knownCity(state).roster ?? []).length === 0) return home.openRoster;
  if (!review || review.units.length === 0) return undefined;
  if (review.unknown.length > 0) return home.answer(review.unknown.length);
  const { missing, faulty } = review.counts;
  return missing + faulty > 0 ? home.handIns(missing, faulty) : home.allIn;
}

/** What to do next, in one sentence, from what is there. */
export function nextStep(state: PaneState, texts: Texts): string {
  const { work, held, place } = state;
  const { home } = texts;
  const inRoster = nextInRoster(state, texts);
  if (inRoster !== undefined) return inRoster;
  if (work.consolidation) return home.done;
  const open = unwritten(work.documents);
  if (work.input.text.trim() !== "" && place === "intake") return home.readSource;
  if (open.length > 0) {
    const errors = open.reduce((sum, document) => sum + countLevels(partedFindings(state, document).open).error, 0);
    return errors > 0 ? home.fixErrors(errors) : home.write;
  }
  const units = Math.max(held.length, work.documents.length);
  if (units > 1) return home.consolidate(units);
  return units === 1 ? home.more : home.read;
}

/** Unit and year of the report at hand. */
export function atHand(state: PaneState, texts: Texts): { unit: string; year: string } | null {
  const report = currentDocument(state.work)?.report;
  if (!report) return null;
  return { unit: report.unit || texts.home.noUnit, year: report.year === null ? texts.home.noYear : texts.home.year(report.year) };
}
