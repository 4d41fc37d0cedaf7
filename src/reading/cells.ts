import type { CellId, Form, FormCell } from "../form/compile.ts";
import type { Finding } from "../finding/model.ts";
import { toOfficialWidth } from "../form/width.ts";
import type { Strip } from "../balance/puzzle.ts";
import { solveLostCells } from "../balance/solve.ts";
import { formatFigure } from "../report/figure.ts";
import { BLANK, type Cell, type ReportTable } from "../report/model.ts";
import { isNumber, type Slot } from "./segments.ts";
import { isOfKind, toFigure, type MoneyUnit } from "./value.ts";

/** Values in printed order for cells in official order, which of them were lost being open. */
export interface OpenStrip {
  readonly cells: readonly CellId[];
  readonly slots: readonly Slot[];
  /** May belong to the strip, or be no figure at all (a page number). */
  readonly strays: readonly Slot[];
  /** The source prints the rest empty. */
  readonly emptyTail: boolean;
}

/** What print says of a table before the equations are asked. */
export interface PrintedTable {
  readonly form: Form;
  /** What stands in the cells, by their places in official order; undefined where nothing does. */
  readonly direct: readonly (Slot | undefined)[];
  readonly open: readonly OpenStrip[];
  readonly columnUnits: ReadonlyMap<CellId, MoneyUnit>;
  /** See `Puzzle.budget`. */
  readonly budget?: number;
}

/** A printed number that no cell takes: shown to the user, who can place it by hand. */
export const notPlaced = (form: Form, slot: Slot, row?: string, column?: string): Finding => ({
  code: "not-placed",
  at: { table: form.id, edition: form.edition, row, column },
  origin: slot.word.origin,
  received: slot.word.raw.trim(),
  words: { raw: slot.word.raw.trim() },
});

/** So many figures without a cell are named one by one; no row of any report has as many, and noise has half a million. */
const MOST_NAMED = 200;

/** Printed numbers that no cell takes, the last of very many together. */
export function allNotPlaced(form: Form, slots: readonly Slot[], row?: string): Finding[] {
  const named = slots.length > MOST_NAMED ? slots.slice(0, MOST_NAMED - 1) : slots;
  const findings = named.map((slot) => notPlaced(form, slot, row));
  if (named === slots) return findings;
  const [first, last] = [slots[MOST_NAMED - 1]!, slots[slots.length - 1]!];
  const raw = `${first.word.raw.trim()} … ${last.word.raw.trim()} (${slots.length - named.length})`;
  return [...findings, { ...notPlaced(form, first, row), received: raw, words: { raw } }];
}

/**
 * Fills the table's cells: what is printed as 原值, what the equations force as 推算, the rest 空白.
 *
 * Every printed number ends in a cell or in a `not-placed` finding. Open strips are settled by all equations of the
 * table together; where several assignments fit, their doubtful cells stay blank and their numbers are reported.
 */
