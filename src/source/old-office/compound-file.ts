import { UnreadableFile } from "../unreadable.ts";

const FREE = 0xfffffff0;
const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

export const isCompoundFile = (bytes: Uint8Array) => SIGNATURE.every((byte, at) => bytes[at] === byte);

/** Streams of an OLE compound file ([MS-CFB]) by name: what .doc, .xls, .wps, .et and encrypted .docx are made of. */
export interface CompoundFile {
  /** Names of the streams, those of sub-storages included. */
  readonly names: ReadonlySet<string>;
  /** Bytes of a stream, or undefined where there is none. The first of several of one name, as of embedded objects. */
  readonly stream: (name: string) => Uint8Array | undefined;
}

/**
 * Opens a compound file. Throws UnreadableFile on a cut or broken one; chains that run in circles end at the length of
 * the file.
 */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  const damaged = () => new UnreadableFile("damaged-document");
  if (!isCompoundFile(bytes) || bytes.length < 1024) throw damaged();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) throw damaged();
  const sectorSize = 1 << shift;
  const sectors = Math.ceil(bytes.length / sectorSize);
  const offsetOf = (sector: number) => (sector + 1) * sectorSize;
  const u32 = (at: number) => (at + 4 <= bytes.length ? view.getUint32(at, true) : FREE);

  const tables: number[] = [];
  for (let at = 0; at < 109; at++) if (u32(76 + at * 4) < FREE) tables.push(u32(76 + at * 4));
  const perTable = sectorSize / 4;
  for (let sector = u32(68), left = sectors; sector < FREE && left > 0; sector = u32(offsetOf(sector) + sectorSize - 4), left--) {
    for (let at = 0; at < perTable - 1; at++) if (u32(offsetOf(sector) + at * 4) < FREE) tables.push(u32(offsetOf(sector) + at * 4));
  }
  const next = (sector: number) => {
    const table = tables[Math.floor(sector / perTable)];
    return table === undefined ? FREE : u32(offsetOf(table) + (sector % perTable) * 4);
  };
  const chain = (start: number, length = Number.POSITIVE_INFINITY): Uint8Array => {
    const found: Uint8Array[] = [];
    let size = 0;
    for (let sector = start; sector < FREE && size < length && found.length <= sectors; sector = next(sector)) {
      const part = bytes.subarray(offsetOf(sector), offsetOf(sector) + sectorSize);
      found.push(part);
      size += part.length;
    }
    if (Number.isFinite(length) && size < length) throw damaged();
    return join(found, Math.min(size, length));
  };

  const directory = chain(u32(48));
  const entries = entriesOf(directory);
  const root = entries.find((entry) => entry.type === 5);
  const smallTable = chain(u32(60));
  const smallView = new DataView(smallTable.buffer, smallTable.byteOffset, smallTable.byteLength);
  const small = root && root.size > 0 ? chain(root.start) : new Uint8Array();
  const smallChain = (start: number, length: number): Uint8Array => {
    const found: Uint8Array[] = [];
    for (let sector = start; sector < FREE && found.length * 64 < length; sector = sector * 4 + 4 <= smallTable.length ? smallView.getUint32(sector * 4, true) : FREE) found.push(small.subarray(sector * 64, sector * 64 + 64));
    if (found.length * 64 < length) throw damaged();
    return join(found, length);
  };
  return {
    names: new Set(entries.filter((entry) => entry.type === 2).map((entry) => entry.name)),
    stream: (name) => {
      const entry = entries.find((other) => other.type === 2 && other.name === name);
      if (!entry) return undefined;
      return entry.size < 4096 ? smallChain(entry.start, entry.size) : chain(entry.start, entry.size);
    },
  };
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part.subarray(0, length - at), at);
    at += part.length;
    if (at >= length) break;
  }
  return whole;
}

function entriesOf(directory: Uint8Array) {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const entries: { name: string; type: number; start: number; size: number }[] = [];
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = Math.max(0, Math.min(64, view.getUint16(at + 64, true)) - 2);
    const name = new TextDecoder("utf-16le").decode(directory.subarray(at, at + length));
    entries.push({ name, type: view.getUint8(at + 66), start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) });
  }
  return entries;
}
