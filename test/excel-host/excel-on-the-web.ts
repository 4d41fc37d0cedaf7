/** Excel on the web around the built pane: Microsoft's unmodified office.js in a real Chromium, and its own channel between frames. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Frame, Page, Route } from "playwright-core";
import { built } from "../../scripts/pane/build.mjs";
import { ExcelServer, pause, type RaisedEvent } from "./excel-server.ts";
import { WorkbookState } from "./workbook-state.ts";

/** A name that office.js takes for Excel's; all of them are answered here, nothing leaves the machine. */
const OUTER = "https://excel-host.officeapps.live.com";
/** Where the manifest says that the pane is. */
const PANE = "https://localhost:3000";
const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted";
const library = join(__dirname, "../../node_modules/@microsoft/office-js/dist");

const ADDIN = "gov-disclosure-report";
const CONVERSATION = "conversation";
/** `OSF.AppName.ExcelWebApp`. */
const EXCEL_WEB = 16;
/** Dispatch ids of the common API that a request names. */
const DISPATCH = { richApi: 93, loadSettings: 75, saveSettings: 76 } as const;

export interface WebExcel {
  readonly server: ExcelServer;
  readonly book: WorkbookState;
  /** Excel's page, and the pane in its frame. */
  readonly page: Page;
  readonly pane: Frame;
  /** Faults of the page: exceptions and breaches of its policy. */
  readonly faults: readonly string[];
  /** The pane is closed and opened again; the workbook stays. */
  readonly reopen: () => Promise<Frame>;
  readonly close: () => Promise<void>;
}

export interface WebOptions {
  readonly book?: WorkbookState;
  /** Minor version of ExcelApi. */
  readonly api?: number;
  readonly locale?: string;
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: "light" | "dark";
  /** Milliseconds that Excel takes for each answer, as over a network. */
  readonly delay?: number;
}

/** The page that plays Excel: hands the add-in's messages out, and the answers and events in. */
const outerPage = (locale: string) => `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>Excel</title>
<style>html,body,iframe{margin:0;border:0;width:100%;height:100%;display:block}</style>
<body><script>
const frame = document.createElement("iframe");
frame.name = ${JSON.stringify(JSON.stringify({ baseFrameName: "pane", hostInfo: `Excel|Web|16.01|${locale}|correlation|||`, xdmInfo: `${CONVERSATION}|${ADDIN}|${OUTER}`, serializerVersion: "1" }))};
frame.title = "add-in";
frame.allow = "clipboard-read; clipboard-write";
const send = (message) => frame.contentWindow.postMessage(JSON.stringify({ _messageType: 1, _conversationId: "${CONVERSATION}", _origin: "${OUTER}", _serializerVersion: 1, ...message }), "${PANE}");
addEventListener("message", async ({ data, origin, source }) => {
  if (source !== frame.contentWindow || origin !== "${PANE}") return;
  const request = JSON.parse(data);
  if (request._messageType !== 0) return;
  const answer = await answerOfficeJs(request._actionName, request._actionType, request._data);
  if (answer !== null) send({ _actionName: request._actionName, _correlationId: request._correlationId, _errorCode: 0, _responseType: 0, _data: answer });
});
window.raiseEvent = (name, data) => send({ _actionName: name, _correlationId: -1, _errorCode: 0, _responseType: 1, _data: data });
frame.src = "${PANE}/taskpane.html?_host_Info=${encodeURIComponent(`Excel$Web$16.01$${locale}$correlation$$$`)}";
document.body.append(frame);
</script></body></html>`;

/** What Office.js asks of its surroundings before anything else. */
const contextOf = (server: ExcelServer, locale: string, settings: ReadonlyMap<string, unknown>) => ({
  _id: ADDIN,
  _appName: EXCEL_WEB,
  _appVersion: "16.0",
  _appUILocale: locale,
  _dataLocale: locale,
  _docUrl: `${OUTER}/${server.book.name}`,
  _clientMode: 1,
  _settings: [...settings],
  _reason: "documentOpened",
  _osfControlType: 0,
  _eToken: "",
  _correlationId: "correlation",
  _appInstanceId: ADDIN,
  _requirementMatrix: JSON.stringify({ ExcelApi: `1.${server.api}`, DelayForCellEdit: "1.1" }),
  _hostFullVersion: "16.0",
});

const fileType = (name: string) => (name.endsWith(".html") ? "text/html; charset=utf-8" : name.endsWith(".css") ? "text/css; charset=utf-8" : name.endsWith(".js") ? "text/javascript; charset=utf-8" : "application/octet-stream");

/** Opens a workbook in the pretend Excel on the web, with the built pane beside it. */
export async function openOnTheWeb(browser: Browser, { book = new WorkbookState("Sheet1"), api = 8, locale = "zh-CN", width = 450, height = 900, scheme = "light", delay = 0 }: WebOptions = {}): Promise<WebExcel> {
  const server = new ExcelServer(book, api);
  server.calculates = true;
  const settings = new Map<string, unknown>();
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, locale });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    // Office.js complains of its own: storage of third parties, and styles that the pane's policy refuses.
    if (message.type() === "error" && !/ERR_FAILED|ERR_BLOCKED/.test(message.text()) && !message.location().url.startsWith(OFFICE_JS)) faults.push(message.text());
  });
  const serve = (folder: string) => (route: Route) => {
    const name = decodeURIComponent(new URL(route.request().url()).pathname).replace(/^\/(?:lib\/1\/hosted\/)?/, "");
    try {
      return route.fulfill({ body: readFileSync(join(folder, name)), contentType: fileType(name) });
    } catch {
      return route.abort();
    }
  };
  await context.route("**/*", (route) => route.abort());
  await context.route(`${OUTER}/**`, (route) => route.fulfill({ body: outerPage(locale), contentType: "text/html; charset=utf-8" }));
  await context.route(`${PANE}/**`, serve(built));
  await context.route(`${OFFICE_JS}/**`, serve(library));
  await page.exposeFunction("answerOfficeJs", async (action: string, kind: number, data: Record<string, unknown>) => {
    if (action === "ContextActivationManager_getAppContextAsync") return contextOf(server, locale, settings);
    if (action === "ContextActivationManager_notifyHost") return {};
    if (kind !== 0) return { Version: 1, Error: 0 };
    const { DispatchId } = (data.DdaMethod ?? {}) as { DispatchId?: number };
    if (action === "executeMethod" && DispatchId === DISPATCH.richApi) {
      await pause(delay);
      const answer = await server.answer(String((data.ArrayData as unknown[])[4]));
      return "body" in answer ? { Version: 1, Error: 0, Data: [200, [], answer.body] } : { Version: 1, Error: answer.code };
    }
    server.unknown.push(`${action} ${JSON.stringify(data).slice(0, 200)}`);
    return { Version: 1, Error: 5001 };
  });
  server.raise = ({ type, target, body }: RaisedEvent) => {
    const entries = [[65_536, type, target, JSON.stringify(body), "", false]];
    void page.evaluate((data) => (window as unknown as { raiseEvent: (name: string, data: unknown) => void }).raiseEvent("richApiMessage", data), { ArrayData: entries }).catch(() => undefined);
  };
  const reopen = async () => {
    await page.goto(`${OUTER}/x/edit`);
    const pane = (await (await page.waitForSelector("iframe")).contentFrame())!;
    await pane.getByTestId("source-input").waitFor();
    return pane;
  };
  return { server, book, page, pane: await reopen(), faults, reopen, close: () => context.close() };
}
