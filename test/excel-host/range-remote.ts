import { parseAddress, toRange } from "../../src/sheet/address.ts";
import type { StepArea } from "../../src/writer/excel/step.ts";
import { HostNotImplemented, OfficeFault, type Remote } from "./remote.ts";
import { cellAt, keyOf, tidy, type Scalar, type SheetState } from "./sheet-state.ts";
import { conditionalRemote, validationRemote } from "./rules-remote.ts";
import type { WorkbookState } from "./workbook-state.ts";

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

/** Area of an address: cells, whole columns (`A:C`), whole rows (`1:5`); all of the sheet where there is none. */
export function areaOf(address: string | null | undefined): StepArea {
  if (address === null || address === undefined) return [0, 0, LAST_ROW, LAST_COLUMN];
  const [from = "", to = from] = address.replace(/^.*!/, "").replaceAll("$", "").split(":");
  if (/^\d+$/.test(from)) return [Number(from) - 1, 0, Number(to) - 1, LAST_COLUMN];
  if (/^[A-Z]+$/.test(from)) return [0, parseAddress(`${from}1`)!.column, LAST_ROW, parseAddress(`${to}1`)!.column];
  const [first, last] = [parseAddress(from), parseAddress(to)];
  if (!first || !last) throw new OfficeFault("InvalidArgument", `address ${address}`);
  return [first.row, first.column, last.row, last.column];
}

type Place = readonly [row: number, column: number];

function* placesIn([top, left, bottom, right]: StepArea): Generator<Place> {
  if ((bottom - top + 1) * (right - left + 1) > 2_000_000) throw new HostNotImplemented("cells of whole rows or columns");
  for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) yield [row, column];
}

const overlap = (a: StepArea, b: StepArea): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

/**
 * Excel's Range. Keeping a reference is refused on purpose: each kept range costs a further round trip to release it,
 * so ranges have to be untracked.
 */
export function rangeRemote(book: WorkbookState, sheet: SheetState, area: StepArea): Remote {
  const [top, left, bottom, right] = area;
  const writable = () => {
    if (sheet.protected) throw new OfficeFault("AccessDenied", `${sheet.name} is protected`);
  };
  const grid = <T>(read: (row: number, column: number) => T): T[][] => Array.from({ length: bottom - top + 1 }, (_, row) => Array.from({ length: right - left + 1 }, (_unused, column) => read(top + row, left + column)));
  const enter = (matrix: readonly (readonly (Scalar | null)[])[]) => {
    writable();
    if (matrix.length !== bottom - top + 1 || matrix.some((row) => row.length !== right - left + 1)) throw new OfficeFault("InvalidArgument", "the array does not fit the range");
    matrix.forEach((row, at) => row.forEach((input, column) => book.enter(sheet, top + at, left + column, input)));
  };
  const paint = (name: string) => (value: unknown) => {
    writable();
    for (const [row, column] of placesIn(area)) cellAt(sheet, row, column).format[name] = value;
  };
  return {
    type: "Range",
    get: {
      Formulas: () => grid((row, column) => book.read(sheet, row, column)),
      Values: () => grid((row, column) => {
        const cell = sheet.cells.get(keyOf(row, column));
        return cell?.value ?? cell?.result ?? "";
      }),
      RowIndex: () => top,
      ColumnIndex: () => left,
      RowCount: () => bottom - top + 1,
      ColumnCount: () => right - left + 1,
      Address: () => `${sheet.name}!${toRange(...area)}`,
    },
    set: {
      Formulas: enter,
      NumberFormat: (format: unknown) => {
        writable();
        for (const [row, column] of placesIn(area)) cellAt(sheet, row, column).format.numberFormat = Array.isArray(format) ? (format as string[][])[row - top]?.[column - left] : format;
      },
      Hyperlink: (link: { documentReference?: string }) => {
        writable();
        for (const [row, column] of placesIn(area)) {
          const cell = cellAt(sheet, row, column);
          cell.link = link;
          // Excel gives a link its own look, and text where the cell has none.
          Object.assign(cell.format, { color: "#0563C1", underline: "Single" });
          if (cell.value === undefined && cell.formula === undefined) cell.value = link.documentReference ?? "";
        }
      },
    },
    reach: {
      Format: () => formatRemote(sheet, area, paint, writable),
      ConditionalFormats: () => conditionalRemote(sheet, area, writable),
      DataValidation: () => validationRemote(sheet, area, writable),
    },
    call: {
      Clear: (what: string) => {
        writable();
        if (what !== "Formats" && what !== "Hyperlinks") throw new HostNotImplemented(`Range.Clear(${what})`);
        for (const [row, column] of placesIn(area)) {
          if (what === "Formats") cellAt(sheet, row, column).format = {};
          else delete cellAt(sheet, row, column).link;
        }
        tidy(sheet);
      },
      Merge: () => {
        writable();
        sheet.merges = [...sheet.merges.filter((one) => !overlap(one, area)), area];
      },
      Unmerge: () => {
        writable();
        sheet.merges = sheet.merges.filter((one) => !overlap(one, area));
      },
      GetMergedAreasOrNullObject: () => (sheet.merges.length === 0 ? null : { type: "RangeAreas", get: { Address: () => sheet.merges.map((one) => `${sheet.name}!${toRange(...one)}`).join(",") } }),
      Select: () => {
        book.active = `${sheet.name}!${toRange(...area)}`;
      },
    },
  };
}

