import type { Report } from "../report/model.ts";
import { gatherMembers, type GivenReport } from "./gather-members.ts";

/**
 * The reports of the year before out of what was read: a consolidated workbook gives the city's own report first, then
 * its units'. A report that did not count there is left out.
 */
export function previousReports(read: readonly GivenReport[]): readonly Report[] {
  // The city's own report is that of a workbook taken as one unit of a level above.
  const whole = gatherMembers(read.filter((one) => one.workbook), "", 0).reports.map((one) => one.report);
  return [...whole, ...read.filter((one) => one.stored?.counted !== false).map((one) => one.report)];
}
