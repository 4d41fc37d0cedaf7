import type { CellId } from "../form/compile.ts";
import { formOf, findForm } from "../form/forms.ts";
import type { EditionId, TableId } from "../form/definition.ts";
import { BLANK, type Cell, type CellStatus, type Origin, type Report, type ReportTable } from "../report/model.ts";

/**
 * Reports in few characters for the hidden metadata: cells in official order, 0 for a plain blank, null for a cell
 * that is not there. Packing and unpacking lose nothing.
 */
export interface PackedReport extends Omit<Report, "tables"> {
  readonly tables: readonly PackedTable[];
}

interface PackedTable {
  readonly table: TableId;
  readonly edition: EditionId;
  readonly origin?: Origin;
  readonly beyond?: readonly CellId[];
  readonly cells: readonly (PackedCell | 0 | null)[];
}

type PackedCell = readonly [value: number | null, status: CellStatus, raw: string | null, origin: PackedOrigin | null, extra?: Pick<Cell, "measureUnknown" | "conversion">];

export type PackedOrigin = readonly (string | number)[];

export const packReport = (report: Report): PackedReport => ({ ...report, tables: report.tables.map(packTable) });

export const unpackReport = (packed: PackedReport): Report => ({ ...packed, tables: packed.tables.filter((table) => findForm(table.table, table.edition)).map(unpackTable) });

/** A report in figures alone, as a year later needs it: no raw text, no places. */
export interface PackedFigures {
  readonly unit: string;
  readonly year: number | null;
  readonly file: string;
  readonly tables: readonly { readonly table: TableId; readonly edition: EditionId; readonly values: readonly (number | null)[] }[];
}

/** Only the figures are kept; an amount whose unit of measure is unknown compares with nothing and is left out. */
export const packFigures = ({ unit, year, file, tables }: Report): PackedFigures => ({
  unit,
  year,
  file,
  tables: tables.map((table) => ({ table: table.table, edition: table.edition, values: formOf(table).cells.map(({ id }) => (table.cells[id]?.measureUnknown ? null : (table.cells[id]?.value ?? null))) })),
});

export const unpackFigures = ({ tables, ...rest }: PackedFigures): Report => ({
  ...rest,
  tables: tables.filter((table) => findForm(table.table, table.edition)).map(({ table, edition, values }) => ({ table, edition, cells: Object.fromEntries(formOf({ table, edition }).cells.map(({ id }, index) => [id, figureOf(values[index] ?? null)])) })),
});

const figureOf = (value: number | null): Cell => (value === null ? BLANK : { value, status: "read" });

const packTable = (table: ReportTable): PackedTable => ({
  ...table,
  cells: formOf(table).cells.map(({ id }) => {
    const cell = table.cells[id];
    return cell === undefined ? null : packCell(cell);
  }),
});

const unpackTable = (packed: PackedTable): ReportTable => ({
  ...packed,
  cells: Object.fromEntries(
    formOf(packed).cells.flatMap(({ id }, index) => {
      const cell = packed.cells[index] ?? null;
      return cell === null ? [] : [[id, cell === 0 ? BLANK : unpackCell(cell)]];
    }),
  ),
});

function packCell(cell: Cell): PackedCell | 0 {
  const { value, status, raw, origin, measureUnknown, conversion } = cell;
  if (value === null && status === "blank" && raw === undefined && origin === undefined && !measureUnknown && conversion === undefined) return 0;
  const base = [value, status, raw ?? null, origin ? packOrigin(origin) : null] as const;
  return measureUnknown || conversion !== undefined ? [...base, { measureUnknown, conversion }] : base;
}

function unpackCell([value, status, raw, origin, extra]: PackedCell): Cell {
  return { value, status, ...(raw !== null && { raw }), ...(origin !== null && { origin: unpackOrigin(origin) }), ...extra };
}

export function packOrigin(origin: Origin): PackedOrigin {
  switch (origin.kind) {
    case "line":
      return ["l", origin.line, origin.start, origin.end];
    case "page":
      return ["p", origin.page, origin.line];
    case "sheet":
      return ["s", origin.sheet, origin.address];
    case "table":
      return ["t", origin.table, origin.row, origin.column];
    case "consolidated":
      return origin.provider === undefined ? ["c"] : ["c", origin.provider];
  }
}

export function unpackOrigin([kind, ...rest]: PackedOrigin): Origin {
  const number = (index: number) => Number(rest[index] ?? 0);
  switch (kind) {
    case "l":
      return { kind: "line", line: number(0), start: number(1), end: number(2) };
    case "p":
      return { kind: "page", page: number(0), line: number(1) };
    case "s":
      return { kind: "sheet", sheet: String(rest[0]), address: String(rest[1]) };
    case "t":
      return { kind: "table", table: number(0), row: number(1), column: number(2) };
    default:
      return rest.length > 0 ? { kind: "consolidated", provider: String(rest[0]) } : { kind: "consolidated" };
  }
}
