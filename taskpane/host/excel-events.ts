import { request, supportsExcel, waitFor, type OfficeParts } from "./excel-office.ts";

/** What is heard of a sheet, by Office.js's own names. */
type Heard = "onChanged" | "onSelectionChanged";
type Told = Excel.WorksheetChangedEventArgs | Excel.WorksheetSelectionChangedEventArgs;
type Tell = (event: Told) => Promise<void>;
type Handler = OfficeExtension.EventHandlerResult<Told> | OfficeExtension.EventHandlerResult<Excel.WorksheetAddedEventArgs>;

/** Is told a sheet by name and a place on it. */
export type Listener = (sheet: string, address: string) => void;

/** What of Excel's events can be listened to. Each returns the way to stop, at once; Excel's answers are awaited in the background. */
export interface ExcelEvents {
  /** The user's edits, and co-authors'; our own writes are no edits. */
  readonly onEdit: (listener: Listener) => () => void;
  /** Where the user went: the sheet and the first cell of the selection. */
  readonly onSelection: (listener: Listener) => () => void;
}

/** However many listen, Excel is asked once for each kind of event, and once for the sheet of each event. */
export const excelEvents = (office: OfficeParts, isOurs: () => boolean): ExcelEvents => ({
  // Excel on the web tells of our own writes late; from ExcelApi 1.14 it says that they are ours.
  onEdit: shared(office, "onChanged", (address) => address, (event) => !isOurs() && (event as Partial<Excel.WorksheetChangedEventArgs>).triggerSource !== "ThisLocalAddin"),
  onSelection: shared(office, "onSelectionChanged", (address) => address.replace(/^.*!/, "").replaceAll("$", "").split(/[:,]/)[0]!, () => true),
});

/** The first listener starts the subscription, the last one that stops ends it. */
function shared(office: OfficeParts, heard: Heard, placeOf: (address: string) => string, isWanted: (event: Told) => boolean): (listener: Listener) => () => void {
  const listeners = new Set<Listener>();
  let stop = () => {};
  return (listener) => {
    // Two who listen with the same function are two.
    const own: Listener = (...told) => listener(...told);
    if (listeners.size === 0) stop = listen(office, heard, (sheet, address) => listeners.forEach((one) => one(sheet, placeOf(address))), isWanted);
    listeners.add(own);
    return () => {
      if (listeners.delete(own) && listeners.size === 0) stop();
    };
  };
}

function listen(office: OfficeParts, heard: Heard, listener: Listener, isWanted: (event: Told) => boolean): () => void {
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
  const added = subscribe(office, heard, tell, handlers, () => stopped).catch(() => undefined);
  return () => {
    stopped = true;
    void added.then(() => Promise.all(handlers.map((handler) => office.excel.run(handler.context, async (context) => { handler.remove(); await context.sync(); })))).catch(() => undefined);
  };
}

/** A write adds many sheets at once: they are subscribed to together, once no more have come for so many milliseconds. */
const QUIET = 200;

/** From ExcelApi 1.9 one subscription serves all sheets; before, each sheet that stands is subscribed to, and each that is added. */
async function subscribe(office: OfficeParts, heard: Heard, tell: Tell, handlers: Handler[], isStopped: () => boolean): Promise<void> {
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
  const waiting = new Set<string>();
  let cancel = () => {};
  const toWaiting = () => {
    const keys = [...waiting];
    waiting.clear();
    if (isStopped()) return;
    // One of them is gone again: the others are asked for one by one.
    void toSheets(keys).catch(() => Promise.all(keys.map((key) => toSheets([key]).catch(() => undefined))));
  };
  const { names, handler } = await request(office, (context) => {
    const sheets = context.workbook.worksheets.load("items/name");
    const onAdded = context.workbook.worksheets.onAdded.add(async ({ worksheetId }) => {
      waiting.add(worksheetId);
      cancel();
      cancel = waitFor(office)(QUIET, toWaiting);
    });
    return () => ({ names: sheets.items.map((sheet) => sheet.name), handler: onAdded });
  });
  handlers.push(handler);
  await toSheets(names);
}
