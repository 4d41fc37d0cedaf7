import { cellId, type CellId, type FormCell } from "../form/compile.ts";
import { findForm } from "../form/forms.ts";
import type { Finding } from "../finding/model.ts";
import { plainDecimal } from "../prose/numbers.ts";
import { originAt, printed, type Passage } from "../prose/passage.ts";
import { tellStatistics, type ToldFigure } from "../prose/told-statistics.ts";
import { BLANK, type Cell } from "../report/model.ts";
import type { ReadTable } from "./rows.ts";
import { toFigure, type MoneyUnit, type Value } from "./value.ts";

/** A told row that the form does not have, and the total it belongs to. */
const BEYOND: Readonly<Record<string, string>> = { "received-other": "received" };

const MONEY = new Set<string>(["元", "千元", "万元", "亿元"]);

function valueOf({ number }: ToldFigure): Extract<Value, { kind: "number" }> {
  if (!number) return { kind: "number", decimal: "0", negative: false, signed: false };
  return { kind: "number", decimal: plainDecimal(number), negative: false, signed: false, unit: MONEY.has(number.unit) ? (number.unit as MoneyUnit) : undefined };
}

/**
 * The statistics form from the sentences of a report of the years to 2018, or undefined where they do not tell it.
 *
 * A told figure is 原值 with its place; what no sentence tells stays blank: prose leaves out what a table would print
 * as 0, and nothing is derived from sums that may have parts without a row (其他申请).
 */
export function readToldTable(passages: readonly Passage[]): ReadTable | undefined {
  const form = findForm("statistics", "2014")!;
  const told = tellStatistics(passages);
  if (told.length === 0) return undefined;
  const cells: Record<CellId, Cell> = Object.fromEntries(form.cells.map((cell) => [cell.id, BLANK]));
  const findings: Finding[] = [];
  const beyond = new Set<CellId>();
  const read = (figure: ToldFigure, cell: FormCell) => {
    const raw = printed(figure.passage, figure.at);
    const origin = originAt(figure.passage, figure.at);
    const at = { table: form.id, edition: form.edition, row: cell.row.id, column: cell.column.id };
    const found = toFigure(valueOf(figure), cell.measure);
    if (!found) {
      cells[cell.id] = { ...BLANK, raw, origin };
      findings.push({ code: "count-integer", at, origin, received: raw, words: { raw } });
      return;
    }
    cells[cell.id] = { value: found.value, status: "read", raw, origin, ...(found.conversion && { conversion: found.conversion }), ...(found.measureUnknown && { measureUnknown: true as const }) };
    if (found.conversion) findings.push({ code: "converted", at, origin, received: raw, words: { conversion: found.conversion } });
    if (found.measureUnknown) findings.push({ code: "measure-unknown", at, origin, received: raw, words: { raw } });
  };
  for (const figure of told) {
    const cell = form.cell(cellId(figure.row, figure.column));
    if (cell) read(figure, cell);
    else if (BEYOND[figure.row] && figure.number && Number(figure.number.digits) > 0) {
      beyond.add(cellId(BEYOND[figure.row]!, figure.column));
      const raw = `${figure.number.label}${printed(figure.passage, figure.at)}`;
      findings.push({ code: "extra-row", at: { table: form.id, edition: form.edition, row: BEYOND[figure.row] }, origin: originAt(figure.passage, figure.at), received: raw, words: { raw } });
    }
  }
  const origin = told[0] && originAt(told[0].passage, told[0].at);
  return { table: { table: form.id, edition: form.edition, cells, origin, ...(beyond.size > 0 && { beyond: [...beyond] }) }, findings };
}

/**
 * Whose figures they are: a report whose figures include the counties' is the whole region's, though only its office
 * signs it (白山市人民政府办公室 for 白山市).
 */
export function regionOf(unit: string, { table }: ReadTable): string {
  const withCounties = Object.entries(table.cells).some(([id, cell]) => id.endsWith("/counties") && cell.value !== null);
  return withCounties ? unit.replace(/([市州盟区县旗])人民政府$/, "$1") : unit;
}
