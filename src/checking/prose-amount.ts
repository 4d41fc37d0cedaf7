import { measures } from "../form/measures.ts";
import type { Claim } from "../prose/claim.ts";

/** 10⁻⁶ 万元 in a unit of money as printed. */
const IN: Readonly<Record<string, number>> = { 元: 100, 千元: 100_000, 万元: 10 ** measures.amount.scale, 亿元: 10 ** (measures.amount.scale + 4) };

const amountOf = ({ decimal, unit }: Claim): number | undefined => (IN[unit] === undefined ? undefined : Number(decimal) * IN[unit]);

function zerosAtEnd(decimal: string): number {
  let at = decimal.length;
  while (at > 1 && decimal[at - 1] === "0") at--;
  return decimal.length - at;
}

/** True where an amount is less than the figure. */
export const isAmountBelow = (claim: Claim, value: number): boolean => (amountOf(claim) ?? Infinity) < value;

/**
 * True where an amount told in 元, 万元 or 亿元 is the figure (10⁻⁶ 万元), rounded or cut to the digits it is printed
 * with; 1200万元 may be rounded to its zeros. Undefined where the unit is none of money.
 */
export function isSameAmount({ decimal, precision, unit }: Claim, value: number): boolean | undefined {
  const by = IN[unit];
  if (by === undefined) return undefined;
  const zeros = precision === 0 ? zerosAtEnd(decimal) : 0;
  const last = 10 ** (zeros >= 2 ? zeros : precision) * by;
  return Math.abs(Number(decimal) * by - value) < last;
}
