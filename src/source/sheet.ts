import type { Origin } from "../report/model.ts";
import { normalise } from "./characters.ts";
import type { GridCell, GridSheet, GridWorkbook } from "./xlsx.ts";
import type { Source, Word } from "./word.ts";

const letters = (column: number): string => (column < 26 ? "" : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** Figures as a cell holds them: no exponent, and the decimal that was typed rather than its binary neighbour. */
function printedValue(cell: GridCell): string {
  const { value } = cell;
  if (value === null) return "";
  if (typeof value !== "number") return String(value);
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? value.toFixed(0) : String(value);
  const plain = String(Number(value.toPrecision(15)));
  return plain.includes("e") ? value.toFixed(12).replace(/0+$/, "") : plain;
}

/**
 * Words of the sheets that somebody else made: every visible sheet a grid, merged cells once at their top-left place.
 *
 * `text` shows the sheets row by row; origins are sheet and address.
 */
export function readSheets(workbook: GridWorkbook, name = ""): Source {
  const words: Word[] = [];
  let text = "";
  let line = 0;
  let cell = 0;
  workbook.sheets.filter((sheet) => sheet.visible).forEach((sheet, grid) => {
    const covered = coveredPlaces(sheet);
    sheet.rows.forEach((row, rowIndex) => {
      const printed: string[] = [];
      const width = Math.min(row.length, 200);
      const from = words.length;
      for (let column = 0; column < width; column++) {
        if (covered.has(`${rowIndex},${column}`)) continue;
        const held = row[column];
        const value = held ? printedValue(held) : "";
        const origin: Origin = { kind: "sheet", sheet: sheet.name, address: `${letters(column)}${rowIndex + 1}` };
        const place = { grid, row: rowIndex, column };
        const whole = normalise(value).replace(/\s+/g, " ").trim();
        const prose = /[。！？]/.test(value) && value.length > 40;
        if (prose) words.push({ text: value, raw: value, prose: true, line, cell, origin });
        else for (const part of /^[+-]?[1-9]\d{0,2}(?: \d{3})+$/.test(whole) ? [whole.replaceAll(" ", "")] : whole === "" ? [""] : whole.split(" ")) words.push({ text: part, raw: part === whole ? value : part, line, cell, place, origin });
        printed.push(value);
        cell++;
      }
      // A row without any print says nothing; keeping its places would only look like empty cells.
      if (words.slice(from).every((word) => word.text === "")) words.length = from;
      else text += `${printed.join("\t")}\n`;
      line++;
    });
  });
  return { name, text, words };
}

function coveredPlaces(sheet: GridSheet): ReadonlySet<string> {
  const covered = new Set<string>();
  for (const { top, left, bottom, right } of sheet.merges) {
    for (let row = top; row <= Math.min(bottom, top + 500); row++) for (let column = left; column <= Math.min(right, left + 200); column++) if (row !== top || column !== left) covered.add(`${row},${column}`);
  }
  return covered;
}
