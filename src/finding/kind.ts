import type { FindingLevel } from "../form/definition.ts";

export type Language = "zh-CN" | "en-US";

/** One kind of finding: its level and, in each language, what it says and what to do. `{word}` is replaced. */
export interface FindingKind {
  readonly level: FindingLevel;
  readonly text: Readonly<Record<Language, string>>;
  readonly advice: Readonly<Record<Language, string>>;
}

export const kind = (level: FindingLevel, zh: string, en: string, adviceZh: string, adviceEn: string): FindingKind => ({
  level,
  text: { "zh-CN": zh, "en-US": en },
  advice: { "zh-CN": adviceZh, "en-US": adviceEn },
});
