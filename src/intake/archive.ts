import { UnreadableFile } from "../source/unreadable.ts";
import { listZip, ZIP_LIMITS, type ZipEntry } from "../source/zip/zip-directory.ts";
import { kindOf } from "./file-kind.ts";
import type { InputFile } from "./taken.ts";

/** Left behind by systems and offices, never a report. */
const CLUTTER = /(?:^|\/)(?:__MACOSX\/|\.|~\$|thumbs\.db$|desktop\.ini$)/i;

/** A file of an archive, unpacked when it is its turn; `name` leads from the archive to it. */
export interface PackedFile {
  readonly name: string;
  /** Throws UnreadableFile: under a password, damaged, or too much in all. */
  readonly unpack: () => Promise<Uint8Array>;
}

/** Bytes that may still be unpacked: archives within an archive share them. */
export interface UnpackBudget {
  left: number;
}

export const unpackBudget = (): UnpackBudget => ({ left: ZIP_LIMITS.bytes });

const isZip = (entry: ZipEntry) => /\.zip$/i.test(entry.name);

/**
 * The files of an archive, those of archives right within it included; an archive deeper than that is refused.
 *
 * Throws UnreadableFile where the archive itself cannot be opened.
 */
export async function* listArchive(file: InputFile, budget: UnpackBudget = unpackBudget(), depth = 1): AsyncGenerator<PackedFile> {
  const entries = listZip(file.bytes).filter((entry) => !CLUTTER.test(entry.name));
  if (entries.length === 0) throw new UnreadableFile("archive-empty");
  const { unzipEntry } = await import("../source/zip/unzip.ts");
  const unpack = async (entry: ZipEntry) => {
    if (entry.size > budget.left) throw new UnreadableFile("unpacks-too-large");
    budget.left -= entry.size;
    return unzipEntry(file.bytes, entry);
  };
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = `${file.name}/${entry.name}`;
    if (!isZip(entry)) {
      yield { name, unpack: () => unpack(entry) };
      continue;
    }
    try {
      if (depth > 1) throw new UnreadableFile("archive-too-deep");
      const inner = { name, bytes: await unpack(entry) };
      if (kindOf(inner) === "zip") yield* listArchive(inner, budget, depth + 1);
      else yield { name, unpack: async () => inner.bytes };
    } catch (error) {
      yield { name, unpack: () => Promise.reject(error as Error) };
    }
  }
}
