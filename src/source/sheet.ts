import type { Origin } from "../report/model.ts";
import { GROUPED, normalise } from "./characters.ts";
import { regionsOf } from "./sheet-regions.ts";
import type { GridCell, GridSheet, GridWorkbook } from "./xlsx.ts";
import type { Source, Word } from "./word.ts";

const letters = (column: number): string => (column < 26 ? "" : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** Figures as a cell holds them: no exponent, and the decimal that was typed rather than its binary neighbour. */
function printedValue(cell: GridCell): string {
  const { value, percent, amount } = cell;
  if (value === null) return "";
  if (amount && typeof value === "number") return printedValue({ value: value / amount.scale }) + amount.unit;
  if (percent && typeof value === "number") return `${Number((value * 100).toPrecision(12))}%`;
  if (typeof value !== "number") return String(value);
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? value.toFixed(0) : String(value);
  const plain = String(Number(value.toPrecision(15)));
  return plain.includes("e") ? value.toFixed(12).replace(/0+$/, "") : plain;
}

export interface SheetWishes {
  /** Read hidden rows and columns too. Hidden sheets are read only where no sheet is visible. */
  readonly hidden?: boolean;
  /** Where a cell stood. Default: sheet and address. */
  readonly originOf?: (sheet: string, row: number, column: number) => Origin;
}

/**
 * Words of the sheets that somebody else made: every visible sheet a grid, merged cells once at their top-left place,
 * tables that stand side by side one after the other.
 *
 * `text` shows the sheets row by row; origins are sheet and address.
 */
export function readSheets(workbook: GridWorkbook, name = "", wishes: SheetWishes = {}): Source {
  const writer = new SheetWriter(wishes);
  const visible = workbook.sheets.filter((sheet) => sheet.visible);
  for (const sheet of visible.length > 0 ? visible : workbook.sheets) writer.writeSheet(sheet);
  return { name, text: writer.text, words: writer.words };
}

class SheetWriter {
  text = "";
  readonly words: Word[] = [];
  private line = 0;
  private cell = 0;
  private grids = 0;
  private readonly letters: string[] = [];

  constructor(private readonly wishes: SheetWishes) {}

  writeSheet(sheet: GridSheet): void {
    const covered = coveredPlaces(sheet);
    const merged = new Set(sheet.merges.filter(({ top, bottom }) => bottom > top).map(({ top, left }) => top * WIDEST + left));
    const isHidden = (row: number, column: number) => !this.wishes.hidden && (sheet.hiddenRows?.has(row) === true || sheet.hiddenColumns?.has(column) === true);
    for (const { top, bottom, left, right } of regionsOf(sheet)) {
      const grid = this.grids++;
      for (let row = top; row <= bottom; row++) {
        const printed: string[] = [];
        const from = this.words.length;
        const width = Math.min(right + 1, sheet.rows[row]?.length ?? 0);
        for (let column = left; column < width; column++) {
          if (covered.has(row * WIDEST + column) || isHidden(row, column)) continue;
          printed.push(this.writeCell(sheet, grid, row, column, merged.has(row * WIDEST + column) ? true : undefined));
        }
        // A row without any print says nothing; keeping its places would only look like empty cells.
        if (!printed.some((value) => value.trim() !== "")) this.words.length = from;
        else this.text += `${printed.join("\t")}\n`;
        this.line++;
      }
    }
  }

  private writeCell(sheet: GridSheet, grid: number, row: number, column: number, merged: true | undefined): string {
    const held = sheet.rows[row]?.[column];
    const value = held ? printedValue(held) : "";
    const origin: Origin = this.wishes.originOf?.(sheet.name, row, column) ?? { kind: "sheet", sheet: sheet.name, address: `${(this.letters[column] ??= letters(column))}${row + 1}` };
    const { line, cell } = this;
    const place = { grid, row, column };
    // Most cells are figures or short labels: their print is its own normal form.
    if (value === "" || typeof held!.value === "number") this.words.push({ text: value, raw: value, line, cell, place, origin, merged });
    else if (value.length > 40 && /[。！？]/.test(value)) this.words.push({ text: value, raw: value, prose: true, line, cell, origin });
    else {
      const normal = normalise(value);
      const whole = /\s/.test(normal) ? normal.replace(/\s+/g, " ").trim() : normal;
      const parts = !whole.includes(" ") ? [whole] : GROUPED.test(whole) ? [whole.replaceAll(" ", "")] : whole.split(" ");
      for (const part of parts) this.words.push({ text: part, raw: part === whole ? value : part, line, cell, place, origin, merged });
    }
    this.cell++;
    return value;
  }
}

const WIDEST = 16_384;

/** Places that a merged cell reaches over, as `row * WIDEST + column`. */
function coveredPlaces(sheet: GridSheet): ReadonlySet<number> {
  const covered = new Set<number>();
  for (const { top, left, bottom, right } of sheet.merges) {
    for (let row = top; row <= Math.min(bottom, top + 500); row++) for (let column = left; column <= Math.min(right, left + 200); column++) if (row !== top || column !== left) covered.add(row * WIDEST + column);
  }
  return covered;
}
