import type { Finding } from "../finding/model.ts";
import { titleOf } from "../reading/identity.ts";
import type { ReadReport } from "../reading/read.ts";
import { normalise } from "../source/characters.ts";

const GENERIC = /^(?:sheet\d*|工作表\d*|表[一二三四五六\d]*|附件.*|封面|目录|说明|汇总.*|合计|.*(?:申请|公开|复议|诉讼|主动|情况|统计).*)$/i;
const UNIT_END = /(?:局|委|办|厅|院|所|站|处|室|政府|委员会|街道|镇|乡|中心|区|县|市|旗|公司|集团|学校|大学|医院|银行)$/;

/** Unit and year as the name of a file or sheet says them; empty and null where it does not. */
export function identityInName(name: string): { readonly unit: string; readonly year: number | null } {
  const base = normalise(name).replace(/^.*\//, "").replace(/\.[^.]{1,5}$/, "").replace(/^(?:附件)?[\d一二三四五六七八九十]{0,3}[.、:_\s-]+/, "").replace(/[\s_]/g, "");
  const title = titleOf([{ text: base, line: 0, prose: false, origin: { kind: "line", line: 1, start: 0, end: 0 }, mayBe: (print) => print.test(base) }], 0);
  const year = title?.year ?? Number(/20[12]\d(?=年|$|\D)/.exec(base)?.[0] ?? 0);
  const bare = base.replace(/(?:20\d{2}年?度?)|\(.*\)|(?:年度报告|年报|报告|公开年报)$/g, "");
  const unit = title?.unit || (UNIT_END.test(bare) && !GENERIC.test(bare) && bare.length <= 30 ? bare : "");
  return { unit, year: year || null };
}

/**
 * Reports without a unit or year take it from the name of their file or sheet, where they are the only one in it; a
 * finding says so in place of `unit-unknown` or `year-unknown`.
 */
export function nameFromFile<R extends Pick<ReadReport, "report" | "findings">>(reports: readonly R[], name: string): R[] {
  const [only] = reports;
  if (!only || reports.length > 1 || (only.report.unit !== "" && only.report.year !== null)) return [...reports];
  const named = identityInName(name);
  const unit = only.report.unit || named.unit;
  const year = only.report.year ?? named.year;
  const told: Finding[] = [];
  if (unit !== only.report.unit) told.push({ code: "unit-from-name", at: { part: "report" }, words: { unit } });
  if (year !== only.report.year) told.push({ code: "year-from-name", at: { part: "report" }, words: { year: String(year) } });
  const findings = only.findings.filter(({ code }) => !(code === "unit-unknown" && unit !== "") && !(code === "year-unknown" && year !== null));
  return [{ ...only, report: { ...only.report, unit, year }, findings: [...told, ...findings].map((finding) => ({ ...finding, unit, year, file: only.report.file })) }];
}
