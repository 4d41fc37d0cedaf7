import { formOf } from "../form/forms.ts";
import { formatFigure } from "../report/figure.ts";
import { formatOrigin, type Report, type ReportTable } from "../report/model.ts";
import { statusLabels } from "../report/status.ts";
import { cellOf } from "../report/table.ts";
import { writeCsv } from "./csv.ts";

export const tidyColumns = ["文件", "单位", "年度", "版式", "表", "行", "列", "数值", "计量单位", "状态", "原文", "出处"] as const;

function tidyTable(report: Report, table: ReportTable): string[][] {
  const form = formOf(table);
  return form.cells.map(({ id, row, column, measure }) => {
    const cell = cellOf(table, id);
    return [
      report.file,
      report.unit,
      report.year === null ? "" : String(report.year),
      table.edition,
      form.number,
      row.path,
      column.label,
      cell.value === null ? "" : formatFigure(cell.value, measure),
      cell.measureUnknown ? "" : measure.label,
      statusLabels[cell.status],
      cell.raw ?? "",
      formatOrigin(cell.origin),
    ];
  });
}

/**
 * One line for every official cell of every table that is there, blank or not, in official order.
 *
 * An amount printed with no unit keeps its bare number and has an empty 计量单位.
 */
export function writeTidyCsv(reports: readonly Report[]): string {
  return writeCsv([tidyColumns, ...reports.flatMap((report) => report.tables.flatMap((table) => tidyTable(report, table)))]);
}
