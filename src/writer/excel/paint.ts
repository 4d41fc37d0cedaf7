import { styles, type Style } from "../../sheet/styles.ts";
import type { SheetLook } from "./look.ts";
import { placesOf, toStepArea } from "./look.ts";
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

type Painted = Map<string, { row: number; column: number; paint: Paint }>;

function paintedCells(look: SheetLook | undefined): Painted {
  const known = new Map<string, Paint>();
  const cells: Painted = new Map();
  for (const { row, column, style, numberFormat } of look ? placesOf(look) : []) {
    const key = `${style}|${numberFormat}`;
    const paint = known.get(key) ?? paintOf(style, numberFormat);
    known.set(key, paint);
    cells.set(`${row},${column}`, { row, column, paint });
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
  const [before, after] = [paintedCells(from), paintedCells(to)];
  const gone = [...before].filter(([key]) => !after.has(key)).map(([, { row, column }]) => ({ row, column, value: true }));
  const steps: Step[] = coverRectangles(gone).map(({ area }) => ({ do: "clear-format", sheet, area: toStepArea(area) }));
  const paints = new Map<string, { area: StepArea; paint: Paint }>();
  for (const property of PROPERTIES) {
    const { background, cells } = changesOf(property, before, after, from === undefined);
    for (const { area, value } of [...background, ...coverRectangles(cells).map((one) => ({ area: toStepArea(one.area), value: one.value }))]) {
      // Backgrounds come first: they are never joined with what is painted over them.
      const key = background.some((one) => one.area === area) ? `background ${area.join(",")}` : area.join(",");
      const known = paints.get(key);
      paints.set(key, { area, paint: { ...known?.paint, [property]: value } });
    }
  }
  const all = [...paints].sort(([a], [b]) => Number(b.startsWith("background")) - Number(a.startsWith("background")));
  return [...steps, ...all.map(([, { area, paint }]): Step => ({ do: "paint", sheet, area, paint }))];
}

function changesOf(property: Property, before: Painted, after: Painted, fresh: boolean): { background: { area: StepArea; value: Paint[Property] }[]; cells: ValuedCell<Paint[Property]>[] } {
  const all = [...after.values()].map(({ row, column, paint }) => ({ row, column, value: paint[property] }));
  if (fresh && INVISIBLE.has(property)) {
    const common = mostCommon(all.map((cell) => cell.value));
    if (common === undefined) return { background: [], cells: [] };
    const area: StepArea = [0, 0, Math.max(...all.map((cell) => cell.row)), Math.max(...all.map((cell) => cell.column))];
    return { background: [{ area, value: common }], cells: all.filter((cell) => cell.value !== undefined && cell.value !== common) };
  }
  const was = (row: number, column: number) => (before.get(`${row},${column}`)?.paint ?? UNPAINTED)[property];
  const changed = all.filter((cell) => cell.value !== undefined && cell.value !== was(cell.row, cell.column));
  // An edge is shared: where one is taken away, all that remain are drawn again.
  const redraw = property === "border" && changed.some((cell) => cell.value === false);
  return { background: [], cells: redraw ? [...changed.filter((cell) => cell.value === false), ...all.filter((cell) => cell.value === true)] : changed };
}

function mostCommon<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
