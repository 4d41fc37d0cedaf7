import type { CellId, FormCell } from "../../../src/form/compile.ts";
import type { EditionId, TableId } from "../../../src/form/definition.ts";
import type { Report } from "../../../src/report/model.ts";
import type { Random } from "../random.ts";
import type { WordingId } from "./wording.ts";

export type NumberStyleId =
  | "plain" | "full-width-digits" | "thousands" | "thousands-wide" | "thousands-space" | "signed-word" | "signed-long-word" | "plus-minus"
  | "full-width-signs" | "minus-sign" | "arrows" | "amount-yuan" | "amount-wan" | "amount-yi" | "with-measure" | "revised-note" | "chinese-numerals"
  | "mixed" | "zero-slash" | "zero-hyphen" | "zero-dash" | "zero-none" | "zero-not-applicable" | "zero-empty" | "zero-mixed";

/** What a printed cell is. `heading` spans several rows; `extra` is a figure or label that the official form lacks. */
export type CellRole = "band" | "stub" | "column" | "corner" | "heading" | "label" | "figure" | "extra";

/** A printed cell with its spans, in the order in which HTML would list it. */
export interface GridCell {
  readonly text: string;
  readonly role: CellRole;
  readonly colSpan: number;
  readonly rowSpan: number;
  /** Official cell whose figure this is. */
  readonly figure?: CellId;
  /** True where nothing or a sign for "none" is printed instead of the figure. */
  readonly blank?: true;
}

export interface GridRow {
  readonly kind: "band" | "header" | "data";
  readonly cells: readonly GridCell[];
}

/** A table as it will be printed: the cell list that damage works on, before any layout. */
export interface Grid {
  readonly table: TableId;
  readonly edition: EditionId;
  readonly columns: number;
  readonly rows: readonly GridRow[];
}

export type Part =
  | { readonly kind: "line"; readonly role: "page" | "title" | "section" | "prose"; readonly text: string }
  | { readonly kind: "grid"; readonly grid: Grid };

/** A whole report text, layout still open. */
export interface Drawing {
  readonly title: string;
  readonly parts: readonly Part[];
}

/** Own words around the tables, one entry a line. Written full-width; `width: "half"` normalises them. */
export interface Prose {
  readonly header: readonly string[];
  readonly title: string;
  readonly intro: readonly string[];
  readonly overview: readonly string[];
  readonly problems: readonly string[];
  readonly other: readonly string[];
  readonly footer: readonly string[];
}

/** Things that some offices add to or take from the official forms. */
export type Variation =
  | "subtotal-column" // 法人或其他组织小计 in table 三
  | "extra-row" // 其他主动公开文件 in table 二
  | "missing-rows" // some all-zero rows of table 三 and one of 二 are not printed
  | "empty" // no figure at all
  | "without-tables" // section headings only
  | "one-table" // table 三 only
  | "amount-without-measure"; // 采购总金额 with 万元 neither in the header nor in the cell

export interface RenderOptions {
  /** Every random choice of a layout comes from it. Default 1. */
  readonly seed?: number;
  readonly numbers?: NumberStyleId;
  readonly wording?: WordingId;
  /** Brackets, commas and colons of labels and prose. Default `full`. */
  readonly width?: "half" | "full";
  /** Where the unit stands. Default `title`. `none` leaves the first sentences and the address line. */
  readonly title?: "title" | "none" | "signature";
  /** A page's header and footer around the report. Default true. */
  readonly surroundings?: boolean;
  /** `20201月1日`, as web pages lose the 年. */
  readonly gluedYear?: boolean;
  readonly variations?: readonly Variation[];
  /** Printed for figures that the report does not have. Default nothing. */
  readonly blankMark?: string;
  readonly prose?: (report: Report, random: Random) => Prose;
  /** Changes the cell list before it is laid out (see damage.ts). */
  readonly damage?: (drawing: Drawing) => Drawing;
  /** The other report of layouts that print two. */
  readonly second?: Report;
}

export interface NumberStyle {
  readonly id: NumberStyleId;
  readonly description: string;
  /** False where zeros are printed as signs for "none": the reader then has blanks, which the equations may force. */
  readonly lossless: boolean;
  /** Text of a figure; `plain` is its plain decimal. */
  print(value: number, cell: FormCell, plain: string, random: Random): { readonly text: string; readonly blank?: true };
}

export interface Layout {
  readonly id: string;
  readonly description: string;
  readonly kind: "text" | "html";
  /** True where every official figure and enough of the labels stand in the text to read the report exactly. */
  readonly lossless: boolean;
  /** Number styles that this layout cannot bear (a space within a number between spaces). */
  readonly unfit: readonly NumberStyleId[];
  readonly defaults: RenderOptions;
  draw(report: Report, options?: RenderOptions): Drawing;
  write(drawing: Drawing, options?: RenderOptions): string;
  render(report: Report, options?: RenderOptions): string;
  /** The reports that the text holds, cells that are not printed blank: what a perfect reader may give as 原值. */
  truth(report: Report, options?: RenderOptions): readonly Report[];
}
