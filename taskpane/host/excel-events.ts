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
  /** Resolves once sheets that have just been added are listened to as well, or Excel takes too long over it; never rejects. */
  readonly catchUp: () => Promise<void>;
}

/** A write that is done is not held up longer than so many milliseconds: what is late is listened to a little later. */
const COURTESY = 3_000;

/** However many listen, Excel is asked once for each kind of event, and once for the sheet of each event. */
export function excelEvents(office: OfficeParts, isOurs: () => boolean): ExcelEvents {
  // Excel on the web tells of our own writes late; from ExcelApi 1.14 it says that they are ours.
  const edits = shared(office, "onChanged", (address) => address, (event) => !isOurs() && (event as Partial<Excel.WorksheetChangedEventArgs>).triggerSource !== "ThisLocalAddin");
  const selections = shared(office, "onSelectionChanged", (address) => address.replace(/^.*!/, "").replaceAll("$", "").split(/[:,]/)[0]!, () => true);
  const catchUp = async (): Promise<void> => {
    const behind = [edits, selections].filter((kind) => kind.hasListeners());
    if (behind.length === 0 || supportsExcel(office, "1.9")) return;
    const ids = await request(office, sheetIds);
    await Promise.all(behind.map((kind) => kind.take(ids)));
  };
  return {
    onEdit: edits.on,
    onSelection: selections.on,
    catchUp: () => {
      let stop = () => {};
      const late = new Promise<void>((resolve) => (stop = waitFor(office)(COURTESY, resolve)));
      return Promise.race([catchUp().catch(() => undefined), late]).finally(() => stop());
    },
  };
}

const sheetIds = (context: Excel.RequestContext) => {
  const sheets = context.workbook.worksheets.load("items/id");
  return () => sheets.items.map((sheet) => sheet.id);
};

/** One kind of event, for everybody who listens. */
interface Shared {
  readonly on: (listener: Listener) => () => void;
  readonly hasListeners: () => boolean;
  /** Listens to these sheets too, by their ids; those that are listened to already are left. */
  readonly take: (ids: readonly string[]) => Promise<void>;
}

/** The first listener starts the subscription, the last one that stops ends it. */
function shared(office: OfficeParts, heard: Heard, placeOf: (address: string) => string, isWanted: (event: Told) => boolean): Shared {
  const listeners = new Set<Listener>();
  let listening: Listening | undefined;
  return {
    on: (listener) => {
      // Two who listen with the same function are two.
      const own: Listener = (...told) => listener(...told);
      listening ??= listen(office, heard, (sheet, address) => listeners.forEach((one) => one(sheet, placeOf(address))), isWanted);
      listeners.add(own);
      return () => {
        if (!listeners.delete(own) || listeners.size > 0) return;
        listening?.stop();
        listening = undefined;
      };
    },
    hasListeners: () => listening !== undefined,
    take: async (ids) => listening?.take(ids),
  };
}

interface Listening {
  readonly stop: () => void;
  readonly take: (ids: readonly string[]) => Promise<void>;
}

function listen(office: OfficeParts, heard: Heard, listener: Listener, isWanted: (event: Told) => boolean): Listening {
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
  const toSheets = subscriber(office, heard, tell, handlers, () => stopped);
  const started = subscribe(office, heard, tell, handlers, toSheets).catch(() => undefined);
  return {
    stop: () => {
      stopped = true;
      // What has been asked for comes all the same, and only then can be taken back.
      void started.then(toSheets.settled).then(() => removeAll(office, handlers)).catch(() => undefined);
    },
    take: (ids) => started.then(() => toSheets.take(ids)),
  };
}

/** Handlers that were made in one request are removed in one. */
const removeAll = (office: OfficeParts, handlers: readonly Handler[]) =>
  Promise.all(
    [...new Set(handlers.map(({ context }) => context))].map((own) =>
      office.excel.run(own, async (context) => {
        for (const handler of handlers) if (handler.context === own) handler.remove();
        await context.sync();
      }),
    ),
  );

/** A write adds many sheets at once: they are subscribed to together, once no more have come for so many milliseconds. */
const QUIET = 200;

/** Subscribes to sheets by their ids, to each of them once. */
interface Subscriber {
  readonly take: (ids: readonly string[]) => Promise<void>;
  /** Resolves once Excel has answered all that was asked. */
  readonly settled: () => Promise<unknown>;
}

function subscriber(office: OfficeParts, heard: Heard, tell: Tell, handlers: Handler[], isStopped: () => boolean): Subscriber {
  // An answer may still be out when the same sheet is named again: it counts from the moment it is asked for.
  const taken = new Map<string, Promise<void>>();
  const ask = async (ids: readonly string[]): Promise<void> => {
    handlers.push(
      ...(await request(office, (context) => {
        // The subscription is kept under the sheet's id, which has to be known by then.
        const made = ids.map((id) => context.workbook.worksheets.getItem(id).load("id")[heard].add(tell as never));
        return () => made;
      })),
    );
  };
  // One that is gone again must not cost the others: then they are asked for one by one.
  const askEach = (ids: readonly string[]): Promise<void> => ask(ids).catch(() => Promise.all(ids.map((id) => ask([id]).catch(() => void taken.delete(id)))).then(() => undefined));
  const take = async (ids: readonly string[]): Promise<void> => {
    if (isStopped()) return;
    const fresh = ids.filter((id) => !taken.has(id));
    const asked = fresh.length > 0 ? askEach(fresh) : Promise.resolve();
    for (const id of fresh) taken.set(id, asked);
    await Promise.all(ids.map((id) => taken.get(id)));
  };
  return { take, settled: () => Promise.all(taken.values()) };
}

/** From ExcelApi 1.9 one subscription serves all sheets; before, each sheet that stands is subscribed to, and each that is added. */
async function subscribe(office: OfficeParts, heard: Heard, tell: Tell, handlers: Handler[], toSheets: Subscriber): Promise<void> {
  if (supportsExcel(office, "1.9")) {
    handlers.push(
      await request(office, (context) => {
        const handler = context.workbook.worksheets[heard].add(tell as never);
        return () => handler;
      }),
    );
    return;
  }
  const waiting = new Set<string>();
  let cancel = () => {};
  const toWaiting = () => {
    const ids = [...waiting];
    waiting.clear();
    void toSheets.take(ids);
  };
  const { ids, handler } = await request(office, (context) => {
    const read = sheetIds(context);
    const onAdded = context.workbook.worksheets.onAdded.add(async ({ worksheetId }) => {
      waiting.add(worksheetId);
      cancel();
      cancel = waitFor(office)(QUIET, toWaiting);
    });
    return () => ({ ids: read(), handler: onAdded });
  });
  handlers.push(handler);
  await toSheets.take(ids);
}
