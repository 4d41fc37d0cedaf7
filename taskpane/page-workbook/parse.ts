/** A formula as a tree. References keep their sheet as written, undefined for the formula's own. */
export type Ast =
  | { readonly kind: "constant"; readonly value: number | string | boolean }
  | { readonly kind: "range"; readonly sheet?: string; readonly top: number; readonly left: number; readonly bottom: number; readonly right: number; readonly single: boolean; readonly fixed: readonly [boolean, boolean, boolean, boolean] }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Ast[] }
  | { readonly kind: "unary"; readonly sign: "+" | "-"; readonly of: Ast }
  | { readonly kind: "binary"; readonly operator: string; readonly left: Ast; readonly right: Ast };

/** A formula that our own plans would not write. */
export class FormulaError extends Error {}

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|"((?:[^"]|"")*)"|('(?:[^']|'')*'!)|(\$?[A-Z]{1,3}\$?\d+)(?![A-Z0-9(.])|([A-Z][A-Z0-9.]*)|(<>|<=|>=|[-+*/&=<>(),:]))/y;

interface Token {
  readonly kind: "number" | "text" | "sheet" | "cell" | "name" | "sign";
  readonly text: string;
}

const KINDS = ["number", "text", "sheet", "cell", "name", "sign"] as const;

function tokenise(formula: string): Token[] {
  const tokens: Token[] = [];
  const source = formula.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (!match) throw new FormulaError(`cannot read "${source.slice(from, from + 20)}"`);
    const at = match.slice(1).findIndex((part) => part !== undefined);
    tokens.push({ kind: KINDS[at]!, text: match[at + 1]! });
  }
  return tokens;
}

const LEVELS: readonly (readonly string[])[] = [["=", "<>", "<", ">", "<=", ">="], ["&"], ["+", "-"], ["*", "/"]];

function parseCell(text: string): { row: number; column: number; fixedRow: boolean; fixedColumn: boolean } {
  const [, fixedColumn, letters, fixedRow, digits] = /^(\$?)([A-Z]+)(\$?)(\d+)$/.exec(text)!;
  const column = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column, fixedRow: fixedRow === "$", fixedColumn: fixedColumn === "$" };
}

const parsed = new Map<string, Ast>();

/** Parses a formula without "=": the operators and references that our plans write. Throws FormulaError on anything else. */
export function parseFormula(formula: string): Ast {
  const known = parsed.get(formula);
  if (known) return known;
  const tokens = tokenise(formula);
  let at = 0;
  const isSign = (text: string) => tokens[at]?.kind === "sign" && tokens[at]!.text === text;
  const expect = (text: string) => {
    if (!isSign(text)) throw new FormulaError(`"${text}" expected in ${formula}`);
    at++;
  };
  const binary = (level: number): Ast => {
    const signs = LEVELS[level];
    if (!signs) return unary();
    let left = binary(level + 1);
    while (tokens[at]?.kind === "sign" && signs.includes(tokens[at]!.text)) {
      const operator = tokens[at++]!.text;
      left = { kind: "binary", operator, left, right: binary(level + 1) };
    }
    return left;
  };
  const unary = (): Ast => {
    if (isSign("-") || isSign("+")) return { kind: "unary", sign: tokens[at++]!.text as "+" | "-", of: unary() };
    return primary();
  };
  const range = (sheet?: string): Ast => {
    const first = parseCell(tokens[at++]!.text);
    let last = first;
    const single = !(isSign(":") && tokens[at + 1]?.kind === "cell");
    if (!single) {
      at++;
      last = parseCell(tokens[at++]!.text);
    }
    return { kind: "range", sheet, top: first.row, left: first.column, bottom: last.row, right: last.column, single, fixed: [first.fixedRow, first.fixedColumn, last.fixedRow, last.fixedColumn] };
  };
  const primary = (): Ast => {
    const token = tokens[at];
    if (!token) throw new FormulaError(`${formula} ends too early`);
    if (token.kind === "cell") return range();
    if (token.kind === "sheet") {
      at++;
      if (tokens[at]?.kind !== "cell") throw new FormulaError(`cell expected after ${token.text}`);
      return range(token.text.slice(1, -2).replaceAll("''", "'"));
    }
    at++;
    if (token.kind === "number") return { kind: "constant", value: Number(token.text) };
    if (token.kind === "text") return { kind: "constant", value: token.text.replaceAll('""', '"') };
    if (token.kind === "name") return named(token.text);
    if (token.text !== "(") throw new FormulaError(`"${token.text}" not expected in ${formula}`);
    const inner = binary(0);
    expect(")");
    return inner;
  };
  const named = (name: string): Ast => {
    if (!isSign("(")) {
      if (name === "TRUE" || name === "FALSE") return { kind: "constant", value: name === "TRUE" };
      throw new FormulaError(`unknown name ${name}`);
    }
    at++;
    const args: Ast[] = [];
    while (!isSign(")")) {
      args.push(binary(0));
      if (!isSign(",")) break;
      at++;
    }
    expect(")");
    return { kind: "call", name, args };
  };
  const ast = binary(0);
  if (at < tokens.length) throw new FormulaError(`"${tokens[at]!.text}" not expected in ${formula}`);
  parsed.set(formula, ast);
  return ast;
}
