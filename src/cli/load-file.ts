import { readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { CharacterMaps } from "../source/pdf/open.ts";
import { UnreadableFile } from "../source/unreadable.ts";

const LARGEST_FILE = 200 * 1024 * 1024;

/** The bytes of a file. Throws UnreadableFile: missing, no file, too large, not allowed. */
export async function loadFile(path: string): Promise<Uint8Array> {
  try {
    const facts = await stat(path);
    if (!facts.isFile()) throw new UnreadableFile("not-a-file");
    if (facts.size > LARGEST_FILE) throw new UnreadableFile("too-large", "200 MB");
    return await readFile(path);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (code === "ENOENT" || code === "ENOTDIR") throw new UnreadableFile("missing");
    throw code === "EACCES" || code === "EPERM" ? new UnreadableFile("no-permission") : new UnreadableFile("read-failed", code);
  }
}

/** Adobe's character maps as pdfjs-dist ships them. */
export const characterMaps: CharacterMaps = (name) => {
  const folder = join(dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json")), "cmaps");
  return readFile(join(folder, `${name.replace(/[^\w-]/g, "")}.bcmap`));
};
