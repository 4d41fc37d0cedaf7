import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, Script, type Context } from "node:vm";

/** Microsoft's own library, as npm has it: loaded from node_modules, never copied. */
const LIBRARY = join(__dirname, "../../node_modules/@microsoft/office-js/dist/excel-web-16.00.debug.js");
let script: Script | undefined;

export interface RichResult {
  readonly status: "succeeded" | "failed";
  readonly value?: { readonly data: readonly unknown[] };
  readonly error?: { readonly code: number; readonly message: string };
}

export interface OfficeLibrary {
  readonly excel: typeof Excel;
  /** Sends an event as a host does. */
  readonly raise: (eventType: number, targetId: string, body: unknown) => void;
}

/**
 * Loads the real library for Excel on the web into a world of its own. Its requests go to `answer` (the place where
 * Office.js hands them to its host), and it believes to have exactly the requirement sets that `supports` tells of.
 */
export function loadOffice(answer: (request: readonly unknown[], reply: (result: RichResult) => void) => void, supports: (set: string, version?: string) => boolean): OfficeLibrary {
  script ??= new Script(readFileSync(LIBRARY, "utf8"), { filename: "excel-web-16.00.debug.js" });
  const nothing = () => {};
  const world: Record<string, unknown> = { console, setTimeout, clearTimeout, setInterval, clearInterval, addEventListener: nothing, navigator: { userAgent: "node" }, location: { href: "https://localhost/", search: "", hash: "" }, document: { getElementsByTagName: () => [], createElement: () => ({}), cookie: "" } };
  Object.assign(world, { window: world, self: world, parent: world, top: world });
  const context: Context = createContext(world);
  script.runInContext(context);
  const { Excel: excel, OfficeExtension: extension, OSF, Office } = world as unknown as { Excel: typeof Excel; OfficeExtension: Extension; OSF: { DDA: Record<string, unknown> }; Office: object };
  OSF.DDA.RichApi = { executeRichApiRequestAsync: answer };
  world.Office = Object.create(Office, { context: { value: { requirements: { isSetSupported: supports } } } }) as object;
  extension._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  return {
    excel,
    raise: (messageType, targetId, body) => extension._testTriggerRichApiMessageEvent({ entries: [{ messageCategory: 65_536, messageType, targetId, message: JSON.stringify(body), id: "" }] }),
  };
}

interface Extension {
  readonly _testSetRichApiMessageReadyImpl: (ready: () => Promise<void>) => void;
  readonly _testTriggerRichApiMessageEvent: (message: unknown) => void;
}
