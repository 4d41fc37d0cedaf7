import { UnreadableFile } from "../unreadable.ts";

/** A file in a zip archive as its directory lists it; nothing is unpacked yet. */
export interface ZipEntry {
  readonly name: string;
  readonly packedSize: number;
  /** As declared: `unzipEntry` never makes more than this. */
  readonly size: number;
  readonly crc: number;
  readonly method: number;
  readonly encrypted: boolean;
  /** Offset of the local header. */
  readonly at: number;
}

/** What unpacking one archive may come to. */
export const ZIP_LIMITS = { files: 5_000, bytes: 400_000_000, ratio: 300, ratioFrom: 20_000_000 } as const;

const END_LENGTH = 22;
const HEADER_LENGTH = 46;

/** Where the end record stands, or -1: it may be followed by a comment of up to 64 kB. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - END_LENGTH; at >= Math.max(0, view.byteLength - END_LENGTH - 65_535); at--) if (view.getUint32(at, true) === 0x06054b50) return at;
  return -1;
}

/** Names are UTF-8 where the entry says so or they happen to be; else what Chinese Windows writes: GB18030. */
function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  for (const encoding of isUtf8 ? ["utf-8"] : ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next encoding, or the letters as they are.
    }
  }
  return String.fromCharCode(...bytes);
}

/**
 * The files of a zip archive (a .docx and a .xlsx are ones too), folders apart.
 *
 * Throws UnreadableFile on a cut or broken archive, and before anything is unpacked on one that declares more files,
 * bytes or a higher ratio than ZIP_LIMITS.
 */
export function listZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) throw new UnreadableFile("damaged-archive");
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + HEADER_LENGTH > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw new UnreadableFile("damaged-archive");
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const next = at + HEADER_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const name = decodeName(bytes.subarray(at + HEADER_LENGTH, at + HEADER_LENGTH + nameLength), (flags & 0x800) !== 0).replaceAll("\\", "/");
    const entry = { name, method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), packedSize: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), encrypted: (flags & 1) !== 0, at: view.getUint32(at + 42, true) };
    if (!name.endsWith("/")) entries.push(entry);
    at = next;
  }
  refuseBombs(entries);
  return entries;
}

function refuseBombs(entries: readonly ZipEntry[]): void {
  if (entries.length > ZIP_LIMITS.files) throw new UnreadableFile("too-many-files", String(entries.length));
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.packedSize, 0);
  if (size > ZIP_LIMITS.bytes || (size > ZIP_LIMITS.ratioFrom && size > packed * ZIP_LIMITS.ratio)) throw new UnreadableFile("unpacks-too-large");
}
