import { htmlLayout } from "./html.ts";
import type { Grid, Layout, RenderOptions } from "./model.ts";
import { textsOf } from "./matrix.ts";
import { textLayout } from "./text.ts";

const cellLines = (grid: Grid) => grid.rows.flatMap((row) => row.cells.map((cell) => cell.text));

const variants: readonly { readonly id: string; readonly description: string; readonly lossless?: boolean; readonly options: RenderOptions }[] = [
  { id: "half-width", description: "half-width brackets, commas and colons", options: { width: "half" } },
  { id: "articles-worded", description: "articles of table 二 as wording", options: { wording: "articles-worded" } },
  { id: "truncated", description: "truncated headers", options: { wording: "truncated" } },
  { id: "annotated", description: "annotated labels", options: { wording: "annotated" } },
  { id: "abbreviated", description: "abbreviated row labels", options: { wording: "abbreviated" } },
  { id: "drifted", description: "labels in slightly other words", options: { wording: "drifted" } },
  { id: "traditional", description: "labels in traditional characters", options: { wording: "traditional" } },
  { id: "radicals", description: "Kangxi radical code points", options: { wording: "radicals" } },
  { id: "wide-forms", description: "full-width digits and brackets in labels and prose", options: { wording: "wide-forms" } },
  { id: "subtotal-column", description: "a column 法人或其他组织小计", options: { variations: ["subtotal-column"] } },
  { id: "extra-row", description: "an extra row 其他主动公开文件", options: { variations: ["extra-row"] } },
  { id: "missing-rows", description: "some official rows missing", lossless: false, options: { variations: ["missing-rows"] } },
  { id: "empty-form", description: "no figure filled in", lossless: false, options: { variations: ["empty"] } },
  { id: "without-tables", description: "headings but no tables", lossless: false, options: { variations: ["without-tables"] } },
  { id: "one-table", description: "only table 三", lossless: false, options: { variations: ["one-table"] } },
  { id: "amount-without-measure", description: "采购总金额 with its measure nowhere (edition 2019)", lossless: false, options: { variations: ["amount-without-measure"] } },
  { id: "glued-year", description: "a year glued to digits: 20201月1日", options: { gluedYear: true } },
  { id: "without-title", description: "no title line; the unit stands in the first sentences", options: { title: "none" } },
  { id: "signed", description: "no title line; the unit stands again at the end", options: { title: "signature" } },
];

/** Each change of words or forms in three families: one cell a line, tabs, HTML. */
export const variantLayouts: readonly Layout[] = variants.flatMap(({ id, description, lossless, options }) => [
  textLayout({ id: `lines-${id}`, description: `one cell a line; ${description}`, lossless, defaults: options, grid: cellLines }),
  textLayout({ id: `tabs-${id}`, description: `tab-separated as from Excel; ${description}`, lossless, defaults: options, grid: (grid) => textsOf(grid).map((row) => row.join("\t")) }),
  htmlLayout({ id: `html-${id}`, description: `plain HTML; ${description}`, lossless, defaults: options, style: {} }),
]);
