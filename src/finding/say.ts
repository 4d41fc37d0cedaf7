import type { FindingLevel } from "../form/definition.ts";
import { formOf } from "../form/forms.ts";
import { toOfficialWidth } from "../form/width.ts";
import { catalogue, levelLabels, levelOrder, type FindingKind, type Language } from "./catalogue.ts";
import { sayFileProblem } from "./file-problems.ts";
import { isTableRef, type Finding } from "./model.ts";
import { ruleName } from "./rules.ts";
import { saySlip } from "./slips.ts";

export const levelOf = (finding: Finding): FindingLevel => finding.level ?? catalogue[finding.code].level;

export const sayLevel = (finding: Finding, language: Language = "zh-CN") => levelLabels[levelOf(finding)][language];

const fill = (text: string, words: Readonly<Record<string, string>> = {}) => text.replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? "");

/** Where: 表, 行 and 列 with their official half-width labels, empty where the finding names none. */
export function placeOf(finding: Finding): { table: string; row: string; column: string } {
  const { at } = finding;
  if (!isTableRef(at)) return { table: "", row: "", column: "" };
  const form = formOf(at);
  const row = at.row ? form.row(at.row) : undefined;
  const columns = row?.band.columns ?? form.definition.bands.flatMap((band) => band.columns);
  return { table: form.number, row: row?.path ?? "", column: columns.find((column) => column.id === at.column)?.label ?? "" };
}

/** The place in one phrase for people: `表三 · 自然人 · （七）总计`. */
export function sayPlace(finding: Finding, language: Language = "zh-CN"): string {
  const place = placeOf(finding);
  const table = place.table && (language === "zh-CN" ? (place.table.length === 1 ? `表${place.table}` : place.table) : `Table ${place.table}`);
  const prose = !isTableRef(finding.at) && finding.at.part === "prose" ? (language === "zh-CN" ? "正文" : "Prose") : "";
  return [table, place.row.split("/").pop(), place.column, prose].filter(Boolean).map((part) => toOfficialWidth(part!)).join(" · ");
}

/** The finding's words as this language says them: `rules` carries rule ids, `problem` why a file cannot be read. */
export function wordsOf({ words }: Finding, language: Language): Finding["words"] {
  const problem = words?.problem === undefined ? undefined : sayFileProblem(words.problem, language, words.detail);
  if (problem) return { ...words, ...problem };
  const slip = words?.kind === undefined ? undefined : saySlip(words, language);
  if (slip) return { ...words, slip };
  if (words?.rules === undefined) return words;
  return { ...words, rules: words.rules.split(",").map((id) => ruleName(id, language)).join(language === "zh-CN" ? "、" : ", ") };
}

/** What is wrong and why, one sentence. A finding about prose begins with 正文. */
export function sayFinding(finding: Finding, language: Language = "zh-CN"): string {
  const text = fill(catalogue[finding.code].text[language], wordsOf(finding, language));
  const prose = !isTableRef(finding.at) && finding.at.part === "prose" && language === "zh-CN" && !text.includes("正文");
  return prose ? `正文：${text}` : text;
}

/** What to do about it. */
export const sayAdvice = (finding: Finding, language: Language = "zh-CN") => fill((catalogue[finding.code] as FindingKind).advice[language], wordsOf(finding, language));

/** Most serious first; otherwise the order given. */
export function sortFindings<F extends Finding>(findings: readonly F[]): F[] {
  return [...findings].sort((a, b) => levelOrder.indexOf(levelOf(a)) - levelOrder.indexOf(levelOf(b)));
}
