import { readFileSync } from "node:fs";
import { formOf } from "../../src/form/forms.ts";
import { formatFigure } from "../../src/report/figure.ts";
import type { CellStatus, Report } from "../../src/report/model.ts";

/** One line of an expected.csv: table, row, column, value, status (`read`, `lost`, `blank`). */
export interface ExpectedCell {
  readonly key: string;
  readonly value: string;
  readonly status: CellStatus;
}

const STATUS: Readonly<Record<string, CellStatus>> = { read: "read", lost: "derived", blank: "blank" };

/** Hand-keyed truth beside a report. Row paths may hold commas: the last three fields are column, value and status. */
export function expectedCells(file: string): ExpectedCell[] {
  return readFileSync(file, "utf8").trim().split(/\r?\n/).slice(1).map((line) => {
    const fields = line.split(",");
    const [column, value, status] = fields.slice(-3);
    return { key: [fields[0], fields.slice(1, -3).join(","), column].join(" | "), value: value!, status: STATUS[status!]! };
  });
}

/** The report's cells in the same shape. */
export function cellsOf(report: Report): ExpectedCell[] {
  return report.tables.flatMap((table) => {
    const form = formOf(table);
    return form.cells.map((cell) => {
      const { value, status } = table.cells[cell.id]!;
      return { key: [form.number, cell.row.path, cell.column.label].join(" | "), value: value === null ? "" : formatFigure(value, cell.measure), status };
    });
  });
}