export function fillCells(printed: PrintedTable): { table: ReportTable; findings: Finding[] } {
  const { form } = printed;
  const findings: Finding[] = [];
  const cells = blankCells(form);
  /** The figures that were read, by the cells' places in official order. */
  const figures: (number | undefined)[] = form.cells.map(() => undefined);
  const ref = (cell: FormCell) => ({ table: form.id, edition: form.edition, row: cell.row.id, column: cell.column.id });

  const read = (cell: FormCell, slot: Slot) => {
    const { word } = slot;
    const { origin } = word;
    const raw = word.raw === word.text ? word.raw : word.raw.trim();
    const figure = isNumber(slot) ? toFigure(slot.value, cell.measure, cell.measure.scale > 0 ? printed.columnUnits.get(cell.id) : undefined) : null;
    if (!isNumber(slot) || figure === null) {
      cells[cell.id] = { value: null, status: "blank", raw, origin };
      if (isNumber(slot)) findings.push(cell.measure.scale === 0 ? { code: "count-integer", at: ref(cell), origin, received: raw, words: { raw } } : notPlaced(form, slot, cell.row.id, cell.column.id));
      return;
    }
    figures[cell.index] = figure.value;
    if (!figure.conversion && !figure.measureUnknown && !slot.value.remark && !slot.value.doubt && !slot.value.of) {
      cells[cell.id] = { value: figure.value, status: "read", raw, origin };
      return;
    }
    cells[cell.id] = { ...figure, status: "read", raw, origin };
    const said = { at: ref(cell), origin, received: raw };
    if (figure.conversion) findings.push({ code: "converted", ...said, words: { conversion: figure.conversion } });
    if (!isOfKind(slot.value, cell.measure)) findings.push({ code: "number-kind", ...said, words: { raw, value: formatFigure(figure.value, cell.measure) } });
    if (figure.measureUnknown) findings.push({ code: "measure-unknown", ...said, words: { raw } });
    // Figures apart on a line are one number where the parts add up to their total, or where they do not, which is said.
    const proved = slot.value.doubt === "apart" && form.equationsAt(cell.id).some((equation) => equation.relation === "equal");
    if (slot.value.doubt && !proved) findings.push({ code: slot.value.doubt === "letters" ? "number-letters" : slot.value.doubt === "merged" ? "number-merged" : "number-joined", ...said, words: { raw, value: formatFigure(figure.value, cell.measure) } });
    if (slot.value.remark) findings.push({ code: "number-annotated", ...said, words: { raw, value: formatFigure(figure.value, cell.measure) } });
  };

  printed.direct.forEach((slot, at) => slot && read(form.cells[at]!, slot));
  const table: ReportTable = { table: form.id, edition: form.edition, cells };
  if (printed.open.length === 0 && figures.every((figure) => figure !== undefined)) return { table, findings };
  const strips = printed.open.map((open): Strip => ({ cells: open.cells, tokens: [...tokensOf(open.slots, false), ...tokensOf(open.strays, true)] }));
  // A number that cannot be a count keeps its place, so nothing may be derived for that cell.
  const refused = printed.direct.map((slot, at) => slot !== undefined && isNumber(slot) && figures[at] === undefined);
  const solution = solveLostCells({ form, known: figures, strips, budget: printed.budget });
  const derived = new Map<CellId, number>(solution.values);
  printed.open.forEach((open, at) => {
    const placed = solution.placed[at];
    const slots = [...open.slots, ...open.strays].filter(isNumber);
    if (placed) {
      placed.forEach((id, token) => {
        const slot = slots[token]!;
        if (id === null) findings.push(notPlaced(form, slot, rowOf(form, open)));
        else {
          derived.delete(id);
          read(form.cell(id)!, slot);
        }
      });
    } else if (open.emptyTail && open.slots.length <= open.cells.length) {
      open.slots.forEach((slot, index) => read(form.cell(open.cells[index]!)!, slot));
      findings.push({ code: "short-row", at: { table: form.id, edition: form.edition, row: rowOf(form, open) }, origin: open.slots[0]?.word.origin, words: { count: String(open.slots.length) } });
    } else {
      for (const slot of slots) findings.push(notPlaced(form, slot, rowOf(form, open)));
    }
  });

  const byRow = new Map<string, FormCell[]>();
  for (const [id, value] of derived) {
    const cell = form.cell(id)!;
    if (figures[cell.index] !== undefined || refused[cell.index]) continue;
    cells[id] = { ...cells[id], value, status: "derived" };
    const recovered = byRow.get(cell.row.id);
    if (recovered) recovered.push(cell);
    else byRow.set(cell.row.id, [cell]);
  }
  for (const [row, recovered] of byRow) {
    const rules: string[] = [];
    for (const { id } of recovered) for (const rule of solution.forcedBy.get(id) ?? []) if (!rules.includes(rule)) rules.push(rule);
    const origin = recovered[0]!.row.band.columns.map((column) => cells[form.cellAt(row, column.id)!.id]!.origin).find(Boolean);
    findings.push({
      code: "recovered",
      at: { table: form.id, edition: form.edition, row, ...(recovered.length === 1 && { column: recovered[0]!.column.id }) },
      origin,
      words: {
        count: String(recovered.length),
        names: recovered.map((cell) => `${toOfficialWidth(cell.column.label)}＝${formatFigure(cells[cell.id]!.value!, cell.measure)}`).join("、"),
        rules: rules.join(","),
      },
    });
  }
  return { table, findings };
}

const blanks = new WeakMap<Form, Readonly<Record<CellId, Cell>>>();

/** Every official cell of a form, blank, in official order: a copy of one is far cheaper than an object of so many keys made anew. */
function blankCells(form: Form): Record<CellId, Cell> {
  let all = blanks.get(form);
  if (!all) {
    all = Object.fromEntries(form.cells.map((cell) => [cell.id, BLANK]));
    blanks.set(form, all);
  }
  return { ...all };
}

const tokensOf = (slots: readonly Slot[], optional: boolean) =>
  slots.filter(isNumber).map((slot) => ({ value: Number(slot.value.negative ? -Number(slot.value.decimal) : slot.value.decimal), ...(optional && { optional }) }));

/** The one row of a strip, or undefined where the strip runs over several. */
function rowOf(form: Form, open: OpenStrip): string | undefined {
  const rows = new Set(open.cells.map((id) => form.cell(id)!.row.id));
  return rows.size === 1 ? [...rows][0] : undefined;
}
