import { compare, isError, isMatrix, roundTo, toNumber, toText, VALUE_ERROR, type Matrix, type Scalar, type Value } from "./values.ts";

/** Every number that a SUM or COUNT sees: in ranges only real numbers, as arguments whatever is one. */
function* numbersOf(args: readonly Value[]): Generator<Scalar> {
  for (const arg of args) {
    if (!isMatrix(arg)) yield toNumber(arg);
    else for (const row of arg.matrix) for (const value of row) if (typeof value === "number" || isError(value)) yield value;
  }
}

function sum(args: readonly Value[]): Scalar {
  let total = 0;
  for (const value of numbersOf(args)) {
    if (typeof value !== "number") return value;
    total += value;
  }
  return total;
}

const scalar = (value: Value | undefined): Scalar => (value === undefined ? null : isMatrix(value) ? (value.matrix[0]?.[0] ?? null) : value);
const rowsOf = (value: Value): Matrix => (isMatrix(value) ? value.matrix : [[value]]);

/** Applies to every value of a range, or to the one value. */
const each = (value: Value, change: (one: Scalar) => Scalar): Value => (isMatrix(value) ? { matrix: value.matrix.map((row) => row.map(change)) } : change(value));

/** `1`, `"市直部门"` or `">=-9"`: what SUMIFS and COUNTIFS accept. */
function criterion(wanted: Scalar): (value: Scalar) => boolean {
  const match = typeof wanted === "string" ? /^(<>|<=|>=|<|>|=)(.*)$/.exec(wanted) : null;
  const operator = match?.[1] ?? "=";
  const text = match ? match[2]! : wanted;
  const number = typeof text === "number" ? text : typeof text === "string" && text.trim() !== "" ? Number(text) : Number.NaN;
  const target: Scalar = Number.isNaN(number) ? text : number;
  return (value) => {
    if (value === null || isError(value)) return operator === "<>";
    const order = typeof target === typeof value ? compare(value, target) : Number.NaN;
    return { "=": order === 0, "<>": order !== 0, "<": order < 0, "<=": order <= 0, ">": order > 0, ">=": order >= 0 }[operator]!;
  };
}

/** For each place of the criteria ranges: do all criteria hold there? */
function* matching(pairs: readonly Value[]): Generator<readonly [number, number]> {
  const tests = Array.from({ length: pairs.length / 2 }, (_, index) => ({ range: rowsOf(pairs[index * 2]!), holds: criterion(scalar(pairs[index * 2 + 1])) }));
  const first = tests[0]?.range ?? [];
  for (let row = 0; row < first.length; row++) for (let column = 0; column < first[row]!.length; column++) if (tests.every(({ range, holds }) => holds(range[row]?.[column] ?? null))) yield [row, column];
}

const count = (places: Iterable<unknown>) => [...places].length;

function sumIfs([range, ...pairs]: readonly Value[]): Scalar {
  const rows = rowsOf(range ?? null);
  let total = 0;
  for (const [row, column] of matching(pairs)) {
    const value = rows[row]?.[column] ?? null;
    if (isError(value)) return value;
    if (typeof value === "number") total += value;
  }
  return total;
}

function format(value: Scalar, code: string): Scalar {
  const number = toNumber(value);
  if (isError(number)) return number;
  const places = code.split(".")[1]?.length ?? 0;
  return roundTo(number, places).toFixed(places);
}

function logical(args: readonly Value[], all: boolean): Scalar {
  let result = all;
  for (const arg of args) {
    for (const value of rowsOf(arg).flat()) {
      if (isError(value)) return value;
      if (value === null || typeof value === "string") continue;
      result = all ? result && Boolean(value) : result || Boolean(value);
    }
  }
  return result;
}

const withNumber = (value: Value | undefined, change: (number: number) => Scalar): Scalar => {
  const number = toNumber(scalar(value));
  return isError(number) ? number : change(number);
};

const firstError = (args: readonly Value[]) => args.map(scalar).find(isError);

/** The functions our plans write, and no others. IF is evaluated by the caller, as it leaves one side out. */
export const functions: Readonly<Record<string, (args: readonly Value[]) => Value>> = {
  SUM: sum,
  COUNT: (args) => args.reduce<number>((total, arg) => total + rowsOf(arg).flat().filter((value) => typeof value === "number").length, 0),
  COUNTA: (args) => args.reduce<number>((total, arg) => total + rowsOf(arg).flat().filter((value) => value !== null).length, 0),
  COUNTIF: ([range, wanted]) => count(matching([range ?? null, wanted ?? null])),
  COUNTIFS: (args) => count(matching(args)),
  SUMIFS: sumIfs,
  SUMPRODUCT: (args) => sum(args.length === 1 ? args : [VALUE_ERROR]),
  ROUND: ([value, places]) => withNumber(value, (number) => roundTo(number, Number(scalar(places) ?? 0))),
  ABS: ([value]) => withNumber(value, Math.abs),
  TEXT: ([value, code]) => format(scalar(value), toText(scalar(code))),
  LEFT: ([value, length]) => each(value ?? null, (one) => (isError(one) ? one : toText(one).slice(0, Number(scalar(length ?? 1))))),
  CONCATENATE: (args) => firstError(args) ?? args.map((arg) => toText(scalar(arg))).join(""),
  ISNUMBER: ([value]) => typeof scalar(value) === "number",
  ROWS: ([range]) => rowsOf(range ?? null).length,
  COLUMNS: ([range]) => rowsOf(range ?? null)[0]?.length ?? 0,
  AND: (args) => logical(args, true),
  OR: (args) => logical(args, false),
};
