import { evaluateEquation } from "../balance/evaluate.ts";
import type { CellId, Equation, Form, FormRow } from "../form/compile.ts";
import { toOfficialWidth } from "../form/width.ts";
import type { Finding } from "../finding/model.ts";
import { nameRow, sayEquation } from "../finding/sentence.ts";

/** Blanks named one by one; more are counted. */
const NAMED = 8;

const listOf = (names: readonly string[]) => (names.length <= NAMED ? names.join("、") : `${names.slice(0, NAMED).join("、")}等 ${names.length} 处`);

/** Name of a row; where one name stands for several rows of the table, with the step above it. */
function rowName(form: Form, row: FormRow): string {
  const name = nameRow(row);
  const alone = form.rows.filter((other) => nameRow(other) === name).length === 1;
  return alone ? name : toOfficialWidth(row.path.replaceAll("/", "·"));
}

/** The rule without the row or column it applies to, when it is said of several. */
function nameRule(form: Form, equations: readonly Equation[]): string {
  const [first] = equations;
  if (!first) return "";
  const sentence = sayEquation(form, first);
  return equations.length === 1 ? sentence : sentence.slice(sentence.indexOf("：") + 1);
}

function nameRules(form: Form, equations: readonly Equation[]): string {
  const byRule = new Map<string, Equation[]>();
  for (const equation of equations) byRule.set(equation.ruleId, [...(byRule.get(equation.ruleId) ?? []), equation]);
  return [...byRule.values()].map((group) => nameRule(form, group)).join("；");
}

/** One finding for a group of equations that lack the same figures; placed at the row or column they share. */
function report(form: Form, equations: readonly Equation[], blanks: readonly CellId[], names: string): Finding {
  const cells = blanks.flatMap((id) => form.cell(id) ?? []);
  const [row, column] = [new Set(cells.map((cell) => cell.row.id)), new Set(cells.map((cell) => cell.column.id))];
  const [only] = equations;
  return {
    code: "cannot-judge",
    at: { table: form.id, edition: form.edition, row: row.size === 1 ? [...row][0] : undefined, column: column.size === 1 && row.size === 1 ? [...column][0] : undefined },
    terms: equations.length === 1 ? { left: only!.left, right: only!.right } : undefined,
    words: { rule: nameRules(form, equations), blanks: names },
  };
}

/** The statistics form may be told in part: bounds on what is left out, and a column that is nowhere used, are no matter. */
function isOptional(form: Form, equation: Equation, valueOf: (id: CellId) => number | null): boolean {
  if (form.definition.layout !== "list") return false;
  const unused = (id: CellId) => form.cells.filter((cell) => cell.column.id === form.cell(id)!.column.id).every((cell) => valueOf(cell.id) === null);
  return equation.relation !== "equal" || [...equation.left, ...equation.right].every((id) => valueOf(id) === null) || [...equation.left, ...equation.right].some(unused);
}

/**
 * Says which rules of a table cannot be judged, and names the blank cells.
 *
 * Grouped for people: a table without any figure is one finding, its wholly blank rows are one, and the other blanks
 * are one a rule. A figure that was 推算 is there, not blank.
 */
export function findUnknown(form: Form, equations: readonly Equation[], valueOf: (id: CellId) => number | null): Finding[] {
  const unknown = equations.map((equation) => ({ equation, ...evaluateEquation(equation, valueOf) })).filter(({ equation, state, blanks }) => state === "unknown" && blanks.length > 0 && !isOptional(form, equation, valueOf));
  if (unknown.length === 0) return [];
  const isBlank = (id: CellId) => valueOf(id) === null;
  if (form.cells.every((cell) => isBlank(cell.id))) return [report(form, unknown.map(({ equation }) => equation), form.cells.map((cell) => cell.id), "全表")];
  const blankRows = form.rows.filter((row) => form.cells.filter((cell) => cell.row === row).every((cell) => isBlank(cell.id)));
  const inBlankRow = (id: CellId) => blankRows.includes(form.cell(id)!.row);
  const byRows = unknown.filter(({ blanks }) => blanks.every(inBlankRow));
  const findings: Finding[] = [];
  const uniqueBlanks = (group: typeof unknown) => [...new Set(group.flatMap(({ blanks }) => blanks))];
  if (byRows.length > 0) {
    const blanks = uniqueBlanks(byRows);
    const rows = blankRows.filter((row) => blanks.some((id) => form.cell(id)!.row === row));
    findings.push(report(form, byRows.map(({ equation }) => equation), blanks, listOf(rows.map((row) => `${rowName(form, row)}整行`))));
  }
  const others = unknown.filter((entry) => !byRows.includes(entry));
  for (const ruleId of new Set(others.map(({ equation }) => equation.ruleId))) {
    const group = others.filter(({ equation }) => equation.ruleId === ruleId);
    const blanks = uniqueBlanks(group);
    const names = blanks.map((id) => `${rowName(form, form.cell(id)!.row)}·${toOfficialWidth(form.cell(id)!.column.label)}`);
    findings.push(report(form, group.map(({ equation }) => equation), blanks, listOf(names)));
  }
  return findings;
}
