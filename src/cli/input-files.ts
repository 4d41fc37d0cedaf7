import { readdir, stat } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { UsageError } from "./usage-error.ts";

/** A file to read: `name` is what the user sees (文件), never a path of this machine outside of what was named. */
export interface InputFile {
  readonly path: string;
  readonly name: string;
  /** True when the user named the file itself; false when it was found in a folder. */
  readonly named: boolean;
}

/** Left behind by systems and offices, never a report. */
const CLUTTER = /^(?:\.|~\$)|^(?:thumbs\.db|desktop\.ini)$/i;

async function listFolder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (CLUTTER.test(entry.name)) continue;
    const path = join(folder, entry.name);
    const kind = entry.isSymbolicLink() ? await stat(path).catch(() => undefined) : entry;
    // A link to a folder is not followed: it may lead back to where it stands.
    if (kind?.isDirectory() && !entry.isSymbolicLink()) found.push(...(await listFolder(path)));
    else if (kind?.isFile()) found.push(path);
  }
  return found;
}

/**
 * The files that the paths mean, in order, each once: a file itself, a folder's files and those of its subfolders.
 *
 * A path that does not exist is kept in the list: reading it fails and becomes a finding. `except` are files that play
 * another part in the call (a roster lying in the same folder). Throws UsageError when no path was given.
 */
export async function findInputFiles(paths: readonly string[], from: string, except: readonly string[] = []): Promise<InputFile[]> {
  if (paths.length === 0) throw new UsageError("没有指定要读的文件或文件夹（no PATH given），用 --help 看用法。");
  const found: InputFile[] = [];
  for (const given of paths) {
    const path = resolve(from, given);
    const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
    const files = isFolder ? await listFolder(path).catch(() => []) : [path];
    found.push(...files.map((file) => ({ path: file, name: isFolder ? relative(path, file).split(sep).join("/") : basename(file), named: !isFolder })));
  }
  const left = found.filter((file) => file.named || !except.includes(file.path));
  return left.filter((file, index) => left.findIndex((other) => other.path === file.path) === index).map((file, _, all) => ({ ...file, name: tellApart(file, all, from) }));
}

/** Two files of one name from two folders are called by their paths as seen from the caller's folder. */
function tellApart(file: InputFile, all: readonly InputFile[], from: string): string {
  const isUnique = all.every((other) => other.name !== file.name || other.path === file.path);
  return isUnique ? file.name : relative(from, file.path).split(sep).join("/");
}
