import { quoteSheet } from "../../sheet/address.ts";
import type { PlanArea, PlanConditionalFormat, PlanInputMessage, PlanName, PlanPrint, SheetPlan } from "../../sheet/plan.ts";
import type { StyleName } from "../../sheet/styles.ts";
import { atOnce, CELLS_A_PART, type InParts } from "./in-parts.ts";
import { coverInParts, coverRectangles, runsOfEqual } from "./rectangles.ts";
import type { StepArea } from "./step.ts";

/** Style and number format of an area of planned cells; `""` for cells that are planned without a style. */
export type StyledArea = readonly [...StepArea, style: StyleName | "", numberFormat: string];

/**
 * Everything about a sheet that is not the content of its cells, in few words. It is kept in the workbook with what was
 * written, so that a sheet written again is only painted where its look differs.
 */
export interface SheetLook {
  readonly styled: readonly StyledArea[];
  readonly merges: readonly StepArea[];
  /** Points. */
  readonly widths: readonly (readonly [from: number, to: number, points: number])[];
  /** Points; `fit` lets Excel fit the rows where their heights are too many to say. */
  readonly heights: readonly (readonly [from: number, to: number, points: number])[] | { readonly fit: readonly [from: number, to: number] };
  readonly conditional: readonly PlanConditionalFormat[];
  readonly messages: readonly PlanInputMessage[];
  readonly links: readonly (readonly [row: number, column: number, target: string, blank: boolean])[];
  readonly names: readonly PlanName[];
  readonly freeze: readonly [rows: number, columns: number];
  readonly filter?: StepArea;
  readonly print?: PlanPrint;
  readonly gridLines: boolean;
  readonly tabColour: string;
  readonly visibility: SheetPlan["visibility"];
}

/** Points of one character of width: seven pixels at 96 dots an inch. */
const CHARACTER_POINTS = 5.25;
/** More runs of heights than these cost more than they give. */
const MOST_HEIGHTS = 200;

export const toStepArea = ({ top, left, bottom, right }: PlanArea): StepArea => [top, left, bottom, right];
export const toPlanArea = ([top, left, bottom, right]: StepArea): PlanArea => ({ top, left, bottom, right });

/** Plans do not change: a sheet's look is worked out once for the preview, the write and the record. */
const lookedAt = new WeakMap<SheetPlan, SheetLook>();
/** Of the cells alone: a sheet that is given its id in a name, or another name for itself, keeps them. */
const styledOf = new WeakMap<SheetPlan["cells"], readonly StyledArea[]>();

export function lookOf(sheet: SheetPlan): SheetLook {
  const look = lookedAt.get(sheet) ?? makeLook(sheet);
  lookedAt.set(sheet, look);
  return look;
}

/** `lookOf`, in parts where the sheet is long. */
export function* lookInParts(sheet: SheetPlan): InParts<SheetLook> {
  yield* styledInParts(sheet.cells);
  return lookOf(sheet);
}

/** Areas of planned cells that look alike. */
export const styledAreas = (cells: SheetPlan["cells"]): readonly StyledArea[] => atOnce(styledInParts(cells));

function* styledInParts(cells: SheetPlan["cells"]): InParts<readonly StyledArea[]> {
  const areas = styledOf.get(cells) ?? (yield* coverStyles(cells));
  styledOf.set(cells, areas);
  return areas;
}

function* coverStyles(cells: SheetPlan["cells"]): InParts<StyledArea[]> {
  const covered = yield* coverInParts(cells, ({ style = "", numberFormat }) => (numberFormat === undefined ? style : `${style}|${numberFormat}`));
  const areas: StyledArea[] = [];
  for (const { area, value } of covered) {
    const [style, ...format] = value.split("|");
    areas.push([...toStepArea(area), style as StyleName | "", format.join("|")]);
    if (areas.length % CELLS_A_PART === 0) yield;
  }
  yield;
  return areas;
}

function makeLook(sheet: SheetPlan): SheetLook {
  return {
    styled: styledAreas(sheet.cells),
    merges: sheet.merges.map(toStepArea),
    widths: runsOfEqual(sheet.columnWidths.map((width) => (width === null ? undefined : Math.round(width * CHARACTER_POINTS * 4) / 4))),
    heights: heightsOf(sheet),
    conditional: sheet.conditionalFormats,
    messages: joinMessages(sheet.inputMessages),
    links: sheet.cells.filter(({ link }) => link).map(({ row, column, link, value, formula }) => [row, column, `${quoteSheet(link!.sheet)}!${link!.address}`, formula === undefined && (value ?? "") === ""] as const),
    names: sheet.names,
    freeze: [sheet.freeze?.rows ?? 0, sheet.freeze?.columns ?? 0],
    filter: sheet.filter && toStepArea(sheet.filter),
    print: sheet.print,
    gridLines: sheet.showGridLines,
    tabColour: sheet.tabColour ?? "",
    visibility: sheet.visibility,
  };
}

function heightsOf(sheet: SheetPlan): SheetLook["heights"] {
  const rows: (number | undefined)[] = [];
  for (const [row, points] of Object.entries(sheet.rowHeights)) rows[Number(row)] = points;
  const runs = runsOfEqual(Array.from(rows));
  return runs.length > MOST_HEIGHTS ? { fit: [Number(runs[0]![0]), rows.length - 1] } : runs;
}

/** Neighbours that say the same get one message between them. */
function joinMessages(messages: readonly PlanInputMessage[]): PlanInputMessage[] {
  const cells = messages.flatMap(({ area, ...said }) => {
    const value = JSON.stringify(said);
    const places = [];
    for (let row = area.top; row <= area.bottom; row++) for (let column = area.left; column <= area.right; column++) places.push({ row, column, value });
    return places;
  });
  return coverRectangles(cells).map(({ area, value }) => ({ area, ...(JSON.parse(value) as Omit<PlanInputMessage, "area">) }));
}

/** Every planned place of a look: what is ours on the sheet, and so may be compared and written again. */
export function eachPlace(look: Pick<SheetLook, "styled">, visit: (row: number, column: number) => void): void {
  for (const [top, left, bottom, right] of look.styled) {
    for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) visit(row, column);
  }
}

/** A place as one number: Excel has 16,384 columns. */
export const placeKey = (row: number, column: number): number => row * 16_384 + column;
