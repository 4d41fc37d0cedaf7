import { levelOrder, levelLabels } from "../finding/catalogue.ts";
import { isTableRef, type Finding } from "../finding/model.ts";
import { levelOf, sayAdvice, sayFinding, sayLevel, sayPlace, sortFindings } from "../finding/say.ts";
import { formatOrigin, type Report } from "../report/model.ts";
import { cellOf } from "../report/table.ts";
import type { CheckedReport, ReadReports } from "./read-reports.ts";

const MOST_PLACES = 6;

/** `3 个错误，1 个提示`, or `没有发现问题`. */
export function sayCounts(findings: readonly Finding[]): string {
  const counts = levelOrder.map((level) => [findings.filter((finding) => levelOf(finding) === level).length, levelLabels[level]["zh-CN"]] as const);
  return counts.filter(([count]) => count > 0).map(([count, label]) => `${count} 个${label}`).join("，") || "没有发现问题";
}

/** `示例市教育局 2020 年度（教育局.txt）`, with what is unknown said so. */
export function sayReport(report: Report): string {
  const name = `${report.unit || "单位不明"} ${report.year === null ? "年度不明" : `${report.year} 年度`}`;
  return report.file ? `${name}（${report.file}）` : name;
}

/** 出处: the finding's own place, else the places of every figure it compares, each once. */
export function placesInSource(finding: Finding, report?: Report): string[] {
  const own = formatOrigin(finding.origin);
  if (own) return [own];
  const { at, terms } = finding;
  if (!isTableRef(at)) return [];
  const table = report?.tables.find((one) => one.table === at.table && one.edition === at.edition);
  if (!table) return [];
  const ids = terms ? [...terms.left, ...terms.right] : at.row && at.column ? [`${at.row}/${at.column}`] : [];
  return [...new Set(ids.map((id) => formatOrigin(cellOf(table, id).origin)).filter(Boolean))];
}

function sayFindingLines(finding: Finding, report?: Report): string[] {
  const places = placesInSource(finding, report);
  const more = places.length > MOST_PLACES ? ` 等 ${places.length} 处` : "";
  const head = [sayPlace(finding), sayFinding(finding)].filter(Boolean).join("：");
  const source = places.length > 0 ? `出处 ${places.slice(0, MOST_PLACES).join("、")}${more}` : "";
  const below = [source, sayAdvice(finding)].filter(Boolean).join("；");
  return [`  [${sayLevel(finding)}] ${head}`, ...(below ? [`         ${below}`] : [])];
}

/** A title with its counts, and below it each finding with place, sentence, source and advice. */
export function sayGroup(title: string, findings: readonly Finding[], report?: Report): string {
  return [`${title}：${sayCounts(findings)}`, ...sortFindings(findings).flatMap((finding) => sayFindingLines(finding, report))].join("\n");
}

const gravity = (findings: readonly Finding[]) => Math.min(levelOrder.length, ...findings.map((finding) => levelOrder.indexOf(levelOf(finding))));

/** Findings about files, one group a file. */
export function sayFileFindings(findings: readonly Finding[]): string[] {
  const files = [...new Set(findings.map((finding) => finding.file ?? ""))];
  return files.map((file) => sayGroup(file || "全部", findings.filter((finding) => (finding.file ?? "") === file)));
}

/**
 * All findings for people: files first, then report by report, those with errors before those with warnings; reports
 * without any are named on one line at the end.
 */
export function sayReports({ reports, findings }: ReadReports): string[] {
  const troubled = reports.filter((one) => one.findings.length > 0).sort((a: CheckedReport, b: CheckedReport) => gravity(a.findings) - gravity(b.findings));
  const clean = reports.filter((one) => one.findings.length === 0).map((one) => sayReport(one.report));
  const groups = [...sayFileFindings(findings), ...troubled.map((one) => sayGroup(sayReport(one.report), one.findings, one.report))];
  return clean.length > 0 ? [...groups, `没有发现问题的报告 ${clean.length} 份：${clean.join("、")}`] : groups;
}
