/**
 * `npm run verify`: installs what is missing, then types, lint and every test. Plain node, so that it runs on a fresh
 * clone. The last line counts the tests, as jest's own report has them; a step or a test file that failed as a whole
 * counts as one failure. Exit 1 on any failure.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installDebianPackages } from "./machine/debian-packages.mjs";
import { installNodePackages } from "./machine/node-packages.mjs";

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const scratch = mkdtempSync(join(tmpdir(), "verify-"));
const steps = [];

function step(name, work) {
  const began = Date.now();
  console.log(`\n=== ${name}`);
  let problem;
  try {
    problem = work() === false ? "failed" : undefined;
  } catch (error) {
    problem = error.message;
    console.error(problem);
  }
  steps.push({ name, problem, seconds: Math.round((Date.now() - began) / 1000) });
  return !problem;
}

const node = (...words) => spawnSync(process.execPath, words, { cwd: project, stdio: "inherit" }).status === 0;

function countTests(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0, files: [] };
  const report = JSON.parse(readFileSync(file, "utf8"));
  const brokenFiles = report.testResults.filter((result) => result.status === "failed" && result.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
    files: report.testResults.filter((result) => result.status === "failed").map((result) => result.name.slice(project.length + 1)),
  };
}

const installed = step("node packages", () => installNodePackages(project)) && step("Debian packages", installDebianPackages);
let tests = { passed: 0, failed: 0, skipped: 0, files: [] };
if (installed) {
  step("types", () => node("node_modules/typescript/bin/tsc", "-p", "."));
  step("lint", () => node("node_modules/eslint/bin/eslint.js", "."));
  // Once, before two test files ask for it at the same moment.
  step("pane", () => node("scripts/pane/build.mjs"));
  const report = join(scratch, "jest.json");
  step("tests", () => node("node_modules/jest/bin/jest.js", "--ci", "--maxWorkers=2", "--json", `--outputFile=${report}`, "--silent=false"));
  tests = countTests(report);
}
rmSync(scratch, { recursive: true, force: true });

const failedSteps = steps.filter(({ name, problem }) => problem && !(name === "tests" && tests.failed > 0));
console.log("\n=== summary");
for (const { name, problem, seconds } of steps) console.log(`${problem ? "FAILED" : "ok    "} ${name} (${seconds} s)${problem && problem !== "failed" ? `: ${problem}` : ""}`);
for (const file of tests.files) console.log(`       in ${file}`);
const failed = tests.failed + failedSteps.length;
process.exitCode = failed > 0 || tests.passed === 0 ? 1 : 0;
console.log(`${tests.passed} passed, ${failed} failed, ${tests.skipped} skipped`);
