import type { Measure } from "./definition.ts";

const count = (id: string, label: string): Measure => ({ id, label, scale: 0 });

/** Units of measure of the official forms. A figure in 万元 is held in 10⁻⁶ 万元 (1 分). */
export const measures = {
  documents: count("documents", "件"),
  cases: count("cases", "件"),
  items: count("items", "项"),
  itemsChange: { ...count("items-change", "项"), signed: true },
  entries: count("entries", "条"),
  times: count("times", "次"),
  articles: count("articles", "篇"),
  offices: count("offices", "个"),
  persons: count("persons", "人"),
  attendances: count("attendances", "人次"),
  amount: { id: "amount", label: "万元", scale: 6 },
} as const satisfies Record<string, Measure>;
