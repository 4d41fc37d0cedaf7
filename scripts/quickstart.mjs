/**
 * `npm run quickstart`: on a fresh clone installs the packages and consolidates the made-up city 示例市 2020 into
 * out/示例市2020.xlsx. Plain node; nothing has to be built. Exit 0 when the workbook is there, whatever it says.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installNodePackages } from "./machine/node-packages.mjs";

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const city = "示例市2020";
const reports = `samples/${city}`;
const workbook = `out/${city}.xlsx`;

function runCli(...words) {
  console.log(`\n$ npm run --silent cli -- ${words.join(" ")}`);
  return spawnSync(process.execPath, [join(project, "node_modules/tsx/dist/cli.mjs"), join(project, "src/cli.ts"), ...words], { cwd: project, stdio: "inherit", env: { ...process.env, INIT_CWD: project } }).status;
}

try {
  installNodePackages(project);
} catch (error) {
  console.error(error.message);
  process.exit(2);
}

const roster = ["名册.csv", "roster.csv"].map((name) => `${reports}/${name}`).find((file) => existsSync(join(project, file)));
const status = runCli("consolidate", reports, "--unit", "示例市人民政府", "--year", "2020", ...(roster ? ["--roster", roster] : []), "--tidy", `out/${city}.csv`, "--findings", `out/${city}-问题清单.csv`, "--out", workbook);

const path = join(project, workbook);
if (status === 2 || !existsSync(path)) {
  console.error(`${workbook} was not written: see the message above.`);
  process.exit(2);
}
console.log(`
已生成：`);
for (const name of readdirSync(join(project, "out"))) if (name.startsWith(city)) console.log(`  out/${name}  (${Math.ceil(statSync(join(project, "out", name)).size / 1024)} KB)`);
console.log(`
下一步：用 Excel、WPS 或 LibreOffice 打开 ${workbook}，先看“目录”“校验”，再改任一单位表里的一个数，看汇总随之变化。
换成自己的报告：npm run --silent cli -- consolidate 文件夹 --unit 单位 --year 年度 --out 汇总.xlsx
只核对不汇总：  npm run --silent cli -- check 文件夹`);