function formatRemote(sheet: SheetState, area: StepArea, paint: (name: string) => (value: unknown) => void, writable: () => void): Remote {
  const [top, left, bottom, right] = area;
  const sizes = (map: Map<number, number>, from: number, to: number) => (points: number) => {
    writable();
    for (let at = from; at <= to; at++) map.set(at, points);
  };
  const reset = (map: Map<number, number>, from: number, to: number) => () => {
    writable();
    for (let at = from; at <= to; at++) map.delete(at);
  };
  return {
    type: "RangeFormat",
    set: {
      HorizontalAlignment: paint("horizontalAlignment"),
      VerticalAlignment: paint("verticalAlignment"),
      WrapText: paint("wrapText"),
      ShrinkToFit: paint("shrinkToFit"),
      ColumnWidth: sizes(sheet.columnWidths, left, right),
      RowHeight: sizes(sheet.rowHeights, top, bottom),
      UseStandardWidth: reset(sheet.columnWidths, left, right),
      UseStandardHeight: reset(sheet.rowHeights, top, bottom),
    },
    reach: {
      Font: () => ({ type: "RangeFont", set: { Name: paint("name"), Size: paint("size"), Bold: paint("bold"), Underline: paint("underline"), Color: paint("color") } }),
      Fill: () => ({ type: "RangeFill", set: { Color: paint("fill") }, call: { Clear: () => paint("fill")(undefined) } }),
      Borders: () => ({ type: "RangeBorderCollection", index: (edge: string) => ({ type: "RangeBorder", set: { Style: (style: string) => drawBorder(sheet, area, edge, style, writable) } }) }),
    },
    call: { AutofitRows: () => void sheet.fitted.push(`${top}:${bottom}`) },
  };
}

/** An edge belongs to both cells that it parts. */
function drawBorder(sheet: SheetState, [top, left, bottom, right]: StepArea, edge: string, style: string, writable: () => void): void {
  writable();
  const draw = (row: number, column: number, side: string) => {
    if (row >= 0 && column >= 0) cellAt(sheet, row, column).format[side] = style;
  };
  const horizontal = (row: number) => {
    for (let column = left; column <= right; column++) {
      draw(row - 1, column, "EdgeBottom");
      draw(row, column, "EdgeTop");
    }
  };
  const vertical = (column: number) => {
    for (let row = top; row <= bottom; row++) {
      draw(row, column - 1, "EdgeRight");
      draw(row, column, "EdgeLeft");
    }
  };
  if (edge === "EdgeTop") horizontal(top);
  else if (edge === "EdgeBottom") horizontal(bottom + 1);
  else if (edge === "EdgeLeft") vertical(left);
  else if (edge === "EdgeRight") vertical(right + 1);
  else if (edge === "InsideHorizontal") for (let row = top + 1; row <= bottom; row++) horizontal(row);
  else if (edge === "InsideVertical") for (let column = left + 1; column <= right; column++) vertical(column);
  else throw new HostNotImplemented(`border ${edge}`);
}
