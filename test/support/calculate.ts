import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** One made-up sheet: values by address, and formulas (without "=") to calculate over them. */
export interface Calculation {
  readonly values: Readonly<Record<string, number | string>>;
  readonly formulas: readonly string[];
}

const CHILD = `
const { init } = require("excelize-wasm");
let input = "";
process.stdin.on("data", (part) => (input += part)).on("end", async () => {
  const excelize = await init(process.argv[1]);
  const results = JSON.parse(input).map(({ values, formulas }) => {
    const file = excelize.NewFile();
    for (const [address, value] of Object.entries(values)) file.SetCellValue("Sheet1", address, value);
    return formulas.map((formula, at) => {
      const address = "AZ" + (at + 1);
      const set = file.SetCellFormula("Sheet1", address, formula);
      const { value, error } = file.CalcCellValue("Sheet1", address);
      return set.error || error ? "!" + (set.error || error) : value;
    });
  });
  process.stdout.write(JSON.stringify(results), () => process.exit(0));
});`;

/**
 * What excelize, an engine that nobody here wrote, makes of formulas; an error comes back as "!" and its text.
 *
 * It runs in a process of its own (its loader uses a dynamic import, which jest refuses): hand over many at once.
 */
export function calculate(calculations: readonly Calculation[]): string[][] {
  const root = join(__dirname, "../..");
  const output = execFileSync(process.execPath, ["-e", CHILD, join(root, "node_modules/excelize-wasm/excelize.wasm.gz")], { cwd: root, input: JSON.stringify(calculations), maxBuffer: 64e6 });
  return JSON.parse(output.toString("utf8")) as string[][];
}
