import { createContext, useContext } from "react";
import type { Language } from "../../src/finding/catalogue.ts";
import { enUS } from "./en-US.ts";
import { zhCN } from "./zh-CN.ts";

/** All words of the pane. A language that lacks one does not compile. */
export type Texts = typeof zhCN;

export type ProblemCode = keyof Texts["problems"];
export type StepName = keyof Texts["steps"];

export const textsOf: Readonly<Record<Language, Texts>> = { "zh-CN": zhCN, "en-US": enUS };

export const LanguageContext = createContext<Language>("zh-CN");

export const useLanguage = (): Language => useContext(LanguageContext);

/** The words in the language of the pane. */
export const useTexts = (): Texts => textsOf[useContext(LanguageContext)];
