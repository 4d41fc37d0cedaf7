import { hasRemarks, mergeAccepted } from "../state/remarks.ts";
import type { Work } from "../state/model.ts";
import type { CityRequest, HeldReports } from "../worker/jobs.ts";
import type { Desk } from "./desk.ts";

/** Findings that may stand in what is planned: the workbook's, and what the person said since. */
export const acceptedFor = (held: HeldReports | null, own: CityRequest["own"], { remarks }: Work) => mergeAccepted([...(held?.accepted ?? []), ...(own?.accepted ?? [])], remarks.accepted);

/** What a plan of the city takes from the person's remarks, over what they settled otherwise. */
export function remarksFor(held: HeldReports | null, own: CityRequest["own"], work: Work, settled?: CityRequest["settled"]): Pick<CityRequest, "settled" | "footnotes"> {
  const { footnotes } = work.remarks;
  return { settled: { ...settled, accepted: acceptedFor(held, own, work) }, ...(footnotes && { footnotes: footnotes.own ? footnotes.texts.map((text) => text.trim()).filter(Boolean) : null }) };
}

/** Whether there is anything that the workbook does not have yet besides reports. */
export const remarksPending = ({ remarks }: Work): boolean => hasRemarks(remarks);

/** Puts the footnotes back to those that the source policy gives; they are worked out from the workbook as it stands. */
export async function resetFootnotes(desk: Desk): Promise<boolean> {
  const host = desk.host();
  const opened = host && (await desk.engine.run("openTrace", await host.readGrid()));
  if (!opened?.city) return false;
  desk.dispatch({ type: "footnotes", footnotes: { texts: opened.city.footnotes.generated, own: false } });
  return true;
}
