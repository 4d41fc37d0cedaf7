import type { Report } from "../../../src/report/model.ts";
import { BLANK } from "../../../src/report/model.ts";
import { drawReport } from "./draw.ts";
import type { Drawing, GridCell, Layout, RenderOptions } from "./model.ts";

export interface LayoutRecipe {
  readonly id: string;
  readonly description: string;
  readonly kind: Layout["kind"];
  readonly lossless?: boolean;
  readonly unfit?: Layout["unfit"];
  readonly defaults?: RenderOptions;
  readonly write: (drawing: Drawing, options: RenderOptions) => string;
  /** How several reports, or one twice, come into one text. Default: the report alone. */
  readonly reports?: (report: Report, options: RenderOptions) => readonly { readonly report: Report; readonly options: RenderOptions }[];
  /** False where a report that is drawn again is the same one (doubled). Default true. */
  readonly distinct?: boolean;
}

/** Every printed cell that bears an official figure. */
export function figuresOf(drawing: Drawing): readonly (GridCell & { readonly figure: string; readonly table: string })[] {
  return drawing.parts.flatMap((part) =>
    part.kind === "grid" ? part.grid.rows.flatMap((row) => row.cells.flatMap((cell) => (cell.figure ? [{ ...cell, figure: cell.figure, table: part.grid.table }] : []))) : [],
  );
}

/** The report with every cell blank that the drawing does not print. Tables that are not drawn are left out. */
export function printedReport(report: Report, drawing: Drawing): Report {
  const printed = new Set(figuresOf(drawing).filter((cell) => !cell.blank).map((cell) => `${cell.table}:${cell.figure}`));
  const drawn = new Set(drawing.parts.flatMap((part) => (part.kind === "grid" ? [part.grid.table] : [])));
  return {
    ...report,
    tables: report.tables
      .filter((table) => drawn.has(table.table))
      .map((table) => ({ ...table, cells: Object.fromEntries(Object.entries(table.cells).map(([id, cell]) => [id, printed.has(`${table.table}:${id}`) ? cell : BLANK])) })),
  };
}

/** Builds a layout from what is its own: how it writes, and which options it starts from. */
export function makeLayout(recipe: LayoutRecipe): Layout {
  const { lossless = true, unfit = [], defaults = {}, reports = (report, options) => [{ report, options }], distinct = true } = recipe;
  const merge = (options: RenderOptions): RenderOptions => ({
    ...defaults,
    ...options,
    variations: [...(defaults.variations ?? []), ...(options.variations ?? [])],
  });
  const drawOne = (report: Report, options: RenderOptions): Drawing => {
    const drawing = drawReport(report, options);
    return options.damage ? options.damage(drawing) : drawing;
  };
  const draw = (report: Report, options: RenderOptions = {}): Drawing => {
    const drawings = reports(report, merge(options)).map((entry) => drawOne(entry.report, entry.options));
    return { title: drawings[0]?.title ?? "", parts: drawings.flatMap((drawing) => drawing.parts) };
  };
  const write = (drawing: Drawing, options: RenderOptions = {}) => recipe.write(drawing, merge(options));
  return {
    id: recipe.id,
    description: recipe.description,
    kind: recipe.kind,
    lossless,
    unfit,
    defaults,
    draw,
    write,
    render: (report, options = {}) => write(draw(report, options), options),
    truth: (report, options = {}) =>
      reports(report, merge(options))
        .slice(0, distinct ? undefined : 1)
        .map((entry) => printedReport(entry.report, drawReport(entry.report, entry.options))),
  };
}
