import type { WorkbookPlan } from "../sheet/plan.ts";
import { sealPlan } from "./excel/seal.ts";
import { writeWorkbook } from "./hucre.ts";

/**
 * An .xlsx file of a plan: the same plan gives the same bytes.
 *
 * Cached results stand beside every formula, so readers that do not calculate see the figures too. Excel and WPS
 * recalculate on opening. The file remembers what was written, so that the add-in in Excel knows its sheets.
 */
export const writeXlsx = (plan: WorkbookPlan): Promise<Uint8Array> => writeWorkbook(sealPlan(plan));
