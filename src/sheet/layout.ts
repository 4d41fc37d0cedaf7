import type { CellId, Form } from "../form/compile.ts";
import { toAddress } from "./address.ts";
import type { LayoutBox, LayoutRule } from "./layout-box.ts";
import { layoutBands } from "./layout-bands.ts";
import { layoutGrid } from "./layout-grid.ts";
import { layoutList } from "./layout-list.ts";
import { layoutStrip } from "./layout-strip.ts";
import { heightsOf } from "./text-fit.ts";

/** A table in its printed layout, placed on a sheet. */
export interface TableLayout {
  readonly form: Form;
  readonly top: number;
  /** First row below the table. */
  readonly end: number;
  readonly boxes: readonly LayoutBox[];
  /** A1 address (relative) of every official cell. */
  readonly addressOf: ReadonlyMap<CellId, string>;
  readonly boxOf: ReadonlyMap<CellId, LayoutBox>;
  /** Row heights in points, by sheet row. */
  readonly heights: Readonly<Record<number, number>>;
}

const rules: Readonly<Record<Form["definition"]["layout"], LayoutRule>> = {
  bands: layoutBands,
  grid: layoutGrid,
  strip: layoutStrip,
  list: layoutList,
};

/**
 * The printed layout of a form, from its definition alone, its first row at `top` (counted from 0).
 *
 * Every official cell gets exactly one address; none of the labels is shortened.
 */
export function layoutTable(form: Form, top: number): TableLayout {
  const { layout, bands, corner } = form.definition;
  const boxes = rules[layout](bands, corner).map((box) => ({ ...box, row: box.row + top }));
  const figures = boxes.filter((box) => box.cell !== undefined);
  return {
    form,
    top,
    end: Math.max(...boxes.map((box) => box.row + box.rowSpan)),
    boxes,
    addressOf: new Map(figures.map((box) => [box.cell!, toAddress(box.row, box.column)])),
    boxOf: new Map(figures.map((box) => [box.cell!, box])),
    heights: heightsOf(boxes),
  };
}
