import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const HOW = "LibreOffice is missing: install it with `apt-get install -y libreoffice-calc-nogui fonts-noto-cjk poppler-utils`";
const TIMEOUT_MS = 120_000;

export const hasLibreOffice = spawnSync("soffice", ["--version"], { stdio: "ignore" }).status === 0;

/**
 * `describe` for tests that need LibreOffice. Without it they fail in CI (env CI) and are skipped elsewhere, each time
 * saying how to install it.
 */
export function describeWithLibreOffice(name: string, body: () => void): void {
  if (hasLibreOffice) return describe(name, body);
  if (process.env["CI"]) return describe(name, () => it("needs LibreOffice", () => { throw new Error(HOW); }));
  console.error(`SKIPPED: ${name}. ${HOW}`);
  describe.skip(name, body);
}

/** Converts a file's bytes with a headless LibreOffice of its own profile: `xlsx` recalculates formulas that have no cached result. */
export async function convert(bytes: Uint8Array, target: "xlsx" | "pdf"): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "gdr-lo-"));
  try {
    writeFileSync(join(folder, "in.xlsx"), bytes);
    await run(folder, ["--headless", "--norestore", "--convert-to", target, "--outdir", join(folder, "out"), join(folder, "in.xlsx")]);
    return new Uint8Array(readFileSync(join(folder, "out", `in.${target}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs soffice in its own process group, so that the timeout ends all of it. */
function run(folder: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn("soffice", [`-env:UserInstallation=file://${folder}/profile`, ...args], { detached: true, stdio: "ignore" });
    const timer = setTimeout(() => {
      process.kill(-child.pid!, "SIGKILL");
      reject(new Error(`soffice took longer than ${TIMEOUT_MS} ms`));
    }, TIMEOUT_MS);
    child.on("error", reject);
    child.on("exit", (code) => {
      clearTimeout(timer);
      if (code === 0) resolve();
      else reject(new Error(`soffice ended with ${code}`));
    });
  });
}
