import { columnLetters, toAddress, toRange } from "../../src/sheet/address.ts";
import type { PlanInputMessage } from "../../src/sheet/plan.ts";
import type { PlannedCell } from "../../src/writer/excel/content.ts";
import { holds } from "../../src/writer/excel/content.ts";
import type { Step, StepArea } from "../../src/writer/excel/step.ts";
import type { FormatIds } from "./excel-formats.ts";
import { supportsExcel, type OfficeParts } from "./excel-office.ts";
import { setPage } from "./excel-page.ts";
import { paintRange } from "./excel-paint.ts";

/** What was written and then read back within the same request. */
export interface ReadBack {
  readonly step: Extract<Step, { do: "cells" }>;
  readonly range: Excel.Range;
}

/**
 * Queues steps on a request, calculation suspended. Objects are asked for once a request; ranges are not tracked, which
 * would cost a round trip to release them.
 */
export function applySteps(office: OfficeParts, context: Excel.RequestContext, steps: readonly Step[], known?: { readonly isWatched: (sheet: string) => boolean; readonly formats: FormatIds }): { readonly before: ReadBack[]; readonly read: ReadBack[] } {
  const sheets = new Map<string, Excel.Worksheet>();
  const sheetOf = (name: string): Excel.Worksheet => {
    const known = sheets.get(name) ?? context.workbook.worksheets.getItem(name);
    sheets.set(name, known);
    return known;
  };
  const read: ReadBack[] = [];
  // What stands there until now: asked for before anything is done, in the same request, so that nobody can come between.
  const before = known ? steps.flatMap((step) => (step.do === "cells" && known.isWatched(step.sheet) ? [{ step, range: at(sheetOf(step.sheet), step.area).load("formulas") }] : [])) : [];
  // So are the conditional formats that go: where one is gone already, the request ends here, with nothing done.
  for (const [sheet, ids] of known?.formats ?? []) for (const id of ids) sheetOf(sheet).getRange().untrack().conditionalFormats.getItem(id).load("id");
  context.workbook.application.suspendApiCalculationUntilNextSync();
  for (const step of steps) {
    if (step.do === "add") sheets.set(step.sheet, context.workbook.worksheets.add(step.sheet));
    else if (step.do === "copy") {
      const copy = sheetOf(step.from).copy("End");
      copy.name = step.sheet;
      sheets.set(step.sheet, copy);
    } else if (step.do === "calculation") context.workbook.application.calculationMode = step.mode;
    else {
      const range = applyToSheet(office, sheetOf(step.sheet), step, known?.formats);
      if (step.do === "cells" && range) read.push({ step, range });
      if (step.do === "delete") sheets.delete(step.sheet);
    }
  }
  return { before, read };
}

type SheetStep = Exclude<Step, { do: "add" | "copy" | "calculation" }>;

const at = (sheet: Excel.Worksheet, [top, left, bottom, right]: StepArea): Excel.Range => sheet.getRange(toRange(top, left, bottom, right)).untrack();

function applyToSheet(office: OfficeParts, sheet: Excel.Worksheet, step: SheetStep, formats?: FormatIds): Excel.Range | undefined {
  switch (step.do) {
    case "delete":
      // A very hidden sheet cannot be deleted.
      sheet.visibility = "Hidden";
      sheet.delete();
      return undefined;
    case "cells": {
      const range = at(sheet, step.area);
      range.formulas = step.input;
      return range.load("formulas");
    }
    case "paint":
      paintRange(office, at(sheet, step.area), step.paint, { rows: step.area[2] - step.area[0] + 1, columns: step.area[3] - step.area[1] + 1 });
      return undefined;
    case "clear-format":
      at(sheet, step.area).clear("Formats");
      return undefined;
    case "unlink":
      at(sheet, step.area).clear("Hyperlinks");
      return undefined;
    case "merge":
      at(sheet, step.area).merge(false);
      return undefined;
    case "unmerge":
      at(sheet, step.area).unmerge();
      return undefined;
    case "link":
      at(sheet, [step.row, step.column, step.row, step.column]).hyperlink = { documentReference: step.target };
      return undefined;
    case "clear-conditional":
      clearFormats(sheet.getRange().untrack().conditionalFormats, step.formulas && (formats?.get(step.sheet) ?? []));
      return undefined;
    case "conditional": {
      const { custom } = at(sheet, step.area).conditionalFormats.add("Custom");
      custom.rule.formula = step.formula;
      custom.format.fill.color = `#${step.fill}`;
      custom.format.font.color = `#${step.colour}`;
      return undefined;
    }
    case "message":
      setMessage(at(sheet, step.area).dataValidation, step.message);
      return undefined;
    default:
      applySize(office, sheet, step);
      return undefined;
  }
}

