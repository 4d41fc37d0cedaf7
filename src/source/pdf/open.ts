import { UnreadableFile } from "../unreadable.ts";
import type { PageOperators } from "./print.ts";

/** Reads one of Adobe's character maps by name (`GBK-EUC-H`), for PDFs that name a Chinese font without bringing it. */
export type CharacterMaps = (name: string) => Promise<Uint8Array>;

/** What of pdf.js is used: its pages as lists of drawing operators, which hold both the print and the ruled lines. */
interface PdfJs {
  readonly getDocument: (wishes: object) => { readonly promise: Promise<PdfDocument>; readonly destroy: () => Promise<void> };
}

interface PdfDocument {
  readonly numPages: number;
  readonly getPage: (number: number) => Promise<PdfPage>;
}

interface PdfPage {
  readonly getViewport: (wishes: { scale: number }) => { readonly width: number; readonly height: number; readonly transform: readonly number[] };
  readonly getOperatorList: () => Promise<{ readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }>;
  readonly commonObjs: { readonly has: (id: string) => boolean; readonly get: (id: string) => { readonly fontMatrix?: readonly number[]; readonly vertical?: boolean } };
  readonly cleanup: () => void;
}

interface Host {
  pdfjsWorker?: unknown;
  DOMMatrix?: unknown;
  Path2D?: unknown;
  ImageData?: unknown;
  FontFace?: unknown;
  readonly document?: unknown;
}

/** pdf.js names these when it is loaded, for painting only; Node does not have them. */
class NeverPainted {}

/** A font that counts as loaded at once: nothing is ever painted with it. */
class NeverLoaded {
  readonly loaded = Promise.resolve();
}

/** Where pdf.js puts its fonts. */
const nowhere = { fonts: { add: () => undefined, delete: () => undefined } };

/**
 * pdf.js with its parser in this very thread: the pane already runs in a worker. The only file that knows it.
 */
async function loadPdfJs(): Promise<PdfJs> {
  const host = globalThis as Host;
  host.DOMMatrix ??= NeverPainted;
  host.Path2D ??= NeverPainted;
  host.ImageData ??= NeverPainted;
  // A worker of ours and Node: neither paints. A page of somebody else keeps its own.
  if (host.document === undefined) host.FontFace = NeverLoaded;
  // @ts-expect-error -- pdf.js declares no types for its worker; it is only handed on.
  host.pdfjsWorker ??= await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
  return (await import("pdfjs-dist/legacy/build/pdf.mjs")) as unknown as PdfJs;
}

const reading = {
  verbosity: 0,
  isEvalSupported: false,
  // Otherwise it draws the outlines of every character, which costs as much as reading them.
  disableFontFace: false,
  ownerDocument: nowhere,
  useSystemFonts: false,
  useWasm: false,
  useWorkerFetch: false,
  stopAtErrors: false,
  // Pictures are never decoded: no print is in them that could be read.
  maxImageSize: 1,
  cMapUrl: "maps/",
  standardFontDataUrl: "fonts/",
};

/** Pages beyond this are not of a yearly report. */
const MOST_PAGES = 2000;

/**
 * Opens a PDF and gives its pages one after the other. Throws UnreadableFile: damaged, under a
 * password, a font's character map not to be had.
 */
export async function* openPdf(bytes: Uint8Array, maps?: CharacterMaps): AsyncGenerator<PageOperators> {
  const { getDocument } = await loadPdfJs();
  let isMapMissing = false;
  class CMapReaderFactory {
    async fetch({ name }: { name: string }) {
      try {
        if (maps) return { cMapData: await maps(name), isCompressed: true };
      } catch {
        // Said below: pdf.js goes on without the font's print.
      }
      isMapMissing = true;
      throw new Error(`no character map ${name}`);
    }
  }
  class StandardFontDataFactory {
    async fetch({ filename }: { filename: string }): Promise<never> {
      throw new Error(`no font ${filename}`);
    }
  }
  // pdf.js takes the bytes over: it gets a copy.
  const task = getDocument({ ...reading, data: new Uint8Array(bytes), CMapReaderFactory, StandardFontDataFactory });
  try {
    const document = await task.promise;
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number++) yield await operatorsOf(await document.getPage(number), number);
    // The print of that font is lost, however much of the rest was read.
    if (isMapMissing) throw new UnreadableFile("pdf-without-characters");
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw error instanceof Error && error.name === "PasswordException" ? new UnreadableFile("password") : new UnreadableFile("damaged-pdf");
  } finally {
    await task.destroy();
  }
}

async function operatorsOf(page: PdfPage, number: number): Promise<PageOperators> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList();
  const fontOf = (id: string) => (page.commonObjs.has(id) ? page.commonObjs.get(id) : undefined);
  return { number, width, height, transform, operators: fnArray, operands: argsArray, fontOf };
}
