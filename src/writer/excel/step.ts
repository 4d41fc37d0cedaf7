import type { PlanInputMessage, PlanPrint } from "../../sheet/plan.ts";
import type { Matrix } from "./content.ts";

/** Ends included; short, because checkpoints keep steps as text. */
export type StepArea = readonly [top: number, left: number, bottom: number, right: number];

/** What can be painted over an area. Colours RRGGBB, null for none. */
export interface Paint {
  readonly fontName?: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly underline?: boolean;
  readonly colour?: string;
  readonly fill?: string | null;
  readonly horizontal?: "general" | "left" | "center" | "right";
  readonly vertical?: "bottom" | "center" | "top";
  readonly wrap?: boolean;
  readonly shrink?: boolean;
  /** Thin lines around and between all cells, or none. */
  readonly border?: boolean;
  readonly numberFormat?: string;
}

/** One thing that Excel is asked to do. Steps are plain JSON: counted before they are sent, kept to be taken back. */
export type Step =
  | { readonly do: "add"; readonly sheet: string }
  | { readonly do: "copy"; readonly sheet: string; readonly from: string }
  | { readonly do: "delete"; readonly sheet: string }
  | { readonly do: "cells"; readonly sheet: string; readonly area: StepArea; readonly input: Matrix }
  | { readonly do: "paint"; readonly sheet: string; readonly area: StepArea; readonly paint: Paint }
  | { readonly do: "clear-format" | "unlink"; readonly sheet: string; readonly area: StepArea }
  | { readonly do: "merge" | "unmerge"; readonly sheet: string; readonly area: StepArea }
  /** Points; null: the sheet's own. */
  | { readonly do: "width" | "height"; readonly sheet: string; readonly from: number; readonly to: number; readonly points: number | null }
  | { readonly do: "fit-rows"; readonly sheet: string; readonly from: number; readonly to: number }
  /** Takes away the conditional formats of these formulas; the user's own stay. */
  | { readonly do: "clear-conditional"; readonly sheet: string; readonly formulas?: readonly string[] }
  | { readonly do: "conditional"; readonly sheet: string; readonly area: StepArea; readonly formula: string; readonly fill: string; readonly colour: string }
  | { readonly do: "message"; readonly sheet: string; readonly area: StepArea; readonly message: Omit<PlanInputMessage, "area"> | null }
  | { readonly do: "link"; readonly sheet: string; readonly row: number; readonly column: number; readonly target: string }
  | { readonly do: "freeze"; readonly sheet: string; readonly rows: number; readonly columns: number }
  | { readonly do: "filter"; readonly sheet: string; readonly area: StepArea | null }
  | { readonly do: "print"; readonly sheet: string; readonly print: PlanPrint }
  | { readonly do: "view"; readonly sheet: string; readonly gridLines?: boolean; readonly tabColour?: string; readonly visibility?: "visible" | "hidden" | "veryHidden" }
  /** The application's way of calculating; `sheet` is empty. */
  | { readonly do: "calculation"; readonly sheet: ""; readonly mode: "Automatic" | "AutomaticExceptTables" | "Manual" }
  | { readonly do: "name" | "rename-value"; readonly sheet: string; readonly name: string; readonly refersTo: string };

/** Bytes that a request carries for one object of Office.js (path, instantiation) and for one thing done to it. */
const OBJECT = 185;
const ACTION = 115;

const objectsAndActions: Readonly<Record<Step["do"], (step: Step) => readonly [objects: number, actions: number]>> = {
  add: () => [1, 1],
  copy: () => [2, 2],
  delete: () => [1, 2],
  // Looked at once more before, written, then read back: two ranges, a query each.
  cells: () => [2, 5],
  paint: (step) => {
    const paint = (step as Extract<Step, { do: "paint" }>).paint;
    return [4 + (paint.border === undefined ? 0 : 7), Object.keys(paint).length + (paint.border === undefined ? 0 : 6)];
  },
  "clear-format": () => [1, 2],
  unlink: () => [1, 2],
  merge: () => [1, 2],
  unmerge: () => [1, 2],
  width: () => [2, 2],
  height: () => [2, 2],
  "fit-rows": () => [2, 2],
  "clear-conditional": (step) => [2 + ((step as Extract<Step, { do: "clear-conditional" }>).formulas?.length ?? 0), 2 + 2 * ((step as Extract<Step, { do: "clear-conditional" }>).formulas?.length ?? 0)],
  conditional: () => [8, 4],
  message: () => [2, 5],
  link: () => [1, 2],
  freeze: () => [1, 2],
  filter: () => [2, 2],
  print: () => [5, 12],
  view: () => [1, 3],
  calculation: () => [1, 1],
  name: () => [2, 2],
  "rename-value": () => [2, 2],
};

const encoder = new TextEncoder();

/** Steps do not change: they are weighed when a way to make a sheet is chosen, and again when requests are cut. */
const weights = new WeakMap<Step, number>();

/** At most so many bytes of a request, as UTF-8: a test holds it above what Office.js really sends. */
export function bytesOf(step: Step): number {
  const bytes = weights.get(step) ?? weigh(step);
  weights.set(step, bytes);
  return bytes;
}

function weigh(step: Step): number {
  const [objects, actions] = objectsAndActions[step.do](step);
  // The text travels as JSON inside JSON: quotes and backslashes are escaped once more.
  const json = JSON.stringify(JSON.stringify(step));
  return encoder.encode(json).length + objects * OBJECT + actions * ACTION;
}
