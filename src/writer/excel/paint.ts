import { styles, type Style } from "../../sheet/styles.ts";
import type { PlanArea } from "../../sheet/plan.ts";
import { placeKey, type SheetLook } from "./look.ts";
import { coverRectangles, type ValuedCell } from "./rectangles.ts";
import type { Paint, Step, StepArea } from "./step.ts";

type Property = keyof Paint;

/** How a cell that nobody painted looks. Its font is the user's own. */
const UNPAINTED: Paint = { bold: false, underline: false, colour: "000000", fill: null, horizontal: "general", vertical: "bottom", wrap: false, shrink: false, border: false, numberFormat: "General" };
const PROPERTIES: readonly Property[] = ["numberFormat", "fontName", "size", "bold", "underline", "colour", "fill", "horizontal", "vertical", "wrap", "shrink", "border"];
/** May run over cells between the planned ones: nothing shows. */
const INVISIBLE: ReadonlySet<Property> = new Set(["fontName", "size", "vertical"]);

function paintOf(name: string, numberFormat: string): Paint {
  const style: Style | undefined = name === "" ? undefined : styles[name as keyof typeof styles];
  const format = numberFormat === "" ? "General" : numberFormat;
  if (!style) return { ...UNPAINTED, numberFormat: format };
  return {
    fontName: style.font,
    size: style.size,
    bold: style.bold ?? false,
    underline: style.underline ?? false,
    colour: style.colour ?? "000000",
    fill: style.fill ?? null,
    horizontal: style.horizontal,
    vertical: style.vertical,
    wrap: style.wrap ?? false,
    shrink: style.shrink ?? false,
    border: style.border ?? false,
    numberFormat: format,
  };
}

/** Rows between two edges of styled areas look alike: they are painted as one. `top` of each band, and the end of the last. */
function bandsOf(...looks: readonly (SheetLook | undefined)[]): number[] {
  const edges = new Set(looks.flatMap((look) => (look?.styled ?? []).flatMap(([top, , bottom]) => [top, bottom + 1])));
  return [...edges].sort((a, b) => a - b);
}

/** Cells by place; their rows are numbers of bands. */
type Painted = Map<number, { readonly row: number; readonly column: number; readonly paint: Paint }>;

function paintedCells(look: SheetLook | undefined, bands: readonly number[]): Painted {
  const bandAt = new Map(bands.map((top, index) => [top, index]));
  const known = new Map<string, Paint>();
  const cells: Painted = new Map();
  for (const [top, left, bottom, right, style, numberFormat] of look?.styled ?? []) {
    const key = `${style}|${numberFormat}`;
    const paint = known.get(key) ?? paintOf(style, numberFormat);
    known.set(key, paint);
    for (let row = bandAt.get(top)!; row < bandAt.get(bottom + 1)!; row++) for (let column = left; column <= right; column++) cells.set(placeKey(row, column), { row, column, paint });
  }
  return cells;
}

/**
 * What to paint so that a sheet that looks like `from` looks like `to`; from nothing where `from` is absent.
 *
 * One property of one region is one step, whatever the number of cells; cells that need nothing are not touched, so
 * what a user painted elsewhere stays.
 */
export function paintSteps(sheet: string, from: SheetLook | undefined, to: SheetLook): Step[] {
  if (from && JSON.stringify(from.styled) === JSON.stringify(to.styled)) return [];
  const bands = bandsOf(from, to);
  const toRows = (area: PlanArea): StepArea => [bands[area.top]!, area.left, bands[area.bottom + 1]! - 1, area.right];
  const [before, after] = [paintedCells(from, bands), paintedCells(to, bands)];
  const gone = [...before].filter(([key]) => !after.has(key)).map(([, { row, column }]) => ({ row, column, value: true }));
  const bare = new Map([...before].filter(([key, { paint }]) => paint.border && !after.get(key)?.paint.border));
  const unbordered = [...bare.values()].map(({ row, column }) => ({ row, column, value: false }));
  const backgrounds: Paint = from ? {} : backgroundOf(after);
  const paints = new Map<string, { area: StepArea; paint: Paint }>();
  for (const property of PROPERTIES) {
    // An edge is shared: where one is taken away, all that remain are drawn again.
    const redraw = property === "border" && bare.size > 0;
    for (const { area, value } of coverRectangles(redraw ? borderedCells(after) : changesOf(property, before, after, backgrounds[property]))) {
      const rows = toRows(area);
      const known = paints.get(rows.join(","));
      paints.set(rows.join(","), { area: rows, paint: { ...known?.paint, [property]: value } });
    }
  }
  return [
    ...coverRectangles(unbordered).map(({ area }): Step => ({ do: "paint", sheet, area: toRows(area), paint: { border: false } })),
    ...coverRectangles(gone).map(({ area }): Step => ({ do: "clear-format", sheet, area: toRows(area) })),
    ...(Object.keys(backgrounds).length > 0 ? [{ do: "paint", sheet, area: boundsOfAll([...after.values()], bands), paint: backgrounds } as const] : []),
    ...[...paints.values()].map(({ area, paint }): Step => ({ do: "paint", sheet, area, paint })),
  ];
}

const boundsOfAll = (cells: readonly { readonly row: number; readonly column: number }[], bands: readonly number[]): StepArea => [0, 0, bands[bands.length - 1]! - 1, cells.reduce((last, cell) => Math.max(last, cell.column), 0)];

/** What most cells have of the properties that do not show on empty cells. */
function backgroundOf(cells: Painted): Paint {
  const entries = [...INVISIBLE].flatMap((property) => {
    const counts = new Map<Paint[Property], number>();
    for (const { paint } of cells.values()) counts.set(paint[property], (counts.get(paint[property]) ?? 0) + 1);
    const common = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
    return common === undefined || common === UNPAINTED[property] ? [] : [[property, common] as const];
  });
  return Object.fromEntries(entries);
}

function changesOf(property: Property, before: Painted, after: Painted, background: Paint[Property]): ValuedCell<Paint[Property]>[] {
  const changes: ValuedCell<Paint[Property]>[] = [];
  const was = (row: number, column: number) => background ?? (before.get(placeKey(row, column))?.paint ?? UNPAINTED)[property];
  for (const { row, column, paint } of after.values()) {
    const value = paint[property];
    if (value !== undefined && value !== was(row, column)) changes.push({ row, column, value });
  }
  return changes;
}

const borderedCells = (cells: Painted): ValuedCell<Paint[Property]>[] => [...cells.values()].filter(({ paint }) => paint.border).map(({ row, column }) => ({ row, column, value: true }));
