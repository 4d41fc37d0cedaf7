import { detectHost, PATIENCE, type DetectionWindow } from "./detect.ts";

const never = () => new Promise<never>(() => undefined);
const windowWith = (parts: Partial<DetectionWindow>): DetectionWindow => ({ loadScript: () => Promise.resolve(), office: () => undefined, framedByOthers: false, wait: never, ...parts });
const office = (host: unknown) => () => ({ onReady: () => Promise.resolve({ host }), context: { displayLanguage: "en-GB", officeTheme: { bodyBackgroundColor: "#262626" } } });

describe("detectHost", () => {
  it("finds Excel, its language and its theme", async () => {
    expect(await detectHost(windowWith({ office: office("Excel") }))).toEqual({ kind: "excel", language: "en-GB", dark: true });
  });

  it.each([
    ["a dark grey theme", { officeTheme: { bodyBackgroundColor: "#262626" } }, { dark: true }],
    ["a coloured theme on white", { officeTheme: { bodyBackgroundColor: "FFFFFF" } }, { dark: false }],
    ["no theme, or one in words nobody knows", { officeTheme: { bodyBackgroundColor: "Window" } }, {}],
    ["the language of the menus before that of the data", { displayLanguage: "zh-CN", contentLanguage: "en-US" }, { language: "zh-CN" }],
    ["the language of the data where menus have none", { contentLanguage: "zh-HK" }, { language: "zh-HK" }],
  ])("follows %s", async (_, context, told) => {
    expect(await detectHost(windowWith({ office: () => ({ onReady: () => Promise.resolve({ host: "Excel" }), context }) }))).toEqual({ kind: "excel", ...told });
  });

  it.each([
    ["the script cannot be loaded", { loadScript: () => Promise.reject(new Error("blocked")) }, "no-script"],
    ["the script leaves no Office behind", {}, "no-script"],
    ["there is a script but no host", { office: office(null) }, "no-host"],
    ["another program is the host", { office: office("Word") }, "other-host"],
    ["onReady fails", { office: () => ({ onReady: () => Promise.reject(new Error("no")) }) }, "no-host"],
  ] as const)("uses the page when %s", async (_, parts, why) => {
    expect(await detectHost(windowWith(parts))).toEqual({ kind: "page", why });
  });

  it("waits three seconds and no longer for a script that never answers", async () => {
    const waited: number[] = [];
    const wait = (milliseconds: number) => (waited.push(milliseconds), Promise.resolve());
    expect(await detectHost(windowWith({ loadScript: never, wait }))).toEqual({ kind: "page", why: "too-slow" });
    expect(waited).toEqual([PATIENCE]);
  });

  it("does not even load office.js in somebody else's frame", async () => {
    const loadScript = jest.fn(() => Promise.resolve());
    expect(await detectHost(windowWith({ framedByOthers: true, loadScript }))).toEqual({ kind: "page", why: "framed" });
    expect(loadScript).not.toHaveBeenCalled();
  });
});
