import type { Measure } from "../form/definition.ts";

/** Largest figure held: beyond it whole numbers are no longer exact. */
export const MAX_FIGURE = Number.MAX_SAFE_INTEGER;

/**
 * Plain decimal of a figure: no separators, no exponent, no trailing zeros (`6125.81442`, `-54`).
 *
 * `value` is a whole number of 10^-scale of the measure.
 */
export function formatFigure(value: number, measure: Pick<Measure, "scale">): string {
  if (measure.scale === 0) return String(value);
  const digits = String(Math.abs(value)).padStart(measure.scale + 1, "0");
  const whole = digits.slice(0, -measure.scale);
  const places = digits.slice(-measure.scale).replace(/0+$/, "");
  return `${value < 0 ? "-" : ""}${whole}${places ? `.${places}` : ""}`;
}

/**
 * Whole number of 10^-scale from a plain decimal string, or null where it is not one, has more places than the
 * measure keeps, or is too large to be exact.
 */
export function parseFigure(text: string, measure: { readonly scale: number }): number | null {
  const match = /^([+-]?)(\d{1,20})(?:\.(\d{0,30}))?$/.exec(text);
  if (!match) return null;
  const places = (match[3] ?? "").replace(/0+$/, "");
  if (places.length > measure.scale) return null;
  const value = Number(`${match[2]}${places.padEnd(measure.scale, "0")}`);
  if (!Number.isSafeInteger(value)) return null;
  return match[1] === "-" && value !== 0 ? -value : value;
}
