import { findForm } from "../../src/form/forms.ts";
import { published2020 } from "./targets.ts";

const form = findForm("disclosure", "2019")!;

/** Figures of some rows by 行/列, as the policy file names them; `columns` chooses by position. */
function valuesOf(rows: readonly (keyof typeof published2020)[], columns: readonly number[] = [0, 1, 2]): Record<string, string> {
  return Object.fromEntries(
    rows.flatMap((id) => {
      const cells = form.cells.filter((cell) => cell.row.id === id);
      return columns.flatMap((column) => (cells[column] ? [[`${cells[column].row.label}/${cells[column].column.label}`, String(published2020[id][column])]] : []));
    }),
  );
}

const documents = ["规章", "规范性文件"];
const items = ["上一年项目数量", "本年增/减"];
const lists = ["《示例市市级政务服务事项清单》（示政数〔2020〕30号）", "《示例市市级监管事项清单》（示政数〔2020〕31号）"];

/**
 * 示例市2020's sources in the manner of 驻马店 2020: tables 三 and 四 summed from everyone, table 二 provided by the
 * bureaus that keep those figures.
 */
export const policy2020 = {
  sources: [
    { table: "三", from: "汇总" },
    { table: "四", from: "汇总" },
    { table: "二", rows: documents, from: "提供", provider: "示例市司法局", scope: "市县两级", values: valuesOf(["rules", "normative-documents"], [0, 1]) },
    { table: "二", rows: documents, columns: ["对外公开总数量"], from: "提供", provider: "示例市司法局", scope: "市县两级", since: "2018年", values: valuesOf(["rules", "normative-documents"], [2]) },
    { table: "二", rows: ["行政许可", "行政处罚", "行政强制"], columns: items, from: "提供", provider: "示例市政务服务局", documents: lists, note: "按事项主项计算", values: valuesOf(["licensing", "penalties", "coercion"], [0, 1]) },
    { table: "二", rows: ["其他对外管理服务事项"], columns: items, from: "提供", provider: "示例市政务服务局", documents: lists.slice(0, 1), note: "按其他行政权力事项和公共服务事项的主项计算", values: valuesOf(["other-services"], [0, 1]) },
    { table: "二", rows: ["行政许可", "其他对外管理服务事项", "行政处罚", "行政强制"], columns: ["处理决定数量"], from: "提供", provider: "示例市大数据管理局", note: "取自省政务服务网办件量和“互联网+监管”系统", values: valuesOf(["licensing", "other-services", "penalties", "coercion"], [2]) },
    { table: "二", rows: ["行政事业性收费", "政府集中采购"], from: "提供", provider: "示例市财政局", values: valuesOf(["fees", "procurement"]) },
  ],
};
