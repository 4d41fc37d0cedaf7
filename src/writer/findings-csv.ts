import type { Finding } from "../finding/model.ts";
import { placeOf, sayAdvice, sayFinding, sayLevel, sortFindings } from "../finding/say.ts";
import { writeCsv } from "./csv.ts";

export const findingColumns = ["文件", "单位", "年度", "级别", "代码", "表", "行", "列", "应为", "实为", "说明"] as const;

function findingLine(finding: Finding): string[] {
  const place = placeOf(finding);
  return [
    finding.file ?? "",
    finding.unit ?? "",
    finding.year == null ? "" : String(finding.year),
    sayLevel(finding),
    finding.code,
    place.table,
    place.row,
    place.column,
    finding.expected ?? "",
    finding.received ?? "",
    [sayFinding(finding), sayAdvice(finding)].filter(Boolean).join("。"),
  ];
}

/** One line a finding, most serious first; 说明 is the sentence and what to do about it. */
export function writeFindingsCsv(findings: readonly Finding[]): string {
  return writeCsv([findingColumns, ...sortFindings(findings).map(findingLine)]);
}
