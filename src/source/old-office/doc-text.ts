import { UnreadableFile } from "../unreadable.ts";

/** A character of the document's text and where its bytes stand in the WordDocument stream. */
export interface DocText {
  readonly text: string;
  /** Offset in the stream of every character of `text`. */
  readonly offsets: Uint32Array;
  /** Characters of the main text; behind it footnotes, headers and at last the text boxes. */
  readonly mainLength: number;
  readonly boxes: { readonly start: number; readonly end: number };
}

export const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Places in the file information block of Word 97 and later ([MS-DOC] 2.5). */
const FIB = { flags: 0x0a, version: 0x02, mainLength: 0x4c, footnotes: 0x50, headers: 0x54, comments: 0x5c, endnotes: 0x60, boxes: 0x64, pieces: 0x1a2, paragraphs: 0x102 } as const;

/** Offset and length of a structure in the table stream. */
export function structureAt(document: Uint8Array, which: "pieces" | "paragraphs"): { readonly start: number; readonly length: number } {
  const view = viewOf(document);
  return { start: view.getUint32(FIB[which], true), length: view.getUint32(FIB[which] + 4, true) };
}

/** Which of its two table streams a document uses. Throws UnreadableFile: under a password, or older than Word 97. */
export function tableStreamName(document: Uint8Array): "0Table" | "1Table" {
  const view = viewOf(document);
  if (document.length < 0x1aa || view.getUint16(0, true) !== 0xa5ec || view.getUint16(FIB.version, true) < 0xc0) throw new UnreadableFile("old-word");
  const flags = view.getUint16(FIB.flags, true);
  if (flags & 0x0100) throw new UnreadableFile("password");
  return flags & 0x0200 ? "1Table" : "0Table";
}

const WESTERN = new TextDecoder("windows-1252");
const UNICODE = new TextDecoder("utf-16le");

/** The text of a document put together from its pieces. Throws UnreadableFile where they do not lie within the file. */
export function readDocText(document: Uint8Array, table: Uint8Array): DocText {
  const { start, length } = structureAt(document, "pieces");
  const damaged = () => new UnreadableFile("damaged-document");
  if (start + length > table.length) throw damaged();
  const view = viewOf(table);
  let at = start;
  // Property modifiers stand before the pieces.
  while (at < start + length && table[at] === 1) at += 3 + view.getUint16(at + 1, true);
  if (table[at] !== 2) throw damaged();
  const count = Math.floor((view.getUint32(at + 1, true) - 4) / 12);
  const first = at + 5;
  const parts: string[] = [];
  const offsets: number[] = [];
  for (let piece = 0; piece < count; piece++) {
    const characters = view.getUint32(first + (piece + 1) * 4, true) - view.getUint32(first + piece * 4, true);
    const packed = view.getUint32(first + (count + 1) * 4 + piece * 8 + 2, true);
    const isNarrow = (packed & 0x40000000) !== 0;
    const offset = isNarrow ? (packed & 0x3fffffff) / 2 : packed & 0x3fffffff;
    const size = isNarrow ? 1 : 2;
    if (characters < 0 || offset + characters * size > document.length) throw damaged();
    const bytes = document.subarray(offset, offset + characters * size);
    parts.push(isNarrow ? WESTERN.decode(bytes) : UNICODE.decode(bytes));
    for (let index = 0; index < characters; index++) offsets.push(offset + index * size);
  }
  const lengths = viewOf(document);
  const sum = (...places: readonly number[]) => places.reduce((total, place) => total + lengths.getUint32(place, true), 0);
  const boxStart = sum(FIB.mainLength, FIB.footnotes, FIB.headers, FIB.comments, FIB.endnotes);
  return { text: parts.join(""), offsets: Uint32Array.from(offsets), mainLength: sum(FIB.mainLength), boxes: { start: boxStart, end: boxStart + sum(FIB.boxes) } };
}
