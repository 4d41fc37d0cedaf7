import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { randomReport } from "../support/generator.ts";
import { layoutOf } from "../support/layouts/registry.ts";

const project = join(__dirname, "../..");

export interface CliRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own for one test file, in which the real program is run as a user's shell would run it. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), "desk-"));

  put(name: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true });
    writeFileSync(join(this.folder, name), content);
  }

  text(name: string): string {
    return readFileSync(join(this.folder, name), "utf8");
  }

  /** Lines of a csv of ours without its byte order mark. Cells of these tests hold no line breaks. */
  lines(name: string): string[] {
    return this.text(name).slice(1).trimEnd().split("\r\n");
  }

  /** `npm run --silent cli -- WORDS` from this folder. */
  run(...words: string[]): Promise<CliRun> {
    return new Promise((resolve, reject) => {
      const env = { ...process.env, INIT_CWD: this.folder, GOV_DISCLOSURE_DEBUG: "" };
      const child = spawn(process.execPath, [join(project, "node_modules/tsx/dist/cli.mjs"), join(project, "src/cli.ts"), ...words], { cwd: project, env, stdio: ["ignore", "pipe", "pipe"] });
      let [out, err] = ["", ""];
      child.stdout.on("data", (text: Buffer) => (out += text.toString()));
      child.stderr.on("data", (text: Buffer) => (err += text.toString()));
      child.on("error", reject);
      child.on("close", (code) => resolve({ code, out, err }));
    });
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A balanced made-up report of edition 2019, one cell a line. */
export const reportText = (unit: string, seed: number, year = 2020) => layoutOf("lines").render(randomReport({ edition: "2019", seed, unit, year, size: "small" }), { seed });
