import type { WorkbookPlan } from "../sheet/plan.ts";
import { writeWorkbook } from "./hucre.ts";

/**
 * An .xlsx file of a plan: the same plan gives the same bytes.
 *
 * Cached results stand beside every formula, so readers that do not calculate see the figures too. Excel and WPS
 * recalculate on opening.
 */
export const writeXlsx = (plan: WorkbookPlan): Promise<Uint8Array> => writeWorkbook(plan);
