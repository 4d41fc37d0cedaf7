import { request, supportsExcel, type OfficeParts } from "./excel-office.ts";

/** What is heard of a sheet, by Office.js's own names. */
type Heard = "onChanged" | "onSelectionChanged";
type Told = Excel.WorksheetChangedEventArgs | Excel.WorksheetSelectionChangedEventArgs;
type Tell = (event: Told) => Promise<void>;
type Handler = OfficeExtension.EventHandlerResult<Told> | OfficeExtension.EventHandlerResult<Excel.WorksheetAddedEventArgs>;

/**
 * Tells of the user's edits, and of co-authors', by sheet name and address; our own writes are no edits.
 *
 * Returns the way to stop, at once; Excel's answers are awaited in the background.
 */
export const listenToEdits = (office: OfficeParts, listener: (sheet: string, address: string) => void, isOurs: () => boolean): (() => void) =>
  // Excel on the web tells of our own writes late; from ExcelApi 1.14 it says that they are ours.
  listen(office, "onChanged", listener, (event) => !isOurs() && (event as Partial<Excel.WorksheetChangedEventArgs>).triggerSource !== "ThisLocalAddin");

/** Tells where the user went: the sheet and the first cell of the selection. */
export const listenToSelection = (office: OfficeParts, listener: (sheet: string, cell: string) => void): (() => void) =>
  listen(office, "onSelectionChanged", (sheet, address) => listener(sheet, address.replace(/^.*!/, "").replaceAll("$", "").split(/[:,]/)[0]!), () => true);

function listen(office: OfficeParts, heard: Heard, listener: (sheet: string, address: string) => void, isWanted: (event: Told) => boolean): () => void {
  let stopped = false;
  const tell: Tell = async (event) => {
    if (stopped || !isWanted(event)) return;
    const name = await request(office, (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(event.worksheetId).load("name");
      return () => (sheet.isNullObject ? undefined : sheet.name);
    }).catch(() => undefined);
    if (!stopped && name !== undefined) listener(name, event.address);
  };
  const handlers: Handler[] = [];
  const added = subscribe(office, heard, tell, handlers).catch(() => undefined);
  return () => {
    stopped = true;
    void added.then(() => Promise.all(handlers.map((handler) => office.excel.run(handler.context, async (context) => { handler.remove(); await context.sync(); })))).catch(() => undefined);
  };
}

/** From ExcelApi 1.9 one subscription serves all sheets; before, each sheet that stands is subscribed to, and each that is added. */
async function subscribe(office: OfficeParts, heard: Heard, tell: Tell, handlers: Handler[]): Promise<void> {
  if (supportsExcel(office, "1.9")) {
    handlers.push(
      await request(office, (context) => {
        const handler = context.workbook.worksheets[heard].add(tell as never);
        return () => handler;
      }),
    );
    return;
  }
  const toSheets = async (keys: readonly string[]): Promise<void> => {
    handlers.push(
      ...(await request(office, (context) => {
        // The subscription is kept under the sheet's id, which has to be known by then.
        const made = keys.map((key) => context.workbook.worksheets.getItem(key).load("id")[heard].add(tell as never));
        return () => made;
      })),
    );
  };
  const { names, handler } = await request(office, (context) => {
    const sheets = context.workbook.worksheets.load("items/name");
    const onAdded = context.workbook.worksheets.onAdded.add(({ worksheetId }) => toSheets([worksheetId]).catch(() => undefined));
    return () => ({ names: sheets.items.map((sheet) => sheet.name), handler: onAdded });
  });
  handlers.push(handler);
  await toSheets(names);
}
