import { inflateSync } from "fflate";
import { UnreadableFile } from "../unreadable.ts";
import type { ZipEntry } from "./zip-directory.ts";

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let rest = index;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest >>> 0;
});

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let at = 0; at < bytes.length; at++) crc = TABLE[(crc ^ bytes[at]!) & 255]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/**
 * The bytes of one file of an archive. The only file that knows fflate's reading side.
 *
 * What comes out is held to the declared size and checksum, so a figure is never read from damaged bytes. Throws
 * UnreadableFile: damaged, under a password, packed by a method other than deflate.
 */
export function unzipEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.encrypted) throw new UnreadableFile("password");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== 0x04034b50) throw new UnreadableFile("damaged-archive");
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const packed = bytes.subarray(start, start + entry.packedSize);
  if (packed.length < entry.packedSize) throw new UnreadableFile("damaged-archive");
  const unpacked = entry.method === 0 ? packed : inflate(packed, entry);
  if (unpacked.length !== entry.size || crcOf(unpacked) !== entry.crc) throw new UnreadableFile("damaged-archive");
  return unpacked;
}

function inflate(packed: Uint8Array, { method, size }: ZipEntry): Uint8Array {
  if (method !== 8) throw new UnreadableFile("damaged-archive");
  try {
    return inflateSync(packed, { out: new Uint8Array(size) });
  } catch {
    throw new UnreadableFile("damaged-archive");
  }
}
