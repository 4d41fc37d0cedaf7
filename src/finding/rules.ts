import type { Language } from "./catalogue.ts";

/** Short names of the balance rules, for sentences that refer to several of them. Ids are FORMATS.md's. */
const names: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  flow: { "zh-CN": "一＋二＝（七）＋四", "en-US": "一 + 二 = (七) + 四" },
  "outcome-total": { "zh-CN": "办理结果各项之和＝（七）总计", "en-US": "outcomes = (七)总计" },
  "applicant-total": { "zh-CN": "六类申请人之和＝总计", "en-US": "six kinds of applicants = 总计" },
  "received-total": { "zh-CN": "各渠道之和＝收到申请数", "en-US": "channels = 收到申请数" },
  "closed-total": { "zh-CN": "按时＋延期＝申请办结数", "en-US": "in time + late = 申请办结数" },
  "answered-total": { "zh-CN": "八类答复之和＝申请答复数", "en-US": "eight kinds of answers = 申请答复数" },
  "staff-total": { "zh-CN": "专职＋兼职＝工作人员数", "en-US": "full-time + part-time = 工作人员数" },
  "review-total": { "zh-CN": "维持＋纠正＋其他＋尚未审结＝总计", "en-US": "维持 + 纠正 + 其他 + 尚未审结 = 总计" },
};

export const ruleName = (id: string, language: Language = "zh-CN"): string => names[id]?.[language] ?? id;
