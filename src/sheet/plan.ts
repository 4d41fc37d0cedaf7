import type { StyleName } from "./styles.ts";

/**
 * A workbook as plain JSON: what every writer (xlsx, Office.js, html) puts down without thinking further.
 *
 * Rows and columns count from 0. Formulas are English, comma separated, without `=`. A `value` that is a string is
 * always text, whatever it begins with: writers must never let it become a formula.
 */
export interface WorkbookPlan {
  readonly title: string;
  readonly sheets: readonly SheetPlan[];
  /** Workbook-scoped names. */
  readonly names: readonly PlanName[];
  /** Id of the sheet shown first. */
  readonly activeSheet: string;
}

export type SheetKind = "directory" | "unit" | "template" | "city" | "ledger" | "checks" | "provenance" | "differences" | "comparison" | "footnotes" | "metadata";

export interface SheetPlan {
  /** Stable id within the workbook, also in its sheet-scoped name where it carries a report. */
  readonly id: string;
  readonly name: string;
  readonly kind: SheetKind;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  readonly tabColour?: string;
  readonly cells: readonly PlanCell[];
  readonly merges: readonly PlanArea[];
  /** Widths in characters of the default font (Excel's unit), from column A; null leaves the default. */
  readonly columnWidths: readonly (number | null)[];
  /** Heights in points by row. */
  readonly rowHeights: Readonly<Record<number, number>>;
  readonly conditionalFormats: readonly PlanConditionalFormat[];
  readonly inputMessages: readonly PlanInputMessage[];
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly filter?: PlanArea;
  readonly print?: PlanPrint;
  readonly showGridLines: boolean;
  /** Sheet-scoped names. */
  readonly names: readonly PlanName[];
}

export type PlanValue = string | number | boolean | null;

export interface PlanCell {
  readonly row: number;
  readonly column: number;
  /** Constant, or the cached result where there is a formula. */
  readonly value?: PlanValue;
  readonly formula?: string;
  readonly style?: StyleName;
  readonly numberFormat?: string;
  /** Cell of this workbook that a click goes to. */
  readonly link?: PlanLink;
}

export interface PlanLink {
  readonly sheet: string;
  readonly address: string;
}

/** Rectangle, ends included. */
export interface PlanArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** `formula` is written for the top left cell of the area and looks only at its own sheet. */
export interface PlanConditionalFormat {
  readonly area: PlanArea;
  readonly formula: string;
  readonly look: "good" | "bad" | "doubtful";
}

/** Shown when the cell is selected (data validation prompt): title ≤ 32, text ≤ 255 UTF-16 units. */
export interface PlanInputMessage {
  readonly area: PlanArea;
  readonly title: string;
  readonly text: string;
  /** What may be typed: a count, a signed count, an amount; nothing is refused where absent. */
  readonly accepts?: "count" | "signed-count" | "amount";
}

export interface PlanName {
  readonly name: string;
  /** Formula text without `=`: an absolute reference or a string constant. */
  readonly refersTo: string;
}

/** Lengths in centimetres, paper A4. `pagesHigh` 0: as many as needed; one page wide unless `pagesWide` says otherwise. */
export interface PlanPrint {
  readonly area: PlanArea;
  readonly orientation: "portrait" | "landscape";
  readonly pagesHigh: number;
  readonly pagesWide?: number;
  readonly repeatRows?: { readonly from: number; readonly to: number };
  readonly repeatColumns?: { readonly from: number; readonly to: number };
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** Excel's codes: `&P` page, `&N` pages, `&A` sheet. */
  readonly header?: string;
  readonly footer?: string;
}

/** A sheet with nothing in it, to be spread and filled. */
export const emptySheet = (id: string, name: string, kind: SheetKind): SheetPlan => ({
  id,
  name,
  kind,
  visibility: "visible",
  cells: [],
  merges: [],
  columnWidths: [],
  rowHeights: {},
  conditionalFormats: [],
  inputMessages: [],
  showGridLines: false,
  names: [],
});

export const area = (top: number, left: number, bottom = top, right = left): PlanArea => ({ top, left, bottom, right });
