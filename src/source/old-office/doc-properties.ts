import { structureAt, viewOf } from "./doc-text.ts";

/** What Word's paragraph properties say of tables ([MS-DOC] 2.6.2). */
export interface ParagraphProperties {
  /** 0 outside of tables, 1 in a table, 2 in a table within its cell … */
  readonly depth: number;
  /** The mark that ends a row rather than a cell. */
  readonly endsRow: boolean;
  /** Of a row's mark: the row's cells. */
  readonly cells?: readonly RowCell[];
}

/** A cell of a row: its edges in twentieths of a point, and how it is merged. */
export interface RowCell {
  readonly left: number;
  readonly right: number;
  /** Only the rest of a cell merged with the one above or to the left. */
  readonly continued: boolean;
}

const NONE: ParagraphProperties = { depth: 0, endsRow: false };

const SPRM = { inTable: 0x2416, rowEnd: 0x2417, depth: 0x6649, innerCell: 0x244b, innerRowEnd: 0x244c, rowCells: 0xd608, huge: 0x6646, hugeToo: 0x6645 } as const;

/** Bytes of a property's operand by the three highest bits of its number; 6 tells its own length. */
const OPERANDS = [1, 1, 2, 4, 2, 2, 0, 3];

/** Properties too long for their page (rows of many cells) stand in the Data stream. */
function hugeProperties(data: Uint8Array | undefined, offset: number): ParagraphProperties {
  if (!data || offset + 2 > data.length) return NONE;
  return readProperties(data.subarray(offset + 2, offset + 2 + viewOf(data).getUint16(offset, true)), undefined);
}

function readProperties(bytes: Uint8Array, data: Uint8Array | undefined): ParagraphProperties {
  const view = viewOf(bytes);
  let depth = 0;
  let endsRow = false;
  let cells: readonly RowCell[] | undefined;
  for (let at = 0; at + 2 < bytes.length; ) {
    const sprm = view.getUint16(at, true);
    at += 2;
    const isRow = sprm === SPRM.rowCells;
    const length = (sprm >> 13) === 6 ? (isRow ? view.getUint16(at, true) + 1 : bytes[at]! + 1) : OPERANDS[sprm >> 13]!;
    if (at + length > bytes.length) break;
    if (sprm === SPRM.inTable && bytes[at]) depth = Math.max(1, depth);
    else if (sprm === SPRM.depth) depth = view.getUint32(at, true);
    else if ((sprm === SPRM.rowEnd || sprm === SPRM.innerRowEnd) && bytes[at]) endsRow = true;
    else if (sprm === SPRM.huge || sprm === SPRM.hugeToo) {
      const huge = hugeProperties(data, view.getUint32(at, true));
      depth = Math.max(depth, huge.depth);
      endsRow ||= huge.endsRow;
      cells ??= huge.cells;
    } else if (isRow) cells = readRowCells(bytes.subarray(at + 2, at + length));
    at += length;
  }
  return { depth, endsRow, cells };
}

function readRowCells(bytes: Uint8Array): RowCell[] {
  const view = viewOf(bytes);
  const count = bytes[0] ?? 0;
  if (1 + (count + 1) * 2 > bytes.length) return [];
  const kinds = 1 + (count + 1) * 2;
  return Array.from({ length: count }, (_, at) => {
    const kind = kinds + at * 20 + 2 <= bytes.length ? view.getUint16(kinds + at * 20, true) : 0;
    const isRest = (kind & 2) !== 0 || ((kind & 0x20) !== 0 && (kind & 0x40) === 0);
    return { left: view.getInt16(1 + at * 2, true), right: view.getInt16(3 + at * 2, true), continued: isRest };
  });
}

/**
 * Tells the properties of the paragraph that a place of the WordDocument stream belongs to. Never throws: what the
 * file does not say is text outside of tables.
 */
export function propertiesOf(document: Uint8Array, table: Uint8Array, data?: Uint8Array): (offset: number) => ParagraphProperties {
  const { start, length } = structureAt(document, "paragraphs");
  if (start + length > table.length || length < 12) return () => NONE;
  const view = viewOf(table);
  const count = Math.floor((length - 4) / 8);
  const runs: { readonly from: number; readonly to: number; readonly properties: ParagraphProperties }[] = [];
  for (let at = 0; at < count; at++) {
    const page = (view.getUint32(start + (count + 1) * 4 + at * 4, true) & 0x3fffff) * 512;
    if (page + 512 <= document.length) runs.push(...runsOf(document.subarray(page, page + 512), data));
  }
  runs.sort((a, b) => a.from - b.from);
  return (offset) => {
    let low = 0;
    let high = runs.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const run = runs[middle]!;
      if (offset < run.from) high = middle - 1;
      else if (offset >= run.to) low = middle + 1;
      else return run.properties;
    }
    return NONE;
  };
}

/** One 512-byte page of paragraph properties. */
function runsOf(page: Uint8Array, data: Uint8Array | undefined) {
  const view = viewOf(page);
  const count = page[511]!;
  if (count * 17 + 4 > 511) return [];
  return Array.from({ length: count }, (_, at) => {
    const place = page[(count + 1) * 4 + at * 13]! * 2;
    let properties = NONE;
    if (place > 0 && place < 510) {
      const words = page[place]!;
      const from = words === 0 ? place + 2 : place + 1;
      const size = words === 0 ? page[place + 1]! * 2 : words * 2 - 1;
      // The first two bytes are the style.
      properties = readProperties(page.subarray(from + 2, Math.min(511, from + size)), data);
    }
    return { from: view.getUint32(at * 4, true), to: view.getUint32(at * 4 + 4, true), properties };
  });
}
