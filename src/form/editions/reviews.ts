import type { ColumnDefinition, TableForm } from "../definition.ts";
import { measures } from "../measures.ts";

const result = (id: string, label: string, ...aliases: string[]): ColumnDefinition => ({ id, label, aliases, measure: measures.cases });

const strip = {
  id: "reviews",
  number: "四",
  title: "四、政府信息公开行政复议、行政诉讼情况",
  layout: "strip",
  bands: [
    {
      id: "reviews",
      columns: [
        result("upheld", "结果维持", "维持"),
        result("corrected", "结果纠正", "纠正", "纠错"),
        result("other-result", "其他结果", "其他"),
        result("pending", "尚未审结", "尚未", "未审结"),
        result("total", "总计", "合计", "小计"),
      ],
      rows: [
        { id: "reconsideration", label: "行政复议" },
        {
          id: "litigation",
          label: "行政诉讼",
          heading: true,
          rows: [
            { id: "litigation-direct", label: "未经复议直接起诉", aliases: ["未经行政复议直接起诉", "直接起诉"] },
            { id: "litigation-after-reconsideration", label: "复议后起诉", aliases: ["经复议后起诉", "经行政复议后起诉"] },
          ],
        },
      ],
    },
  ],
  rules: [{ kind: "balance", id: "review-total", level: "error", per: "row", left: ["upheld", "corrected", "other-result", "pending"], right: ["total"] }],
} as const;

/** Table 四 is the same in both editions; the edition written is that of the report's table 三. */
export const reviews2019: TableForm = { ...strip, edition: "2019" };
export const reviews2021: TableForm = { ...strip, edition: "2021" };
