import type { Measure } from "../../src/form/definition.ts";
import { formatFigure, parseFigure } from "../../src/report/figure.ts";

/** What a figure's field shows. */
export const figureText = (value: number | null, measure: Measure): string => (value === null ? "" : formatFigure(value, measure));

/** The figure that was typed: null for an emptied field, undefined for what is no figure of this measure. */
export function typedFigure(text: string, measure: Measure): number | null | undefined {
  const plain = text.normalize("NFKC").replace(/[\s,，]/g, "");
  if (plain === "") return null;
  const value = parseFigure(plain, measure);
  return value === null || (value < 0 && !measure.signed) ? undefined : value;
}
