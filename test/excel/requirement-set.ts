import ts from "typescript";

/** A member of Excel's API that is newer than what is asked for, used where nothing has asked `isSetSupported`. */
export interface NewerMember {
  readonly file: string;
  readonly line: number;
  readonly member: string;
  readonly since: string;
}

const SET = /\[\s*Api set:\s*(\S+)\s*([\d.]*)/;
const GUARD = /supportsExcel\(\w+, "1\.(\d+)"\)/;
const OPTIONS: ts.CompilerOptions = { strict: true, noEmit: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, allowImportingTsExtensions: true, types: ["office-js"], jsx: ts.JsxEmit.ReactJSX };

/** Finds them by the types and by what @types/office-js says of every member. `extra`: further sources, by name. */
export function newerMembers(files: readonly string[], minor: number, extra: ReadonlyMap<string, string> = new Map()): { readonly newer: NewerMember[]; readonly looked: number } {
  const host = ts.createCompilerHost(OPTIONS);
  const [readFile, fileExists, getSourceFile] = [host.readFile.bind(host), host.fileExists.bind(host), host.getSourceFile.bind(host)];
  host.readFile = (name) => extra.get(name) ?? readFile(name);
  host.fileExists = (name) => extra.has(name) || fileExists(name);
  host.getSourceFile = (name, language, ...rest) => (extra.has(name) ? ts.createSourceFile(name, extra.get(name)!, language, true) : getSourceFile(name, language, ...rest));
  const names = [...files, ...extra.keys()];
  const program = ts.createProgram(names, OPTIONS, host);
  const checker = program.getTypeChecker();
  const newer: NewerMember[] = [];
  let looked = 0;

  const look = (node: ts.Node, receiver: ts.Node, symbol: ts.Symbol | undefined): void => {
    const set = symbol && setOf(symbol);
    if (!set) return;
    looked += 1;
    // What a type calls optional (`Partial<…>`) is looked at, not relied upon.
    if (set.minor <= minor || (symbol.flags & ts.SymbolFlags.Optional) !== 0 || guardedTo(node) >= set.minor || initialGuard(receiver) >= set.minor) return;
    const file = node.getSourceFile();
    newer.push({ file: file.fileName, line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, member: symbol.name, since: set.name });
  };

  /** Guard in the initializer of the variable that a use begins with. */
  function initialGuard(receiver: ts.Node): number {
    let root = receiver;
    while (ts.isPropertyAccessExpression(root) || ts.isCallExpression(root) || ts.isNonNullExpression(root) || ts.isElementAccessExpression(root)) root = root.expression;
    const declared = ts.isIdentifier(root) ? checker.getSymbolAtLocation(root)?.valueDeclaration : undefined;
    return declared && ts.isVariableDeclaration(declared) ? guardIn(declared.initializer) : 0;
  }

  /** `items/name,visibility`: what a load asks for by name. */
  function lookAtPaths(call: ts.CallExpression, receiver: ts.Expression): void {
    const texts: string[] = [];
    const gather = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) texts.push(node.text);
      ts.forEachChild(node, gather);
    };
    call.arguments.forEach(gather);
    for (const path of texts.join("").split(",")) {
      let type: ts.Type | undefined = checker.getTypeAtLocation(receiver);
      for (const name of path.trim().split("/")) {
        const symbol: ts.Symbol | undefined = type && checker.getPropertyOfType(type, name);
        if (!symbol) break;
        look(call, receiver, symbol);
        const found: ts.Type = checker.getTypeOfSymbolAtLocation(symbol, call);
        type = checker.getIndexTypeOfType(found, ts.IndexKind.Number) ?? found;
      }
    }
  }

  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) look(node, node.expression, checker.getSymbolAtLocation(node.name));
    if (ts.isElementAccessExpression(node)) {
      const key = checker.getTypeAtLocation(node.argumentExpression);
      for (const one of key.isUnion() ? key.types : [key]) if (one.isStringLiteral()) look(node, node.expression, checker.getPropertyOfType(checker.getTypeAtLocation(node.expression), one.value));
    }
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) look(node, node, checker.getPropertyOfType(checker.getTypeAtLocation(node.parent), (node.propertyName ?? node.name).getText()));
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === "load") lookAtPaths(node, node.expression.expression);
    ts.forEachChild(node, visit);
  };
  for (const name of names) visit(program.getSourceFile(name)!);
  return { newer, looked };
}

function setOf(symbol: ts.Symbol): { readonly name: string; readonly minor: number } | undefined {
  const sets = (symbol.declarations ?? []).flatMap((declaration) => {
    const source = declaration.getSourceFile();
    if (!source.fileName.includes("office-js")) return [];
    const found = SET.exec(source.text.slice(declaration.getFullStart(), declaration.getStart()));
    return found ? [{ name: `${found[1]} ${found[2]}`, minor: found[1] === "ExcelApi" && found[2]!.startsWith("1.") ? Number(found[2]!.slice(2)) : Infinity }] : [];
  });
  // Overloads: the oldest of them is there.
  return sets.sort((a, b) => a.minor - b.minor)[0];
}

const guardIn = (node: ts.Node | undefined): number => Number(GUARD.exec(node?.getText() ?? "")?.[1] ?? 0);

/** The newest version that was asked for before a place is reached: `if (supports…)`, `supports… ?`, `supports… &&`, or an early return. */
function guardedTo(node: ts.Node): number {
  let most = 0;
  for (let at = node; at.parent; at = at.parent) {
    const { parent } = at;
    if (ts.isIfStatement(parent) && at === parent.thenStatement) most = Math.max(most, guardIn(parent.expression));
    if (ts.isConditionalExpression(parent) && at === parent.whenTrue) most = Math.max(most, guardIn(parent.condition));
    if (ts.isBinaryExpression(parent) && at === parent.right && parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) most = Math.max(most, guardIn(parent.left));
    const before = ts.isBlock(parent) || ts.isCaseClause(parent) ? parent.statements.slice(0, parent.statements.indexOf(at as ts.Statement)) : [];
    for (const statement of before) if (ts.isIfStatement(statement) && /^!supportsExcel/.test(statement.expression.getText()) && ts.isReturnStatement(statement.thenStatement)) most = Math.max(most, guardIn(statement.expression));
  }
  return most;
}
