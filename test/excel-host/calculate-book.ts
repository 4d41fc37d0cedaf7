import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { join } from "node:path";
import { columnLetters } from "../../src/sheet/address.ts";
import type { SheetState } from "./sheet-state.ts";
import type { WorkbookState } from "./workbook-state.ts";

/** A workbook a line in, its results a line out. */
const CHILD = `
const { init } = require("excelize-wasm");
const opened = init(process.argv[1]);
require("node:readline").createInterface({ input: process.stdin }).on("line", async (line) => {
  const excelize = await opened;
  const file = excelize.NewFile();
  const { sheets, only } = JSON.parse(line);
  for (const { name } of sheets) file.NewSheet(name);
  for (const { name, cells } of sheets) for (const [address, formula, value] of cells) formula === null ? file.SetCellValue(name, address, value) : file.SetCellFormula(name, address, formula);
  const results = sheets.map(({ name, cells }) => cells.filter((cell) => cell[1] !== null && (only === null || only.includes(name))).map(([address]) => {
    const { value, error } = file.CalcCellValue(name, address, { RawCellValue: true });
    return [address, error ? "!" + error : value];
  }));
  process.stdout.write(JSON.stringify(results) + "\\n");
});`;

interface Engine {
  readonly child: ChildProcessWithoutNullStreams;
  last: Promise<unknown>;
}

let engine: Engine | undefined;

function openEngine(): Engine {
  const root = join(__dirname, "../..");
  const child = spawn(process.execPath, ["-e", CHILD, join(root, "node_modules/excelize-wasm/excelize.wasm.gz")], { cwd: root });
  child.on("exit", () => (engine = undefined));
  // It ends with the tests that use it, and keeps none of them waiting.
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr]) (stream as unknown as { unref?: () => void }).unref?.();
  return { child, last: Promise.resolve() };
}

function ask(child: ChildProcessWithoutNullStreams, line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const finish = (settle: () => void) => {
      child.stdout.removeListener("data", take);
      child.removeListener("exit", fail);
      settle();
    };
    const take = (part: Buffer) => {
      parts.push(part);
      if (part[part.length - 1] === 10) finish(() => resolve(Buffer.concat(parts).toString("utf8")));
    };
    const fail = () => finish(() => reject(new Error("the calculating engine ended")));
    child.stdout.on("data", take);
    child.on("exit", fail);
    child.stdin.write(`${line}\n`);
  });
}

/**
 * Calculates every formula of the pretend workbook with excelize, an engine that nobody here wrote, and keeps the results
 * as Excel would; those of the sheets of `only` where it names some. The engine is given no sheet that no formula looks at.
 * It runs in a process of its own (its loader uses a dynamic import, which jest refuses).
 */
export async function calculateBook(book: WorkbookState, only: readonly string[] | null = null): Promise<void> {
  const { child, last } = (engine ??= openEngine());
  const needed = neededFor(book, only ? only.map((name) => book.sheet(name)) : book.sheets.filter(({ cells }) => [...cells.values()].some(({ formula }) => formula !== undefined)));
  const sheets = needed.map((sheet) => ({
    name: sheet.name,
    cells: [...sheet.cells].flatMap(([key, { formula, value }]) => {
      const [row = 0, column = 0] = key.split(",").map(Number);
      return formula === undefined && value === undefined ? [] : [[`${columnLetters(column)}${row + 1}`, formula === undefined ? null : book.formulaOf(formula), value ?? null, key] as const];
    }),
  }));
  book.stale = only !== null;
  const answer = last.then(() => ask(child, JSON.stringify({ sheets, only })));
  engine.last = answer.catch(() => undefined);
  const results = JSON.parse(await answer) as [string, string][][];
  needed.forEach((sheet, index) => {
    const byAddress = new Map(results[index]);
    for (const [address, , , key] of sheets[index]?.cells ?? []) {
      const cell = sheet.cells.get(key);
      const result = byAddress.get(address);
      if (cell?.formula !== undefined && result !== undefined) cell.result = result !== "" && Number.isFinite(Number(result)) ? Number(result) : result;
    }
  });
}

/** Sheets, and all that their formulas look at, directly or through others. */
function neededFor(book: WorkbookState, sheets: readonly SheetState[]): SheetState[] {
  const needed = new Set<SheetState>();
  const waiting = [...sheets];
  for (let sheet = waiting.pop(); sheet; sheet = waiting.pop()) {
    if (needed.has(sheet)) continue;
    needed.add(sheet);
    const ids = new Set([...sheet.cells.values()].flatMap(({ formula = "" }) => [...formula.matchAll(/\[\[([^\]]+)\]\]!/g)].map(([, id = ""]) => id)));
    waiting.push(...book.sheets.filter(({ id }) => ids.has(id)));
  }
  return [...needed];
}
