import type { Language } from "../finding/catalogue.ts";
import type { Finding } from "../finding/model.ts";
import { levelOf, sayAdvice, sayFinding, sayPlace, sortFindings } from "../finding/say.ts";
import type { Report } from "../report/model.ts";
import { unitKindLabels } from "../report/status.ts";
import { countHandIns, type HandIn } from "./hand-in.ts";

/** Findings in one note; more are counted, nobody reads a hundred in a chat. */
const MOST = 20;

/**
 * A 退回 note for one unit, ready to paste into a chat: what is wrong, where, and what to do; errors first, 说明 left
 * out. Empty where there is nothing to return the report for.
 */
export function sayReturnNote(report: Pick<Report, "unit" | "year">, findings: readonly Finding[], language: Language = "zh-CN"): string {
  const serious = sortFindings(findings.filter((finding) => levelOf(finding) !== "info"));
  if (serious.length === 0) return "";
  const isChinese = language === "zh-CN";
  const year = report.year === null ? "" : String(report.year);
  const head = isChinese
    ? `${report.unit}：你单位报送的${year && `${year}年度`}政府信息公开工作年度报告有${serious.length}处需要核实，请更正后重新报送。`
    : `${report.unit}: your ${year} disclosure report has ${serious.length} points to clear up. Please correct them and hand it in again.`;
  const lines = serious.slice(0, MOST).map((finding, index) => {
    const place = sayPlace(finding, language);
    const advice = sayAdvice(finding, language);
    return `${index + 1}. ${place && `${place}${isChinese ? "：" : ": "}`}${sayFinding(finding, language)}${isChinese ? "。" : ". "}${advice}`;
  });
  const more = serious.length > MOST ? [isChinese ? `另有${serious.length - MOST}处，见核对清单。` : `And ${serious.length - MOST} more, see the list of findings.`] : [];
  return [head, ...lines, ...more].join("\n");
}

/** The 催报 list with its counts: who has not handed in, by kind, with their contacts. */
export function sayReminder(city: { readonly unit: string; readonly year: number }, handIns: readonly HandIn[], language: Language = "zh-CN"): string {
  const counts = countHandIns(handIns);
  const isChinese = language === "zh-CN";
  const come = counts.expected - counts.missing;
  const head = isChinese
    ? `${city.unit}${city.year}年度年报：应报${counts.expected}个单位，已报${come}个（有误${counts.faulty}个、退回${counts.returned}个、已核${counts.verified}个），未报${counts.missing}个。`
    : `${city.unit} ${city.year}: of ${counts.expected} units ${come} have handed in (${counts.faulty} with errors, ${counts.returned} returned, ${counts.verified} verified), ${counts.missing} have not.`;
  const missing = handIns.filter((one) => one.state === "missing");
  const kinds = [...new Set(missing.map((one) => one.kind))];
  const lines = kinds.map((kind) => {
    const units = missing.filter((one) => one.kind === kind);
    const label = kind ? unitKindLabels[kind] : isChinese ? "其他" : "Others";
    const names = units.map((one) => (one.contact ? (isChinese ? `${one.unit}（${one.contact}）` : `${one.unit} (${one.contact})`) : one.unit));
    return isChinese ? `未报·${label}${units.length}个：${names.join("、")}` : `Missing, ${label} ${units.length}: ${names.join(", ")}`;
  });
  return [head, ...lines].join("\n");
}
