import type { Verdict } from "../balance/evaluate.ts";
import type { CellId, Equation, Form } from "../form/compile.ts";
import { formatFigure } from "../report/figure.ts";
import { parseAddress } from "./address.ts";

/** Reference of a cell as the formula is to write it: `I12` or `'市教育局'!I12`. */
export type AddressOf = (id: CellId) => string;

interface Reference {
  readonly text: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

function readReference(text: string): Reference {
  const bang = text.lastIndexOf("!");
  const place = parseAddress(text.slice(bang + 1));
  return { text, sheet: text.slice(0, bang + 1), row: place?.row ?? -1, column: place?.column ?? -1 };
}

/** References with neighbours along one row or column joined into ranges: `A1:A3,B7`. */
function joinReferences(addresses: readonly string[]): string {
  const runs: Reference[][] = [];
  for (const address of addresses) {
    const next = readReference(address);
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    const steps = last && next.row >= 0 && last.sheet === next.sheet ? ([next.row - last.row, next.column - last.column] as const) : null;
    const along = run && run.length > 1 ? run[1]!.row - run[0]!.row : null;
    const adjoins = steps && ((steps[0] === 1 && steps[1] === 0 && along !== 0) || (steps[0] === 0 && steps[1] === 1 && along !== 1));
    if (adjoins) run!.push(next);
    else runs.push([next]);
  }
  return runs.map((run) => (run.length === 1 ? run[0]!.text : `${run[0]!.text}:${run[run.length - 1]!.text.slice(run[0]!.sheet.length)}`)).join(",");
}

type Scale = 0 | 6;

const scaleOf = (form: Form, equation: Equation): Scale => form.cell(equation.left[0] ?? "")?.measure.scale ?? 0;
const rounded = (expression: string, scale: Scale) => (scale === 0 ? expression : `ROUND(${expression},${scale})`);
const sumOf = (ids: readonly CellId[], addressOf: AddressOf) => (ids.length === 0 ? "0" : `SUM(${joinReferences(ids.map(addressOf))})`);
const countOf = (ids: readonly CellId[], addressOf: AddressOf) => `COUNT(${joinReferences(ids.map(addressOf))})`;

const relationSigns = { equal: "=", "at-most": "<=", "non-negative": ">=" } as const;

/** Amounts: half of the last place kept, as the ROUND of some engines leaves a remainder. */
const holdsWithin = (relation: Equation["relation"], difference: string) =>
  ({ equal: `ABS(${difference})<0.0000005`, "at-most": `${difference}<0.0000005`, "non-negative": `${difference}>-0.0000005` })[relation];

/** Marks by which conditional formats and counts know a result. */
export const resultMarks = { holds: "✓", fails: "✗", unknown: "？" } as const;

const UNKNOWN = `${resultMarks.unknown}空白`;

/** Formats that every engine writes alike: no exponent for large counts, no bare decimal point for amounts. */
const formats = { 0: "0", 6: "0.000000" } as const;

/** Left − right. Without an infix operator: some engines lose count of nested functions around one. */
const differenceOf = (left: string, right: string, scale: Scale) => rounded(`SUM(${left},-${right})`, scale);

/** The total is there and the parts that are there exceed it. */
const exceeds = (equation: Equation, left: string, right: string, addressOf: AddressOf) => `AND(${countOf(equation.right, addressOf)}=${equation.right.length},${left}>${right})`;

/**
 * The rule as a formula, without "=": `✓` when it holds, `✗ 左41 右42 差-1` when not, `？空白` when an operand is
 * blank or text. Amounts are compared and shown rounded to 6 places (1 分), never as raw floats.
 */
export function checkFormula(form: Form, equation: Equation, addressOf: AddressOf): string {
  const scale = scaleOf(form, equation);
  const operands = [...equation.left, ...equation.right];
  const [left, right] = [sumOf(equation.left, addressOf), sumOf(equation.right, addressOf)];
  const difference = differenceOf(left, right, scale);
  const sign = relationSigns[equation.relation];
  const holds = scale === 0 ? `${left}${sign}${right}` : holdsWithin(equation.relation, difference);
  const show = (expression: string) => `TEXT(${expression},"${formats[scale]}")`;
  const fails = `CONCATENATE("${resultMarks.fails} 左",${show(left)}," 右",${show(right)}," 差",${show(difference)})`;
  const lacking = equation.partsMayLack ? `IF(${exceeds(equation, left, right, addressOf)},${fails},"${UNKNOWN}")` : `"${UNKNOWN}"`;
  return `IF(${countOf(operands, addressOf)}<${operands.length},${lacking},IF(${holds},"${resultMarks.holds}",${fails}))`;
}

/** Left − right as a formula, without "=": a number, or "" when an operand is blank or text. */
export function differenceFormula(form: Form, equation: Equation, addressOf: AddressOf): string {
  const operands = [...equation.left, ...equation.right];
  const difference = differenceOf(sumOf(equation.left, addressOf), sumOf(equation.right, addressOf), scaleOf(form, equation));
  const [left, right] = [sumOf(equation.left, addressOf), sumOf(equation.right, addressOf)];
  const lacking = equation.partsMayLack ? `IF(${exceeds(equation, left, right, addressOf)},${difference},"")` : '""';
  return `IF(${countOf(operands, addressOf)}<${operands.length},${lacking},${difference})`;
}

/** A sum as a formula, without "=": "" unless every operand is a number, so a blank never counts as zero. */
export function sumFormula(ids: readonly CellId[], addressOf: AddressOf, scale: Scale = 0): string {
  if (ids.length === 0) return '""';
  return `IF(${countOf(ids, addressOf)}=${ids.length},${rounded(sumOf(ids, addressOf), scale)},"")`;
}

const showFigure = (value: number, scale: Scale): string => {
  const text = formatFigure(value, { scale });
  if (scale === 0) return text;
  const [whole, places = ""] = text.split(".");
  return `${whole}.${places.padEnd(6, "0")}`;
};

/** The very text that `checkFormula` gives for the same figures: the cached value of its cell. */
export function checkText(form: Form, equation: Equation, verdict: Verdict): string {
  const { state, left, right, difference } = verdict;
  if (state === "holds") return resultMarks.holds;
  if (state === "unknown" || left === null || right === null || difference === null) return UNKNOWN;
  const scale = scaleOf(form, equation);
  return `${resultMarks.fails} 左${showFigure(left, scale)} 右${showFigure(right, scale)} 差${showFigure(difference, scale)}`;
}
