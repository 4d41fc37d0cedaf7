import type { BandDefinition } from "../../../src/form/definition.ts";
import { toRadicals, toTraditional, toWideForms } from "./characters.ts";

export type WordingId = "official" | "articles-worded" | "truncated" | "annotated" | "abbreviated" | "drifted" | "traditional" | "radicals" | "wide-forms" | "amount-in-cell";

/** What a label stands for. `text` is the official wording, half-width, with its item number. */
export interface Label {
  readonly kind: "band" | "stub" | "column" | "row" | "heading" | "corner" | "section";
  readonly id: string;
  readonly text: string;
  readonly aliases: readonly string[];
  readonly band?: BandDefinition;
}

export interface Wording {
  readonly id: WordingId;
  readonly description: string;
  /** Changes the wording; runs before brackets get their width. */
  word(label: Label): string;
  /** Changes code points; runs last. */
  spell?(text: string): string;
}

const truncated: Readonly<Record<string, string>> = {
  "newly-made": "本年新", "newly-disclosed": "本年新", "in-force": "现行有效件",
  corrected: "结果", "other-result": "其他", pending: "尚未", "items-change": "本年增/",
};
const annotated: Readonly<Record<string, string>> = {
  rules: "规章(县级无此项)", licensing: "行政许可(含公共服务)", coercion: "行政强制(不含执行)", procurement: "政府集中采购(含分散采购)",
  "newly-received": "一、本年新收政府信息公开申请数量(件)", "carried-in": "二、上年结转政府信息公开申请数量(件)", "natural-persons": "自然人(公民)",
};
const drifted: Readonly<Record<string, string>> = {
  "items-change": "本年增减", "items-before": "上年项目数量", "disclosed-total": "对外公开总数", "not-handled-massive": "4.大量反复申请",
  "outcome-total": "(七)总计", "carried-out": "四、结转下年度", "refused-forbidden-by-law": "2.其他法律、行政法规禁止公开",
  "refused-security-and-stability": "3.危及\"三安全一稳定\"", litigation: "行政诉讼",
};
const number = (text: string) => /^(?:\(.\)|[一二三四]、|\d\.)/.exec(text)?.[0] ?? "";

const plain = (label: Label) => label.text;
const byId = (words: Readonly<Record<string, string>>) => (label: Label) =>
  (label.kind === "column" || label.kind === "row" || label.kind === "heading" ? words[label.id] : undefined) ?? label.text;

export const wordings: readonly Wording[] = [
  { id: "official", description: "as the notices print it", word: plain },
  { id: "articles-worded", description: "articles of table 二 as wording, no number", word: (label) => (label.kind === "band" && label.aliases[0]) || label.text },
  { id: "truncated", description: "headers cut: 本年新 | 本年新, 结果 | 其他 | 尚未, 现行有效件", word: byId(truncated) },
  { id: "annotated", description: "规章(县级无此项)", word: byId(annotated) },
  {
    id: "abbreviated",
    description: "row labels shortened: 一、本年新收, 4.大量反复申请",
    word: (label) => (label.kind === "row" && label.aliases[0] && label.id !== "normative-documents" && label.id !== "outcome-total" ? number(label.text) + label.aliases[0] : label.text),
  },
  { id: "drifted", description: "small changes of wording: 本年增减, 四、结转下年度", word: byId(drifted) },
  { id: "traditional", description: "traditional characters", word: plain, spell: toTraditional },
  { id: "radicals", description: "Kangxi radical code points, as PDFs copy them", word: plain, spell: toRadicals },
  { id: "wide-forms", description: "full-width digits and full stops in labels", word: plain, spell: toWideForms },
  {
    id: "amount-in-cell",
    description: "采购总金额 without 万元 in the header (the cell says it)",
    word: (label) => (label.id === "purchase-amount" ? "采购总金额" : label.text),
  },
];

export function wordingOf(id: WordingId): Wording {
  const wording = wordings.find((entry) => entry.id === id);
  if (!wording) throw new Error(`no wording ${id}`);
  return wording;
}
