import { readXlsx, type Cell, type CellValue, type Sheet, type Workbook } from "hucre/xlsx";
import { struckOut } from "./struck-out.ts";
import { UnreadableFile } from "./unreadable.ts";
import { unzipEntry } from "./zip/unzip.ts";
import { listZip, type ZipEntry } from "./zip/zip-directory.ts";

export type GridValue = string | number | boolean | null;

/** A cell as the file holds it. A formula whose result was not saved has the value null. */
export interface GridCell {
  readonly value: GridValue;
  readonly formula?: string;
  /** Shown as a percentage: 0.12 as 12%. */
  readonly percent?: true;
  /** Shown with a unit of money that only its format has, or as so many of its units: 1235892 as 1235892元, as 123.5892万元 or as 123.5892. */
  readonly amount?: { readonly scale: number; readonly unit: string };
}

export interface GridSheet {
  readonly name: string;
  readonly visible: boolean;
  /** By row and column, from 0; holes where nothing stands. */
  readonly rows: readonly (readonly (GridCell | undefined)[])[];
  readonly merges: readonly { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }[];
  /** Sheet-scoped names, as formula text without `=`. */
  readonly names: readonly { readonly name: string; readonly refersTo: string }[];
  /** From 0; absent where nothing is hidden. */
  readonly hiddenRows?: ReadonlySet<number>;
  readonly hiddenColumns?: ReadonlySet<number>;
}

/** A workbook as plain cells: what every spreadsheet source looks like to the rooms after this one. */
export interface GridWorkbook {
  readonly sheets: readonly GridSheet[];
}

const plain = (value: CellValue | undefined): GridValue => (value instanceof Date ? value.toISOString().slice(0, 10) : (value ?? null));

const isPercent = (format: string | undefined) => format !== undefined && format.includes("%") && /^[^"]*%/.test(format);

/** A number format without colours and conditions, of positive numbers. */
const plainFormat = (format: string) => format.split(";")[0]!.replace(/\[[^\]]*\]/g, "");
/** Quotes, and the marks before a single character that stands for itself. */
const LITERALS = /["\\!]/g;
/** A point that is only drawn, with the places behind it: `0\.0000`, `0"."0`. */
const DRAWN_POINT = /(?:\\\.|!\.|"\.")([0#?]+)/;
/** Thousands that are left out. */
const LEFT_OUT = /[0#?](,+)(?![0#?,])/;

/** The unit that a format adds to a number, and how many of the cell's units it shows as one. */
function amountOf(format: string | undefined): GridCell["amount"] {
  if (format === undefined) return undefined;
  const plain = plainFormat(format);
  const unit = /(?:亿|百万|千|万)?元|亿|万/.exec(plain.replace(LITERALS, ""))?.[0] ?? "";
  const places = DRAWN_POINT.exec(plain)?.[1]?.length ?? 0;
  const scale = 10 ** places * 1000 ** (LEFT_OUT.exec(plain)?.[1]?.length ?? 0);
  return unit === "" && scale === 1 ? undefined : { unit, scale };
}

/** A cell of several looks: marks raised above the rest in brackets, what is struck out behind what holds instead. */
function textOfRuns(runs: NonNullable<Cell["richText"]>): string {
  const hasPlain = runs.some(({ text, font }) => !font?.vertAlign && text.trim() !== "");
  let [text, struck] = ["", ""];
  for (const { text: own, font } of runs) {
    if (font?.strikethrough) struck += own;
    else text += hasPlain && font?.vertAlign && own.trim() !== "" ? `(${own.trim()})` : own;
  }
  return text + struckOut(struck);
}

const toGridCell = (value: CellValue | undefined, detail: Cell | undefined): GridCell | undefined => {
  if (detail?.formula !== undefined) return { value: plain(detail.formulaResult ?? detail.value), formula: detail.formula };
  const text = detail?.richText ? textOfRuns(detail.richText) : plain(value ?? detail?.value);
  if (text === null || text === "") return undefined;
  if (typeof text !== "number") return { value: text };
  const amount = amountOf(detail?.style?.numFmt);
  return { value: text, ...(isPercent(detail?.style?.numFmt) && { percent: true }), ...(amount && { amount }) };
};

function toRows(sheet: Sheet): (GridCell | undefined)[][] {
  // Rows without any cell are holes.
  const rows = Array.from(sheet.rows, (row: CellValue[] | undefined, index) => (row ?? []).map((value, column) => toGridCell(value, sheet.cells?.get(`${index},${column}`))));
  for (const [key, detail] of sheet.cells ?? []) {
    // A styled cell without anything in it.
    if (detail.formula === undefined && !detail.richText && (detail.value ?? "") === "") continue;
    const comma = key.indexOf(",");
    const [row, column] = [Number(key.slice(0, comma)), Number(key.slice(comma + 1))];
    if (rows[row]?.[column]) continue;
    const cell = toGridCell(undefined, detail);
    if (!cell) continue;
    while (rows.length <= row) rows.push([]);
    rows[row]![column] = cell;
  }
  return rows;
}

const hiddenIn = (entries: Iterable<readonly [number, { readonly hidden?: boolean } | undefined]>): ReadonlySet<number> | undefined => {
  const hidden = new Set<number>();
  for (const [index, entry] of entries) if (entry?.hidden) hidden.add(index);
  return hidden.size > 0 ? hidden : undefined;
};

/** hucre's workbook as plain cells. */
export const toGridWorkbook = (workbook: Workbook): GridWorkbook => ({
  sheets: workbook.sheets.map((sheet) => ({
    name: sheet.name,
    visible: !sheet.hidden && !sheet.veryHidden,
    rows: toRows(sheet),
    merges: (sheet.merges ?? []).map((merge) => ({ top: merge.startRow, left: merge.startCol, bottom: merge.endRow, right: merge.endCol })),
    names: (workbook.namedRanges ?? []).filter((name) => name.scope === sheet.name).map((name) => ({ name: name.name, refersTo: name.range })),
    hiddenRows: hiddenIn(sheet.rowDefs ?? []),
    hiddenColumns: hiddenIn((sheet.columns ?? []).entries()),
  })),
});

/** What a style sheet has where a cell may be shown as a percentage, with a unit or as so many of its units. */
const SHOWS_MORE = /numFmtId="(?:9|10)"|formatCode="[^"]*(?:[%元万亿]|\\\.|!\.|&quot;\.&quot;|[0#?],(?![0#?,]))/;

/** Formats are read only where some cell may be: they cost a third of the reading. */
function mayShowMore(bytes: Uint8Array, entries: readonly ZipEntry[]): boolean {
  const styles = entries.find((entry) => entry.name === "xl/styles.xml");
  return styles !== undefined && SHOWS_MORE.test(new TextDecoder().decode(unzipEntry(bytes, styles)));
}

/**
 * Reads an .xlsx file of whatever program.
 *
 * Throws UnreadableFile on a file that is none or that unpacks to far too much; nothing is unpacked before its
 * directory was looked at.
 */
export async function readXlsxGrid(bytes: Uint8Array): Promise<GridWorkbook> {
  const entries = listZip(bytes);
  try {
    return toGridWorkbook(await readXlsx(bytes, { readStyles: mayShowMore(bytes, entries) }));
  } catch {
    throw new UnreadableFile("damaged-workbook");
  }
}
