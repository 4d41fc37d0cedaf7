import { sayAcceptance, type Acceptance } from "../finding/acceptance.ts";
import type { GridSheet } from "../source/xlsx.ts";
import { CHECK_LIST_COLUMNS } from "./checks-sheet.ts";
import type { WorkbookMetadata } from "./metadata.ts";
import { say } from "./texts.ts";

/**
 * Reasons that stand in 校验 now, by the number of their finding. One that was stored keeps its who and when unless its
 * text was changed; one whose cell was cleared is taken back.
 */
export function readAcceptances(sheets: readonly GridSheet[], metadata: WorkbookMetadata): readonly Acceptance[] {
  const { key, reason } = CHECK_LIST_COLUMNS;
  const isHeading = (row: GridSheet["rows"][number]) => row[key]?.value === say("findingNumber", metadata.language) && row[reason]?.value === say("acceptedWhy", metadata.language);
  const sheet = sheets.find(({ rows }) => rows.some(isHeading));
  if (!sheet) return metadata.accepted ?? [];
  const stored = new Map((metadata.accepted ?? []).map((one) => [one.key, one]));
  return sheet.rows.slice(sheet.rows.findIndex(isHeading) + 1).flatMap((row): Acceptance[] => {
    const [own, why] = [row[key], row[reason]].map((cell) => String(cell?.value ?? "").trim()) as [string, string];
    if (own === "" || why === "") return [];
    const known = stored.get(own);
    return [known && sayAcceptance(known) === why ? known : { key: own, why, unit: String(row[CHECK_LIST_COLUMNS.unit]?.value ?? "") }];
  });
}
