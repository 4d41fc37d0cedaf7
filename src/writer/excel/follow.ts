import { columnLetters, parseAddress, toAddress } from "../../sheet/address.ts";
import type { PlanValue } from "../../sheet/plan.ts";
import { blockSteps, type CellChange } from "./cells.ts";
import { findMoved, type Moved } from "./moved.ts";
import { readStore, seenSheet, STORE, type SeenSheet, type SeenWorkbook } from "./seen.ts";
import type { Step, StepArea } from "./step.ts";

/** A workbook as it would be had nobody inserted rows or columns in sheets of ours, and where these were inserted. */
export interface Followed {
  readonly seen: SeenWorkbook;
  /** By lower-case name; a sheet in which nothing was inserted has none. */
  readonly moves: ReadonlyMap<string, Moved>;
}

const followed = new WeakMap<SeenWorkbook, Followed>();

/**
 * Takes out of a look at a workbook what a person inserted into sheets of ours, so that the rest compares as it was written.
 * `movedSteps` then does the same steps where things stand now: what was inserted stays, formulas look at the right cells.
 */
export function followSheets(seen: SeenWorkbook): Followed {
  const known = followed.get(seen) ?? follow(seen);
  followed.set(seen, known);
  return known;
}

function follow(seen: SeenWorkbook): Followed {
  const moves = new Map<string, Moved>();
  for (const written of readStore(seen)?.written ?? []) {
    const sheet = seenSheet(seen, written.name) ?? [...seen.inspected.values()].find(({ id }) => id === written.id);
    const moved = sheet && findMoved(written, sheet.cells);
    if (moved) moves.set(sheet.name.toLowerCase(), moved);
  }
  if (moves.size === 0) return { seen, moves };
  const inspected = new Map([...seen.inspected].map(([key, sheet]) => [key, asWritten(sheet, moves)]));
  return { seen: { ...seen, inspected }, moves };
}

type Moves = Followed["moves"];

function asWritten(sheet: SeenSheet, moves: Moves): SeenSheet {
  if (sheet.name === STORE.sheet) return sheet;
  const own = moves.get(sheet.name.toLowerCase());
  const plain = (value: PlanValue): PlanValue => (typeof value === "string" && value.startsWith("=") ? moveReferences(value, sheet.name, moves, "back") : value);
  const cells: PlanValue[][] = [];
  sheet.cells.forEach((row, now) => {
    const at = own ? own.rowBack(now) : now;
    if (at === undefined) return;
    const columns: PlanValue[] = [];
    row.forEach((value, column) => {
      const back = own ? own.columnBack(column) : column;
      if (back !== undefined) columns[back] = plain(value);
    });
    cells[at] = Array.from(columns, (value) => value ?? "");
  });
  return { ...sheet, cells: Array.from(cells, (row) => row ?? []) };
}

/** Texts, names of sheets before their `!`, and addresses; names of functions are none. */
const TOKEN = /"(?:[^"]|"")*"|(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.（）]*))!|(\$?)([A-Z]{1,3})(\$?)(\d+)(?![\p{L}\p{N}_(.])/gu;

/** A formula of a sheet with its addresses where they stand now, or as they were written; one that was inserted stays. */
export function moveReferences(formula: string, sheet: string, moves: Moves, way: "forth" | "back"): string {
  let looksAt = sheet;
  let end = -1;
  return formula.replace(TOKEN, (token: string, ...found: unknown[]) => {
    const [quoted, plain, a = "", column, b = "", row, at] = found as [string?, string?, string?, string?, string?, string?, number?];
    const name = quoted ?? plain;
    if (name !== undefined) {
      looksAt = name.replaceAll("''", "'");
      end = at! + token.length;
      return token;
    }
    if (row === undefined) return token;
    // A sheet's name holds for the address after it, and for the end of a range.
    const belongs = at === end || (at === end + 1 && formula[end] === ":");
    if (!belongs) looksAt = sheet;
    end = at! + token.length;
    const moved = moves.get(looksAt.toLowerCase());
    const place = parseAddress(`${column}${row}`);
    if (!moved || !place) return token;
    const [nextRow, nextColumn] = way === "forth" ? [moved.row(place.row), moved.column(place.column)] : [moved.rowBack(place.row), moved.columnBack(place.column)];
    return nextRow === undefined || nextColumn === undefined ? token : `${a}${columnLetters(nextColumn)}${b}${nextRow + 1}`;
  });
}

/** An address of a sheet as it was written, where it stands now. */
export function movedAddress(address: string, sheet: string, moves: Moves): string {
  const [moved, place] = [moves.get(sheet.toLowerCase()), parseAddress(address)];
  return moved && place ? toAddress(moved.row(place.row), moved.column(place.column)) : address;
}

/** Steps for sheets as they were written, done where things stand now. */
export function movedSteps(steps: readonly Step[], moves: Moves): readonly Step[] {
  return moves.size === 0 ? steps : steps.flatMap((step) => moveStep(step, moves));
}

function moveStep(step: Step, moves: Moves): readonly Step[] {
  const moved = moves.get(step.sheet.toLowerCase());
  const formula = (text: string) => moveReferences(text, step.sheet, moves, "forth");
  const area = ([top, left, bottom, right]: StepArea): StepArea => (moved ? [moved.row(top), moved.column(left), moved.row(bottom), moved.column(right)] : [top, left, bottom, right]);
  switch (step.do) {
    case "cells": {
      const input = step.input.map((cells) => cells.map((cell) => (typeof cell === "string" && cell.startsWith("=") ? formula(cell) : cell)));
      if (!moved) return [{ ...step, input }];
      const [top, left] = step.area;
      return blockSteps(step.sheet, input.flatMap((cells, row) => cells.flatMap((cell, column): CellChange[] => (cell === null ? [] : [{ row: moved.row(top + row), column: moved.column(left + column), input: cell }]))));
    }
    case "paint":
    case "clear-format":
    case "unlink":
    case "merge":
    case "unmerge":
    case "message":
      return [{ ...step, area: area(step.area) }];
    case "conditional":
      return [{ ...step, area: area(step.area), formula: formula(step.formula) }];
    case "clear-conditional":
      return [{ ...step, ...(step.formulas && { formulas: step.formulas.map(formula) }) }];
    case "link": {
      const [row, column] = area([step.row, step.column, step.row, step.column]);
      return [{ ...step, row, column, target: moveReferences(step.target, step.sheet, moves, "forth") }];
    }
    case "width":
      return moved ? [{ ...step, from: moved.column(step.from), to: moved.column(step.to) }] : [step];
    case "height":
    case "fit-rows":
      return moved ? [{ ...step, from: moved.row(step.from), to: moved.row(step.to) }] : [step];
    case "filter":
      return [{ ...step, area: step.area && area(step.area) }];
    case "print": {
      const [top, left, bottom, right] = area([step.print.area.top, step.print.area.left, step.print.area.bottom, step.print.area.right]);
      return [{ ...step, print: { ...step.print, area: { top, left, bottom, right } } }];
    }
    default:
      return [step];
  }
}
