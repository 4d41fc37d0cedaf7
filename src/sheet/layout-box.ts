import type { CellId } from "../form/compile.ts";
import type { BandDefinition } from "../form/definition.ts";

/** Every printed table is fifteen equal columns wide (A:O). */
export const TABLE_COLUMNS = 15;

/** A printed box of a table: a heading, a label or a figure. `rowSpan` and `columnSpan` are at least 1. */
export interface LayoutBox {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly role: "band" | "header" | "label" | "figure";
  /** Official wording, full width. Empty for figures. */
  readonly text: string;
  readonly cell?: CellId;
}

/** Boxes of one layout, rows counted from the table's own top. */
export type LayoutRule = (bands: readonly BandDefinition[], corner: string | undefined) => LayoutBox[];
