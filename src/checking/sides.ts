import type { Verdict } from "../balance/evaluate.ts";
import type { CellId, Equation, Form } from "../form/compile.ts";
import { toOfficialWidth } from "../form/width.ts";
import { nameRow } from "../finding/sentence.ts";
import { formatFigure } from "../report/figure.ts";

type ValueOf = (id: CellId) => number | null;

const figureAt = (form: Form, id: CellId, value: number) => formatFigure(value, form.cell(id)!.measure);

const nameOf = (form: Form, equation: Equation, id: CellId): string => {
  const cell = form.cell(id)!;
  return equation.per === "column" ? nameRow(cell.row) : toOfficialWidth(cell.column.label);
};

/** More terms than this are said without their zeros: the rest of table 三 is mostly zero. */
const LONG_SIDE = 7;

function saySide(form: Form, equation: Equation, ids: readonly CellId[], total: number, valueOf: ValueOf): string {
  const [only] = ids;
  if (!only) return "0";
  const figure = (id: CellId) => {
    const text = figureAt(form, id, valueOf(id) ?? 0);
    return text.startsWith("-") ? `（${text}）` : text;
  };
  if (ids.length === 1) return `${nameOf(form, equation, only)} ${figureAt(form, only, total)}`;
  const known = ids.filter((id) => valueOf(id) !== null);
  const said = ids.length <= LONG_SIDE ? known : known.filter((id) => valueOf(id) !== 0);
  const terms = ids.length <= LONG_SIDE ? said.map(figure) : said.map((id) => `${nameOf(form, equation, id)} ${figure(id)}`);
  return `${terms.length > 0 ? terms.join("＋") : "0"}＝${figureAt(form, only, total)}`;
}

/** Both sides with their figures and the difference, for people: `35＋0＝35`, `34＋2＝36`, `-1`. */
export function saySides(form: Form, equation: Equation, verdict: Verdict, valueOf: ValueOf): { left: string; right: string; difference: string } {
  return {
    left: saySide(form, equation, equation.left, verdict.left ?? 0, valueOf),
    right: saySide(form, equation, equation.right, verdict.right ?? 0, valueOf),
    difference: figureAt(form, equation.at, verdict.difference ?? 0),
  };
}

/** What the other figures say that the cell `at` should be (应为): `35`, or a bound `≥35`. */
export function expectedAt(form: Form, equation: Equation, verdict: Verdict, valueOf: ValueOf): string {
  const printed = valueOf(equation.at) ?? 0;
  const difference = verdict.difference ?? 0;
  const inLeft = equation.left.includes(equation.at);
  const figure = figureAt(form, equation.at, inLeft ? printed - difference : printed + difference);
  if (equation.relation === "equal") return verdict.blanks.length > 0 ? `≥${figure}` : figure;
  return `${equation.relation === "at-most" && inLeft ? "≤" : "≥"}${figure}`;
}
