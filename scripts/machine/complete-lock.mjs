/**
 * `npm run complete-lock`, after every `npm install`: npm leaves optional packages out of package-lock.json when the
 * registry at hand lacks them (binaries for other systems on a mirror), and `npm ci` then refuses the lock file.
 * This adds their entries, without the integrity that only their registry knows; `npm ci` skips them by os and cpu.
 */
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("../../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));
const packages = lock.packages;

const systems = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const processors = { arm64: "arm64", x64: "x64", ia32: "ia32", arm: "arm", armv7: "arm", ppc64: "ppc64", s390x: "s390x", riscv64: "riscv64", loong64: "loong64", mips64el: "mips64el" };
const libraries = { gnu: "glibc", musl: "musl" };

/** System, processor and C library of a binary package, told from its name as all such packages are named. */
function machineOf(name) {
  const words = name.split(/[-/]/);
  const os = words.find((word) => systems.includes(word));
  const cpu = processors[words[words.indexOf(os) + 1]];
  const libc = os === "linux" ? libraries[words.at(-1)] : undefined;
  return os && cpu ? { cpu: [cpu], os: [os], ...(libc ? { libc: [libc] } : {}) } : undefined;
}

/** Where node would find a dependency of the package at `path`. */
function isLocked(path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    if (packages[`${at ? `${at}/` : ""}node_modules/${name}`]) return true;
    if (!at) return false;
  }
}

let added = 0;
for (const [path, entry] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const machine = machineOf(name);
    if (isLocked(path, name) || !machine || !/^\d+\.\d+\.\d+$/.test(version)) continue;
    packages[`node_modules/${name}`] = { version, ...machine, ...(entry.dev ? { dev: true } : {}), optional: true };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${added} entries added`);
