import { functions } from "./functions.ts";
import { FormulaError, parseFormula, type Ast } from "./parse.ts";
import { compare, isError, isMatrix, toNumber, toText, VALUE_ERROR, type Scalar, type Value } from "./values.ts";

/** What a calculation needs of a workbook's cell. */
export interface CalculatedCell {
  readonly value?: string | number | boolean | null;
  readonly formula?: string;
}

/** A sheet by name: its cells by row and column. */
export interface CalculatedSheet {
  readonly cellAt: (row: number, column: number) => CalculatedCell | undefined;
}

const REFERENCE_ERROR = { error: "#REF!" };
const CYCLE_ERROR = { error: "#CYCLE!" };
const NAME_ERROR = { error: "#NAME?" };
const DIVISION_ERROR = { error: "#DIV/0!" };

/**
 * The values of a workbook's cells, calculated when asked for and kept. Make a new one after every change.
 *
 * Knows the operators and functions that our own plans write; a cell with anything else shows `#NAME?` and nothing
 * else is affected.
 */
export class Calculation {
  private readonly known = new Map<string, Scalar>();
  private readonly running = new Set<string>();

  constructor(private readonly sheetNamed: (name: string) => CalculatedSheet | undefined) {}

  valueAt(sheetName: string, row: number, column: number): Scalar {
    const sheet = this.sheetNamed(sheetName);
    if (!sheet) return REFERENCE_ERROR;
    const cell = sheet.cellAt(row, column);
    if (cell?.formula === undefined) return cell?.value ?? null;
    const key = `${sheetName}!${row},${column}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    if (this.running.has(key)) return CYCLE_ERROR;
    this.running.add(key);
    const value = this.evaluateText(cell.formula, sheetName);
    this.running.delete(key);
    this.known.set(key, value);
    return value;
  }

  /** A formula on a sheet; references not fixed with `$` are moved by so many rows and columns. */
  evaluateText(formula: string, sheetName: string, moved: readonly [number, number] = [0, 0]): Scalar {
    try {
      const value = this.evaluate(parseFormula(formula), sheetName, moved);
      const one = isMatrix(value) ? (value.matrix[0]?.[0] ?? null) : value;
      return one ?? 0;
    } catch (error) {
      if (error instanceof FormulaError) return NAME_ERROR;
      throw error;
    }
  }

  private evaluate(ast: Ast, sheetName: string, moved: readonly [number, number]): Value {
    switch (ast.kind) {
      case "constant":
        return ast.value;
      case "range":
        return this.read(ast, ast.sheet ?? sheetName, moved);
      case "unary": {
        const value = this.evaluate(ast.of, sheetName, moved);
        const change = (one: Scalar): Scalar => {
          const number = toNumber(one);
          return isError(number) ? number : ast.sign === "-" ? -number || 0 : number;
        };
        return isMatrix(value) ? { matrix: value.matrix.map((row) => row.map(change)) } : change(value);
      }
      case "binary":
        return pairwise(ast.operator, this.evaluate(ast.left, sheetName, moved), this.evaluate(ast.right, sheetName, moved));
      case "call":
        return this.call(ast, sheetName, moved);
    }
  }

  private call({ name, args }: Extract<Ast, { kind: "call" }>, sheetName: string, moved: readonly [number, number]): Value {
    if (name === "IF") {
      const test = this.evaluate(args[0]!, sheetName, moved);
      const condition = isMatrix(test) ? (test.matrix[0]?.[0] ?? null) : test;
      if (isError(condition)) return condition;
      if (typeof condition === "string") return VALUE_ERROR;
      const chosen = condition ? args[1] : args[2];
      return chosen ? this.evaluate(chosen, sheetName, moved) : false;
    }
    const known = functions[name];
    if (!known) throw new FormulaError(`unknown function ${name}`);
    return known(args.map((arg) => this.evaluate(arg, sheetName, moved)));
  }

  private read(ast: Extract<Ast, { kind: "range" }>, sheetName: string, [down, right]: readonly [number, number]): Value {
    const sheet = this.sheetNamed(sheetName);
    if (!sheet) return REFERENCE_ERROR;
    const [top, left] = [ast.top + (ast.fixed[0] ? 0 : down), ast.left + (ast.fixed[1] ? 0 : right)];
    if (ast.single) return this.valueAt(sheetName, top, left);
    const [bottom, end] = [ast.bottom + (ast.fixed[2] ? 0 : down), ast.right + (ast.fixed[3] ? 0 : right)];
    return { matrix: Array.from({ length: bottom - top + 1 }, (_, row) => Array.from({ length: end - left + 1 }, (__, column) => this.valueAt(sheetName, top + row, left + column))) };
  }
}

function pairwise(operator: string, left: Value, right: Value): Value {
  if (!isMatrix(left) && !isMatrix(right)) return combine(operator, left, right);
  const shape = (isMatrix(left) ? left : (right as { matrix: readonly (readonly Scalar[])[] })).matrix;
  const at = (value: Value, row: number, column: number) => (isMatrix(value) ? (value.matrix[row]?.[column] ?? null) : value);
  return { matrix: shape.map((cells, row) => cells.map((_, column) => combine(operator, at(left, row, column), at(right, row, column)))) };
}

function combine(operator: string, left: Scalar, right: Scalar): Scalar {
  if (isError(left)) return left;
  if (isError(right)) return right;
  if (operator === "&") return toText(left) + toText(right);
  if ("+-*/".includes(operator)) {
    const [a, b] = [toNumber(left), toNumber(right)];
    if (isError(a)) return a;
    if (isError(b)) return b;
    if (operator === "/") return b === 0 ? DIVISION_ERROR : a / b;
    return operator === "+" ? a + b : operator === "-" ? a - b : a * b;
  }
  const order = compare(left, right);
  return { "=": order === 0, "<>": order !== 0, "<": order < 0, "<=": order <= 0, ">": order > 0, ">=": order >= 0 }[operator] ?? VALUE_ERROR;
}
