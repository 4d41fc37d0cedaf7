import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { GridWorkbook } from "../../src/source/xlsx.ts";
import { parseAddress } from "../../src/sheet/address.ts";

const isSheet = (path: string) => /^xl\/worksheets\/sheet\d+\.xml$/.test(path);

function editSheets(bytes: Uint8Array, edit: (xml: string, path: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  for (const path of Object.keys(files).filter(isSheet)) files[path] = strToU8(edit(strFromU8(files[path]!), path));
  return zipSync(files, { level: 1 });
}

/** Takes every cached result of a formula away, so that LibreOffice must calculate it (it trusts foreign caches). */
export const stripCachedResults = (bytes: Uint8Array): Uint8Array =>
  editSheets(bytes, (xml) => xml.replace(/<c ([^>]*)>(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, (_, attributes: string, formula: string) => `<c ${attributes.replace(/ t="\w+"/, "")}>${formula}`));

/** Path of a sheet's xml by its name. */
function pathOf(bytes: Uint8Array, name: string): string {
  const workbook = strFromU8(unzipSync(bytes)["xl/workbook.xml"]!);
  const names = [...workbook.matchAll(/<sheet [^>]*?name="([^"]*)"/g)].map((match) => match[1]!.replaceAll("&amp;", "&"));
  return `xl/worksheets/sheet${names.indexOf(name) + 1}.xml`;
}

/** Writes a number over one cell, as a person would type it: a formula that stood there is gone. */
export function patchCell(bytes: Uint8Array, sheet: string, address: string, value: number): Uint8Array {
  const target = pathOf(bytes, sheet);
  let patched = 0;
  const result = editSheets(bytes, (xml, path) => {
    if (path !== target) return xml;
    return xml.replace(new RegExp(`<c r="${address}"([^>]*?)(?:/>|>.*?</c>)`), (_, attributes: string) => {
      patched += 1;
      return `<c r="${address}"${attributes.replace(/ t="\w+"/, "")}><v>${value}</v></c>`;
    });
  });
  if (patched !== 1) throw new Error(`no cell ${sheet}!${address}`);
  return result;
}

export function gridCell(workbook: GridWorkbook, sheet: string, address: string) {
  const place = parseAddress(address)!;
  return workbook.sheets.find((one) => one.name === sheet)?.rows[place.row]?.[place.column];
}

const errorCell = /^#(?:VALUE!|REF!|N\/A|NAME\?|NULL!|DIV\/0!|NUM!)|^Err:\d+/;

/** Formulas whose recalculated result is not the cached one, or is an error: `目录!H3: 0 ≠ 1`. */
export function compareResults(written: GridWorkbook, recalculated: GridWorkbook): { formulas: number; differences: string[] } {
  const differences: string[] = [];
  let formulas = 0;
  for (const sheet of written.sheets) {
    const other = recalculated.sheets.find((one) => one.name === sheet.name);
    sheet.rows.forEach((row, index) =>
      row.forEach((cell, column) => {
        if (cell?.formula === undefined) return;
        formulas += 1;
        const now = other?.rows[index]?.[column]?.value ?? "";
        const was = cell.value ?? "";
        const same = typeof now === "number" && typeof was === "number" ? Math.abs(now - was) < 1e-9 : now === was;
        if (!same || errorCell.test(String(now))) differences.push(`${sheet.name}!R${index + 1}C${column + 1} ${cell.formula}: ${String(now)} ≠ ${String(was)}`);
      }),
    );
  }
  return { formulas, differences };
}
