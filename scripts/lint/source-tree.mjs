import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** The order of the folders of src/: the one list that this lint, ARCHITECTURE.md and their test share. */
export const { order, shells } = JSON.parse(readFileSync(new URL("./folders.json", import.meta.url), "utf8"));

const ranks = [...order, ...shells];

/**
 * Where a file stands: the path of its src/, and the folder (or the file, for those right in src/) that it belongs to.
 * Undefined outside of src/. The last `/src/` of the path counts, so that fixtures can hold a src/ of their own.
 */
export function placeInSource(file) {
  const at = file.lastIndexOf("/src/");
  if (at < 0) return undefined;
  const inside = file.slice(at + 5);
  return { root: file.slice(0, at + 4), inside, folder: inside.split("/")[0] };
}

/** Position in the order; -1 for a folder that nobody declared. */
export const rankOf = (folder) => ranks.indexOf(folder);

export const isShell = (folder) => shells.includes(folder);

const IMPORT = /(?:^|\n)\s*(?:import|export)\b[^"';]*?["']([^"'\n]+)["']|\bimport\(\s*["']([^"'\n]+)["']/g;
const importsByFile = new Map();

/** Files that a file imports by relative path, types included. Read once a process. */
export function importsOf(file) {
  const known = importsByFile.get(file);
  if (known) return known;
  const text = statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file, "utf8") : "";
  const found = [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2]).filter((name) => name.startsWith("."));
  const files = found.map((name) => resolve(dirname(file), name));
  importsByFile.set(file, files);
  return files;
}

/** The shortest way from `start` back to `goal` along imports, or undefined. */
export function wayBack(start, goal) {
  const queue = [[start]];
  const seen = new Set([start]);
  for (let way = queue.shift(); way; way = queue.shift()) {
    const last = way[way.length - 1];
    if (last === goal) return way;
    for (const next of importsOf(last)) {
      if (!seen.has(next)) {
        seen.add(next);
        queue.push([...way, next]);
      }
    }
  }
  return undefined;
}
