import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { columnLetters } from "../../src/sheet/address.ts";
import type { WorkbookState } from "./workbook-state.ts";

const CHILD = `
const { init } = require("excelize-wasm");
let input = "";
process.stdin.on("data", (part) => (input += part)).on("end", async () => {
  const excelize = await init(process.argv[1]);
  const file = excelize.NewFile();
  const sheets = JSON.parse(input);
  for (const { name } of sheets) file.NewSheet(name);
  for (const { name, cells } of sheets) for (const [address, formula, value] of cells) formula === null ? file.SetCellValue(name, address, value) : file.SetCellFormula(name, address, formula);
  const results = sheets.map(({ name, cells }) => cells.filter((cell) => cell[1] !== null).map(([address]) => {
    const { value, error } = file.CalcCellValue(name, address, { RawCellValue: true });
    return [address, error ? "!" + error : value];
  }));
  process.stdout.write(JSON.stringify(results), () => process.exit(0));
});`;

/**
 * Calculates every formula of the pretend workbook with excelize, an engine that nobody here wrote, and keeps the results
 * as Excel would. It runs in a process of its own (its loader uses a dynamic import, which jest refuses).
 */
export function calculateBook(book: WorkbookState): void {
  const root = join(__dirname, "../..");
  const sheets = book.sheets.map((sheet) => ({
    name: sheet.name,
    cells: [...sheet.cells].flatMap(([key, { formula, value }]) => {
      const [row = 0, column = 0] = key.split(",").map(Number);
      return formula === undefined && value === undefined ? [] : [[`${columnLetters(column)}${row + 1}`, formula === undefined ? null : book.formulaOf(formula), value ?? null, key] as const];
    }),
  }));
  const output = execFileSync(process.execPath, ["-e", CHILD, join(root, "node_modules/excelize-wasm/excelize.wasm.gz")], { cwd: root, input: JSON.stringify(sheets), maxBuffer: 256e6 });
  const results = JSON.parse(output.toString("utf8")) as [string, string][][];
  book.sheets.forEach((sheet, index) => {
    const byAddress = new Map(results[index]);
    for (const [address, , , key] of sheets[index]!.cells) {
      const cell = sheet.cells.get(key)!;
      const result = byAddress.get(address);
      if (cell.formula !== undefined && result !== undefined) cell.result = result !== "" && Number.isFinite(Number(result)) ? Number(result) : result;
    }
  });
}