/** Without ids, all of them: a checkpoint of an earlier version does not say which were ours. */
function clearFormats(formats: Excel.ConditionalFormatCollection, ids: readonly string[] | undefined): void {
  if (!ids) formats.clearAll();
  for (const id of ids ?? []) formats.getItem(id).delete();
}

function applySize(office: OfficeParts, sheet: Excel.Worksheet, step: Extract<SheetStep, { do: "width" | "height" | "fit-rows" | "freeze" | "filter" | "print" | "view" | "name" | "rename-value" }>): void {
  switch (step.do) {
    case "width": {
      const { format } = sheet.getRange(`${columnLetters(step.from)}:${columnLetters(step.to)}`).untrack();
      if (step.points === null) format.useStandardWidth = true;
      else format.columnWidth = step.points;
      return;
    }
    case "height": {
      const { format } = sheet.getRange(`${step.from + 1}:${step.to + 1}`).untrack();
      if (step.points === null) format.useStandardHeight = true;
      else format.rowHeight = step.points;
      return;
    }
    case "fit-rows":
      sheet.getRange(`${step.from + 1}:${step.to + 1}`).untrack().format.autofitRows();
      return;
    case "freeze":
      freeze(sheet, step.rows, step.columns);
      return;
    case "filter":
      if (!supportsExcel(office, "1.9")) return;
      if (step.area) sheet.autoFilter.apply(at(sheet, step.area));
      else sheet.autoFilter.remove();
      return;
    case "print":
      setPage(office, sheet, step.print);
      return;
    case "view":
      if (step.gridLines !== undefined) sheet.showGridlines = step.gridLines;
      if (step.tabColour !== undefined) sheet.tabColor = step.tabColour && `#${step.tabColour}`;
      if (step.visibility !== undefined) sheet.visibility = ({ visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const)[step.visibility];
      return;
    case "name":
      sheet.names.add(step.name, step.refersTo);
      return;
    case "rename-value":
      sheet.names.getItem(step.name).formula = step.refersTo;
      return;
  }
}

function freeze(sheet: Excel.Worksheet, rows: number, columns: number): void {
  if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(at(sheet, [0, 0, rows - 1, columns - 1]));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
  else sheet.freezePanes.unfreeze();
}

const LEAST = { count: 0, "signed-count": -999_999_999, amount: 0 } as const;

/** A message shown at a cell; what is typed against its rule is asked about, never refused. */
function setMessage(validation: Excel.DataValidation, message: Omit<PlanInputMessage, "area"> | null): void {
  if (!message) return validation.clear();
  const { accepts } = message;
  if (accepts) {
    const bound = { formula1: LEAST[accepts], operator: "GreaterThanOrEqualTo" } as const;
    validation.rule = accepts === "amount" ? { decimal: bound } : { wholeNumber: bound };
    validation.ignoreBlanks = true;
    validation.errorAlert = { title: message.title.slice(0, 32), message: message.text.slice(0, 255), showAlert: true, style: "Warning" };
  }
  validation.prompt = { title: message.title.slice(0, 32), message: message.text.slice(0, 255), showPrompt: true };
}

/** The first cell that does not hold what was written to it, as `sheet!A1`. */
export function findLost(read: readonly ReadBack[]): string | undefined {
  for (const { step, range } of read) {
    const now = range.formulas as PlannedCell["input"][][];
    for (const [row, cells] of step.input.entries()) {
      for (const [column, input] of cells.entries()) {
        if (input === null) continue;
        const text = typeof input === "string" && !input.startsWith("=");
        if (!holds({ input, text }, now[row]?.[column])) return `${step.sheet}!${toAddress(step.area[0] + row, step.area[1] + column)}`;
      }
    }
  }
  return undefined;
}
