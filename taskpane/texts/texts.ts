import { createContext, useContext } from "react";
import type { Language } from "../../src/finding/catalogue.ts";
import { enUS } from "./en-US.ts";
import { zhCN, type Texts } from "./zh-CN.ts";

export type { Texts };

export type ProblemCode = keyof Texts["problems"];
export type StepName = keyof Texts["steps"];

export const textsOf: Readonly<Record<Language, Texts>> = { "zh-CN": zhCN, "en-US": enUS };

export const LanguageContext = createContext<Language>("zh-CN");

export const useLanguage = (): Language => useContext(LanguageContext);

/** The words in the language of the pane. */
export const useTexts = (): Texts => textsOf[useContext(LanguageContext)];
