import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const succeeds = (command, ...words) => spawnSync(command, words, { stdio: "ignore" }).status === 0;
const finds = (program) => succeeds("sh", "-c", `command -v ${program}`);
const prints = (command, ...words) => (spawnSync(command, words, { encoding: "utf8" }).stdout ?? "").trim() !== "";
const debianHas = (name) => succeeds("sh", "-c", `dpkg-query -W -f='\${Status}' ${name} 2>/dev/null | grep -q 'ok installed'`);

/** What the tests need beside node: the Debian package, and how to tell that something gives the same. */
const needs = [
  { name: "libreoffice-calc-nogui", isThere: () => finds("soffice") && (existsSync("/usr/lib/libreoffice/program/libsclo.so") || !existsSync("/usr/lib/libreoffice")) },
  { name: "libreoffice-writer-nogui", isThere: () => finds("soffice") && (existsSync("/usr/lib/libreoffice/program/libswlo.so") || !existsSync("/usr/lib/libreoffice")) },
  { name: "fonts-noto-cjk", isThere: () => prints("fc-list", ":lang=zh-cn") },
  { name: "poppler-utils", isThere: () => finds("pdftoppm") },
  { name: "chromium", isThere: () => finds("chromium") || finds("google-chrome") },
];

/** Names of the Debian packages that this machine still lacks. */
export const missingDebianPackages = () => needs.filter((need) => !debianHas(need.name) && !need.isThere()).map((need) => need.name);

const aptGet = (...words) => spawnSync("apt-get", words, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } }).status === 0;

/** Installs what is missing when this is root on Debian; otherwise throws one line that names all of it. */
export function installDebianPackages() {
  const missing = missingDebianPackages();
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(" ")}`;
  if (process.getuid?.() !== 0 || !finds("apt-get")) throw new Error(`Missing programs, of these Debian packages: ${missing.join(" ")}. As root: apt-get update && ${command}`);
  console.log(`apt-get: installing ${missing.join(" ")} …`);
  aptGet("update", "-qq");
  if (!aptGet("install", "-y", "-qq", "--no-install-recommends", ...missing)) throw new Error(`apt-get could not install ${missing.join(" ")}. Try by hand: apt-get update && ${command}`);
}
