import { z } from "zod";
import type { PlanValue, SheetPlan } from "../../sheet/plan.ts";
import { canonical, contentOf, hashText, type PlannedCell } from "./content.ts";
import { atOnce, CELLS_A_PART, type InParts } from "./in-parts.ts";
import { eachPlace, lookOf, placeKey, type SheetLook } from "./look.ts";
import { packJson, unpackJson } from "./packed-text.ts";

/** What we last wrote to one sheet: its look, and for every cell (row, on long lists) a mark of its content. */
export interface WrittenSheet {
  readonly id: string;
  readonly name: string;
  readonly look: SheetLook;
  readonly grain: "cell" | "row";
  readonly marks: readonly number[];
  /** Texts that begin with `=`: Excel gives them back looking like formulas. */
  readonly guarded: readonly (readonly [row: number, column: number])[];
}

export type Written = readonly WrittenSheet[];

const MOST_MARKED_CELLS = 15_000;

export const recordSheet = (sheet: SheetPlan): WrittenSheet => atOnce(recordInParts(sheet));

/** `recordSheet`, in parts where the sheet is long. */
export function* recordInParts(sheet: SheetPlan): InParts<WrittenSheet> {
  const look = lookOf(sheet);
  const content = contentOf(sheet);
  const guarded: (readonly [row: number, column: number])[] = [];
  let count = 0;
  for (const [row, cells] of content.entries()) {
    cells.forEach((cell, column) => cell?.text && String(cell.input).startsWith("'=") && guarded.push([row, column]));
    count += cells.length;
    if (count > CELLS_A_PART) yield void (count = 0);
  }
  const base = { id: sheet.id, name: sheet.name, look, guarded, grain: sheet.cells.length > MOST_MARKED_CELLS ? "row" : "cell" } as const;
  return { ...base, marks: yield* marksInParts(base, (row, column) => spell(content[row]?.[column])) };
}

const spell = (cell: PlannedCell | undefined): string => (cell ? canonical(cell.input, cell.text) : "");

/** Marks of what stands at the places of a written sheet; an empty place has the mark 0. */
export const marksOf = (sheet: Pick<WrittenSheet, "look" | "grain">, at: (row: number, column: number) => string): number[] => atOnce(marksInParts(sheet, at));

function* marksInParts(sheet: Pick<WrittenSheet, "look" | "grain">, at: (row: number, column: number) => string): InParts<number[]> {
  const mark = (text: string) => (text === "" ? 0 : hashText(text));
  if (sheet.grain === "cell") {
    const marks: number[] = [];
    eachPlace(sheet.look, (row, column) => marks.push(mark(at(row, column))));
    return marks;
  }
  const rows: number[][] = [];
  let count = 0;
  for (const area of sheet.look.styled) {
    eachPlace({ styled: [area] }, (row, column) => {
      (rows[row] ??= []).push(column);
      count += 1;
    });
    if (count > CELLS_A_PART) yield void (count = 0);
  }
  const marks: number[] = [];
  for (let row = 0; row < rows.length; row++) {
    const texts: string[] = [];
    for (const column of rows[row] ?? []) texts[column] = at(row, column);
    marks.push(mark(texts.join("\u0001")));
    count += texts.length;
    if (count > CELLS_A_PART) yield void (count = 0);
  }
  return marks;
}

/** Places whose content is no longer what was written, given what stands there now; on long lists, whole rows. */
export function changedPlaces(written: WrittenSheet, now: (row: number, column: number) => PlanValue | undefined): (row: number, column: number) => boolean {
  const texts = new Set(written.guarded.map(([row, column]) => placeKey(row, column)));
  const marks = marksOf(written, (row, column) => canonical(now(row, column), texts.has(placeKey(row, column))));
  if (written.grain === "row") return (row) => marks[row] !== written.marks[row];
  const changed = new Set<number>();
  let index = 0;
  eachPlace(written.look, (row, column) => {
    if (marks[index] !== written.marks[index]) changed.add(placeKey(row, column));
    index += 1;
  });
  return (row, column) => changed.has(placeKey(row, column));
}

const TAG = "written/1";
/** Tens of thousands of marks: looked at by hand, they take a tenth of the time. */
const numbers = z.custom<number[]>((value) => Array.isArray(value) && value.every((one) => typeof one === "number"));
const lists = z.custom<unknown[][]>((value) => Array.isArray(value) && value.every(Array.isArray));
const shape = z.array(z.object({ id: z.string(), name: z.string(), look: z.object({ styled: lists, names: z.array(z.unknown()) }).passthrough(), grain: z.enum(["cell", "row"]), marks: numbers, guarded: z.array(z.array(z.number())) }));

/** The record as a column of cells. */
export function recordColumn(written: Written): (string | number)[] {
  const chunks = packJson(written);
  return [TAG, chunks.length, ...chunks];
}

/** Reads a record back; nothing where there is none, or one that this version does not know. */
export function readRecord(column: readonly unknown[]): Written {
  if (column[0] !== TAG) return [];
  const parsed = shape.safeParse(unpackJson(column.slice(2, 2 + Number(column[1]))));
  return parsed.success ? (parsed.data as unknown as Written) : [];
}
