import { UnreadableFile } from "../source/unreadable.ts";
import { isCompoundFile, openCompoundFile } from "../source/old-office/compound-file.ts";
import { listZip, type ZipEntry } from "../source/zip/zip-directory.ts";
import type { InputFile } from "./taken.ts";

export type FileKind = "docx" | "xlsx" | "doc" | "xls" | "pdf" | "zip" | "html" | "csv" | "text";

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]) => signature.every((byte, at) => bytes[at] === byte);
const letters = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));

export const extensionOf = (name: string) => /\.([^.\\/]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";

/**
 * The kind of a file by its contents first, by its name second: names lie.
 *
 * Throws UnreadableFile on kinds that are known and cannot be read: pictures, other archives, other office files,
 * damaged or encrypted containers.
 */
export function kindOf({ name, bytes }: InputFile): FileKind {
  if (bytes.length === 0) throw new UnreadableFile("empty");
  if (letters(bytes, 0, 2) === "PK" && bytes[2]! < 9) return kindOfZip(listZip(bytes), extensionOf(name));
  // The header may stand behind a few bytes of something else.
  if (letters(bytes, 0, 1024).includes("%PDF-")) return "pdf";
  if (isCompoundFile(bytes)) return kindOfCompound(bytes, extensionOf(name));
  if (isPicture(bytes)) throw new UnreadableFile("image");
  if (letters(bytes, 0, 4) === "Rar!") throw new UnreadableFile("other-archive", "RAR");
  if (startsWith(bytes, 0x37, 0x7a, 0xbc, 0xaf)) throw new UnreadableFile("other-archive", "7z");
  if (startsWith(bytes, 0x1f, 0x8b)) throw new UnreadableFile("other-archive", "gzip");
  const start = letters(bytes, 0, 200).replace(/^\u00ef\u00bb\u00bf/, "").trimStart();
  if (start.startsWith("{\\rtf")) throw new UnreadableFile("other-office", "RTF");
  if (/^MIME-Version:/i.test(start)) throw new UnreadableFile("other-office", "MHT");
  const extension = extensionOf(name);
  return extension === "html" || extension === "htm" ? "html" : extension === "csv" || extension === "tsv" ? "csv" : "text";
}

/** HTML by its beginning, or by the cells of its tables: the source of a page that somebody copied, or saved as .txt, .doc or .xls. */
export const isHtml = (text: string) => /^\s*(?:<!doctype html|<html|<table|<meta)/i.test(text.slice(0, 500)) || (text.match(/<\/t[dh]>/gi)?.length ?? 0) >= 8;

const isPicture = (bytes: Uint8Array) =>
  startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff) || letters(bytes, 0, 4) === "GIF8" || startsWith(bytes, 0x49, 0x49, 0x2a, 0) || startsWith(bytes, 0x4d, 0x4d, 0, 0x2a) || (letters(bytes, 0, 4) === "RIFF" && letters(bytes, 8, 12) === "WEBP") || (letters(bytes, 0, 2) === "BM" && bytes.length > 54 && bytes[14] === 40);

function kindOfZip(entries: readonly ZipEntry[], extension: string): FileKind {
  const has = (pattern: RegExp) => entries.some((entry) => pattern.test(entry.name));
  if (has(/^word\/document\d*\.xml$/)) return "docx";
  if (has(/^xl\/workbook\.(?:xml|bin)$/)) return "xlsx";
  if (has(/^ppt\/presentation\.xml$/)) throw new UnreadableFile("other-office", "PPT");
  if (has(/^OFD\.xml$/)) throw new UnreadableFile("other-office", "OFD");
  if (has(/^content\.xml$/) && has(/^mimetype$/)) throw new UnreadableFile("other-office", "OpenDocument");
  if (extension === "docx" || extension === "docm" || extension === "wps") throw new UnreadableFile("damaged-document");
  if (extension === "xlsx" || extension === "xlsm" || extension === "et") throw new UnreadableFile("damaged-workbook");
  return "zip";
}

function kindOfCompound(bytes: Uint8Array, extension: string): FileKind {
  const { names } = openCompoundFile(bytes);
  if (names.has("EncryptedPackage") || names.has("EncryptionInfo")) throw new UnreadableFile("password");
  if (names.has("WordDocument")) return "doc";
  if (names.has("Workbook") || names.has("Book")) return "xls";
  if (names.has("PowerPoint Document")) throw new UnreadableFile("other-office", "PPT");
  if (/^(?:docx?|)$/.test(extension)) throw new UnreadableFile("damaged-document");
  if (/^xlsx?$/.test(extension)) throw new UnreadableFile("damaged-workbook");
  // WPS and Works have formats of their own in this container.
  if (/^(?:wps|wpt|et|ett)$/.test(extension)) throw new UnreadableFile("other-office", `.${extension}`);
  throw new UnreadableFile("other-office", extension.toUpperCase());
}
