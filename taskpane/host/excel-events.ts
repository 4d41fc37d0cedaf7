import { request, supportsExcel, type OfficeParts } from "./excel-office.ts";

/**
 * Tells of edits. From ExcelApi 1.9 one subscription serves all sheets; before, each sheet that stands is subscribed to.
 *
 * Returns the way to stop, at once; Excel's answers are awaited in the background.
 */
export function listenToEdits(office: OfficeParts, listener: (sheet: string, address: string) => void, isOurs: () => boolean): () => void {
  let stopped = false;
  const tell = async ({ worksheetId, address }: Excel.WorksheetChangedEventArgs): Promise<void> => {
    if (stopped || isOurs()) return;
    const name = await request(office, (context) => {
      const sheet = context.workbook.worksheets.getItem(worksheetId).load("name");
      return () => sheet.name;
    }).catch(() => undefined);
    if (!stopped && name !== undefined) listener(name, address);
  };
  const added = subscribe(office, tell).catch(() => []);
  return () => {
    stopped = true;
    void added.then((handlers) => Promise.all(handlers.map((handler) => office.excel.run(handler.context, async (context) => { handler.remove(); await context.sync(); })))).catch(() => undefined);
  };
}

type Handlers = readonly OfficeExtension.EventHandlerResult<Excel.WorksheetChangedEventArgs>[];

async function subscribe(office: OfficeParts, tell: (event: Excel.WorksheetChangedEventArgs) => Promise<void>): Promise<Handlers> {
  if (supportsExcel(office, "1.9")) {
    return request(office, (context) => {
      const handler = context.workbook.worksheets.onChanged.add(tell);
      return () => [handler];
    });
  }
  const names = await request(office, (context) => {
    const sheets = context.workbook.worksheets.load("items/name");
    return () => sheets.items.map((sheet) => sheet.name);
  });
  return request(office, (context) => {
    // The subscription is kept under the sheet's id, which has to be known by then.
    const handlers = names.map((name) => context.workbook.worksheets.getItem(name).load("id").onChanged.add(tell));
    return () => handlers;
  });
}
