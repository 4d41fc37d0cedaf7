/** A cell's or an expression's value; null is an empty cell. */
export type Scalar = number | string | boolean | null | CellError;

export interface CellError {
  readonly error: string;
}

/** Rows of values: what a range gives. */
export type Matrix = readonly (readonly Scalar[])[];
export type Value = Scalar | { readonly matrix: Matrix };

export const isError = (value: unknown): value is CellError => typeof value === "object" && value !== null && "error" in value;
export const isMatrix = (value: Value): value is { readonly matrix: Matrix } => typeof value === "object" && value !== null && "matrix" in value;
export const VALUE_ERROR: CellError = { error: "#VALUE!" };

/** As arithmetic sees it: an empty cell is 0, text that is a number is that number. */
export function toNumber(value: Scalar): number | CellError {
  if (isError(value)) return value;
  if (value === null) return 0;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  const number = value.trim() === "" ? Number.NaN : Number(value);
  return Number.isNaN(number) ? VALUE_ERROR : number;
}

export function toText(value: Scalar): string {
  if (isError(value)) return value.error;
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value);
}

/** Half away from zero, on the decimal that is shown rather than its binary neighbour. */
export function roundTo(value: number, places: number): number {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21 || Math.abs(value) < 1e-12) return Number.isFinite(value) && Math.abs(value) < 1e-12 ? 0 : value;
  const exact = Number(Math.abs(value).toPrecision(15));
  const [digits = "0", exponent = "0"] = String(exact).split("e");
  const shifted = Math.round(Number(`${digits}e${Number(exponent) + places}`));
  const rounded = Number(`${shifted}e${-places}`);
  return value < 0 ? -rounded || 0 : rounded;
}

/** Excel's order: numbers < text < logical; text without regard to case; an empty cell is 0 or "". */
export function compare(left: Scalar, right: Scalar): number {
  const a = left === null ? (typeof right === "string" ? "" : typeof right === "boolean" ? false : 0) : left;
  const b = right === null ? (typeof a === "string" ? "" : typeof a === "boolean" ? false : 0) : right;
  const rank = (value: Scalar) => (typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === "string" && typeof b === "string") {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return Number(a) - Number(b);
}
