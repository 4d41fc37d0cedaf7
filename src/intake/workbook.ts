import type { Finding } from "../finding/model.ts";
import { readBack } from "../sheet/read-back.ts";
import { readSheets } from "../source/sheet.ts";
import type { GridSheet, GridWorkbook } from "../source/xlsx.ts";
import { nameFromFile } from "./name-from-file.ts";
import { printedCells, readWhole } from "./read-sources.ts";
import type { Intake } from "./taken.ts";

/** Takes in a workbook: one of ours back as it stands, anybody else's by its labels. */
export function takeWorkbook(workbook: GridWorkbook, name: string): Intake {
  const back = readBack(workbook);
  if (!back) return takeForeign(workbook, name);
  const { kind: _, reports: stored, findings, city, ...rest } = back;
  const reports = stored.map(({ id: _id, sheet: _sheet, report, ...known }) => ({ report: { ...report, file: report.file || name }, ...known }));
  return { reports, findings, accepted: rest.accepted, ...(city && { workbook: { city, ...rest } }) };
}

const hasHidden = (sheet: GridSheet) => sheet.visible && (sheet.hiddenRows !== undefined || sheet.hiddenColumns !== undefined);

/** What is hidden is read only where more of the official tables is printed with it, and either way said. */
function takeForeign(workbook: GridWorkbook, name: string): Intake {
  const visible = takeSheets(workbook, name, false);
  const sheets = workbook.sheets.filter(hasHidden);
  if (sheets.length === 0) return visible;
  const all = takeSheets(workbook, name, true);
  const better = printedCells(all) > printedCells(visible);
  const chosen = better ? all : visible;
  if (chosen.reports.length === 0) return chosen;
  const told: Finding = { code: better ? "hidden-read" : "hidden-left-out", at: { part: "file" }, file: name, words: { sheets: sheets.map((sheet) => sheet.name).join("、") } };
  return { ...chosen, findings: [...chosen.findings, told] };
}

/**
 * A workbook of several sheets is one report's tables, or several units, one a sheet: where a table comes on several
 * sheets. A sheet without a title is then called by its name.
 */
function takeSheets(workbook: GridWorkbook, name: string, hidden: boolean): Intake {
  const whole = readWhole(readSheets(workbook, name, { hidden }));
  const shown = workbook.sheets.filter((sheet) => sheet.visible);
  if (shown.length < 2) return whole;
  const sheets = shown.map((sheet) => ({ sheet, intake: readWhole(readSheets({ sheets: [sheet] }, name, { hidden })) })).filter(({ intake }) => intake.reports.some(({ report }) => report.tables.length > 0));
  const tables = sheets.flatMap(({ intake }) => [...new Set(intake.reports.flatMap(({ report }) => report.tables.map((table) => table.table)))]);
  if (sheets.length < 2 || new Set(tables).size === tables.length) return whole;
  const reports = sheets.flatMap(({ sheet, intake }) => {
    const unnamed = intake.reports.map((one) => (sharesFileName(one.findings) ? { ...one, report: { ...one.report, unit: "" } } : one));
    return nameFromFile(unnamed, sheet.name);
  });
  return { ...whole, reports, findings: sheets.flatMap(({ intake }) => intake.findings) };
}

/** Several units in one file are not all called as the file is. */
const sharesFileName = (findings: readonly Finding[]) => findings.some((finding) => finding.code === "unit-from-name");
