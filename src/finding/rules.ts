import type { Language } from "./catalogue.ts";

/** Short names of the balance rules, for sentences that refer to several of them. Ids are FORMATS.md's. */
const names: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  flow: { "zh-CN": "一＋二＝（七）＋四", "en-US": "一 + 二 = (七) + 四" },
  "outcome-total": { "zh-CN": "办理结果各项之和＝（七）总计", "en-US": "outcomes = (七)总计" },
  "applicant-total": { "zh-CN": "六类申请人之和＝总计", "en-US": "six kinds of applicants = 总计" },
  "review-total": { "zh-CN": "维持＋纠正＋其他＋尚未审结＝总计", "en-US": "维持 + 纠正 + 其他 + 尚未审结 = 总计" },
};

export const ruleName = (id: string, language: Language = "zh-CN"): string => names[id]?.[language] ?? id;
