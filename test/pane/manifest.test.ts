/** @jest-environment jsdom */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "../..");
const read = () => new DOMParser().parseFromString(readFileSync(join(root, "manifest.xml"), "utf8"), "text/xml");
const texts = (name: string) => [...read().getElementsByTagName(name)].map((element) => element.textContent);
const values = (name: string) => [...read().getElementsByTagName(name)].map((element) => element.getAttribute("DefaultValue")).filter((value) => value !== null);

describe("manifest.xml", () => {
  it("is well formed, zh-CN with en-US beside it, and asks for ExcelApi 1.8", () => {
    expect(read().getElementsByTagName("parsererror")).toHaveLength(0);
    expect(texts("DefaultLocale")).toEqual(["zh-CN"]);
    const overrides = [...read().getElementsByTagName("Override"), ...read().getElementsByTagName("bt:Override")];
    const shown = ["DisplayName", "Description"].flatMap((name) => [...read().getElementsByTagName(name)]).filter((element) => element.hasAttribute("DefaultValue")).length;
    expect(overrides).toHaveLength(shown + read().getElementsByTagName("bt:String").length);
    expect(overrides.every((element) => element.getAttribute("Locale") === "en-US")).toBe(true);
    expect([...read().getElementsByTagName("Set"), ...read().getElementsByTagName("bt:Set")].map((set) => `${set.getAttribute("Name")} ${set.getAttribute("MinVersion")}`)).toEqual(["ExcelApi 1.8", "ExcelApi 1.8"]);
  });

  it("names only resources that it declares, and no text is too long", () => {
    const ids = new Set([...read().querySelectorAll("[id]")].map((element) => element.getAttribute("id")));
    for (const element of read().querySelectorAll("[resid]")) expect(ids).toContain(element.getAttribute("resid"));
    const words = (list: string, most: number) => [...read().getElementsByTagName(list)[0]!.querySelectorAll("*")].forEach((element) => expect((element.getAttribute("DefaultValue") ?? element.getAttribute("Value"))!.length).toBeLessThanOrEqual(most));
    words("bt:ShortStrings", 125);
    words("bt:LongStrings", 250);
    expect(read().getElementsByTagName("OfficeTab")[0]!.getAttribute("id")).toBe("TabHome");
  });

  it("points at files that are there, over https, and each icon has its size", () => {
    for (const address of [...values("IconUrl"), ...values("HighResolutionIconUrl"), ...values("bt:Image")]) {
      const { protocol, pathname } = new URL(address);
      const file = join(root, "taskpane", pathname);
      expect(protocol).toBe("https:");
      expect(existsSync(file)).toBe(true);
      expect(readFileSync(file).readUInt32BE(16)).toBe(Number(/-(\d+)\.png$/.exec(pathname)![1]));
    }
  });

  it("is what the script makes, and the script refuses an address that Excel would refuse", () => {
    const make = (address: string) => execFileSync(process.execPath, ["--input-type=module", "-e", `import { manifestFor } from "./scripts/pane/manifest.mjs"; process.stdout.write(manifestFor(${JSON.stringify(address)}, ${JSON.stringify(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version)}));`], { cwd: root, stdio: "pipe" }).toString();
    expect(make("https://localhost:3000")).toBe(readFileSync(join(root, "manifest.xml"), "utf8"));
    expect(make("https://a.example/pane/")).toContain('"https://a.example/pane/taskpane.html"');
    expect(() => make("http://a.example")).toThrow();
  });
});
