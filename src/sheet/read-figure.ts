import type { Finding } from "../finding/model.ts";
import type { FormCell } from "../form/compile.ts";
import { parseFigure } from "../report/figure.ts";
import type { Cell } from "../report/model.ts";
import type { GridCell } from "../source/xlsx.ts";

/** What a sheet's cell says: a figure, nothing, or something that is neither. */
export type FigureReading = { readonly value: number | null; readonly printed?: string } | { readonly wrong: string };

/** Floats of .xlsx files: closer than this to a whole number of 10^-scale is that number. */
const TOLERANCE = 1e-3;

/** Printed ways to say "none". */
const NONE = /^(?:[-—–\/／]+|无|不适用)?$/;

/** Reads one cell of a sheet as a figure of the form cell's measure. A formula without a saved result says nothing. */
export function readFigure(cell: GridCell | undefined, formCell: FormCell): FigureReading {
  const value = cell?.value ?? null;
  if (value === null || typeof value === "boolean") return { value: null };
  if (typeof value === "string") return readText(value.normalize("NFKC").replace(/[\s,]/g, ""), value, formCell);
  const scaled = value * 10 ** formCell.measure.scale;
  const whole = Math.round(scaled);
  const exact = Math.abs(scaled - whole) < TOLERANCE && Number.isSafeInteger(whole) && (whole >= 0 || formCell.measure.signed === true);
  return exact ? { value: whole === 0 ? 0 : whole, printed: String(value) } : { wrong: String(value) };
}

function readText(text: string, raw: string, formCell: FormCell): FigureReading {
  if (NONE.test(text)) return text === "" ? { value: null } : { value: null, printed: raw };
  const value = parseFigure(text, formCell.measure);
  return value === null || (value < 0 && !formCell.measure.signed) ? { wrong: raw } : { value, printed: raw };
}

/** The figure that a person typed over the one that was stored: what was printed and where stays known. */
export const editedCell = (stored: Cell, value: number | null): Cell => ({
  value,
  status: "edited",
  ...(stored.raw !== undefined && { raw: stored.raw }),
  ...(stored.origin !== undefined && { origin: stored.origin }),
});

/** The finding for something typed that is no figure. */
export const wrongFigure = (raw: string, formCell: FormCell, place: Pick<Finding, "at" | "origin">): Finding => ({
  ...place,
  code: formCell.measure.scale === 0 && /\d/.test(raw) ? "count-integer" : "not-placed",
  received: raw,
  words: { raw },
});
