/** What the pane found to write to. */
export type DetectedHost =
  | { readonly kind: "excel"; readonly language?: string; readonly dark?: boolean }
  | { readonly kind: "page"; readonly why: "no-script" | "no-host" | "too-slow" | "other-host" | "framed" };

/** The part of the browser that detection looks at; tests bring their own. */
export interface DetectionWindow {
  /** Loads office.js; rejects when it cannot be had. */
  readonly loadScript: () => Promise<void>;
  readonly office: () => OfficeLibrary | undefined;
  /** True in a frame that Office did not open: there office.js would navigate the page away. */
  readonly framedByOthers: boolean;
  readonly wait: (milliseconds: number) => Promise<void>;
}

export interface OfficeLibrary {
  readonly onReady: () => Promise<{ readonly host: unknown }>;
  readonly context?: { readonly displayLanguage?: string; readonly contentLanguage?: string; readonly officeTheme?: { readonly bodyBackgroundColor?: string } };
}

export const PATIENCE = 3_000;

const isDark = (colour: string | undefined): boolean | undefined => {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour ?? "");
  if (!match) return undefined;
  const [red, green, blue] = match.slice(1).map((part) => Number.parseInt(part, 16)) as [number, number, number];
  return red * 0.299 + green * 0.587 + blue * 0.114 < 110;
};

async function ask(window: DetectionWindow): Promise<DetectedHost> {
  try {
    await window.loadScript();
  } catch {
    return { kind: "page", why: "no-script" };
  }
  const office = window.office();
  if (!office) return { kind: "page", why: "no-script" };
  const { host } = await office.onReady();
  if (host === "Excel") return { kind: "excel", language: office.context?.displayLanguage ?? office.context?.contentLanguage, dark: isDark(office.context?.officeTheme?.bodyBackgroundColor) };
  return { kind: "page", why: host ? "other-host" : "no-host" };
}

/**
 * Finds Excel, or says why the in-page workbook is used. Always answers within three seconds: a script that is not
 * there, a script without a host, and one that never answers all end in the page. Never rejects.
 */
export async function detectHost(window: DetectionWindow): Promise<DetectedHost> {
  if (window.framedByOthers) return { kind: "page", why: "framed" };
  const late = window.wait(PATIENCE).then((): DetectedHost => ({ kind: "page", why: "too-slow" }));
  const asked = ask(window).catch((): DetectedHost => ({ kind: "page", why: "no-host" }));
  return Promise.race([asked, late]);
}
