/**
 * `npm run build`: builds dist/taskpane.html. As a module: builds only when a source is newer than what is built, so
 * that `npm start` and the journeys can ask for it every time.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const built = join(project, "dist");
const sources = ["src", "taskpane", "samples", "webpack.config.js", "package.json"];

const newest = (path) => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).filter((name) => !/\.test\.tsx?$/.test(name)).map((name) => newest(join(path, name))));
};

export const isStale = () => Math.max(...sources.map((name) => newest(join(project, name)))) > (statSync(join(built, "taskpane.html"), { throwIfNoEntry: false })?.mtimeMs ?? 0);

/** Throws where webpack fails; its own words stand on the terminal. */
export function build() {
  const { status } = spawnSync(process.execPath, [join(project, "node_modules/webpack/bin/webpack.js"), "--mode", "production"], { cwd: project, stdio: "inherit" });
  if (status !== 0) throw new Error("the pane could not be built");
}

export const buildIfStale = () => isStale() && build();

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    build();
    console.log("dist/taskpane.html");
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
