import { execFile } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const project = join(__dirname, "../..");
const workbook = join(project, "out/示例市2020.xlsx");

describe("npm run quickstart", () => {
  it("writes the sample city's workbook and says what it wrote and what every check says", async () => {
    rmSync(workbook, { force: true });
    const { stdout } = await promisify(execFile)(process.execPath, ["scripts/quickstart.mjs"], { cwd: project });
    expect(existsSync(workbook)).toBe(true);
    expect(stdout).toContain("读到 54 份报告，计入 54 份");
    expect(stdout).toMatch(/表三（2019 版）：161 格，汇总 161；勾稽 37 项，相符 37\n/);
    expect(stdout).toContain("out/示例市2020.xlsx");
  }, 120_000);
});
