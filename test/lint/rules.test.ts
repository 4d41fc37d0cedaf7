import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import folders from "../../scripts/lint/folders.json";
import { expected } from "./rules.expected.ts";

const project = join(__dirname, "../..");
interface Linted {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string; readonly message: string }[];
}

/** Runs the project's own eslint configuration, as `npm run lint` does, on the deliberately wrong files. */
function lintWrongFiles(): string[][] {
  const run = () => execFileSync(process.execPath, [join(project, "node_modules/eslint/bin/eslint.js"), "--no-ignore", "-f", "json", "test/lint/wrong"], { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  let printed: string;
  try {
    printed = run();
  } catch (failed) {
    printed = (failed as { stdout: string }).stdout;
  }
  const results = JSON.parse(printed) as Linted[];
  return results.flatMap((file) => file.messages.map(({ ruleId, message }) => [file.filePath.split("/wrong/")[1] ?? "", ruleId, message]));
}

describe("the lint rules", () => {
  it("bite on files that are wrong on purpose, and only on their wrong lines", () => {
    expect(lintWrongFiles()).toEqual(expected);
  });

  it("hold the order of folders that ARCHITECTURE.md states", () => {
    const text = readFileSync(join(project, "ARCHITECTURE.md"), "utf8");
    const rooms = [...text.matchAll(/^\d+\. `src\/([a-z]+)\/`/gm)].map((match) => match[1]);
    expect(rooms).toEqual(folders.order);
  });
});
