import type { Language } from "../finding/catalogue.ts";
import type { Form, FormCell } from "../form/compile.ts";
import { toOfficialWidth } from "../form/width.ts";
import type { GridSheet } from "../source/xlsx.ts";
import { toAddress } from "./address.ts";
import { say, type SheetText } from "./texts.ts";

/** A figure's row in 来源, and the line of the source (or the figure as printed) that is kept there. */
export interface ProvenancePlace {
  readonly sheet: string;
  readonly address: string;
  readonly text: string;
}

const HEADINGS: readonly SheetText[] = ["name", "table", "row", "column", "value", "measureColumn", "status", "raw", "origin"];
const RAW = 7;

const keyOf = (unit: string, table: string, row: string, column: string) => JSON.stringify([unit, table, row, column]);

/**
 * Finds figures in 来源 by unit and labels; rows may have been sorted and filtered. `nth` tells units of equal names
 * apart, in the order in which the workbook has them. Undefined where the row is not there.
 */
export function createProvenanceLookup(sheets: readonly GridSheet[], language: Language): (unit: string, nth: number, form: Form, cell: FormCell) => ProvenancePlace | undefined {
  const labels = HEADINGS.map((heading) => say(heading, language));
  const isHeading = (row: GridSheet["rows"][number]) => labels.every((label, column) => row[column]?.value === label);
  const sheet = sheets.find(({ rows }) => rows.some(isHeading));
  const places = new Map<string, ProvenancePlace[]>();
  const first = (sheet?.rows.findIndex(isHeading) ?? 0) + 1;
  sheet?.rows.slice(first).forEach((row, index) => {
    const text = (column: number) => String(row[column]?.value ?? "");
    const key = keyOf(text(0), text(1), text(2), text(3));
    const place = { sheet: sheet.name, address: toAddress(first + index, RAW), text: text(RAW) };
    const known = places.get(key);
    if (known) known.push(place);
    else places.set(key, [place]);
  });
  return (unit, nth, form, cell) => places.get(keyOf(unit, form.number, toOfficialWidth(cell.row.path), toOfficialWidth(cell.column.label)))?.[nth];
}
