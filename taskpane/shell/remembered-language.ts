import type { Language } from "../../src/finding/catalogue.ts";

const KEY = "gdr-language";

/** The language chosen last time; undefined where none was, or the browser keeps nothing. */
export function rememberedLanguage(): Language | undefined {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "zh-CN" || kept === "en-US" ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}
