import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const readLock = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : undefined);

/**
 * True when node_modules holds what package-lock.json names, version for version. npm's own record of what it
 * installed tells it; optional packages (binaries for other machines) may be absent.
 */
export function nodePackagesAreInstalled(project) {
  const wanted = readLock(join(project, "package-lock.json"));
  const installed = readLock(join(project, "node_modules/.package-lock.json"));
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([path, entry]) => path === "" || entry.optional || entry.devOptional || entry.peer || installed[path]?.version === entry.version);
}

/** Runs `npm ci` where node_modules is missing or older than package-lock.json. Throws one line when npm fails. */
export function installNodePackages(project) {
  if (nodePackagesAreInstalled(project)) return;
  console.log("npm ci: installing the project's packages …");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: project, stdio: "inherit" });
  if (status !== 0) throw new Error("npm ci failed: see its message above; the npm registry must be reachable.");
}
