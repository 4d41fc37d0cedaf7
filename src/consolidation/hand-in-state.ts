import type { Language } from "../finding/catalogue.ts";

/** 不需报 未报 已报 有误 退回 已核. 退回 and 已核 are a person's word, and stay until that person takes them back. */
export type HandInState = "not-required" | "missing" | "handed-in" | "faulty" | "returned" | "verified";

export const handInLabels: Readonly<Record<HandInState, Readonly<Record<Language, string>>>> = {
  "not-required": { "zh-CN": "不需报", "en-US": "Not required" },
  missing: { "zh-CN": "未报", "en-US": "Not handed in" },
  "handed-in": { "zh-CN": "已报", "en-US": "Handed in" },
  faulty: { "zh-CN": "有误", "en-US": "With errors" },
  returned: { "zh-CN": "退回", "en-US": "Returned" },
  verified: { "zh-CN": "已核", "en-US": "Verified" },
};

/** States that only a person can give. */
export const givenStates: readonly HandInState[] = ["not-required", "returned", "verified"];

/** A state by its label in any language. */
export const findState = (label: string): HandInState | undefined => (Object.keys(handInLabels) as HandInState[]).find((state) => state === label || Object.values(handInLabels[state]).includes(label.trim()));
