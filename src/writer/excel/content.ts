import type { PlanArea, PlanValue, SheetPlan } from "../../sheet/plan.ts";
import { atOnce, CELLS_A_PART, type InParts } from "./in-parts.ts";

/** What `Range.formulas` takes and gives: formulas begin with `=`, null leaves a cell alone, "" empties it. */
export type Matrix = PlanValue[][];

/** One cell as the plan wants it, already safe to be written. `text`: a constant that must stay text. */
export interface PlannedCell {
  readonly input: string | number | boolean;
  readonly text: boolean;
}

/** What Excel would make something else of: formulas, numbers, dates, logical values, errors, its own text mark. */
const REINTERPRETED = /^[=+\-@\t\r\n'＝＋－＠#]|[0-9０-９]|^(?:true|false)$|^[\s〇○零一二三四五六七八九十百千年月日时分秒点上下午:：./%-]+$/i;

/**
 * A text as it must be written so that Excel keeps it to the letter: with the mark for text (an apostrophe, which
 * Excel does not show) before whatever could become a formula, a number or a date.
 */
export function guardText(text: string): string {
  const plain = text.replaceAll("\r\n", "\n");
  return plain !== "" && REINTERPRETED.test(plain) ? `'${plain}` : plain;
}

type Content = readonly (readonly (PlannedCell | undefined)[])[];

/** Plans do not change: what was worked out of a sheet's cells once holds for the preview, the write and the record. */
const contents = new WeakMap<SheetPlan["cells"], Content>();

/** The planned cells by row and column, up to the last planned one; undefined where nothing is planned. */
export const contentOf = (sheet: Pick<SheetPlan, "cells">): Content => atOnce(contentInParts(sheet));

/** `contentOf`, in parts where the sheet is long. */
export function* contentInParts({ cells }: Pick<SheetPlan, "cells">): InParts<Content> {
  const content = contents.get(cells) ?? (yield* makeContent(cells));
  contents.set(cells, content);
  return content;
}

function* makeContent(planned: SheetPlan["cells"]): InParts<Content> {
  const rows: (PlannedCell | undefined)[][] = [];
  let count = 0;
  for (const { row, column, formula, value } of planned) {
    if (++count % CELLS_A_PART === 0) yield;
    const cells = (rows[row] ??= []);
    if (formula !== undefined) cells[column] = { input: `=${formula}`, text: false };
    else if (typeof value === "string") cells[column] = { input: guardText(value), text: true };
    else cells[column] = { input: value ?? "", text: false };
  }
  return Array.from(rows, (row) => row ?? []);
}

/**
 * A cell's content in one spelling, whether planned or read back: Excel drops quotes that a sheet name does not need,
 * spells functions its own way and does not give the text mark back.
 */
export function canonical(input: PlanValue | undefined, text = false): string {
  if (input === null || input === undefined || input === "") return "";
  if (typeof input === "number") return `n${Number(input.toPrecision(15))}`;
  if (typeof input === "boolean") return `b${input}`;
  if (!text && input.startsWith("=")) return `f${squeeze(input)}`;
  return `t${input.replaceAll("\r\n", "\n").replace(/^'+/, "")}`;
}

const squeeze = (formula: string): string => formula.replace(/['\s@]|_xlfn\./g, "").toUpperCase();

/**
 * Whether a cell read back holds what was written. A formula counts as held where only its spelling differs, or all its
 * references, numbers and texts are the same: Excel may write a function anew in ways that nobody listed.
 */
export function holds(planned: PlannedCell, now: PlanValue | undefined): boolean {
  if (planned.input === now) return true;
  const wanted = canonical(planned.input, planned.text);
  if (canonical(now, planned.text) === wanted) return true;
  if (!wanted.startsWith("f=") || typeof now !== "string" || !now.startsWith("=")) return false;
  const operands = (formula: string) => (squeeze(formula).match(/"[^"]*"|\$?[A-Z]{1,3}\$?\d+|\d+(?:\.\d+)?/g) ?? []).join(" ");
  return operands(String(planned.input)) === operands(now);
}

/** 32-bit FNV-1a. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

export const boundsOf = (sheet: SheetPlan): PlanArea => ({
  top: 0,
  left: 0,
  bottom: sheet.cells.reduce((last, cell) => Math.max(last, cell.row), 0),
  right: sheet.cells.reduce((last, cell) => Math.max(last, cell.column), 0),
});
