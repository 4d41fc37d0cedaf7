import { gridRow, type Pen } from "./pen.ts";
import type { Grid, GridCell } from "./model.ts";

/** Table 四: fifteen columns, a header of three rows, one row of figures. */
export function drawReviews(pen: Pen): Pick<Grid, "columns" | "rows"> {
  const [band] = pen.form.definition.bands;
  const columns = band!.columns;
  const say = (kind: "row" | "heading" | "column", id: string, text: string, aliases: readonly string[] = []) => pen.say({ kind, id, text, aliases });
  const cell = (role: GridCell["role"], text: string, colSpan = 1, rowSpan = 1): GridCell => ({ role, text, colSpan, rowSpan });
  const results = (rowSpan = 1) => columns.map((column) => cell("column", say("column", column.id, column.label, column.aliases), 1, rowSpan));
  const below = band!.rows.flatMap((row) => row.rows ?? []);
  const header = [
    gridRow("header", band!.rows.map((row) => cell("heading", say("heading", row.id, row.label), columns.length * (row.rows?.length ?? 1)))),
    gridRow("header", [...results(2), ...below.map((row) => cell("heading", say("row", row.id, row.label), columns.length))]),
    gridRow("header", below.flatMap(() => results())),
  ];
  const data = gridRow("data", pen.form.rows.flatMap((row) => columns.map((column) => pen.figure(row.id, column.id))));
  return { columns: columns.length * pen.form.rows.length, rows: [...header, data] };
}
