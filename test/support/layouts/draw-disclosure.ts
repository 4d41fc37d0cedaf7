import type { BandDefinition } from "../../../src/form/definition.ts";
import { gridRow, type Pen } from "./pen.ts";
import type { Grid, GridCell, GridRow } from "./model.ts";

const COLUMNS = 4;

function drawBand(pen: Pen, band: BandDefinition): GridRow[] {
  // The last figure column takes what is left of the four.
  const spanOf = (index: number) => (index === band.columns.length - 1 ? COLUMNS - band.columns.length : 1);
  const cell = (role: GridCell["role"], text: string, colSpan = 1): GridCell => ({ role, text, colSpan, rowSpan: 1 });
  const say = (kind: "band" | "stub" | "column" | "row", id: string, text: string, aliases: readonly string[] = []) =>
    pen.say({ kind, id, text, aliases, band });
  const missing = pen.options.variations?.includes("missing-rows") && band.rows.length > 1 && band.id !== "article-20-1";
  const rows = band.rows.slice(0, missing ? 1 : undefined);
  const wanted = pen.options.variations?.includes("extra-row") && band.id === "article-20-1";
  return [
    gridRow("band", [cell("band", say("band", band.id, band.label ?? "", band.aliases), COLUMNS)]),
    gridRow("header", [cell("stub", say("stub", "stub", band.stub ?? "")), ...band.columns.map((column, i) => cell("column", say("column", column.id, column.label, column.aliases), spanOf(i)))]),
    ...rows.map((row) => gridRow("data", [cell("label", say("row", row.id, row.label, row.aliases)), ...band.columns.map((column, i) => pen.figure(row.id, column.id, spanOf(i)))])),
    ...(wanted ? [gridRow("data", [cell("extra", "其他主动公开文件"), ...band.columns.map(() => pen.extra(String(pen.random.int(1, 300))))])] : []),
  ];
}

/** Table 二: a band an article, its header row, its rows; four columns. */
export function drawDisclosure(pen: Pen): Pick<Grid, "columns" | "rows"> {
  return { columns: COLUMNS, rows: pen.form.definition.bands.flatMap((band) => drawBand(pen, band)) };
}
