import type { Form } from "../../../src/form/compile.ts";
import { toOfficialWidth } from "../../../src/form/width.ts";
import type { ReportTable } from "../../../src/report/model.ts";
import type { Random } from "../random.ts";
import type { GridCell, GridRow, RenderOptions } from "./model.ts";
import { numberStyle, printFigure } from "./numbers.ts";
import { wordingOf, type Label } from "./wording.ts";

/** What the three table drawers need: the words and the figures as they will be printed. */
export interface Pen {
  readonly form: Form;
  readonly options: RenderOptions;
  readonly random: Random;
  /** A label in the wanted wording and width. */
  say(label: Label): string;
  figure(rowId: string, columnId: string, colSpan?: number): GridCell;
  /** A figure that the official form lacks. */
  extra(text: string, colSpan?: number): GridCell;
}

/** NFKC: brackets, commas and colons become half-width. */
export const half = (text: string) => text.normalize("NFKC");

export function penFor(table: ReportTable, form: Form, options: RenderOptions, random: Random): Pen {
  const style = numberStyle(options.numbers ?? "plain");
  const measureInCell = style.id.startsWith("amount-") || style.id === "with-measure" || options.wording === "amount-in-cell";
  const wording = wordingOf(options.wording ?? (measureInCell ? "amount-in-cell" : "official"));
  const empty = options.variations?.includes("empty");
  const bare = options.variations?.includes("amount-without-measure");
  const figure = (rowId: string, columnId: string, colSpan = 1): GridCell => {
    const cell = form.cell(`${rowId}/${columnId}`);
    if (!cell) throw new Error(`table ${form.id} ${form.edition} has no cell ${rowId}/${columnId}`);
    const value = empty ? null : (table.cells[cell.id]?.value ?? null);
    const printed = printFigure(value, cell, style, options.blankMark ?? "", random);
    const measured = measureInCell && !printed.blank && cell.column.id === "purchase-amount" && /[0-9]$/.test(printed.text);
    return { ...printed, text: printed.text + (measured ? "万元" : ""), role: "figure", figure: cell.id, colSpan, rowSpan: 1 };
  };
  return {
    form,
    options,
    random,
    figure,
    say: (label) => {
      const words = bare && label.id === "purchase-amount" ? "采购总金额" : wording.word(label);
      const wide = options.width === "half" ? half(words) : toOfficialWidth(words);
      return wording.spell?.(wide) ?? wide;
    },
    extra: (text, colSpan = 1) => ({ text, role: "extra", colSpan, rowSpan: 1 }),
  };
}

/** A band, header or data row. */
export const gridRow = (kind: GridRow["kind"], cells: readonly GridCell[]): GridRow => ({ kind, cells });
