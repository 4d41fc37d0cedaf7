import type { Language } from "./catalogue.ts";

/** Kinds of likely slips of the pen that would explain broken rules. */
export type SlipKind = "digits-swapped" | "would-fit" | "neighbours-swapped" | "row-shifted";

const texts: Readonly<Record<SlipKind, Readonly<Record<Language, string>>>> = {
  "digits-swapped": { "zh-CN": "{printed}可能应为{fitting}（数字颠倒）", "en-US": "{printed} may be {fitting} with two digits swapped" },
  "would-fit": { "zh-CN": "{printed}若为{fitting}，有关各式均相符", "en-US": "with {fitting} instead of {printed} all its rules would hold" },
  "neighbours-swapped": { "zh-CN": "{printed}与同行的{fitting}可能填反了", "en-US": "{printed} and {fitting} of the same row may be interchanged" },
  "row-shifted": { "zh-CN": "该行各数可能错开了一格，移回后为{fitting}", "en-US": "the row may be shifted by one cell; moved back it reads {fitting}" },
};

/** The slip in words: `kind`, `printed` and `fitting` as a finding carries them. */
export function saySlip(words: Readonly<Record<string, string>>, language: Language): string | undefined {
  const text = texts[words.kind as SlipKind]?.[language];
  return text?.replace("{printed}", words.printed ?? "").replace("{fitting}", words.fitting ?? "");
}
