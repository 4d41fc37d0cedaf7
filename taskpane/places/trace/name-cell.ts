import { formOf } from "../../../src/form/forms.ts";
import { toOfficialWidth } from "../../../src/form/width.ts";
import type { CellRef } from "../../../src/report/model.ts";
import type { Texts } from "../../texts/texts.ts";

/** The official name of a figure: `表三 · 一、本年新收 · 自然人`, in the official wording. */
export function nameCell(at: CellRef, { trace }: Texts): string {
  const form = formOf(at);
  const row = at.row === undefined ? undefined : form.row(at.row);
  const column = row?.band.columns.find(({ id }) => id === at.column);
  return [trace.table(form.number), row?.path.replaceAll("/", " · "), column?.label].filter((part) => part !== undefined && part !== "").map((part) => toOfficialWidth(part!)).join(" · ");
}

/** How the figures of a cell are measured. */
export const measureOf = (at: Required<CellRef>) => formOf(at).cell(`${at.row}/${at.column}`)!.measure;
