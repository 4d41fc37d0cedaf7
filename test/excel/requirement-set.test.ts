/** The manifest promises that ExcelApi of its minimum is enough: nothing newer is used without asking first. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { newerMembers } from "./requirement-set.ts";

const root = join(__dirname, "../..");
const host = join(root, "taskpane/host");
const minor = Number(/Set Name="ExcelApi" MinVersion="1\.(\d+)"/.exec(readFileSync(join(root, "manifest.xml"), "utf8"))![1]);

it("uses no member of Excel newer than the manifest's minimum without isSetSupported", () => {
  const files = readdirSync(host).filter((name) => /\.tsx?$/.test(name) && !name.includes(".test.")).map((name) => join(host, name));
  const { newer, looked } = newerMembers(files, minor);
  expect(newer).toEqual([]);
  // That the types were there to be looked at.
  expect(looked).toBeGreaterThan(100);
}, 120_000);

it("finds one in every way to write it, and knows what was asked for", () => {
  const name = join(host, "not-there.ts");
  const source = [
    'import { supportsExcel, type OfficeParts } from "./excel-office.ts";',
    "export function use(office: OfficeParts, sheet: Excel.Worksheet, key: \"onChanged\" | \"onFormatChanged\"): void {",
    '  sheet.pageLayout.paperSize = "A4";',
    '  sheet.getRange().load("address,height,hasSpill");',
    "  const { freezePanes, shapes } = sheet;",
    "  void sheet[key];",
    '  if (supportsExcel(office, "1.9")) sheet.autoFilter.remove();',
    '  if (supportsExcel(office, "1.9")) sheet.getRange().getMergedAreasOrNullObject();',
    "  void [freezePanes, shapes];",
    '  if (!supportsExcel(office, "1.9")) return;',
    '  sheet.pageLayout.orientation = "Portrait";',
    "}",
  ].join("\n");
  const { newer } = newerMembers([], 8, new Map([[name, source]]));
  expect([...new Set(newer.map(({ line, member }) => `${line} ${member}`))]).toEqual(["3 paperSize", "3 pageLayout", "4 height", "4 hasSpill", "5 shapes", "6 onFormatChanged", "8 getMergedAreasOrNullObject"]);
}, 120_000);
