import { quoteSheet } from "../../sheet/address.ts";
import type { PlanArea, PlanConditionalFormat, PlanInputMessage, PlanName, PlanPrint, SheetPlan } from "../../sheet/plan.ts";
import type { StyleName } from "../../sheet/styles.ts";
import { coverRectangles, runsOfEqual } from "./rectangles.ts";
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

export function lookOf(sheet: SheetPlan): SheetLook {
  const styled = coverRectangles(sheet.cells.map(({ row, column, style, numberFormat }) => ({ row, column, value: `${style ?? ""}|${numberFormat ?? ""}` })));
  return {
    styled: styled.map(({ area, value }): StyledArea => [...toStepArea(area), value.slice(0, value.indexOf("|")) as StyleName | "", value.slice(value.indexOf("|") + 1)]),
    merges: sheet.merges.map(toStepArea),
    widths: runsOfEqual(sheet.columnWidths.map((width) => (width === null ? undefined : Math.round(width * CHARACTER_POINTS * 4) / 4))),
    heights: heightsOf(sheet),
    conditional: sheet.conditionalFormats,
    messages: joinMessages(sheet.inputMessages),
    links: sheet.cells.flatMap(({ row, column, link, value, formula }) => (link ? [[row, column, `${quoteSheet(link.sheet)}!${link.address}`, formula === undefined && (value ?? "") === ""] as const] : [])),
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
export function* placesOf(look: Pick<SheetLook, "styled">): Generator<{ row: number; column: number; style: StyleName | ""; numberFormat: string }> {
  for (const [top, left, bottom, right, style, numberFormat] of look.styled) {
    for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) yield { row, column, style, numberFormat };
  }
}
