import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cities, filesOf } from "./making/city.ts";

/** Writes the sample cities anew: `npx tsx samples/make.ts`. The same files on every run. */
const here = dirname(fileURLToPath(import.meta.url));

for (const city of cities) {
  const folder = join(here, city.folder);
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder)) rmSync(join(folder, old));
  const files = filesOf(city);
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  console.log(`samples/${city.folder}: ${files.size} files`);
}
