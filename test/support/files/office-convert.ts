import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { describeWithLibreOffice } from "../libreoffice.ts";

export interface OfficeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const TIMEOUT_MS = 180_000;
const hasWriter = !existsSync("/usr/lib/libreoffice/program") || existsSync("/usr/lib/libreoffice/program/libswlo.so");

/** `describe` for tests that make Word or PDF files by LibreOffice Writer. */
export const describeWithWriter = (name: string, body: () => void): void => {
  if (hasWriter || process.env["CI"]) return describeWithLibreOffice(name, body);
  console.error(`SKIPPED: ${name}. LibreOffice Writer is missing: apt-get install -y libreoffice-writer-nogui`);
  describe.skip(name, body);
};

/** Converts files by one headless LibreOffice (it starts slowly): `pdf`, `doc`, `xls`, or a filter with its options. */
export async function convertAll(files: readonly OfficeFile[], target: string): Promise<Uint8Array[]> {
  const folder = mkdtempSync(join(tmpdir(), "gdr-files-"));
  try {
    mkdirSync(join(folder, "in"));
    for (const { name, bytes } of files) writeFileSync(join(folder, "in", name), bytes);
    await runOffice(folder, ["--headless", "--norestore", "--convert-to", target, "--outdir", join(folder, "out"), ...files.map(({ name }) => join(folder, "in", name))]);
    return files.map(({ name }) => new Uint8Array(readFileSync(join(folder, "out", `${basename(name, extname(name))}.${target.split(":")[0]}`))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In a process group of its own, so that the timeout ends all of it. */
function runOffice(folder: string, words: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn("soffice", [`-env:UserInstallation=file://${folder}/profile`, ...words], { detached: true, stdio: "ignore" });
    const timer = setTimeout(() => process.kill(-child.pid!, "SIGKILL"), TIMEOUT_MS);
    child.on("error", reject);
    child.on("exit", (code) => {
      clearTimeout(timer);
      if (code === 0) resolve();
      else reject(new Error(`soffice ended with ${code}`));
    });
  });
}
