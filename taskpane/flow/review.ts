import { isAbort, type Desk } from "./desk.ts";
import { mergeHandIns, typedCity } from "./merge-reports.ts";

/** Looks at how the collection stands, in the worker. A later call makes an earlier one's answer worthless: `isStale` says so. */
export async function reviewHandIns(desk: Desk, isStale: () => boolean): Promise<void> {
  const { work, held, heldWorkbook, language } = desk.getState();
  const { members } = mergeHandIns(held, work, heldWorkbook);
  const year = Number(work.city.year);
  // A name that no unit has: until the city is named, nobody is it.
  const city = typedCity(work) ?? { unit: work.city.unit.trim() || "?", year: Number.isInteger(year) ? year : 0 };
  const lean = members.map(({ text: _, ...member }) => member);
  try {
    const review = await desk.engine.run("reviewCity", { members: lean, city, own: heldWorkbook ?? undefined, settled: work.settled, language });
    if (!isStale()) desk.dispatch({ type: "reviewed", review });
  } catch (error) {
    // The worker ends with whatever the user cancels; then it is asked again.
    if (!isAbort(error)) throw error;
    if (!isStale()) await reviewHandIns(desk, isStale);
  }
}
