import { cellId, type CellId, type Equation } from "../form/compile.ts";
import { formOf } from "../form/forms.ts";
import { isTableRef, type Finding } from "../finding/model.ts";
import { formatFigure } from "../report/figure.ts";
import { nameOf } from "./membership.ts";
import type { ConsolidatedTable, Member } from "./model.ts";

/** Members named one by one; more are counted. */
const NAMED = 8;

/** What each member adds to left − right; members that add nothing are left out. Their sum is the whole difference. */
function splitDifference(table: ConsolidatedTable, equation: Equation): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  const add = (ids: readonly CellId[], sign: 1 | -1) => {
    for (const id of ids) for (const { member, value } of table.cells[id]?.contributors ?? []) shares.set(member, (shares.get(member) ?? 0) + sign * value);
  };
  add(equation.left, 1);
  add(equation.right, -1);
  return new Map([...shares].filter(([, share]) => share !== 0));
}

/**
 * Names the members whose own figures make a rule of the consolidated report fail, each with its share of the
 * difference, in `words.members` and behind `words.difference`. Other findings come back as they are.
 *
 * A member that lacks a figure is named too: its table does not add up without it.
 */
export function nameCulprits(finding: Finding, tables: readonly ConsolidatedTable[], members: readonly Member[]): Finding {
  const { at } = finding;
  if (!isTableRef(at) || !at.row || !at.column || !finding.words?.difference) return finding;
  const table = tables.find((one) => one.table === at.table && one.edition === at.edition);
  const cell = cellId(at.row, at.column);
  const form = formOf(at);
  const equation = form.equations.find((one) => one.ruleId === finding.code && one.at === cell);
  if (!table || !equation || [...equation.left, ...equation.right].some((id) => table.cells[id]?.provided)) return finding;
  const blames = (share: number) => equation.relation === "equal" || (equation.relation === "at-most" ? share > 0 : share < 0);
  const culprits = [...splitDifference(table, equation)].filter(([, share]) => blames(share)).sort(([, a], [, b]) => Math.abs(b) - Math.abs(a));
  const named = culprits.slice(0, NAMED).map(([id, share]) => `${nameOf(members.find((member) => member.id === id)!)} ${formatFigure(share, form.cell(cell)!.measure)}`);
  const said = `${named.join("、")}${culprits.length > NAMED ? "…" : ""}`;
  return said === "" ? finding : { ...finding, words: { ...finding.words, difference: `${finding.words.difference}（${said}）`, members: said } };
}
