import { areaOf, rangeRemote } from "./range-remote.ts";
import { HostNotImplemented, OfficeFault, type Remote } from "./remote.ts";
import type { SheetState } from "./sheet-state.ts";
import type { WorkbookEvent, WorkbookState } from "./workbook-state.ts";

/** Excel's Workbook: the root of every request. */
export function workbookRemote(book: WorkbookState): Remote {
  return {
    type: "Workbook",
    get: { Name: () => book.name, ReadOnly: () => book.readOnly },
    reach: {
      Application: () => ({
        type: "Application",
        get: { CalculationMode: () => book.calculationMode },
        set: { CalculationMode: (mode: string) => void (book.calculationMode = mode) },
        call: { SuspendApiCalculationUntilNextSync: () => undefined },
      }),
      Protection: () => ({ type: "WorkbookProtection", get: { Protected: () => book.structureProtected } }),
      Worksheets: () => ({
        type: "WorksheetCollection",
        items: () => book.sheets.map((sheet) => sheetRemote(book, sheet)),
        index: (key: string) => sheetRemote(book, book.sheet(key)),
        call: {
          Add: (name: string) => sheetRemote(book, book.add(name)),
          GetItemOrNullObject: (key: string) => {
            const found = book.find(key);
            return found ? sheetRemote(book, found) : null;
          },
          ...eventCalls(book, "Workbook"),
        },
      }),
    },
  };
}

/** Subscriptions: an Excel tells only of what it was asked to tell of. */
const eventCalls = (book: WorkbookState, target: string): Remote["call"] => {
  const names: Readonly<Record<string, WorkbookEvent>> = { DataChanged: "changed", SelectionChanged: "selected", Added: "added" };
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, event]) => [
      [`_Register${name}Event`, () => void book.heard.add(`${event} ${target}`)],
      [`_Unregister${name}Event`, () => void book.heard.delete(`${event} ${target}`)],
    ]),
  );
};

function sheetRemote(book: WorkbookState, sheet: SheetState): Remote {
  return {
    type: "Worksheet",
    id: sheet.id,
    get: { Id: () => sheet.id, Name: () => sheet.name, Visibility: () => sheet.visibility, Position: () => book.sheets.indexOf(sheet) },
    set: {
      Name: (name: string) => {
        if (name.toLowerCase() !== sheet.name.toLowerCase()) book.checkName(name);
        sheet.name = name;
      },
      Visibility: (visibility: string) => {
        if (book.structureProtected) throw new OfficeFault("AccessDenied", "structure is protected");
        sheet.visibility = visibility;
      },
      TabColor: (colour: string) => void (sheet.tabColor = colour),
      Gridlines: (shown: boolean) => void (sheet.showGridlines = shown),
    },
    reach: {
      Names: () => namesRemote(sheet),
      Protection: () => ({ type: "WorksheetProtection", get: { Protected: () => sheet.protected } }),
      FreezePanes: () => freezeRemote(sheet),
      PageLayout: () => pageRemote(sheet),
      AutoFilter: () => ({ type: "AutoFilter", call: { Apply: (range: Remote) => void (sheet.filter = String(range.get!.Address!())), Remove: () => void (sheet.filter = "") } }),
    },
    call: {
      GetRange: (address: string | null) => rangeRemote(book, sheet, areaOf(address)),
      GetUsedRangeOrNullObject: (valuesOnly: boolean) => {
        if (!valuesOnly) throw new HostNotImplemented("getUsedRange of formats");
        const places = [...sheet.cells].filter(([, cell]) => cell.value !== undefined || cell.formula !== undefined).map(([key]) => key.split(",").map(Number) as [number, number]);
        if (places.length === 0) return null;
        const edge = (index: 0 | 1, pick: (a: number, b: number) => number) => places.map((place) => place[index]).reduce((a, b) => pick(a, b));
        return rangeRemote(book, sheet, [edge(0, Math.min), edge(1, Math.min), edge(0, Math.max), edge(1, Math.max)]);
      },
      Copy: (where: string) => {
        if (where !== "End") throw new HostNotImplemented(`Worksheet.Copy(${where})`);
        return sheetRemote(book, book.copy(sheet));
      },
      Delete: () => book.remove(sheet),
      Activate: () => void (book.active = sheet.name),
      ...eventCalls(book, sheet.id),
    },
  };
}

function namesRemote(sheet: SheetState): Remote {
  const item = (name: string): Remote => ({
    type: "NamedItem",
    get: { Value: () => String(sheet.names.get(name)).replace(/^="(.*)"$/, "$1"), Formula: () => sheet.names.get(name) },
    set: { Formula: (formula: string) => void sheet.names.set(name, formula) },
  });
  return {
    type: "NamedItemCollection",
    index: (name: string) => {
      if (!sheet.names.has(name)) throw new OfficeFault("ItemNotFound", `name ${name}`);
      return item(name);
    },
    call: {
      Add: (name: string, formula: string) => {
        if (sheet.names.has(name)) throw new OfficeFault("ItemAlreadyExists", `name ${name}`);
        sheet.names.set(name, formula);
        return item(name);
      },
      GetItemOrNullObject: (name: string) => (sheet.names.has(name) ? item(name) : null),
    },
  };
}

const freezeRemote = (sheet: SheetState): Remote => ({
  type: "WorksheetFreezePanes",
  call: {
    FreezeRows: (count: number) => void (sheet.frozen = `rows ${count}`),
    FreezeColumns: (count: number) => void (sheet.frozen = `columns ${count}`),
    FreezeAt: (range: Remote) => void (sheet.frozen = String(range.get!.Address!()).replace(/^.*!/, "")),
    Unfreeze: () => void (sheet.frozen = ""),
  },
});

function pageRemote(sheet: SheetState): Remote {
  const set = (name: string) => (value: unknown) => void (sheet.page[name] = value);
  const texts = ["LeftHeader", "CenterHeader", "RightHeader", "LeftFooter", "CenterFooter", "RightFooter"];
  return {
    type: "PageLayout",
    set: Object.fromEntries(["PaperSize", "Orientation", "CenterHorizontally", "Zoom", "HeaderMargin", "FooterMargin"].map((name) => [name, set(name)])),
    call: {
      SetPrintMargins: (unit: string, margins: unknown) => set("margins")([unit, margins]),
      SetPrintArea: set("area"),
      SetPrintTitleRows: set("titleRows"),
      SetPrintTitleColumns: set("titleColumns"),
    },
    reach: { HeadersFooters: () => ({ type: "HeaderFooterGroup", reach: { DefaultForAllPages: () => ({ type: "HeaderFooter", set: Object.fromEntries(texts.map((name) => [name, set(name)])) }) } }) },
  };
}
