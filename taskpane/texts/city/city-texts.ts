import type { Language } from "../../../src/finding/catalogue.ts";
import { useLanguage } from "../texts.ts";
import { cityEn } from "./en-US.ts";
import { cityZh, type CityTexts } from "./zh-CN.ts";

/** Loaded with the places that need them. */
export const cityTextsOf: Readonly<Record<Language, CityTexts>> = { "zh-CN": cityZh, "en-US": cityEn };

export const useCityTexts = (): CityTexts => cityTextsOf[useLanguage()];
